using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Calendars;

/// <summary>A gathering that anybody may come to, as a list has it.</summary>
/// <param name="Places">Where in the tree those are who arrange it.</param>
internal sealed record ListedGathering(Id<Gathering> Id, string Title, string? Lead, string Kind, GatheringState State, DateTimeOffset Starts, DateTimeOffset Ends, string Unit, string Where, IReadOnlyList<string> Places)
{
    public DateOnly First { get; } = OurTime.DayOf(Starts);
    public DateOnly Last { get; } = GatheringWords.LastDay(Starts, Ends);

    public bool IsIn(string path) => Places.Any(p => p.StartsWith(path, StringComparison.Ordinal));
}

/// <summary>What stands open for anybody, a year at a time, read once for all who ask.</summary>
internal sealed class OpenGatherings(AppDb db, Kept kept, GatheringWords words)
{
    private const int MostUnits = 100;

    /// <summary>What goes on in some days, the first first.</summary>
    public async Task<IReadOnlyList<ListedGathering>> Between(DateOnly first, DateOnly last)
    {
        var found = new List<ListedGathering>();
        for (var year = first.Year; year <= last.Year; year++)
            found.AddRange((await In(year)).Where(g => g.First <= last && g.Last >= first && (g.First.Year == year || (year == first.Year && g.First.Year < year))));
        return found;
    }

    /// <summary>Units that one may choose among: those that arrange something open in some years, or have below them who does.</summary>
    public async Task<IReadOnlyList<Place>> Places(int from, int to)
    {
        var busy = new List<string>();
        for (var year = from; year <= to; year++)
            busy.AddRange((await In(year)).SelectMany(g => g.Places));
        var distinct = busy.Distinct(StringComparer.Ordinal).ToList();
        return [.. (await All()).Where(u => distinct.Exists(p => p.StartsWith(u.Path, StringComparison.Ordinal))).Take(MostUnits)];
    }

    /// <summary>Any unit, by its slug.</summary>
    public async Task<Place?> Find(string? slug) => slug is null ? null : (await All()).FirstOrDefault(u => u.Slug == slug);

    private ValueTask<IReadOnlyList<Place>> All() => kept.Get((nameof(OpenGatherings), nameof(Place)), async () =>
        (IReadOnlyList<Place>)await db.Units.OrderBy(u => u.Path.Length).ThenBy(u => EF.Functions.Collate(u.Name, db.SwedishOrder)).Select(u => new Place(u.Name, u.Slug, u.Path, u.ParentId == null)).ToListAsync());

    private ValueTask<IReadOnlyList<ListedGathering>> In(int year) => kept.Get((nameof(OpenGatherings), year, CultureInfo.CurrentUICulture.Name), () => Read(year));

    private async Task<IReadOnlyList<ListedGathering>> Read(int year)
    {
        var (from, to) = (OurTime.EndOf(new DateOnly(year - 1, 12, 31)), OurTime.EndOf(new DateOnly(year, 12, 31)));
        var open = db.Gatherings.Public().Where(g => g.Starts < to && g.Ends > from);
        var with = (await (
            from c in db.CoArrangers
            where open.Any(g => g.Id == c.GatheringId)
            join unit in db.Units on c.UnitId equals unit.Id
            select new { c.GatheringId, unit.Path }).ToListAsync()).ToLookup(c => c.GatheringId, c => c.Path);
        var rows = await (
            from g in open.AsNoTracking()
            join unit in db.Units on g.UnitId equals unit.Id
            join venue in db.Venues.AsNoTracking() on g.VenueId equals venue.Id into at
            from venue in at.DefaultIfEmpty()
            orderby g.Starts, g.Id
            select new { g.Id, g.Title, g.Lead, g.Kind, g.State, g.Starts, g.Ends, Unit = unit.Name, unit.Path, Venue = venue, g.Spot, IsDigital = g.Link != null }).ToListAsync();
        return [.. rows.Select(r => new ListedGathering(r.Id, r.Title, r.Lead, r.Kind, r.State, r.Starts, r.Ends, r.Unit, words.Where(r.Venue, r.Spot, r.IsDigital), [r.Path, .. with[r.Id]]))];
    }

    internal sealed record Place(string Name, string Slug, string Path, bool IsRoot);
}
