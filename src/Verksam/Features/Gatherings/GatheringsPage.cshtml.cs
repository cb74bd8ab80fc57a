using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Calendars;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Gatherings;

/// <summary>What goes on: a month as weeks or as a list, a week, a year; with what lies behind it and what needs somebody.</summary>
[Requires(Permission.SeePlan)]
internal sealed class GatheringsPage(AppDb db, CurrentUser me, Seen seen, GatheringsPage.Parts parts, OurTime time) : PageModel
{
    private const int MostNeeds = 20;

    private const string ForMe = "mig";

    /// <summary>"2026-06".</summary>
    [BindProperty(Name = "manad", SupportsGet = true)]
    public string? MonthAsked { get; set; }

    /// <summary>"2026-W24".</summary>
    [BindProperty(Name = "vecka", SupportsGet = true)]
    public string? WeekAsked { get; set; }

    /// <summary>"2026".</summary>
    [BindProperty(Name = "ar", SupportsGet = true)]
    public string? YearAsked { get; set; }

    /// <summary>The code of a kind.</summary>
    [BindProperty(Name = "vad", SupportsGet = true)]
    public string? What { get; set; }

    /// <summary>A unit's slug.</summary>
    [BindProperty(Name = "var", SupportsGet = true)]
    public string? Where { get; set; }

    /// <summary>"mig", "allmanheten"; else all.</summary>
    [BindProperty(Name = "vem", SupportsGet = true)]
    public string? Whom { get; set; }

    /// <summary>See <see cref="Stretch.WordOf"/>.</summary>
    [BindProperty(Name = "vy", SupportsGet = true)]
    public string? View { get; set; }

    public Stretch Stretch { get; private set; } = null!;
    public IReadOnlyList<CalendarItem> Items { get; private set; } = [];
    public YearShown? Shown { get; private set; }
    public IReadOnlyList<NeedOccasion> Needs { get; private set; } = [];

    /// <summary>How many of these are in the days that are looked at.</summary>
    public int NeedsThen => Needs.Count(n => OurTime.DayOf(n.Starts) <= Stretch.Last && OurTime.DayOf(n.Ends) >= Stretch.First);

    public IReadOnlyList<DayBehind> Days { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    private Id<Person> Self => new(me.PersonId);

    public bool MayArrange => me.Can(Permission.Arrange);
    public GatheringWords Words => parts.Words;
    public DateOnly Today => time.Today;

    /// <summary>What goes on in the days themselves, not only in the weeks around them.</summary>
    public IReadOnlyList<CalendarItem> Own => [.. Items.Where(i => i.First <= Stretch.Last && i.Last >= Stretch.First)];

    /// <summary>How many are left.</summary>
    public int Left => Own.Count(i => i.Ends > time.Now && i.IsPublished);

    public async Task OnGet()
    {
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        Stretch = Stretch.Of(new Asked(View, MonthAsked, WeekAsked, YearAsked), time.Today, CalendarView.Month, onward: false);
        (What, Where) = (What is "" ? null : What, Where is "" ? null : Where);
        var (from, to) = (OurTime.EndOf(Stretch.Monday.AddDays(-1)), OurTime.EndOf(Stretch.Sunday));
        var asked = (await Wanted()).Where(g => g.Starts < to && g.Ends > from);
        var shifts = await Stood(from, to);
        (Days, Needs) = (await Behind(), MayArrange ? await Needing() : []);
        if (Stretch.View == CalendarView.Year)
            Shown = YearShown.Of(Stretch, time.Today, [.. (await asked.Select(g => g.Starts).ToListAsync()).Concat(shifts.Select(s => s.Starts)).Select(OurTime.DayOf)], Days, s => Address(s));
        else
            Items = [.. (await Read(asked.OrderBy(g => g.Starts).ThenBy(g => g.Id))).Concat(shifts.Select(Item)).OrderBy(i => i.Starts).Select(Marked)];
        await Offer();
    }

    /// <summary>The address of other days or another way to look at them, with the same choices.</summary>
    public string Address(Stretch? stretch = null, CalendarView? view = null)
    {
        var to = view is { } other ? Stretch.As(other, time.Today) : stretch ?? Stretch;
        var words = new[] { to.Word, ("vad", What), ("var", Where), ("vem", Whom), ("vy", Stretch.WordOf(to.View)) };
        return "/aktiviteter?" + string.Join('&', words.Where(w => !string.IsNullOrEmpty(w.Item2)).Select(w => $"{w.Item1}={Uri.EscapeDataString(w.Item2!)}"));
    }

    private async ValueTask<IQueryable<Gathering>> Wanted()
    {
        var all = await Chosen(await seen.All());
        return Whom switch
        {
            "allmanheten" => all.Where(g => g.Audience == Audience.Everybody),
            ForMe => all.With(Self, db),
            _ => all,
        };
    }

    /// <summary>Of the kind, and where one wants: there, and below.</summary>
    private async ValueTask<IQueryable<Gathering>> Chosen(IQueryable<Gathering> all)
    {
        if (What is { } kind)
            all = all.Where(g => g.Kind == kind);
        if (Where is not { } slug)
            return all;
        return await db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Slug == slug) is { } unit ? all.ArrangedIn(unit, db) : all.Where(_ => false);
    }

