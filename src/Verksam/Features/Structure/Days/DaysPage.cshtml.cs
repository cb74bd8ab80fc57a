using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Structure.Days;

/// <summary>The days of a year: take up what is proposed, on its day or another, or not this year.</summary>
[Requires(Permission.SeePlan)]
internal sealed class DaysPage(AppDb db, CurrentUser me, YearDays days, OurTime time, Texts texts) : PageModel
{
    public int Year { get; private set; }
    public IReadOnlyList<YearDays.OneDay> Days { get; private set; } = [];
    public bool CanEdit => me.Can(Permission.EditPlan);

    /// <summary>Nobody has put in any day yet.</summary>
    public bool IsEmpty { get; private set; }

    public List<SelectListItem> Units { get; private set; } = [];

    public bool MayAnswer(YearDays.OneDay day) => me.Can(Permission.EditPlan, day.Path);

    public async Task<IActionResult> OnGet(int? year)
    {
        Year = year ?? ComingYear();
        if (Year is < 1900 or > 2199)
            return NotFound();
        Days = await days.Of(Year, db.Units.VisibleTo(me, db));
        IsEmpty = Days.Count == 0 && !await db.YearDays.AnyAsync(d => db.Units.VisibleTo(me, db).Any(u => u.Id == d.UnitId));
        Units = await db.Units.Within(me.Where(Permission.EditPlan)).OrderBy(u => u.Path.Length).ThenBy(u => u.Name).Select(u => new SelectListItem(u.Name, u.Id.Value.ToString())).ToListAsync();
        return Page();
    }

    public Task<IActionResult> OnPostTake(int? year, Id<YearDay> day, [Day] DateOnly? on) => Answer(year, day, found =>
        (on ?? found.Proposed) is not { } chosen || chosen.Year != Year ? (null, DayRefusals.NotThatYear) : (new DayAnswer(day, Year, chosen), null));

    public Task<IActionResult> OnPostLeave(int? year, Id<YearDay> day) => Answer(year, day, _ => (new DayAnswer(day, Year, null), null));

    /// <summary>What was said is unsaid: it is a proposal again.</summary>
    public Task<IActionResult> OnPostUndo(int? year, Id<YearDay> day) => Answer(year, day, _ => (null, null));

    /// <summary>The days that organisations of a sort usually have.</summary>
    public async Task<IActionResult> OnPostUsual(int? year, string sort, string unit)
    {
        if (await OnGet(year) is not PageResult || !Units.Exists(u => u.Value == unit) || !UsualDays.Sorts.Contains(sort))
            return NotFound();
        db.YearDays.AddRange(UsualDays.Of(sort, Id<Unit>.Parse(unit, null), texts));
        await db.SaveChangesAsync();
        TempData.Say(texts["Structure.Days.UsualIn"]);
        return Redirect(Here);
    }

    private string Here => string.Create(CultureInfo.InvariantCulture, $"/dagar/{Year}");

    // in its last third one plans the year to come
    private int ComingYear() => time.Today.Month >= 9 ? time.Today.Year + 1 : time.Today.Year;

    private async Task<IActionResult> Answer(int? year, Id<YearDay> day, Func<YearDays.OneDay, (DayAnswer? Answer, Refusal? Refusal)> say)
    {
        if (await OnGet(year) is not PageResult || Days.FirstOrDefault(d => d.Day.Id == day) is not { } found || !MayAnswer(found))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var (answer, refusal) = say(found);
        if (ModelState.Refuses(refusal, texts))
            return Page();
        db.DayAnswers.RemoveRange(await db.DayAnswers.Where(a => a.YearDayId == day && a.Year == Year).ToListAsync());
        if (answer is not null)
            db.DayAnswers.Add(answer);
        await db.SaveChangesAsync();
        TempData.Say(texts[answer is null ? "Structure.Days.Unsaid" : answer.Day is null ? "Structure.Days.Left" : "Structure.Days.Taken", found.Day.Name, Year],
            answer is null ? null : $"{Here}?handler=Undo&day={day}");
        return Redirect(Here);
    }
}
