using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Shifts;

/// <summary>A shift and everybody who has to do with it, while nobody else changes it.</summary>
internal sealed class Scene(AppDb db, Gathering gathering, Shift shift, List<ShiftPlace> all, DateTimeOffset now)
{
    private readonly Dictionary<Id<ShiftPlace>, PlaceState> _before = all.ToDictionary(p => p.Id, p => p.State);

    public Gathering Gathering => gathering;
    public Shift Shift => shift;
    public IReadOnlyList<ShiftPlace> All => all;
    public DateTimeOffset Now => now;
    public DateTimeOffset Starts => shift.Starts(gathering.Starts);

    /// <summary>How many places nobody has or is asked about.</summary>
    public int Open => shift.Need - all.Count(p => p.Holds);

    public int Standing => all.Count(p => p.State == PlaceState.Taken);

    /// <summary>Members take and give back until it begins.</summary>
    public bool IsOpen => gathering.State == GatheringState.Published && !shift.HasBegun(gathering.Starts, now);

    /// <summary>Those who arrange may begin before it is published, and end when it does.</summary>
    public bool IsArrangeable => gathering.State is GatheringState.Draft or GatheringState.Published && shift.Ends(gathering.Starts) > now;

    public IEnumerable<ShiftPlace> Line => all.Where(p => p.State == PlaceState.Listed).OrderBy(p => p.Turn);

    /// <summary>Whoever has just said no, given a place back or let the time run out.</summary>
    public ShiftPlace? LastNo => all.LastOrDefault(p => p.State is PlaceState.Declined or PlaceState.Silent or PlaceState.GivenBack && (!_before.TryGetValue(p.Id, out var before) || before != p.State));

    public ShiftPlace? Of(Id<Person> person) => all.Find(p => p.PersonId == person);

    public ShiftPlace New(Id<Person> person)
    {
        var own = db.ShiftPlaces.Add(new ShiftPlace(shift.Id, person)).Entity;
        all.Add(own);
        return own;
    }

    public void Forget(ShiftPlace place)
    {
        db.ShiftPlaces.Remove(place);
        all.Remove(place);
    }
}
