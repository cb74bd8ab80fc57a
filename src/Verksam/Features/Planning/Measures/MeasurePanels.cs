using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Measures;

/// <summary>A measure as it is shown: today, the same day last year, and month by month.</summary>
internal sealed record MeasurePanel(string Slug, string Name, Figure? Now, Figure? LastYear, IReadOnlyList<decimal?> ThisYear, IReadOnlyList<decimal?> YearBefore)
{
    /// <summary>A figure as it is read, null for none.</summary>
    public static string? Said(decimal? value, bool share) => value is { } known ? known.ToString("#,0.#", CultureInfo.CurrentCulture) + (share ? " %" : "") : null;

    /// <summary>What it counts, when the name does not say it all.</summary>
    public string? Definition { get; init; }

    public bool IsShare => (Now ?? LastYear)?.Of is not null;
}

/// <summary>Gathers what the panels show. The months come from the nightly points: one query for all.</summary>
internal sealed class MeasurePanels(AppDb db, Figures figures, OurTime time, Kernel.Text.Texts texts)
{
    /// <param name="only">The code of one, or null for all.</param>
    public async Task<IReadOnlyList<MeasurePanel>> Of(Id<Unit> unit, string? only = null) =>
        await Of(unit, (await figures.All(unit)).Where(m => only is null || m.Code == only));

    /// <summary>Those that some commitment of the plan follows, and those that are of every year.</summary>
    public async Task<IReadOnlyList<MeasurePanel>> OfPlan(Plan plan)
    {
        var followed = await db.Commitments.Where(c => c.PlanId == plan.Id && c.MeasureCode != null && c.DroppedOn == null).Select(c => c.MeasureCode!).Distinct().ToListAsync();
        return await Of(plan.UnitId, (await figures.All(plan.UnitId)).Where(m => !m.IsDetail || followed.Contains(m.Code)));
    }

    private async Task<IReadOnlyList<MeasurePanel>> Of(Id<Unit> unit, IEnumerable<IMeasure> measures)
    {
        List<Point> points = [.. await NightlyOf(unit), .. await ByHand(unit)];
        var panels = new List<MeasurePanel>();
        foreach (var measure in measures)
        {
            var now = await figures.On(measure.Code, unit, time.Today);
            var before = await figures.On(measure.Code, unit, time.Today.AddYears(-1));
            var mine = points.Where(p => p.Code == measure.Code).ToList();
            panels.Add(new MeasurePanel(measure.Slug, NameOf(measure), now, before, Months(mine, time.Today.Year, now), Months(mine, time.Today.Year - 1, null)) { Definition = await measure.Definition() });
        }
        return panels;
    }

    public string NameOf(IMeasure measure) => texts.Has(measure.Text) ? texts[measure.Text] : measure.Text;

    private async Task<List<Point>> NightlyOf(Id<Unit> unit)
    {
        var below = await figures.Below(unit);
        var from = new DateOnly(time.Today.Year - 1, 1, 1);
        var kept = await db.MeasurePoints.Where(p => below.Contains(p.UnitId) && p.Day >= from)
            .GroupBy(p => new { p.Code, p.Day }).Select(g => new { g.Key.Code, g.Key.Day, Value = g.Sum(p => (double)p.Value), Of = g.Sum(p => (double?)p.Of) }).ToListAsync();
        return [.. kept.Select(p => new Point(p.Code, p.Day, new Figure((decimal)p.Value, p.Of is > 0 ? (decimal)p.Of : null)))];
    }

    // what people keep by hand they also mend afterwards: its months are read from the points themselves
    private async Task<List<Point>> ByHand(Id<Unit> unit)
    {
        var first = new DateOnly(time.Today.Year - 1, 1, 1);
        var written = await (
            from point in db.SeriesPoints
            join series in db.Series on point.SeriesId equals series.Id
            where series.UnitId == unit && point.Day >= first && point.Day <= time.Today
            orderby point.Day, point.Id
            select new { series.Id, series.Adds, point.Day, point.Value }).ToListAsync();
        return [.. written.GroupBy(w => (w.Id, w.Adds, w.Day.Year)).SelectMany(year => year.Select((w, i) =>
            new Point(SeriesMeasure.Prefix + w.Id, w.Day, new Figure(w.Adds ? year.Take(i + 1).Sum(x => x.Value) : w.Value))))];
    }

    // the last point of each month; the month that runs shows today's figure; what was not measured is a gap
    private List<decimal?> Months(List<Point> points, int year, Figure? now) =>
        [.. Enumerable.Range(1, 12).Select(month => year == time.Today.Year && month == time.Today.Month && now is not null ? now.Compared
            : points.Where(p => p.Day.Year == year && p.Day.Month == month).MaxBy(p => p.Day)?.Figure.Compared)];

    private sealed record Point(string Code, DateOnly Day, Figure Figure);
}
