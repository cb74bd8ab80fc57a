using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Measures;

/// <summary>What measures say of a unit and all below it. Each is counted once a request.</summary>
internal sealed class Figures(AppDb db, IEnumerable<IMeasure> plugged)
{
    private readonly Dictionary<(string Code, Id<Unit> Unit, DateOnly Day), Figure?> _known = [];
    private readonly Dictionary<Id<Unit>, List<Id<Unit>>> _trees = [];
    private List<Series>? _series;

    /// <summary>Those that rooms have plugged in, then the unit's hand-kept series.</summary>
    public async Task<IReadOnlyList<IMeasure>> All(Id<Unit> unit) =>
        [.. plugged, .. (await SeriesOf()).Where(s => s.UnitId == unit).Select(s => new SeriesMeasure(db, s))];

    public async Task<IMeasure?> Find(string? code) => plugged.FirstOrDefault(m => m.Code == code)
        ?? (code is null ? null : (await SeriesOf()).Where(s => s.Code == code).Select(s => new SeriesMeasure(db, s)).FirstOrDefault());

    /// <summary>The year so far at a day; null when nothing was measured (never zero).</summary>
    public async Task<Figure?> On(string code, Id<Unit> unit, DateOnly day)
    {
        if (_known.TryGetValue((code, unit, day), out var known))
            return known;
        var figure = await Find(code) is { } measure ? Figure.Sum((await ByUnit(measure, unit, day)).Values) : null;
        return _known[(code, unit, day)] = figure;
    }

    public async Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(IMeasure measure, Id<Unit> unit, DateOnly day) =>
        await measure.ByUnit(await Below(unit), new DateOnly(day.Year, 1, 1), day, CancellationToken.None);

    public async Task<IReadOnlyList<Id<Unit>>> Below(Id<Unit> unit)
    {
        if (_trees.TryGetValue(unit, out var known))
            return known;
        var path = await db.Units.Where(u => u.Id == unit).Select(u => u.Path).SingleAsync();
        return _trees[unit] = await db.Units.Where(u => u.Path.StartsWith(path)).Select(u => u.Id).ToListAsync();
    }

    private async Task<List<Series>> SeriesOf() => _series ??= await db.Series.AsNoTracking().OrderBy(s => s.Name).ToListAsync();
}
