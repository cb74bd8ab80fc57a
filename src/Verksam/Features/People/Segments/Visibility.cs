using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Segments;

/// <summary>Which saved segments a person may use, and change.</summary>
internal static class Visibility
{
    /// <summary>
    /// Those of the units where one may see people, of those below and of those above: what is saved above is asked below too, and shows only
    /// those one may see there.
    /// </summary>
    public static IQueryable<Segment> VisibleTo(this IQueryable<Segment> segments, CurrentUser me, AppDb db)
    {
        var grants = me.Where(Permission.SeePeople);
        var line = grants.SelectMany(g => g.Path.Split('/', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).Select(id => new Id<Unit>(Guid.Parse(id))).ToList();
        var units = db.Units.Within(grants).Select(u => u.Id);
        return segments.Where(s => s.RemovedOn == null && grants.Count > 0 && (line.Contains(s.UnitId) || units.Contains(s.UnitId)));
    }

    /// <summary>One's own, and all where one may change what is written about people.</summary>
    public static IQueryable<Segment> EditableBy(this IQueryable<Segment> segments, CurrentUser me, AppDb db)
    {
        var self = new Id<Person>(me.PersonId);
        var (seen, edited) = (db.Units.Within(me.Where(Permission.SeePeople)).Select(u => u.Id), db.Units.Within(me.Where(Permission.EditPeople)).Select(u => u.Id));
        return segments.Where(s => (s.ById == self && seen.Contains(s.UnitId)) || edited.Contains(s.UnitId));
    }
}
