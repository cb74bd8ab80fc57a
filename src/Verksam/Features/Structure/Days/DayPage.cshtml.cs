using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Structure.Days;

/// <summary>One day that comes back: what it is called, when it falls, where that is known from.</summary>
[Requires(Permission.EditPlan)]
internal sealed class DayPage(AppDb db, CurrentUser me, OurTime time, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The one to change; null for a new one.</summary>
    public YearDay? Day { get; private set; }

    public List<SelectListItem> Units { get; private set; } = [];

    /// <summary>The next times it falls, of one that is saved.</summary>
    public IReadOnlyList<DateOnly> Coming { get; private set; } = [];

    public async Task<IActionResult> OnGet(Id<YearDay>? id)
    {
        if (!await Find(id))
            return NotFound();
        Input = Day is null ? new Form { Unit = Units[0].Value, Month = time.Today.Month, Day = time.Today.Day } : Form.Of(Day);
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<YearDay>? id)
    {
        if (!await Find(id) || (Day is null && !Units.Exists(u => u.Value == Input.Unit)))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var day = Day ?? new YearDay(Id<Unit>.Parse(Input.Unit!, null));
        if (ModelState.Refuses(day.Describe(Input.Name, Input.Kind, Input.Rule, Input.Source), texts))
            return Page();
        if (Day is null)
            db.YearDays.Add(day);
        await db.SaveChangesAsync();
        TempData.Say(texts["Structure.Days.Saved", day.Name]);
        return Redirect("/dagar");
    }

    public async Task<IActionResult> OnPostRemove(Id<YearDay> id)
    {
        if (!await Find(id) || Day is null)
            return NotFound();
        db.YearDays.Remove(Day);
        await db.SaveChangesAsync();
        TempData.Say(texts["Structure.Days.Removed", Day.Name]);
        return Redirect("/dagar");
    }

    private async Task<bool> Find(Id<YearDay>? id)
    {
        var mine = db.Units.Within(me.Where(Permission.EditPlan));
        Units = await mine.OrderBy(u => u.Path.Length).ThenBy(u => u.Name).Select(u => new SelectListItem(u.Name, u.Id.Value.ToString())).ToListAsync();
        Day = id is null ? null : await db.YearDays.SingleOrDefaultAsync(d => d.Id == id && mine.Any(u => u.Id == d.UnitId));
        Coming = Day is null ? [] : [.. Enumerable.Range(time.Today.Year, 60).Select(Day.In).OfType<DateOnly>().Where(d => d >= time.Today).Take(3)];
        return Units.Count > 0 && (id is null || Day is not null);
    }

    internal sealed class Form
    {
        public string? Unit { get; set; }

        [Required, StringLength(YearDay.LongestName)]
        public string Name { get; set; } = "";

        [EnumDataType(typeof(YearDayKind))]
        public YearDayKind Kind { get; set; }

        [Range(1, 12)]
        public int Month { get; set; } = 1;

        [Range(1, 31)]
        public int Day { get; set; } = 1;

        /// <summary>0: on the date; 1 to 5: on that one of the month's weekdays.</summary>
        [Range(0, 5)]
        public int Nth { get; set; }

        [EnumDataType(typeof(DayOfWeek))]
        public DayOfWeek Weekday { get; set; } = DayOfWeek.Sunday;

        [Range(0, 366)]
        public int DaysBefore { get; set; }

        [Range(1500, 2199)]
        public int? FirstYear { get; set; }

        [Range(1, 100)]
        public int EveryYears { get; set; } = 1;

        public bool IsAbout { get; set; }

        [StringLength(YearDay.LongestSource)]
        public string? Source { get; set; }

        public DayRule Rule => new()
        {
            Month = Month,
            Day = Day,
            Nth = Nth == 0 ? null : Nth,
            Weekday = Nth == 0 ? null : Weekday,
            DaysBefore = DaysBefore,
            FirstYear = FirstYear,
            EveryYears = EveryYears,
            IsAbout = IsAbout,
        };

        public static Form Of(YearDay day) => new()
        {
            Unit = day.UnitId.ToString(),
            Name = day.Name,
            Kind = day.Kind,
            Month = day.Rule.Month,
            Day = day.Rule.Day,
            Nth = day.Rule.Nth ?? 0,
            Weekday = day.Rule.Weekday ?? DayOfWeek.Sunday,
            DaysBefore = day.Rule.DaysBefore,
            FirstYear = day.Rule.FirstYear,
            EveryYears = day.Rule.EveryYears,
            IsAbout = day.Rule.IsAbout,
            Source = day.Source,
        };
    }
}
