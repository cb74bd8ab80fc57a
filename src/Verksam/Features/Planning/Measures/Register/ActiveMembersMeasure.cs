using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Activity;
using Verksam.Features.People.Belonging;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Planning.Measures.Register;

/// <summary>How many of the members of a day were active then, as this organisation counts it (<see cref="ActiveRule"/>).</summary>
internal sealed class ActiveMembersMeasure(AppDb db, ActivePeople active, Texts texts) : IMeasure
{
    public string Code => "active-members";

    public string Slug => "aktiva-medlemmar";

    public string Text => "Planning.Measures.active-members";

    public bool IsDetail => true;

    public async ValueTask<string?> Definition()
    {
        var rule = await active.Rule();
        return texts["Planning.Measures.active-members.Is", rule.Days, texts.Or([.. active.Signs.Where(rule.Counts).Select(s => texts[s.Text])])];
    }

    public async Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled)
    {
        var counts = await (await Active(units, to)).GroupBy(r => r.UnitId).Select(g => new { Unit = g.Key, Count = g.Count() }).ToListAsync(cancelled);
        return counts.ToDictionary(c => c.Unit, c => new Figure(c.Count));
    }

    public async Task<IReadOnlyList<MeasureRow>> Rows(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, int most, CancellationToken cancelled)
    {
        var rows = await (
            from relation in await Active(units, to)
            join unit in db.Units on relation.UnitId equals unit.Id
            orderby relation.From descending, relation.Id
            select new { relation.From, unit.Name, relation.PersonId }).Take(most).ToListAsync(cancelled);
        return [.. rows.Select(r => new MeasureRow(r.From, r.Name, r.PersonId.Value))];
    }

    private async Task<IQueryable<Relation>> Active(IQueryable<Id<Unit>> units, DateOnly day)
    {
        var who = await active.On(day);
        return db.Relations.On(day).Where(r => r.Kind == RelationKind.Member && units.Contains(r.UnitId) && who.Contains(r.PersonId));
    }
}
