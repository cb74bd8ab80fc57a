using Verksam.Features.Gatherings.Coming;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Calendars;

/// <summary>Which gatherings a calendar holds, of those that its reader may see.</summary>
internal static class Arranging
{
    /// <summary>Those that a unit, or one below it, arranges or helps to.</summary>
    public static IQueryable<Gathering> ArrangedIn(this IQueryable<Gathering> gatherings, Unit unit, AppDb db)
    {
        if (unit.IsRoot)
            return gatherings;
        var path = unit.Path;
        var units = db.Units.Where(u => u.Path.StartsWith(path)).Select(u => u.Id);
        return gatherings.Where(g => units.Contains(g.UnitId) || db.CoArrangers.Any(c => c.GatheringId == g.Id && units.Contains(c.UnitId)));
    }

    /// <summary>Those that somebody comes to, waits for a seat at, is asked about or brings something to. Their shifts are things by themselves (<see cref="OwnShift"/>).</summary>
    public static IQueryable<Gathering> With(this IQueryable<Gathering> gatherings, Id<Person> person, AppDb db) =>
        gatherings.Where(g => g.ContactId == person || db.SignUps.Any(s => s.GatheringId == g.Id && s.PersonId == person && s.State != SignUpState.Left)
            || db.BringItems.Any(b => b.GatheringId == g.Id && b.ById == person));
}
