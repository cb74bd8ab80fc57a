using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Today;

/// <summary>Somebody wants what waits as a letter each morning. Off until they say so; gone when they do not any more.</summary>
internal sealed class MorningLetter : Entity<MorningLetter>
{
    private MorningLetter() { }

    public MorningLetter(Id<Person> person, DateTimeOffset now) => (PersonId, Since) = (person, now);

    public Id<Person> PersonId { get; private set; }
    public DateTimeOffset Since { get; private set; }
}

internal sealed class MorningLetterTable : IEntityTypeConfiguration<MorningLetter>
{
    public void Configure(EntityTypeBuilder<MorningLetter> builder)
    {
        builder.HasIndex(m => m.PersonId).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
