using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Measures;

/// <summary>How many members there are in a unit on a day, as they belonged that day.</summary>
internal sealed class PeopleMeasure(AppDb db) : IMeasure
{
    public string Code => "people";

    public string Text => "Planning.Measures.people";

    public async Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(
        IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled)
    {
        var counts = await On(units, to).GroupBy(r => r.UnitId).Select(g => new { Unit = g.Key, Count = g.Count() }).ToListAsync(cancelled);
        return counts.ToDictionary(c => c.Unit, c => new Figure(c.Count));
    }

    public async Task<IReadOnlyList<MeasureRow>> Rows(
        IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, int most, CancellationToken cancelled)
    {
        var rows = await (
            from relation in On(units, to)
            join unit in db.Units on relation.UnitId equals unit.Id
            orderby relation.From descending, relation.Id
            select new { relation.From, unit.Name, relation.PersonId }).Take(most).ToListAsync(cancelled);
        return [.. rows.Select(r => new MeasureRow(r.From, r.Name, r.PersonId.Value))];
    }

    private IQueryable<Relation> On(IQueryable<Id<Unit>> units, DateOnly day) =>
        db.Relations.On(day).Where(r => r.Kind == RelationKind.Member && units.Contains(r.UnitId));
}
