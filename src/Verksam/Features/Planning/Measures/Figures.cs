using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Measures;

/// <summary>What a measure says of a unit and all below it, today and on the same day last year. Each is counted once a request.</summary>
internal sealed class Figures(AppDb db, IEnumerable<IMeasure> measures, OurTime time)
{
    private readonly Dictionary<(string Code, Id<Unit> Unit, DateOnly Day), Figure?> _known = [];
    private readonly Dictionary<Id<Unit>, List<Id<Unit>>> _trees = [];

    public IMeasure? Find(string? code) => measures.FirstOrDefault(m => m.Code == code);

    public Task<Figure?> Today(string code, Id<Unit> unit) => On(code, unit, time.Today);

    /// <summary>The same day last year; 29 February is compared with the 28th.</summary>
    public Task<Figure?> LastYear(string code, Id<Unit> unit) => On(code, unit, time.Today.AddYears(-1));

    /// <summary>The year so far at a day; null when nothing was measured (never zero).</summary>
    public async Task<Figure?> On(string code, Id<Unit> unit, DateOnly day)
    {
        if (_known.TryGetValue((code, unit, day), out var known))
            return known;
        var figure = Find(code) is { } measure ? Figure.Sum((await ByUnit(measure, unit, day)).Values) : null;
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
}
