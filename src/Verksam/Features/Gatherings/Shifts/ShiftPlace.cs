using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Shifts;

/// <summary>How it stands with somebody and a shift. Stored as a number: never renumber.</summary>
internal enum PlaceState
{
    /// <summary>In line to be asked.</summary>
    Listed = 0,

    /// <summary>Asked; a place is held until an answer, or until the time is out.</summary>
    Asked = 1,

    /// <summary>Stands there.</summary>
    Taken = 2,

    Declined = 3,

    /// <summary>Stood there, and does not any more.</summary>
    GivenBack = 4,

    /// <summary>Was asked and did not answer in time.</summary>
    Silent = 5,
}

/// <summary>Somebody and a shift: in line, asked, standing there, or no longer.</summary>
internal sealed class ShiftPlace : Entity<ShiftPlace>, IAudited, IAboutPerson, IVersioned
{
    /// <summary>So long letters about a shift wait, and what was done can be taken back.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private ShiftPlace() { }

    public ShiftPlace(Id<Shift> shift, Id<Person> person) => (ShiftId, PersonId) = (shift, person);

    public Id<Shift> ShiftId { get; private set; }
    public Id<Person> PersonId { get; private set; }
    public PlaceState State { get; private set; }

    /// <summary>Since when it is so.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Until when an answer is waited for.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>When the person was asked last.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>The place in line.</summary>
    public int Turn { get; private set; }

    public bool NeedsRide { get; private set; }

    /// <summary>May be rung when somebody falls ill.</summary>
    public bool MayBeRung { get; private set; }

    /// <summary>Whoever stands there would rather somebody else did; the place is theirs until somebody does.</summary>
    public bool IsUp { get; private set; }

    /// <summary>The only one it is up for; null for anybody.</summary>
    public Id<Person>? UpForId { get; private set; }

    public int Revision { get; set; }

    /// <summary>The place is not free.</summary>
    public bool Holds => State is PlaceState.Taken or PlaceState.Asked;

    Guid? IAboutPerson.About => PersonId.Value;

    public bool IsUpFor(Id<Person> person) => State == PlaceState.Taken && IsUp && PersonId != person && (UpForId is null || UpForId == person);

    public void Waits(int turn, DateTimeOffset now)
    {
        Becomes(PlaceState.Listed, now);
        Turn = turn;
    }

    public void IsAsked(DateTimeOffset until, DateTimeOffset now)
    {
        Becomes(PlaceState.Asked, now);
        (Until, AskedAt) = (until, now);
    }

    public void Takes(bool ride, bool ring, DateTimeOffset now)
    {
        Becomes(PlaceState.Taken, now);
        (NeedsRide, MayBeRung) = (ride, ring);
    }

    public void Leaves(DateTimeOffset now) => Becomes(PlaceState.GivenBack, now);

    public void Declines(DateTimeOffset now) => Becomes(PlaceState.Declined, now);

    public void TimeIsOut(DateTimeOffset now) => Becomes(PlaceState.Silent, now);

    public void IsOffered(Id<Person>? to) => (IsUp, UpForId) = (true, to);

    public void IsKept() => (IsUp, UpForId) = (false, null);

    private void Becomes(PlaceState state, DateTimeOffset now)
    {
        (State, At, Until) = (state, now, null);
        IsKept();
    }
}

internal sealed class ShiftPlaceTable : IEntityTypeConfiguration<ShiftPlace>
{
    public void Configure(EntityTypeBuilder<ShiftPlace> builder)
    {
        builder.ToTable("ShiftPlaces");
        builder.HasIndex(p => new { p.ShiftId, p.PersonId }).IsUnique();
        builder.HasIndex(p => new { p.PersonId, p.State });
        builder.HasOne<Shift>().WithMany().HasForeignKey(p => p.ShiftId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.UpForId).OnDelete(DeleteBehavior.SetNull);
    }
}
