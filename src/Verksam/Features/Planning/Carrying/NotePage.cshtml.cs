using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Planning.Carrying;

/// <summary>The note that those who carry a commitment and those who edit the plan share.</summary>
[Requires(Permission.SeePlan)]
internal sealed class NotePage(AppDb db, CurrentUser me, CommitmentPlaces places, Meanwhile meanwhile, Texts texts) : PageModel
{
    public Versus? Versus { get; private set; }

    public CommitmentPlaces.Place Place { get; private set; } = null!;

    /// <summary>What was written, kept when it was too long.</summary>
    public string? Written { get; private set; }

    public IActionResult OnGet(int year, string number, string? unit) =>
        Redirect($"{Living.PlanPlaces.Of(unit, year)}/{number}#anteckning");

    public async Task<IActionResult> OnPost(int year, string number, string? unit)
    {
        if (await places.Find(unit, year, number, me) is not { } place || !place.MayReport(me))
            return NotFound();
        Place = place;
        var wrote = new TwoWrote(Request.Form);
        Written = wrote.Settle("note", texts["Planning.Note.Title"], place.Row.Commitment.Note, joins: true);
        if (ModelState.Refuses(Written?.Length > Commitment.LongestNote ? PlanningRefusals.TooLong : null, texts, "note"))
            return Page();
        return wrote.Clash ? await Ask(wrote) : await Save();
    }

    private async Task<IActionResult> Ask(TwoWrote wrote)
    {
        Versus = await meanwhile.Put(wrote, Place, "anteckning");
        return Page();
    }

    private async Task<IActionResult> Save()
    {
        var commitment = await db.Commitments.SingleAsync(c => c.Id == Place.Row.Commitment.Id);
        commitment.Write(Written);
        await db.SaveChangesAsync();
        TempData.Say(texts["Planning.HandOut.Saved"]);
        return Redirect($"{Place.Url}#anteckning");
    }
}
