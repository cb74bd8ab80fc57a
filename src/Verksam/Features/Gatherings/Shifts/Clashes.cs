using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Shifts;

/// <summary>
/// What people have promised to be at around a time. How far it is between two places nobody has measured: from one town to another, or where the
/// town is not known, an hour is asked for, and in the same town half an hour.
/// </summary>
internal sealed class Clashes(AppDb db)
{
    public static readonly TimeSpan Between = TimeSpan.FromHours(1), InTown = TimeSpan.FromMinutes(30);

    public Task<IReadOnlyList<Clash>> Of(Id<Person> person, Gathering gathering, Shift shift) => Of(db.People.Where(p => p.Id == person).Select(p => p.Id), gathering, shift);

    /// <summary>What some people have that the shift would stand in the way of, or is too near.</summary>
    public async Task<IReadOnlyList<Clash>> Of(IQueryable<Id<Person>> people, Gathering gathering, Shift shift)
    {
        var (starts, ends) = (shift.Starts(gathering.Starts), shift.Ends(gathering.Starts));
        var here = new Whereabouts(gathering.VenueId, gathering.Spot, null);
        var found = new List<Busy>();
        var (from, to) = (starts - Shift.Margin - Between, ends + Shift.Margin + Between);
        var near = db.Gatherings.AsNoTracking().Where(g => (g.State == GatheringState.Published || g.State == GatheringState.Draft) && g.Ends > from && g.Starts < to);
        var shifts = await (
            from place in db.ShiftPlaces.AsNoTracking()
            where place.State == PlaceState.Taken && people.Contains(place.PersonId) && place.ShiftId != shift.Id
            join other in db.Shifts.AsNoTracking() on place.ShiftId equals other.Id
            join g in near on other.GatheringId equals g.Id
            select new { place.PersonId, other, g }).ToListAsync();
        found.AddRange(shifts.Select(s => new Busy(s.PersonId, s.g, s.other.Starts(s.g.Starts), s.other.Ends(s.g.Starts), true)));
        var coming = await (
            from own in db.SignUps.AsNoTracking()
            where own.State == SignUpState.Coming && own.PersonId != null && people.Contains(own.PersonId.Value) && own.GatheringId != gathering.Id
            join g in near on own.GatheringId equals g.Id
            select new { PersonId = own.PersonId!.Value, g }).ToListAsync();
        found.AddRange(coming.Select(c => new Busy(c.PersonId, c.g, c.g.Starts, c.g.Ends, false)));
        var towns = await Towns([.. found.Select(b => b.Gathering.VenueId).Append(here.Venue).OfType<Id<Venue>>()]);
        return [.. found.Select(b => Of(b, starts, ends, Gap(b.Gathering, gathering, towns))).OfType<Clash>().OrderByDescending(c => c.IsOverlap).ThenBy(c => c.Starts)];
    }

    private static Clash? Of(Busy busy, DateTimeOffset starts, DateTimeOffset ends, TimeSpan gap)
    {
        if (busy.Starts < ends && starts < busy.Ends)
            return new Clash(busy.Person, busy.Gathering.Title, busy.Starts, busy.Ends, busy.IsShift, true, 0);
        var between = busy.Starts >= ends ? busy.Starts - ends : starts - busy.Ends;
        return between < gap ? new Clash(busy.Person, busy.Gathering.Title, busy.Starts, busy.Ends, busy.IsShift, false, (int)between.TotalMinutes) : null;
    }

    /// <summary>How long one needs from one to the other.</summary>
    private static TimeSpan Gap(Gathering one, Gathering other, Dictionary<Id<Venue>, string?> towns)
    {
        if (!one.IsPhysical || !other.IsPhysical || one.Id == other.Id || (one.VenueId == other.VenueId && (one.VenueId is not null || string.Equals(one.Spot, other.Spot, StringComparison.OrdinalIgnoreCase))))
            return TimeSpan.Zero;
        return Town(one) is { } town && string.Equals(town, Town(other), StringComparison.OrdinalIgnoreCase) ? InTown : Between;

        string? Town(Gathering g) => g.VenueId is { } venue ? towns.GetValueOrDefault(venue) : null;
    }

    private async Task<Dictionary<Id<Venue>, string?>> Towns(HashSet<Id<Venue>> venues) =>
        venues.Count == 0 ? [] : await db.Venues.Where(v => venues.Contains(v.Id)).ToDictionaryAsync(v => v.Id, v => v.Town);

    private sealed record Busy(Id<Person> Person, Gathering Gathering, DateTimeOffset Starts, DateTimeOffset Ends, bool IsShift);
}

/// <summary>Something that somebody has at the same time as a shift, or too near in time.</summary>
/// <param name="IsShift">Another shift; else a gathering the person has signed up for.</param>
/// <param name="Minutes">How many there are between.</param>
internal sealed record Clash(Id<Person> Person, string Title, DateTimeOffset Starts, DateTimeOffset Ends, bool IsShift, bool IsOverlap, int Minutes)
{
    /// <summary>Nobody stands at two places at once; what one has signed up for one may leave.</summary>
    public bool IsInTheWay => IsOverlap && IsShift;

    /// <summary>The end of the key of what is said of it.</summary>
    public string Word => IsOverlap ? IsShift ? "Shift" : "Gathering" : "Near";
}
