using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Carrying;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Planning.Reminding;

/// <summary>
/// Where a reminder's link leads: one commitment and the one field, without signing in. The link is the right, so no cookie is read or set
/// and there is nothing for another site to ride on; opened, it does nothing.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[EnableRateLimiting(Limits.Link)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ReminderPage(AppDb db, ReminderLinks links, OurTime time, Texts texts) : PageModel
{
    [BindProperty]
    public ReportForm Input { get; set; } = new();

    public ReminderLinks.Opened? Opened { get; private set; }

    /// <summary>What the person last said of it.</summary>
    public Report? Latest { get; private set; }

    /// <summary>Just now.</summary>
    public bool IsSaid { get; private set; }

    /// <summary>The link to the next that needs a word.</summary>
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGet(string token, [FromQuery(Name = "sagt")] bool said, [FromQuery(Name = "nasta")] string? next)
    {
        if (!await Find(token))
            return BySecret.Gone();
        IsSaid = said && Latest is not null;
        Next = IsSaid && next is not null && (await links.Open(next))?.Link.PersonId == Opened!.Link.PersonId ? next : null;
        return Page();
    }

    public async Task<IActionResult> OnPost(string token)
    {
        if (Request.IsFromElsewhere() || !await Find(token))
            return BySecret.Gone();
        if (!ModelState.IsValid)
            return Page();
        if (ModelState.Refuses(await Tell(Opened!.Asked, Opened.Link.PersonId), texts, "Input.Text"))
            return Page();
        db.Actor.Is(Opened.Link.PersonId.Value, "reminder-link");
        var next = await links.Next(Opened);
        await db.SaveChangesAsync();
        return Redirect($"/lage/{token}?sagt=true{(next is null ? "" : "&nasta=" + next)}");
    }

    private async Task<Refusal?> Tell(Asked asked, Id<Person> person)
    {
        Report? report;
        var refusal = asked.Part is { } part
            ? (await db.Parts.SingleAsync(p => p.Id == part.Part.Id)).Tell(person, Input.Text, Input.Count, Input.Word, part.Now?.Compared, time.Now, out report)
            : (await db.Commitments.SingleAsync(c => c.Id == asked.Row.Commitment.Id)).Report(person, Input.Text, Input.Count, Input.Word, asked.Row.Now?.Compared, time.Now, out report);
        if (refusal is null)
            db.Reports.Add(report!);
        return refusal;
    }

    private async Task<bool> Find(string token)
    {
        Response.KeepAddress();
        Opened = await links.Open(token);
        if (Opened is not { Link: var link })
            return false;
        Latest = await db.Reports.AsNoTracking().Where(r => r.CommitmentId == link.CommitmentId && r.PartId == link.PartId && r.By == link.PersonId)
            .OrderByDescending(r => r.At).FirstOrDefaultAsync();
        return true;
    }
}
