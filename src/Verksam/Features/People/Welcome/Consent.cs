using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.People.Welcome;

/// <summary>That somebody said yes to be kept and contacted: to which words, when, and where it was.</summary>
internal sealed class Consent : Entity<Consent>, IAudited, IAboutPerson
{
    public const int LongestSaid = 500, LongestOccasion = 120;

    private Consent() { }

    /// <param name="said">The words, as they were read aloud or shown.</param>
    public Consent(Id<Person> person, string said, string occasion, DateTimeOffset at) => (PersonId, Said, Occasion, At) = (person, said, occasion, at);

    public Id<Person> PersonId { get; private set; }
    public string Said { get; private set; } = "";
    public string Occasion { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    Guid? IAboutPerson.About => PersonId.Value;
}

internal sealed class ConsentTable : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("Consents");
        builder.Property(c => c.Said).HasMaxLength(Consent.LongestSaid);
        builder.Property(c => c.Occasion).HasMaxLength(Consent.LongestOccasion);
        builder.HasIndex(c => new { c.PersonId, c.At });
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
