using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>Conversations out there, of gatherings that were held, by the unit that keeps those: as tapped, and as somebody has put it right in the report.</summary>
internal sealed class ConversationsMeasure(AppDb db, Texts texts) : IMeasure
{
    public string Code => "conversations";

    public string Slug => "samtal-ute";

    public string Text => "Stands.Measure";

    public bool IsDetail => true;

    public ValueTask<string?> Definition() => ValueTask.FromResult<string?>(texts["Stands.Measure.Definition"]);

    public async Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled) =>
        (await Counted(units, from, to, cancelled)).GroupBy(c => c.Unit).ToDictionary(g => g.Key, g => new Figure(g.Sum(c => c.Conversations)));

    public async Task<IReadOnlyList<MeasureRow>> Rows(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, int most, CancellationToken cancelled) =>
        [.. (await Counted(units, from, to, cancelled)).OrderByDescending(c => c.Starts).Take(most).Select(c => new MeasureRow(OurTime.DayOf(c.Starts), texts["Stands.Measure.Row", c.Title, c.Conversations]))];

    // one row for each gathering where there was a conversation
    private async Task<IReadOnlyList<Row>> Counted(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled)
    {
        var held = db.Gatherings.WereHeld(from, to).Where(g => units.Contains(g.UnitId) && (db.TallyActs.Any(a => a.GatheringId == g.Id) || db.StandReports.Any(r => r.GatheringId == g.Id)));
        var ids = held.Select(g => g.Id);
        var taps = await Tally.Sums(db, ids, cancelled);
        var reports = await db.StandReports.AsNoTracking().Where(r => ids.Contains(r.GatheringId)).ToDictionaryAsync(r => r.GatheringId, cancelled);
        var rows = await held.Select(g => new { g.Id, g.UnitId, g.Starts, g.Title }).ToListAsync(cancelled);
        return [.. rows.Select(r => new Row(r.UnitId, r.Starts, r.Title, StandReport.Counted(reports.GetValueOrDefault(r.Id), taps.GetValueOrDefault(r.Id, Tapped.Nothing)).Conversations)).Where(r => r.Conversations > 0)];
    }

    private sealed record Row(Id<Unit> Unit, DateTimeOffset Starts, string Title, int Conversations);
}
