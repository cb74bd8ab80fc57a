using Verksam.Features.People.Belonging;
using Verksam.Kernel;

namespace Verksam.Features.People.Calling;

/// <summary>Who is on a list today: the one place that knows how people are chosen for it.</summary>
internal static class Chosen
{
    public static IQueryable<Person> By(CallList list, AppDb db, DateOnly today)
    {
        var (unit, kind, below) = (list.UnitId, list.Kind, list.Below);
        var relations = db.Relations.On(today).Where(r => r.UnitId == unit || (below && db.Units.Any(u => u.Id == r.UnitId && u.Path.StartsWith(db.Units.First(o => o.Id == unit).Path))));
        relations = kind is null ? relations.Where(r => r.Kind != RelationKind.Former) : relations.Where(r => r.Kind == kind);
        return db.People.Where(p => relations.Any(r => r.PersonId == p.Id));
    }
}
