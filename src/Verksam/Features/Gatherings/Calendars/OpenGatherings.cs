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
    public DateOnly First => Item.First;
    public DateOnly Last => Item.Last;

    /// <summary>As it stands in a calendar while it has not been, when it is and where worked out once for all who look.</summary>
    public CalendarItem Item { get; } = new($"/kalender/{Id}", Title, Starts, Ends, $"{Where}. {Unit}") { Status = State == GatheringState.Cancelled ? "late" : "on-track", IsCancelled = State == GatheringState.Cancelled };

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
        {
            foreach (var g in await In(year))
            {
                if (g.First <= last && g.Last >= first && (g.First.Year == year || (year == first.Year && g.First.Year < year)))
                    found.Add(g);
            }
        }
        return found;
    }

    /// <summary>Units that one may choose among: those that arrange something open in some years, or have below them who does.</summary>
    public ValueTask<IReadOnlyList<Place>> Places(int from, int to) => kept.Get((nameof(OpenGatherings), nameof(Places), from, to), () => Busy(from, to));

    /// <summary>Any unit, by its slug.</summary>
    public async Task<Place?> Find(string? slug) => slug is null ? null : (await All()).FirstOrDefault(u => u.Slug == slug);

    private async Task<IReadOnlyList<Place>> Busy(int from, int to)
    {
        var busy = new HashSet<string>(StringComparer.Ordinal);
        for (var year = from; year <= to; year++)
            busy.UnionWith((await In(year)).SelectMany(g => g.Places));
        return [.. (await All()).Where(u => busy.Any(p => p.StartsWith(u.Path, StringComparison.Ordinal))).Take(MostUnits)];
    }

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
