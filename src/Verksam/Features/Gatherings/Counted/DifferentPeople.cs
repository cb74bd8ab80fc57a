using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Door;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Counted;

/// <summary>
/// How many different people of the register took part, each once, in the unit where they belong: so the parts add up to the whole. Guests and those
/// who walked by are unknown, and nobody can say whether two of them are one.
/// </summary>
internal sealed class DifferentPeopleMeasure(AppDb db, Texts texts) : IMeasure
{
    public string Code => "participants-different";

    public string Slug => "olika-deltagare";

    public string Text => "Counted.Different";

    public bool IsDetail => true;

    public ValueTask<string?> Definition() => ValueTask.FromResult<string?>(texts["Counted.Different.Definition"]);

    public async Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled) =>
        await Those.ByHome(db, units, Attended.Of(db, from, to), cancelled);

    public Task<IReadOnlyList<MeasureRow>> Rows(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, int most, CancellationToken cancelled) =>
        Those.Rows(db, units, Attended.Of(db, from, to), most, cancelled);
}

/// <summary>How many of them had never been to anything before.</summary>
internal sealed class NewPeopleMeasure(AppDb db, Texts texts) : IMeasure
{
    // before there was anything to come to
    private static readonly DateOnly Ever = new(1900, 1, 1);

    public string Code => "participants-new";

    public string Slug => "nya-deltagare";

    public string Text => "Counted.New";

    public bool IsDetail => true;

    public ValueTask<string?> Definition() => ValueTask.FromResult<string?>(texts["Counted.New.Definition"]);

    public async Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled) =>
        await Those.ByHome(db, units, First(from, to), cancelled);

    public Task<IReadOnlyList<MeasureRow>> Rows(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, int most, CancellationToken cancelled) =>
        Those.Rows(db, units, First(from, to), most, cancelled);

    private IQueryable<Attended> First(DateOnly from, DateOnly to)
    {
        var before = Attended.Of(db, Ever, from.AddDays(-1));
        return Attended.Of(db, from, to).Where(a => !before.Any(b => b.Person == a.Person));
    }
}

/// <summary>Those who were at something, by where they belong.</summary>
internal static class Those
{
    public static async Task<Dictionary<Id<Unit>, Figure>> ByHome(AppDb db, IQueryable<Id<Unit>> units, IQueryable<Attended> been, CancellationToken cancelled)
    {
        var counts = await db.People.Where(p => units.Contains(p.UnitId) && been.Any(a => a.Person == p.Id))
            .GroupBy(p => p.UnitId).Select(g => new { Unit = g.Key, Count = g.Count() }).ToListAsync(cancelled);
        return counts.ToDictionary(c => c.Unit, c => new Figure(c.Count));
    }

    public static async Task<IReadOnlyList<MeasureRow>> Rows(AppDb db, IQueryable<Id<Unit>> units, IQueryable<Attended> been, int most, CancellationToken cancelled)
    {
        var rows = await (
            from person in db.People
            where units.Contains(person.UnitId) && been.Any(a => a.Person == person.Id)
            let last = been.Where(a => a.Person == person.Id).Max(a => a.Starts)
            join unit in db.Units on person.UnitId equals unit.Id
            orderby last descending, person.Id
            select new { person.Id, unit.Name, Last = last }).Take(most).ToListAsync(cancelled);
        return [.. rows.Select(r => new MeasureRow(OurTime.DayOf(r.Last), r.Name, r.Id.Value))];
    }
}
