using Verksam.Features.People.Belonging;
using Verksam.Features.People.Segments;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Calling;

/// <summary>Who is on a list today: the one place that knows how people are chosen for it. Whoever calls need not see them.</summary>
internal sealed class OnLists(AppDb db, SegmentPeople segments)
{
    /// <summary>How it stands with everybody on a list, as of now; of a closed list as of its end.</summary>
    public async Task<IQueryable<Standings.OnList>> Of(CallList list)
    {
        var now = list.ClosedAt ?? db.Clock.GetUtcNow();
        var there = There(list, OurTime.DayOf(now));
        return Standings.Of(list, db, list.SegmentId is { } segment ? await segments.Among(there, segment) : there, now);
    }

    private IQueryable<Person> There(CallList list, DateOnly today)
    {
        var (unit, kind, below) = (list.UnitId, list.Kind, list.Below);
        var relations = db.Relations.On(today).Where(r => r.UnitId == unit || (below && db.Units.Any(u => u.Id == r.UnitId && u.Path.StartsWith(db.Units.First(o => o.Id == unit).Path))));
        relations = kind is null ? relations.Where(r => r.Kind != RelationKind.Former) : relations.Where(r => r.Kind == kind);
        return db.People.Where(p => relations.Any(r => r.PersonId == p.Id));
    }
}
