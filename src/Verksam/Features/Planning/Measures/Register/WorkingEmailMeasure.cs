using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Reach;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Planning.Measures.Register;

/// <summary>
/// How many of the members have an e-mail address that letters reach. Of a day gone by: an address known now, unless it had stopped working
/// by then; those with a protected identity are not counted, since nobody may know what they have.
/// </summary>
internal sealed class WorkingEmailMeasure(AppDb db, Texts texts) : IMeasure
{
    public string Code => "working-email";

    public string Slug => "epost-som-fungerar";

    public string Text => "Planning.Measures.working-email";

    public bool IsDetail => true;

    public ValueTask<string?> Definition() => ValueTask.FromResult<string?>(texts["Planning.Measures.working-email.Is"]);

    public async Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled)
    {
        var all = await Members(units, to).GroupBy(r => r.UnitId).Select(g => new { Unit = g.Key, Count = g.Count() }).ToListAsync(cancelled);
        var reached = Working(to);
        var working = await Members(units, to).Where(r => reached.Any(w => w.PersonId == r.PersonId)).GroupBy(r => r.UnitId)
            .Select(g => new { Unit = g.Key, Count = g.Count() }).ToDictionaryAsync(w => w.Unit, w => w.Count, cancelled);
        return all.ToDictionary(a => a.Unit, a => new Figure(working.GetValueOrDefault(a.Unit), a.Count));
    }

    /// <summary>Those who are missing: they are the ones to do something about.</summary>
    public async Task<IReadOnlyList<MeasureRow>> Rows(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, int most, CancellationToken cancelled)
    {
        var reached = Working(to);
        var rows = await (
            from relation in Members(units, to)
            where !reached.Any(w => w.PersonId == relation.PersonId)
            join unit in db.Units on relation.UnitId equals unit.Id
            orderby relation.From descending, relation.Id
            select new { relation.From, unit.Name, relation.PersonId }).Take(most).ToListAsync(cancelled);
        return [.. rows.Select(r => new MeasureRow(r.From, texts["Planning.Measures.working-email.Missing", r.Name], r.PersonId.Value))];
    }

    private IQueryable<Relation> Members(IQueryable<Id<Unit>> units, DateOnly day) =>
        db.Relations.On(day).Where(r => r.Kind == RelationKind.Member && units.Contains(r.UnitId) && db.People.Any(p => p.Id == r.PersonId && !p.IsProtected));

    private IQueryable<Way> Working(DateOnly day) =>
        db.Ways.Where(w => w.Kind == WayKind.Email && (w.State == WayState.Untried || w.State == WayState.Works || w.StateSince > day));
}
