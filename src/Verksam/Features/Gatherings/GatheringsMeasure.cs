using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings;

/// <summary>Gatherings held: those of which somebody has said that they took place, by the unit that keeps them.</summary>
internal sealed class GatheringsMeasure(AppDb db, Kinds kinds) : IMeasure, IBySort
{
    public string Code => "gatherings";

    public string Slug => "aktiviteter";

    public string Text => "Gatherings.Measure.gatherings";

    public string Sorts => "Counted.ByKind";

    public async Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled)
    {
        var counts = await Held(units, from, to).GroupBy(g => g.UnitId).Select(g => new { Unit = g.Key, Count = g.Count() }).ToListAsync(cancelled);
        return counts.ToDictionary(c => c.Unit, c => new Figure(c.Count));
    }

    public async Task<IReadOnlyList<Sort>> BySort(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled) =>
        await kinds.Sorted(await Held(units, from, to).GroupBy(g => g.Kind).Select(g => new { Kind = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Kind, g => g.Count, StringComparer.Ordinal, cancelled));

    public async Task<IReadOnlyList<MeasureRow>> Rows(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, int most, CancellationToken cancelled)
    {
        var rows = await Held(units, from, to).OrderByDescending(g => g.Starts).ThenBy(g => g.Id).Take(most)
            .Join(db.Units, g => g.UnitId, u => u.Id, (g, unit) => new { g.Starts, g.Title, unit.Name }).ToListAsync(cancelled);
        return [.. rows.Select(r => new MeasureRow(OurTime.DayOf(r.Starts), $"{r.Title}, {r.Name}"))];
    }

    private IQueryable<Gathering> Held(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to) => db.Gatherings.WereHeld(from, to).Where(g => units.Contains(g.UnitId));
}
