using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.People.Calling;

/// <summary>Somebody who calls for a list: named by whoever leads it, or a member who has said yes.</summary>
internal sealed class Caller : Entity<Caller>, IAudited, IAboutPerson
{
    private Caller() { }

    public Caller(Id<CallList> list, Id<Person> person) => (ListId, PersonId) = (list, person);

    public Id<CallList> ListId { get; private set; }
    public Id<Person> PersonId { get; private set; }

    Guid? IAboutPerson.About => PersonId.Value;
}

internal sealed class CallerTable : IEntityTypeConfiguration<Caller>
{
    public void Configure(EntityTypeBuilder<Caller> builder)
    {
        builder.HasIndex(c => new { c.ListId, c.PersonId }).IsUnique();
        builder.HasIndex(c => c.PersonId);
        builder.HasOne<CallList>().WithMany().HasForeignKey(c => c.ListId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
