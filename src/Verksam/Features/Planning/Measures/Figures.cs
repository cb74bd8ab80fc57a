using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Measures;

/// <summary>What measures say of a unit and all below it. Each is counted once a request.</summary>
internal sealed class Figures(AppDb db, IEnumerable<IMeasure> plugged)
{
    private readonly Dictionary<(string Code, DateOnly Day), (Id<Unit> Root, IReadOnlyDictionary<Id<Unit>, Figure> Each)> _counted = [];
    private Dictionary<Id<Unit>, string>? _paths;
    private List<(Series Series, string Slug)>? _series;

    /// <summary>Those that rooms have plugged in, then the unit's hand-kept series.</summary>
    public async Task<IReadOnlyList<IMeasure>> All(Id<Unit> unit) =>
        [.. plugged, .. (await SeriesOf()).Where(s => s.Series.UnitId == unit).Select(Kept)];

    public async Task<IMeasure?> Find(string? code) => plugged.FirstOrDefault(m => m.Code == code)
        ?? (code is null ? null : (await SeriesOf()).Where(s => s.Series.Code == code).Select(Kept).FirstOrDefault());

    /// <summary>The one that an address names.</summary>
    public async Task<IMeasure?> At(string slug) => plugged.FirstOrDefault(m => m.Slug == slug) ?? (await SeriesOf()).Where(s => s.Slug == slug).Select(Kept).FirstOrDefault();

    /// <summary>The year so far at a day; null when nothing was measured (never zero). The units below one that was asked for cost nothing more.</summary>
    public async Task<Figure?> On(string code, Id<Unit> unit, DateOnly day)
    {
        if (await Find(code) is not { } measure)
            return null;
        var below = await Below(unit);
        if (!_counted.TryGetValue((code, day), out var counted) || !await IsIn(counted.Root, unit))
            _counted[(code, day)] = counted = (unit, await Count(measure, below, day));
        return Figure.Sum(below.Select(u => counted.Each.GetValueOrDefault(u)).OfType<Figure>());
    }

    public async Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(IMeasure measure, Id<Unit> unit, DateOnly day) => await Count(measure, await Below(unit), day);

    /// <summary>A unit and all below it.</summary>
    public async Task<IReadOnlyList<Id<Unit>>> Below(Id<Unit> unit)
    {
        var paths = await Paths();
        return [.. paths.Where(p => p.Value.StartsWith(paths[unit], StringComparison.Ordinal)).Select(p => p.Key)];
    }

    private static Task<IReadOnlyDictionary<Id<Unit>, Figure>> Count(IMeasure measure, IReadOnlyList<Id<Unit>> units, DateOnly day) =>
        measure.ByUnit(units, new DateOnly(day.Year, 1, 1), day, CancellationToken.None);

    private async Task<bool> IsIn(Id<Unit> root, Id<Unit> unit)
    {
        var paths = await Paths();
        return paths[unit].StartsWith(paths[root], StringComparison.Ordinal);
    }

    private async Task<Dictionary<Id<Unit>, string>> Paths() => _paths ??= await db.Units.ToDictionaryAsync(u => u.Id, u => u.Path);

    private SeriesMeasure Kept((Series Series, string Slug) kept) => new(db, kept.Series, kept.Slug);

    // named by their names; the first that was begun keeps the name alone, so that an address goes on leading to the same one
    private async Task<List<(Series Series, string Slug)>> SeriesOf()
    {
        if (_series is not null)
            return _series;
        var taken = plugged.Select(m => m.Slug).ToHashSet(StringComparer.Ordinal);
        var named = (await db.Series.AsNoTracking().ToListAsync()).OrderBy(s => s.Id.Value).Select(s => (s, Free(Unit.Slugged(s.Name), taken)));
        return _series = [.. named.OrderBy(s => s.s.Name, StringComparer.Create(Kernel.Text.Languages.Swedish, ignoreCase: true))];
    }

    private static string Free(string wanted, HashSet<string> taken)
    {
        var slug = wanted;
        for (var number = 2; !taken.Add(slug); number++)
            slug = $"{wanted}-{number}";
        return slug;
    }
}
