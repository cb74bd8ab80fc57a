using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Planning.Measures.Register;

/// <summary>How many have become members since the first day. Who was a member the day before, elsewhere in the organisation, has only moved.</summary>
internal sealed class NewMembersMeasure(AppDb db, Texts texts) : IMeasure
{
    public string Code => "new-members";

    public string Slug => "nya-medlemmar";

    public string Text => "Planning.Measures.new-members";

    public bool IsDetail => true;

    public ValueTask<string?> Definition() => ValueTask.FromResult<string?>(texts["Planning.Measures.new-members.Is"]);

    public async Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled)
    {
        var counts = await Joined(units, from, to).GroupBy(r => r.UnitId).Select(g => new { Unit = g.Key, Count = g.Count() }).ToListAsync(cancelled);
        return counts.ToDictionary(c => c.Unit, c => new Figure(c.Count));
    }

    public async Task<IReadOnlyList<MeasureRow>> Rows(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, int most, CancellationToken cancelled)
    {
        var joined = Joined(units, from, to);
        var rows = await (
            from relation in joined
            join unit in db.Units on relation.UnitId equals unit.Id
            orderby relation.From descending, relation.Id
            select new { relation.From, unit.Name, relation.PersonId }).Take(most).ToListAsync(cancelled);
        return [.. rows.Select(r => new MeasureRow(r.From, r.Name, r.PersonId.Value))];
    }

    private IQueryable<Relation> Joined(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to) =>
        db.Relations.Where(r => r.Kind == RelationKind.Member && r.From >= from && r.From <= to && units.Contains(r.UnitId)
            && !db.Relations.Any(b => b.PersonId == r.PersonId && b.Kind == RelationKind.Member && b.From < r.From && b.To == r.From.AddDays(-1)));
}