    // what concerns me are my shifts too, not the whole of what they are in
    private async Task<IReadOnlyList<OwnShift>> Stood(DateTimeOffset from, DateTimeOffset to)
    {
        if (Whom != ForMe)
            return [];
        var (earliest, latest) = (from - Shift.Margin, to + Shift.Margin);
        var near = (await Chosen(db.Gatherings)).Where(g => g.Starts < latest && g.Ends > earliest);
        return [.. (await OwnShift.Of(db, near, Self)).Where(s => s.Starts < to && s.Ends > from)];
    }

    private async Task<IReadOnlyList<CalendarItem>> Read(IQueryable<Gathering> gatherings)
    {
        var rows = await (
            from g in gatherings
            join unit in db.Units on g.UnitId equals unit.Id
            join venue in db.Venues on g.VenueId equals venue.Id into at
            from venue in at.DefaultIfEmpty()
            select new Row(g.Id, g.Title, g.State, g.Starts, g.Ends, unit.Name, venue!.Name ?? g.Spot, g.Link != null)
            {
                Short = db.Shifts.Count(s => s.GatheringId == g.Id && s.Need > db.ShiftPlaces.Count(p => p.ShiftId == s.Id && p.State == PlaceState.Taken)),
                Filled = new Filled(
                    db.SignUps.Where(s => s.GatheringId == g.Id && s.State == SignUpState.Coming).Sum(s => 1 + s.Companions),
                    db.SignUps.Where(s => s.GatheringId == g.Id && s.State == SignUpState.Coming && !s.IsOnline).Sum(s => 1 + s.Companions),
                    g.Seats, 0, 0),
            }).ToListAsync();
        return [.. rows.Select(Item)];
    }

    private CalendarItem Item(Row r) => new($"/aktiviteter/{r.Id}", r.Title, r.Starts, r.Ends, r.Where ?? (r.IsDigital ? parts.Texts["Gatherings.Digital"] : r.Unit))
    {
        Status = r.Short > 0 && r.State == GatheringState.Published && r.Ends > time.Now ? "at-risk" : Gathering.StatusOf(r.State, r.Ends <= time.Now),
        IsCancelled = r.State == GatheringState.Cancelled,
        IsPublished = r.State == GatheringState.Published,
        SignedUp = r.State == GatheringState.Published && r.Ends > time.Now ? r.Filled.SignedUp(parts.Texts) : null,
        Mark = (r.State, r.Ends <= time.Now) switch
        {
            (GatheringState.Published, true) => parts.Texts["Gatherings.Wants.Report"],
            (GatheringState.Draft, false) => parts.Texts["Gatherings.Wants.Draft"],
            (GatheringState.Published, false) when r.Short > 0 => parts.Texts.Capital(parts.Texts.Count("Gatherings.Wants.Shifts", r.Short)),
            _ => null,
        },
    };

    private CalendarItem Item(OwnShift own) => new(own.Url, parts.Texts["Calendars.Shift", own.Shift.What, own.Gathering.Title], own.Starts, own.Ends, parts.Words.Where(own.Gathering, own.Venue))
    {
        Status = own.Gathering.State == GatheringState.Cancelled ? "late" : own.Ends <= time.Now ? "done" : "on-track",
        IsCancelled = own.Gathering.State == GatheringState.Cancelled,
        IsPublished = own.Gathering.State == GatheringState.Published,
    };

    // what needs somebody is marked where it stands too
    private CalendarItem Marked(CalendarItem item) =>
        item.Mark is null && Needs.FirstOrDefault(n => n.Page == item.Url) is { } need ? item with { Mark = need.What, Status = need.Status } : item;

    // the weeks around New Year are of two years
    private async Task<IReadOnlyList<DayBehind>> Behind()
    {
        var found = new List<DayBehind>();
        for (var year = Stretch.Monday.Year; year <= Stretch.Sunday.Year; year++)
            found.AddRange(await parts.Days.Own(year));
        return [.. found.Where(d => d.To >= Stretch.Monday && d.From <= Stretch.Sunday).DistinctBy(d => (d.From, d.Name))];
    }

    private async Task<IReadOnlyList<NeedOccasion>> Needing()
    {
        var all = new List<NeedOccasion>();
        foreach (var sort in parts.Needs.Where(n => n.IsOfCalendar))
            all.AddRange((await sort.Now(MostNeeds)).Select(n => n.Occasion).OfType<NeedOccasion>());
        return [.. all.OrderBy(n => n.Starts).Take(MostNeeds)];
    }

    private async Task Offer()
    {
        Kinds = [.. (await parts.Kinds.All()).Where(k => !k.IsRetired || k.Code == What).Select(k => new SelectListItem(k.Name, k.Code, k.Code == What))];
        Units = await db.Units.VisibleTo(me, db).OrderBy(u => u.Path.Length).ThenBy(u => EF.Functions.Collate(u.Name, db.SwedishOrder)).Select(u => new SelectListItem(u.Name, u.Slug, u.Slug == Where)).ToListAsync();
    }

    internal sealed record Parts(Kinds Kinds, CalendarDays Days, GatheringWords Words, Texts Texts, IEnumerable<INeedsSomebody> Needs);

    private sealed record Row(Id<Gathering> Id, string Title, GatheringState State, DateTimeOffset Starts, DateTimeOffset Ends, string Unit, string? Where, bool IsDigital)
    {
        /// <summary>How many shifts lack people.</summary>
        public int Short { get; init; }

        public required Filled Filled { get; init; }
    }
}
