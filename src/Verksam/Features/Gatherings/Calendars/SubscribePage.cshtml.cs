using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Calendars;

/// <summary>One's own calendar in one's own telephone: its secret address, shown once, changed or closed when one likes.</summary>
[Requires(Permission.SeePlan)]
internal sealed class SubscribePage(AppDb db, CurrentUser me, Installation installation, Texts texts) : PageModel
{
    private const string Here = "/aktiviteter/prenumerera";

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Null when there is none, or it is closed.</summary>
    public CalendarAddress? Own { get; private set; }

    /// <summary>The whole address, this once.</summary>
    public string? Shown { get; private set; }

    public string Open => installation.PublicUrl + "/kalender.ics";

    private Id<Person> Self => new(me.PersonId);

    public async Task OnGet()
    {
        Own = await db.CalendarAddresses.AsNoTracking().SingleOrDefaultAsync(a => a.PersonId == Self && a.ClosedAt == null);
        Input = new Form { Choice = Own?.Choice ?? CalendarChoice.Mine };
    }

    /// <summary>An address, or another one instead of it.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!ModelState.IsValid)
            return Redirect(Here);
        Own = await db.CalendarAddresses.SingleOrDefaultAsync(a => a.PersonId == Self) ?? db.CalendarAddresses.Add(new CalendarAddress(Self)).Entity;
        Own.Holds(Input.Choice);
        Shown = $"{installation.PublicUrl}/k/{Own.Renew(db.Clock.GetUtcNow())}.ics";
        db.Note(AuditKind.Created, nameof(CalendarAddress), me.PersonId);
        await db.SaveChangesAsync();
        return Page();
    }

    /// <summary>Another choice behind the same address.</summary>
    public Task<IActionResult> OnPostChoose() => Act(open: true, AuditKind.Changed, a => a.Holds(Input.Choice), "Calendars.Subscribe.Chosen");

    public Task<IActionResult> OnPostClose() => Act(open: true, AuditKind.Removed, a => a.Close(db.Clock.GetUtcNow()), "Calendars.Subscribe.Closed", Here + "?handler=Reopen");

    public Task<IActionResult> OnPostReopen() => Act(open: false, AuditKind.Created, a => a.Reopen(), "Calendars.Subscribe.Reopened");

    private async Task<IActionResult> Act(bool open, AuditKind kind, Action<CalendarAddress> act, string said, string? undo = null)
    {
        if (!ModelState.IsValid || await db.CalendarAddresses.SingleOrDefaultAsync(a => a.PersonId == Self && a.ClosedAt == null == open) is not { } own)
            return Redirect(Here);
        act(own);
        db.Note(kind, nameof(CalendarAddress), me.PersonId);
        await db.SaveChangesAsync();
        TempData.Say(texts[said], undo);
        return Redirect(Here);
    }

    internal sealed class Form
    {
        [System.ComponentModel.DataAnnotations.EnumDataType(typeof(CalendarChoice))]
        public CalendarChoice Choice { get; set; }
    }
}
