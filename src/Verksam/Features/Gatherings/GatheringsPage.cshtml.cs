using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.Structure;
using Verksam.Features.Structure.Days;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings;

/// <summary>What goes on: a month at a time, as weeks or as a list, with what needs somebody.</summary>
[Requires(Permission.SeePlan)]
internal sealed class GatheringsPage(AppDb db, CurrentUser me, Seen seen, GatheringsPage.Parts parts, OurTime time) : PageModel
{
    private const int EarliestYear = 1900, LatestYear = 2199;

    /// <summary>"2026-06".</summary>
    [BindProperty(Name = "manad", SupportsGet = true)]
    public string? MonthAsked { get; set; }

    /// <summary>The code of a kind.</summary>
    [BindProperty(Name = "vad", SupportsGet = true)]
    public string? What { get; set; }

    /// <summary>A unit's slug.</summary>
    [BindProperty(Name = "var", SupportsGet = true)]
    public string? Where { get; set; }

    /// <summary>"alla", "allmanheten".</summary>
    [BindProperty(Name = "vem", SupportsGet = true)]
    public string? Whom { get; set; }

    /// <summary>"lista"; else the weeks.</summary>
    [BindProperty(Name = "vy", SupportsGet = true)]
    public string? View { get; set; }

    public Month Month { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<Row> Needs { get; private set; } = [];
    public ILookup<DateOnly, string> Days { get; private set; } = Array.Empty<string>().ToLookup(_ => default(DateOnly));
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public bool IsList => View == "lista";
    public bool MayArrange => me.Can(Permission.Arrange);
    public GatheringWords Words => parts.Words;
    public DateOnly Today => time.Today;

    /// <summary>The rows of the month itself.</summary>
    public IEnumerable<Row> Own => Rows.Where(r => OurTime.DayOf(r.Starts) <= Month.Last && r.LastDay >= Month.First);

    public async Task OnGet()
    {
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        Month = Month.Of(MonthAsked, time.Today, EarliestYear, LatestYear);
        (What, Where) = (What is "" ? null : What, Where is "" ? null : Where);
        var (from, to) = (OurTime.EndOf(Month.Monday.AddDays(-1)), OurTime.EndOf(Month.Sunday));
        Rows = await Read((await Asked()).Where(g => g.Starts < to && g.Ends > from).OrderBy(g => g.Starts).ThenBy(g => g.Id));
        await Offer();
        Days = await Kept();
        Needs = MayArrange ? await Read(Wanting(db.Gatherings.EditableBy(me, db)).OrderBy(g => g.Starts).Take(20)) : [];
    }

    /// <summary>The address of the same, another month or another view.</summary>
    public string Address(Month? month = null, string? view = null)
    {
        var words = new[] { ("manad", (month ?? Month).Word), ("vad", What), ("var", Where), ("vem", Whom), ("vy", view ?? View) }.Where(w => !string.IsNullOrEmpty(w.Item2));
        return "/aktiviteter?" + string.Join('&', words.Select(w => $"{w.Item1}={Uri.EscapeDataString(w.Item2!)}"));
    }

    private async ValueTask<IQueryable<Gathering>> Asked()
    {
        var all = await seen.All();
        if (What is { } kind)
            all = all.Where(g => g.Kind == kind);
        if (Where is { } slug)
            all = all.Where(g => db.Units.Any(u => u.Slug == slug && (u.Id == g.UnitId || db.CoArrangers.Any(c => c.GatheringId == g.Id && c.UnitId == u.Id))));
        return Whom == "allmanheten" ? all.Where(g => g.Audience == Audience.Everybody) : all;
    }

    // over and nobody has told how it went; soon and still a draft, or with shifts that lack people
    private IQueryable<Gathering> Wanting(IQueryable<Gathering> gatherings)
    {
        var (now, told, soon, near) = (time.Now, time.Now.AddDays(-60), time.Now.AddDays(14), time.Now.AddDays(30));
        return gatherings.Where(g => (g.State == GatheringState.Published && g.Ends < now && g.Ends > told) || (g.State == GatheringState.Draft && g.Starts > now && g.Starts < soon)
            || (g.State == GatheringState.Published && g.Ends > now && g.Starts < near && db.Shifts.Any(s => s.GatheringId == g.Id && s.Need > db.ShiftPlaces.Count(p => p.ShiftId == s.Id && p.State == PlaceState.Taken))));
    }

    private async Task<IReadOnlyList<Row>> Read(IQueryable<Gathering> gatherings)
    {
        var names = await parts.Kinds.Names();
        var rows = await (
            from g in gatherings
            join unit in db.Units on g.UnitId equals unit.Id
            join venue in db.Venues on g.VenueId equals venue.Id into at
            from venue in at.DefaultIfEmpty()
            select new Row(g.Id, g.Title, g.Kind, g.State, g.Starts, g.Ends, unit.Name, venue!.Name ?? g.Spot, g.Link != null)
            {
                Short = db.Shifts.Count(s => s.GatheringId == g.Id && s.Need > db.ShiftPlaces.Count(p => p.ShiftId == s.Id && p.State == PlaceState.Taken)),
            }).ToListAsync();
        return [.. rows.Select(r => r with { Kind = names.GetValueOrDefault(r.Kind, r.Kind), IsOver = r.Ends <= time.Now })];
    }

    // the weeks around New Year are of two years
    private async Task<ILookup<DateOnly, string>> Kept()
    {
        var days = new List<YearDays.OneDay>();
        foreach (var year in new[] { Month.Monday.Year, Month.Sunday.Year }.Distinct())
            days.AddRange(await parts.Days.Of(year, db.Units.VisibleTo(me, db)));
        return days.Where(d => d.IsKept).ToLookup(d => d.On!.Value, d => d.Day.Name);
    }

    private async Task Offer()
    {
        Kinds = [.. (await parts.Kinds.All()).Where(k => !k.IsRetired || k.Code == What).Select(k => new SelectListItem(k.Name, k.Code, k.Code == What))];
        Units = await db.Units.VisibleTo(me, db).OrderBy(u => u.Path.Length).ThenBy(u => EF.Functions.Collate(u.Name, db.SwedishOrder)).Select(u => new SelectListItem(u.Name, u.Slug, u.Slug == Where)).ToListAsync();
    }

    internal sealed record Parts(Kinds Kinds, YearDays Days, GatheringWords Words);

    internal sealed record Row(Id<Gathering> Id, string Title, string Kind, GatheringState State, DateTimeOffset Starts, DateTimeOffset Ends, string Unit, string? Where, bool IsDigital)
    {
        public bool IsOver { get; init; }

        /// <summary>How many shifts lack people.</summary>
        public int Short { get; init; }

        public DateOnly LastDay => GatheringWords.LastDay(Starts, Ends);

        /// <summary>What is wanting, by the end of a key in the texts; null when nothing is.</summary>
        public string? Wants => (State, IsOver) switch
        {
            (GatheringState.Published, true) => "Report",
            (GatheringState.Draft, false) => "Draft",
            (GatheringState.Published, false) when Short > 0 => "Shifts",
            _ => null,
        };

        public string Status => Wants == "Shifts" ? "at-risk" : Gathering.StatusOf(State, IsOver);

        /// <summary>Where one does what is wanting.</summary>
        public string Url => $"/aktiviteter/{Id}" + Wants switch { "Report" => "#rapport", "Shifts" => "/pass", _ => "" };

        public bool IsOn(DateOnly day) => OurTime.DayOf(Starts) <= day && day <= LastDay;
    }
}

/// <summary>A month as whole weeks.</summary>
internal sealed record Month(DateOnly First)
{
    public DateOnly Last => First.AddMonths(1).AddDays(-1);
    public DateOnly Monday => First.AddDays(-(((int)First.DayOfWeek + 6) % 7));
    public DateOnly Sunday => Last.AddDays((7 - (int)Last.DayOfWeek) % 7);
    public Month Before => new(First.AddMonths(-1));
    public Month After => new(First.AddMonths(1));
    public string Word => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
    public string Name => First.ToString("MMMM", CultureInfo.CurrentCulture);

    public IEnumerable<IReadOnlyList<DateOnly>> Weeks => Enumerable.Range(0, Sunday.DayNumber - Monday.DayNumber + 1).Select(Monday.AddDays).Chunk(7);

    /// <summary>"2026-06"; today's when it is none.</summary>
    public static Month Of(string? word, DateOnly today, int earliest, int latest) =>
        DateOnly.TryParseExact(word + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year > earliest && first.Year < latest ? new(first) : new(new DateOnly(today.Year, today.Month, 1));
}
