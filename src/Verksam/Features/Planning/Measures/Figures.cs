using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Measures;

/// <summary>What measures say of a unit and all below it. Each is counted once a request.</summary>
internal sealed class Figures(AppDb db, IEnumerable<IMeasure> plugged)
{
    private readonly Dictionary<(string Code, DateOnly Day), Counted> _counted = [];
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
        var paths = await Paths();
        if (!_counted.TryGetValue((code, day), out var counted) || !paths[unit].StartsWith(counted.Root, StringComparison.Ordinal))
            _counted[(code, day)] = counted = new Counted(paths[unit], (await ByUnit(measure, unit, day)).Select(f => (paths[f.Key], f.Value)));
        return counted.Below(paths[unit]);
    }

    public async Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(IMeasure measure, Id<Unit> unit, DateOnly day) =>
        await measure.ByUnit(await Below(unit), new DateOnly(day.Year, 1, 1), day, CancellationToken.None);

    /// <summary>A unit and all below it.</summary>
    public async Task<IQueryable<Id<Unit>>> Below(Id<Unit> unit)
    {
        var path = (await Paths())[unit];
        return db.Units.Where(u => u.Path.StartsWith(path)).Select(u => u.Id);
    }

    private async Task<Dictionary<Id<Unit>, string>> Paths() => _paths ??= await db.Units.Select(u => new { u.Id, u.Path }).ToDictionaryAsync(u => u.Id, u => u.Path);

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

    /// <summary>The figures of a unit and all below it, in the order of their paths: those below another lie together.</summary>
    private sealed class Counted
    {
        private readonly List<(string Path, Figure Figure)> _each;

        public Counted(string root, IEnumerable<(string Path, Figure Figure)> each)
        {
            Root = root;
            _each = [.. each.OrderBy(e => e.Path, StringComparer.Ordinal)];
        }

        public string Root { get; }

        public Figure? Below(string path) => Figure.Sum(_each.Skip(First(path)).TakeWhile(e => e.Path.StartsWith(path, StringComparison.Ordinal)).Select(e => e.Figure));

        private int First(string path)
        {
            var (low, high) = (0, _each.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = string.CompareOrdinal(_each[middle].Path, path) < 0 ? (middle + 1, high) : (low, middle);
            }
            return low;
        }
    }
}
