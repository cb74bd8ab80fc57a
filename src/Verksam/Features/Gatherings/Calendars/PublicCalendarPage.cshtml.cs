using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Calendars;

/// <summary>What anybody may come to: as a list from today on, a month, a week or a year. The address is all that it goes by.</summary>
[AllowAnonymous]
[PublicAnswer]
internal sealed class PublicCalendarPage(OpenGatherings open, CalendarDays days, Kinds kinds, OurTime time, Installation installation) : PageModel
{
    /// <summary>So many at a time, however they are looked at.</summary>
    public const int Most = 60;

    [BindProperty(Name = "vy", SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(Name = "manad", SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(Name = "vecka", SupportsGet = true)]
    public string? Week { get; set; }

    [BindProperty(Name = "ar", SupportsGet = true)]
    public string? Year { get; set; }

    /// <summary>The code of a kind.</summary>
    [BindProperty(Name = "vad", SupportsGet = true)]
    public string? What { get; set; }

    /// <summary>A unit's slug.</summary>
    [BindProperty(Name = "var", SupportsGet = true)]
    public string? Where { get; set; }

    [BindProperty(Name = "sida", SupportsGet = true)]
    public int Sheet { get; set; }

    public Stretch Stretch { get; private set; } = null!;
    public IReadOnlyList<CalendarItem> Items { get; private set; } = [];
    public IReadOnlyList<DayBehind> Days { get; private set; } = [];
    public YearShown? Shown { get; private set; }
    public IReadOnlyList<SelectListItem> KindChoices { get; private set; } = [];
    public IReadOnlyList<SelectListItem> PlaceChoices { get; private set; } = [];
    public OpenGatherings.Place? Place { get; private set; }
    public Paging Paging { get; private set; } = null!;
    public DateOnly Today { get; } = time.Today;

    /// <summary>What goes on in the days themselves, not only in the weeks around them.</summary>
    public IReadOnlyList<CalendarItem> Own => [.. Items.Where(i => i.First <= Stretch.Last && i.Last >= Stretch.First)];

    /// <summary>Where programs subscribe to the same, without the scheme.</summary>
    public string Feed => installation.PublicUrl + (Place is { IsRoot: false } place ? $"/kalender/{place.Slug}.ics" : "/kalender.ics");

    public string Whole => installation.PublicUrl + "/kalender";

    public async Task OnGet()
    {
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        Stretch = Stretch.Of(new Asked(View, Month, Week, Year), Today, CalendarView.List, onward: true);
        Place = await open.Find(Where);
        var found = Chosen(await open.Between(Stretch.Monday, Stretch.Sunday));
        var isYear = Stretch.View == CalendarView.Year;
        Paging = new Paging(isYear ? 1 : Math.Clamp(Sheet, 1, Math.Max(1, (found.Count + Most - 1) / Most)), isYear ? 0 : found.Count, Most, Request);
        var now = time.Now;
        Items = isYear ? [] : [.. found.Skip((Paging.Page - 1) * Most).Take(Most).Select(g => Item(g, now))];
        Days = await Behind();
        Shown = isYear ? YearShown.Of(Stretch, Today, [.. found.Select(g => g.First)], Days, s => Address(s)) : null;
        await Offer();
    }

    /// <summary>The address of other days or another way to look at them, with the same choices.</summary>
    public string Address(Stretch? stretch = null, CalendarView? view = null)
    {
        var to = view is { } other ? Stretch.As(other, Today) : stretch ?? Stretch;
        var words = new[] { ("vy", Stretch.WordOf(to.View)), to.View == CalendarView.List ? ("", null) : ((string, string?))to.Word, ("vad", What), ("var", Where) };
        return "/kalender?" + string.Join('&', words.Where(w => !string.IsNullOrEmpty(w.Item2)).Select(w => $"{w.Item1}={Uri.EscapeDataString(w.Item2!)}"));
    }

    private IReadOnlyList<ListedGathering> Chosen(IReadOnlyList<ListedGathering> all) => What is null or "" && Place is null ? all
        : [.. all.Where(g => (What is null or "" || g.Kind == What) && (Place is null || g.IsIn(Place.Path)))];

    private CalendarItem Item(ListedGathering g, DateTimeOffset now) =>
        g.Item with { Status = !g.Item.IsCancelled && g.Ends <= now ? "done" : g.Item.Status, Lead = Stretch.View == CalendarView.List ? g.Lead : null };

    // in a list from today on they would be too many
    private async Task<IReadOnlyList<DayBehind>> Behind()
    {
        var found = new List<DayBehind>();
        for (var year = Stretch.Monday.Year; Stretch.View != CalendarView.List && year <= Stretch.Sunday.Year; year++)
            found.AddRange(await days.Open(year));
        return [.. found.Where(d => d.To >= Stretch.Monday && d.From <= Stretch.Sunday).DistinctBy(d => (d.From, d.Name))];
    }

    private async Task Offer()
    {
        KindChoices = [.. (await kinds.All()).Where(k => !k.IsRetired || k.Code == What).Select(k => new SelectListItem(k.Name, k.Code, k.Code == What))];
        var places = await open.Places(Math.Min(Stretch.Monday.Year, Today.Year), Math.Min(Math.Max(Stretch.Sunday.Year, Today.Year), Stretch.Monday.Year + 2));
        PlaceChoices = [.. places.Where(p => !p.IsRoot || p == Place).Union(Place is null ? [] : [Place]).Select(p => new SelectListItem(p.Name, p.Slug, p == Place))];
    }
}
