using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>What there is to talk of at a gathering.</summary>
internal static class TalkingPoints
{
    /// <summary>More words than this no thumb finds.</summary>
    public const int MostShown = 16;

    /// <summary>
    /// Its own first, then those of the unit that keeps it and of those that arrange it too, then of the units above; of its kind, and of the time when it is.
    /// </summary>
    public static async Task<IReadOnlyList<TalkingPoint>> For(AppDb db, Gathering gathering)
    {
        var (first, last) = (OurTime.DayOf(gathering.Starts), GatheringWords.LastDay(gathering.Starts, gathering.Ends));
        var found = await (
            from point in db.TalkingPoints.Of(db, gathering)
            where point.RetiredOn == null && (point.Kind == "" || point.Kind == gathering.Kind)
                && (point.From == null || point.From <= last) && (point.Until == null || point.Until >= first)
            join unit in db.Units on point.UnitId equals unit.Id
            orderby point.GatheringId == null, unit.Path.Length descending, point.Order, point.Id
            select point).AsNoTracking().Take(4 * MostShown).ToListAsync();
        // what two levels both say stands once, as the nearer one says it
        return [.. found.DistinctBy(p => AppDb.Folded(p.Topic)).Take(MostShown)];
    }

    /// <summary>All that may have been tapped there: also what is put away, or was for another time.</summary>
    public static IQueryable<TalkingPoint> Of(this IQueryable<TalkingPoint> points, AppDb db, Gathering gathering)
    {
        var (id, keeper) = (gathering.Id, gathering.UnitId);
        var with = db.CoArrangers.Where(c => c.GatheringId == id).Select(c => c.UnitId);
        return points.Where(p => p.GatheringId == id || (p.GatheringId == null
            && (with.Contains(p.UnitId) || db.Units.Any(u => u.Id == keeper && db.Units.Any(above => above.Id == p.UnitId && u.Path.StartsWith(above.Path))))));
    }
}
