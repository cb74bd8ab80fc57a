using Verksam.Features.Gatherings.Series;
using Verksam.Features.People;
using Verksam.Features.People.Segments;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings;

/// <summary>Which gatherings and places a person may see.</summary>
internal static class Visibility
{
    /// <summary>
    /// Those who may arrange for a unit that arranges it see all of it, drafts too. What is published is seen by whom it is for: everybody; those
    /// of the units that arrange it or above or below them; those with the assignment there. Who is in a segment is a question by itself
    /// (<see cref="Seen"/>).
    /// </summary>
    /// <param name="mine">Segments that have this person.</param>
    public static IQueryable<Gathering> VisibleTo(this IQueryable<Gathering> gatherings, CurrentUser me, AppDb db, DateOnly today, IReadOnlyCollection<Id<Segment>> mine)
    {
        var (self, arranged) = (new Id<Person>(me.PersonId), db.Units.Within(me.Where(Permission.Arrange)).Select(u => u.Id));
        var near = db.Units.VisibleTo(me, db).Select(u => u.Id);
        var held = db.Assignments.Where(a => a.PersonId == self && a.From <= today && (a.To == null || today <= a.To));
        return gatherings.Kept().Where(g => arranged.Contains(g.UnitId) || db.CoArrangers.Any(c => c.GatheringId == g.Id && arranged.Contains(c.UnitId))
            || (g.State != GatheringState.Draft && (g.Audience == Audience.Everybody
                || ((g.Audience == Audience.Members || (g.Audience == Audience.Assignment && held.Any(a => a.RoleId == g.RoleId)))
                    && (near.Contains(g.UnitId) || db.CoArrangers.Any(c => c.GatheringId == g.Id && near.Contains(c.UnitId))))
                || (g.Audience == Audience.Segment && mine.Contains(g.SegmentId!.Value)))));
    }

    /// <summary>Those one may change: of a unit where one may arrange.</summary>
    public static IQueryable<Gathering> EditableBy(this IQueryable<Gathering> gatherings, CurrentUser me, AppDb db)
    {
        var arranged = db.Units.Within(me.Where(Permission.Arrange)).Select(u => u.Id);
        return gatherings.Kept().Where(g => arranged.Contains(g.UnitId) || db.CoArrangers.Any(c => c.GatheringId == g.Id && arranged.Contains(c.UnitId)));
    }

    /// <summary>Those that one threw away, or might have, as long as they can be had back.</summary>
    public static IQueryable<Gathering> DiscardedBy(this IQueryable<Gathering> gatherings, CurrentUser me, AppDb db)
    {
        var arranged = db.Units.Within(me.Where(Permission.Arrange)).Select(u => u.Id);
        return gatherings.Where(g => g.State == GatheringState.Discarded && arranged.Contains(g.UnitId));
    }

    /// <summary>Series of which one may change all that there is.</summary>
    public static IQueryable<GatheringSeries> EditableBy(this IQueryable<GatheringSeries> series, CurrentUser me, AppDb db)
    {
        var arranged = db.Units.Within(me.Where(Permission.Arrange)).Select(u => u.Id);
        return series.Where(s => arranged.Contains(s.UnitId));
    }

    /// <summary>What stands open for anybody, also without an account.</summary>
    public static IQueryable<Gathering> Public(this IQueryable<Gathering> gatherings) =>
        gatherings.Kept().Where(g => g.State != GatheringState.Draft && g.Audience == Audience.Everybody);

    private static IQueryable<Gathering> Kept(this IQueryable<Gathering> gatherings) => gatherings.Where(g => g.State != GatheringState.Discarded);

    /// <summary>Places of one's own units and of those above.</summary>
    public static IQueryable<Venue> VisibleTo(this IQueryable<Venue> venues, CurrentUser me, AppDb db)
    {
        var near = db.Units.VisibleTo(me, db).Select(u => u.Id);
        return venues.Where(v => near.Contains(v.UnitId));
    }

    /// <summary>Places that one may change what is known of.</summary>
    public static IQueryable<Venue> EditableBy(this IQueryable<Venue> venues, CurrentUser me, AppDb db)
    {
        var arranged = db.Units.Within(me.Where(Permission.Arrange)).Select(u => u.Id);
        return venues.Where(v => arranged.Contains(v.UnitId));
    }
}
