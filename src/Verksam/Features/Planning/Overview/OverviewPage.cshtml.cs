using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Living;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Structure.Days;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Overview;

/// <summary>How the plan stands, on one page: what deviates, the year as a wheel, the measures.</summary>
[Requires(Permission.SeePlan)]
internal sealed class OverviewPage(CurrentUser me, PlanPlaces places, OverviewPage.Parts parts, OurTime time) : PageModel
{
    private const int MostDeviating = 8, MostNear = 5, MostNext = 6, LeastOfThePlan = 3;

    private PlanSheet? _sheet;
    private IReadOnlyList<YearDays.OneDay> _days = [];
    private IReadOnlyList<Near> _near = [];

    public Plan? Plan => _sheet?.Plan;
    public string PlanUrl { get; private set; } = "";
    public IReadOnlyList<Item> Items { get; private set; } = [];
    public Wheel Wheel { get; private set; } = null!;
    public IReadOnlyList<(int Number, string? Heading)> Rings { get; private set; } = [];
    public IReadOnlyList<MeasurePanel> Measures { get; private set; } = [];
    public Wording Wording => parts.Wording;

    public IReadOnlyList<Item> Deviating => [.. Items.Where(i => i.Row.Status is Status.Late or Status.AtRisk)
        .OrderBy(i => i.Row.Status == Status.Late ? 0 : 1).ThenBy(i => i.Row.Commitment.Reading.DueTo).Take(MostDeviating)];

    /// <summary>What comes next: what other rooms have, last days of commitments, and days of the year. Neither crowds the others out.</summary>
    public IReadOnlyList<Coming> Nearest => [.. _near.Select(n => new Coming(n.Day, n.Title, n.Url, null) { Whose = n.Said }).Concat(OfThePlan.Take(Math.Max(LeastOfThePlan, MostNext - _near.Count))).OrderBy(c => c.Day)];

    private IEnumerable<Coming> OfThePlan => Items.Where(i => i.Day is { } day && day >= time.Today && i.Row.Status is not (Status.Done or Status.Dropped))
        .Select(i => new Coming(i.Day!.Value, i.Words, i.Url, i))
        .Concat(_days.Where(d => d.On >= time.Today).Select(d => new Coming(d.On!.Value, d.Day.Name, UrlOf(d), null) { Whose = d.Unit })).OrderBy(c => c.Day);

    /// <summary>Where there is more of what comes.</summary>
    public IEnumerable<(string Text, string Url)> More => parts.Nearest.Select(n => n.All);

    /// <summary>How many days of the year to come, or of this, wait for an answer of those who may give it.</summary>
    public int DaysWaiting { get; private set; }

    public int DaysYear => time.Today.Month >= 9 ? time.Today.Year + 1 : time.Today.Year;

    public int Count(Status status) => Items.Count(i => i.Row.Status == status);

    /// <summary>All that the page differs by, beside the day and the language.</summary>
    public object Key => (_sheet?.Version.Id, CanEdit ? me.Reach : _sheet is null ? me.Reach : default, string.Join(' ', _near.Select(n => n.Url)));

    public bool CanEdit => me.Can(Permission.EditPlan);

    public async Task<IActionResult> OnGet()
    {
        if (await places.SeenNow(time.Today.Year, me) is { } version)
            (_sheet, _near) = (await parts.Sheets.Of(version), await Near());
        return Page();
    }

    /// <summary>Only when the page is not already written.</summary>
    public async Task<OverviewPage> Gather()
    {
        if (_sheet is not var (plan, version, _, rows))
            return this;
        PlanUrl = PlanPlaces.Of(null, plan.Year);
        Items = [.. rows.Select(r => Item.Of(r, version, PlanUrl)).OrderBy(i => i.Row.Commitment.Chapter).ThenBy(i => i.Row.Commitment.Running)];
        _days = await parts.Days.Kept(plan.Year, plan.UnitId);
        DaysWaiting = CanEdit ? await parts.Days.Waiting(DaysYear, me) : 0;
        Draw(Paper.Lay(version.Document, rows.Select(r => (r, r.Commitment.RangesIn(version.Id)))));
        Measures = await parts.Panels.OfPlan(plan);
        return this;
    }

    private async Task<IReadOnlyList<Near>> Near()
    {
        var all = new List<Near>();
        foreach (var room in parts.Nearest)
            all.AddRange(await room.Next(MostNear));
        return [.. all.OrderBy(n => n.Day).Take(MostNear)];
    }

    private void Draw(Paper<CarriedRow> paper)
    {
        Rings = [.. paper.Chapters.Where(c => c.Marks.Count > 0).Select(c => (c.Number, c.Heading))];
        Wheel = new Wheel(Plan!.Year, Rings.Count);
        foreach (var item in Items.Where(i => i.Day?.Year == Plan.Year))
            Wheel.Put(item.Short, item.Url, item.Day!.Value, item.Row.Status, Rings.ToList().FindIndex(r => r.Number == item.Row.Commitment.Chapter));
        foreach (var day in _days.Where(d => d.On!.Value.Year == Plan.Year))
            Wheel.PutOnRim(day.Day.Name, UrlOf(day), day.On!.Value);
    }

    private static string UrlOf(YearDays.OneDay day) => string.Create(CultureInfo.InvariantCulture, $"/dagar/{day.On!.Value.Year}#d-{day.Day.Id}");

    /// <summary>What the page asks.</summary>
    internal sealed class Parts(PlanSheets sheets, MeasurePanels panels, Wording wording, YearDays days, IEnumerable<INearest> nearest)
    {
        public IEnumerable<INearest> Nearest => nearest;
        public YearDays Days => days;
        public PlanSheets Sheets => sheets;
        public MeasurePanels Panels => panels;
        public Wording Wording => wording;
    }

    /// <summary>Something with a day that comes.</summary>
    /// <param name="Item">The commitment; null for anything else.</param>
    internal sealed record Coming(DateOnly Day, string Words, string Url, Item? Item)
    {
        /// <summary>The unit whose day it is; of another room's, what it says.</summary>
        public string? Whose { get; init; }
    }

    /// <summary>A commitment on this page.</summary>
    /// <param name="Day">Its last day, when the plan gives another than the end of the year.</param>
    internal sealed record Item(CarriedRow Row, string Words, string Url, DateOnly? Day)
    {
        private const int Longest = 60;

        public string Short => Words.Length <= Longest ? Words.TrimEnd('.') : Words[..(Words.LastIndexOf(' ', Longest) is var gap and > 0 ? gap : Longest)] + " …";

        public static Item Of(CarriedRow row, PlanVersion version, string planUrl)
        {
            var c = row.Commitment;
            var words = c.WordsIn(version);
            var day = c.Reading.DueTo is { Month: 12, Day: 31 } ? null : c.Reading.DueTo;
            return new Item(row, words, $"{planUrl}/{c.Number}", day);
        }
    }
}
