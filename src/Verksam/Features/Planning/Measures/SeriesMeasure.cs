using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Measures;

/// <summary>A hand-kept series, as a measure.</summary>
internal sealed class SeriesMeasure(AppDb db, Series series, string slug) : IMeasure
{
    public const string Prefix = "series:";

    public string Code => series.Code;

    public string Slug => slug;

    public Id<Series> Series => series.Id;

    public string Text => series.Name;

    public async Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(
        IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled)
    {
        var points = await db.SeriesPoints.Where(p => p.SeriesId == series.Id && units.Any(u => u == series.UnitId) && p.Day >= from && p.Day <= to)
            .OrderBy(p => p.Day).ThenBy(p => p.Id).Select(p => p.Value).ToListAsync(cancelled);
        return points.Count == 0 ? new Dictionary<Id<Unit>, Figure>()
            : new Dictionary<Id<Unit>, Figure> { [series.UnitId] = new(series.Adds ? points.Sum() : points[^1]) };
    }

    public async Task<IReadOnlyList<MeasureRow>> Rows(
        IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, int most, CancellationToken cancelled)
    {
        var points = await db.SeriesPoints.Where(p => p.SeriesId == series.Id && p.Day >= from && p.Day <= to)
            .OrderByDescending(p => p.Day).ThenByDescending(p => p.Id).Take(most).ToListAsync(cancelled);
        return [.. points.Select(p => new MeasureRow(p.Day, p.Value.ToString("0.##", System.Globalization.CultureInfo.CurrentCulture), p.By?.Value))];
    }
}
