using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Shifts;

/// <summary>Whether there are people enough: the hours that are needed against those that are promised, by week and part of the organisation or place, from this week on.</summary>
[Requires(Permission.Arrange)]
internal sealed class CapacityPage(AppDb db, CurrentUser me, GatheringWords words) : PageModel
{
    public const int MostShort = 50;
    public const string ByPlace = "plats";

    /// <summary>By what each week is parted: by units when nothing is asked for.</summary>
    [BindProperty(Name = "per", SupportsGet = true)]
    public string? Per { get; set; }

    public IReadOnlyList<Week> Weeks { get; private set; } = [];

    /// <summary>Gatherings that lack people, the next first.</summary>
    public IReadOnlyList<Short> Lacking { get; private set; } = [];

    public Hours All => new(Weeks.Sum(w => w.All.Needed), Weeks.Sum(w => w.All.Promised));
    public GatheringWords Words => words;

    public async Task OnGet()
    {
        var now = db.Clock.GetUtcNow();
        var monday = MondayOf(OurTime.DayOf(now));
        var rows = (await Read(OurTime.EndOf(monday.AddDays(-1)))).ToList();
        Weeks = [.. rows.Where(r => MondayOf(OurTime.DayOf(r.Starts)) >= monday).GroupBy(r => MondayOf(OurTime.DayOf(r.Starts))).OrderBy(w => w.Key)
            .Select(w => new Week(w.Key, [.. w.GroupBy(r => Per == ByPlace ? words.Where(r.Gathering, r.Venue) : r.Unit).OrderBy(u => u.Key, StringComparer.CurrentCulture).Select(u => new Place(u.Key, Sum(u)))]))];
        Lacking = [.. rows.Where(r => r.Starts > now && r.Missing > 0).GroupBy(r => r.Gathering.Id).Select(g => new Short(g.First().Gathering, g.Sum(r => r.Missing), g.Count())).OrderBy(s => s.Gathering.Starts).Take(MostShort)];
    }

    private static Hours Sum(IEnumerable<Row> rows) => rows.Aggregate(new Hours(0, 0), (sum, r) => new(sum.Needed + (r.Shift.Need * r.Shift.Lasts), sum.Promised + (Math.Min(r.Taken, r.Shift.Need) * r.Shift.Lasts)));

    private async Task<IEnumerable<Row>> Read(DateTimeOffset from)
    {
        var open = db.Gatherings.AsNoTracking().EditableBy(me, db).Where(g => (g.State == GatheringState.Published || g.State == GatheringState.Draft) && g.Ends > from);
        var found = await (
            from shift in db.Shifts.AsNoTracking()
            join gathering in open on shift.GatheringId equals gathering.Id
            join unit in db.Units on gathering.UnitId equals unit.Id
            from venue in db.Venues.Where(v => v.Id == gathering.VenueId).DefaultIfEmpty()
            select new { shift, gathering, unit.Name, venue, Taken = db.ShiftPlaces.Count(p => p.ShiftId == shift.Id && p.State == PlaceState.Taken) }).ToListAsync();
        return found.Select(f => new Row(f.gathering, f.shift, f.Name, f.venue, f.Taken));
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>In minutes.</summary>
    internal sealed record Hours(int Needed, int Promised)
    {
        /// <summary>In hours, a half where there is one.</summary>
        public static string Said(int minutes) => (Math.Round(minutes / 30m) / 2).ToString("0.#", System.Globalization.CultureInfo.CurrentCulture);

        public bool IsShort => Promised < Needed;
    }

    internal sealed record Place(string Name, Hours Hours);

    internal sealed record Week(DateOnly Monday, IReadOnlyList<Place> Places)
    {
        public int Number => System.Globalization.ISOWeek.GetWeekOfYear(Monday.ToDateTime(default));
        public Hours All => new(Places.Sum(p => p.Hours.Needed), Places.Sum(p => p.Hours.Promised));
    }

    internal sealed record Short(Gathering Gathering, int Places, int Shifts);

    private sealed record Row(Gathering Gathering, Shift Shift, string Unit, Venue? Venue, int Taken)
    {
        public DateTimeOffset Starts => Shift.Starts(Gathering.Starts);
        public int Missing => Math.Max(0, Shift.Need - Taken);
    }
}
