using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Planning.Carrying;

/// <summary>Hands one commitment to a person and a deputy, and says what counts it.</summary>
[Requires(Permission.EditPlan)]
internal sealed class OwnerPage(AppDb db, CurrentUser me, CommitmentPlaces places, Handing handing, Texts texts) : PageModel
{
    public IActionResult OnGet(int year, string number, string? unit) =>
        Redirect($"{Living.PlanPlaces.Of(unit, year)}/{number}#ansvarig");

    public async Task<IActionResult> OnPost(int year, string number, string? unit, Id<Person>? owner, Id<Person>? deputy, string? measure)
    {
        if (await places.Find(unit, year, number, me) is not { } place || !me.Can(Permission.EditPlan, place.Unit.Path))
            return NotFound();
        if (!await handing.MayCarry(place.Unit, owner, deputy) || !await handing.IsMeasure(measure))
            return NotFound();
        var commitment = await db.Commitments.SingleAsync(c => c.Id == place.Row.Commitment.Id);
        commitment.HandTo(owner, deputy);
        commitment.Follow(measure);
        await db.SaveChangesAsync();
        TempData.Say(texts["Planning.HandOut.Saved"]);
        return Redirect(place.Url);
    }
}
