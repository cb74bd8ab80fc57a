using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Offers;

/// <summary>Part of a day, as people plan theirs.</summary>
internal enum DayPart
{
    Morning = 0,
    Day = 1,
    Evening = 2,
}

/// <summary>When in the week somebody usually can.</summary>
internal sealed class FreeTime : Entity<FreeTime>, IAudited, IAboutPerson
{
    private FreeTime() { }

    public FreeTime(Id<Person> person) => PersonId = person;

    public Id<Person> PersonId { get; private set; }

    /// <summary>A bit for each part of each day: see <see cref="Bit"/>.</summary>
    public int Mask { get; set; }

    Guid? IAboutPerson.About => PersonId.Value;

    /// <summary>Monday morning is the first of 21.</summary>
    public static int Bit(DayOfWeek day, DayPart part) => 1 << ((((int)day + 6) % 7 * 3) + (int)part);
}

/// <summary>Where somebody would like to take part, besides where the person belongs.</summary>
internal sealed class PersonPlace : Entity<PersonPlace>, IAudited, IAboutPerson
{
    private PersonPlace() { }

    public PersonPlace(Id<Person> person, Id<Unit> unit) => (PersonId, UnitId) = (person, unit);

    public Id<Person> PersonId { get; private set; }
    public Id<Unit> UnitId { get; private set; }

    Guid? IAboutPerson.About => PersonId.Value;
}

internal sealed class FreeTimeTable : IEntityTypeConfiguration<FreeTime>, IEntityTypeConfiguration<PersonPlace>
{
    public void Configure(EntityTypeBuilder<FreeTime> builder)
    {
        builder.HasIndex(f => f.PersonId).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PersonPlace> builder)
    {
        builder.HasIndex(p => new { p.PersonId, p.UnitId }).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
