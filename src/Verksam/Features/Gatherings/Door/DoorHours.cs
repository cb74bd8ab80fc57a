using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Door;

/// <summary>
/// Until when one may tick. What was ticked in time counts also when it comes here later; those who arrange may tick afterwards, as long as it is
/// known who the guests were.
/// </summary>
internal static class DoorHours
{
    private static readonly TimeSpan Before = TimeSpan.FromHours(6), Afterwards = TimeSpan.FromDays(30), Near = TimeSpan.FromDays(1);

    public static DateTimeOffset Opens(this Gathering gathering) => gathering.Starts - Before;

    public static bool IsOpenAt(this Gathering gathering, DateTimeOffset at, bool arranges) =>
        gathering.State is GatheringState.Published or GatheringState.Held or GatheringState.Reported
        && at >= gathering.Opens() && at <= (arranges ? gathering.Ends + Afterwards : gathering.Ends);

    /// <summary>So near that a phone may keep the list, should the net go.</summary>
    public static bool IsNear(this Gathering gathering, DateTimeOffset now) => now >= gathering.Starts - Near && now <= gathering.Ends;

    /// <summary>Those at whose door one stands: what one may change, is asked about, or has a shift of.</summary>
    public static IQueryable<Gathering> AtDoor(this IQueryable<Gathering> gatherings, CurrentUser me, AppDb db)
    {
        var (self, mine) = (new Id<Person>(me.PersonId), db.Gatherings.EditableBy(me, db).Select(g => g.Id));
        return gatherings.Where(g => (g.State == GatheringState.Published || g.State == GatheringState.Held || g.State == GatheringState.Reported)
            && (mine.Contains(g.Id) || g.ContactId == self
                || db.ShiftPlaces.Any(p => p.PersonId == self && p.State == PlaceState.Taken && db.Shifts.Any(s => s.Id == p.ShiftId && s.GatheringId == g.Id))));
    }
}
