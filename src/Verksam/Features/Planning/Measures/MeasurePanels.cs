using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Measures;

/// <summary>A measure as it is shown: today, the same day last year, and month by month.</summary>
internal sealed record MeasurePanel(string Code, string Name, Figure? Now, Figure? LastYear, IReadOnlyList<decimal?> ThisYear, IReadOnlyList<decimal?> YearBefore)
{
    public bool IsShare => (Now ?? LastYear)?.Of is not null;
}

/// <summary>Gathers what the panels show. The months come from the nightly points: one query for all.</summary>
internal sealed class MeasurePanels(AppDb db, Figures figures, OurTime time, Kernel.Text.Texts texts)
{
    public async Task<IReadOnlyList<MeasurePanel>> Of(Id<Unit> unit)
    {
        var measures = await figures.All(unit);
        var points = await Points(unit);
        var panels = new List<MeasurePanel>();
        foreach (var measure in measures)
        {
            var now = await figures.On(measure.Code, unit, time.Today);
            var before = await figures.On(measure.Code, unit, time.Today.AddYears(-1));
            var mine = points.Where(p => p.Code == measure.Code).ToList();
            panels.Add(new MeasurePanel(measure.Code, NameOf(measure), now, before, Months(mine, time.Today.Year, now), Months(mine, time.Today.Year - 1, null)));
        }
        return panels;
    }

    public string NameOf(IMeasure measure) => texts.Has(measure.Text) ? texts[measure.Text] : measure.Text;

    private async Task<List<Point>> Points(Id<Unit> unit)
    {
        var below = await figures.Below(unit);
        var from = new DateOnly(time.Today.Year - 1, 1, 1);
        var kept = await db.MeasurePoints.Where(p => below.Contains(p.UnitId) && p.Day >= from)
            .GroupBy(p => new { p.Code, p.Day }).Select(g => new { g.Key.Code, g.Key.Day, Value = g.Sum(p => (double)p.Value), Of = g.Sum(p => (double?)p.Of) }).ToListAsync();
        return [.. kept.Select(p => new Point(p.Code, p.Day, new Figure((decimal)p.Value, p.Of is > 0 ? (decimal)p.Of : null)))];
    }

    // the last point of each month; the month that runs shows today's figure; what was not measured is a gap
    private List<decimal?> Months(List<Point> points, int year, Figure? now) =>
        [.. Enumerable.Range(1, 12).Select(month => year == time.Today.Year && month == time.Today.Month && now is not null ? now.Compared
            : points.Where(p => p.Day.Year == year && p.Day.Month == month).MaxBy(p => p.Day)?.Figure.Compared)];

    private sealed record Point(string Code, DateOnly Day, Figure Figure);
}
