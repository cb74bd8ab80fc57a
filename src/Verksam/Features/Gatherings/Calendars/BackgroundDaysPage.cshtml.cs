using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Calendars;

/// <summary>The days behind the gatherings that are not in the law: school holidays, elections, others. Added, changed, removed and had back.</summary>
[Requires(Permission.Administer)]
internal sealed class BackgroundDaysPage(AppDb db, OurTime time, Texts texts) : PageModel
{
    private const string Here = "/installningar/kalenderdagar";

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The one that is changed; null when one is added.</summary>
    [BindProperty(Name = "dag", SupportsGet = true)]
    public Id<BackgroundDay>? Day { get; set; }

    /// <summary>Those of this year and later, the first first.</summary>
    public IReadOnlyList<BackgroundDay> All { get; private set; } = [];

    /// <summary>Nothing to write: the law has them.</summary>
    public IReadOnlyList<(string Key, DateOnly Day)> Holidays { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        await Fill();
        if (Day is not { } id)
            return Page();
        if (await db.BackgroundDays.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.RemovedOn == null) is not { } found)
            return NotFound();
        Input = new Form { Name = found.Name, Kind = found.Kind, From = found.From, To = found.To, Source = found.Source };
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var day = Day is { } id ? await db.BackgroundDays.SingleOrDefaultAsync(d => d.Id == id && d.RemovedOn == null) : new BackgroundDay();
        if (day is null)
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(day.Describe(Input.Name, Input.Kind, Input.From!.Value, Input.To ?? Input.From.Value, Input.Source), texts))
        {
            await Fill();
            return Page();
        }
        if (Day is null)
            db.BackgroundDays.Add(day);
        return await Done("Calendars.Days.Saved", day, null);
    }

    public Task<IActionResult> OnPostRemove() => Act(isRemoved: false, d => d.Remove(time.Today), "Calendars.Days.Removed", "Restore");

    public Task<IActionResult> OnPostRestore() => Act(isRemoved: true, d => d.Restore(), "Calendars.Days.Restored", null);

    private async Task<IActionResult> Act(bool isRemoved, Action<BackgroundDay> act, string said, string? undo)
    {
        if (await db.BackgroundDays.SingleOrDefaultAsync(d => d.Id == Day && d.RemovedOn != null == isRemoved) is not { } day)
            return NotFound();
        act(day);
        return await Done(said, day, undo is null ? null : $"{Here}?handler={undo}&dag={day.Id}");
    }

    private async Task<IActionResult> Done(string said, BackgroundDay day, string? undo)
    {
        await db.SaveChangesAsync();
        TempData.Say(texts[said, day.Name], undo);
        return Redirect(Here);
    }

    private async Task Fill()
    {
        var since = new DateOnly(time.Today.Year, 1, 1);
        All = await db.BackgroundDays.AsNoTracking().Where(d => d.RemovedOn == null && d.To >= since).OrderBy(d => d.From).ThenBy(d => d.Name).ToListAsync();
        Holidays = PublicHolidays.Of(time.Today.Year);
    }

    internal sealed class Form
    {
        [StringLength(BackgroundDay.LongestName)]
        public string? Name { get; set; }

        [EnumDataType(typeof(BackgroundKind))]
        public BackgroundKind Kind { get; set; }

        [Required, Day]
        public DateOnly? From { get; set; }

        [Day]
        public DateOnly? To { get; set; }

        [StringLength(BackgroundDay.LongestSource)]
        public string? Source { get; set; }
    }
}
