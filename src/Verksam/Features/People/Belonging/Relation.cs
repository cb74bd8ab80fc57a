using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Belonging;

/// <summary>What somebody is to the organisation. Stored as a number: never renumber.</summary>
internal enum RelationKind
{
    /// <summary>Has joined; whether the fee is paid, the periods tell.</summary>
    Member = 0,

    /// <summary>Takes part without having joined, and is in regular contact.</summary>
    Sympathiser = 1,

    /// <summary>Has been in touch, and has said yes to be kept.</summary>
    Contact = 2,

    /// <summary>Was one of the others, and is no longer.</summary>
    Former = 3,
}

/// <summary>Why somebody is no longer a member. Stored as a number: never renumber.</summary>
internal enum LeavingReason
{
    OwnWish = 0,
    Unpaid = 1,
    Moved = 2,
    Died = 3,
    Excluded = 4,
    Other = 5,
}

/// <summary>What somebody was to which unit, from a day to a day (both included). One person has one at a time; those of before are its history.</summary>
internal sealed class Relation : Entity<Relation>, IAudited, IAboutPerson
{
    private Relation() { }

    public Relation(Id<Person> person, RelationKind kind, Id<Unit> unit, DateOnly from, LeavingReason? why = null) =>
        (PersonId, Kind, UnitId, From, Why) = (person, kind, unit, from, why);

    public Id<Person> PersonId { get; private set; }
    public Id<Unit> UnitId { get; private set; }
    public RelationKind Kind { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }

    /// <summary>Of a former one.</summary>
    public LeavingReason? Why { get; private set; }

    Guid? IAboutPerson.About => PersonId.Value;

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    public bool IsSameAs(RelationKind kind, Id<Unit> unit, LeavingReason? why) => Kind == kind && UnitId == unit && Why == why;

    public void EndBefore(DateOnly day) => To = day.AddDays(-1);

    public void GoOn() => To = null;
}

internal sealed class RelationTable : IEntityTypeConfiguration<Relation>
{
    public void Configure(EntityTypeBuilder<Relation> builder)
    {
        // one that holds for each person at a day; a unit's at a day
        builder.HasIndex(r => new { r.PersonId, r.From }).IsUnique();
        builder.HasIndex(r => new { r.UnitId, r.Kind, r.From, r.To });
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
