using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Counted;

/// <summary>How many took part in what was held, by the unit that keeps it: who comes to three gatherings is counted three times.</summary>
internal sealed class ParticipantsMeasure(AppDb db, Kinds kinds, Texts texts) : IMeasure, IBySort
{
    public string Code => "participants";

    public string Slug => "deltagare";

    public string Text => "Counted.Participants";

    public string Sorts => "Counted.ByKind";

    public ValueTask<string?> Definition() => ValueTask.FromResult<string?>(texts["Counted.Participants.Definition"]);

    public async Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled)
    {
        var sums = await In(units, from, to).GroupBy(g => g.Unit).Select(g => new { Unit = g.Key, Count = g.Sum(h => h.Count) }).ToListAsync(cancelled);
        return sums.ToDictionary(s => s.Unit, s => new Figure(s.Count));
    }

    public async Task<IReadOnlyList<Sort>> BySort(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled)
    {
        var sums = await In(units, from, to).GroupBy(g => g.Kind).Select(g => new { Kind = g.Key, Count = g.Sum(h => h.Count) }).ToListAsync(cancelled);
        return await kinds.Sorted(sums.ToDictionary(s => s.Kind, s => s.Count, StringComparer.Ordinal));
    }

    public async Task<IReadOnlyList<MeasureRow>> Rows(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, int most, CancellationToken cancelled)
    {
        var rows = await In(units, from, to).OrderByDescending(g => g.Starts).ThenBy(g => g.Title).Take(most).ToListAsync(cancelled);
        return [.. rows.Select(r => new MeasureRow(OurTime.DayOf(r.Starts), $"{r.Title}: {texts.Count("Counted.Participants.Row", r.Count)}"))];
    }

    // whoever was ticked at the door, or as many as somebody has told of when those are more
    private IQueryable<Visited> In(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to)
    {
        var held = db.Gatherings.WereHeld(from, to).Where(g => units.Contains(g.UnitId));
        return
            from gathering in held
            let here = db.Attendances.Where(a => a.GatheringId == gathering.Id && a.IsHere).Sum(a => (int?)a.People) ?? 0
            where here > 0 || gathering.Attended > 0
            select new Visited { Unit = gathering.UnitId, Kind = gathering.Kind, Title = gathering.Title, Starts = gathering.Starts, Count = gathering.Attended > here ? gathering.Attended.Value : here };
    }

    /// <summary>One that was held, and how many were there.</summary>
    private sealed class Visited
    {
        public required Id<Unit> Unit { get; init; }
        public required string Kind { get; init; }
        public required string Title { get; init; }
        public required DateTimeOffset Starts { get; init; }
        public required int Count { get; init; }
    }
}
