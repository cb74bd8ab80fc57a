using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Planning.Carrying;

/// <summary>Links minutes, a page or a meeting to a commitment, or takes the link away.</summary>
[Requires(Permission.SeePlan)]
internal sealed class TiePage(AppDb db, CurrentUser me, CommitmentPlaces places, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public CommitmentPlaces.Place Place { get; private set; } = null!;

    public async Task<IActionResult> OnGet(int year, string number, string? unit) => await Find(unit, year, number) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(int year, string number, string? unit)
    {
        if (!await Find(unit, year, number))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var commitment = await db.Commitments.SingleAsync(c => c.Id == Place.Row.Commitment.Id);
        var refusal = LinkedThing.To(commitment, Input.Title, Input.Address, Input.Day, new Id<Person>(me.PersonId), db.Clock.GetUtcNow(), out var thing);
        if (ModelState.Refuses(refusal, texts, "Input.Address"))
            return Page();
        db.LinkedThings.Add(thing!);
        await db.SaveChangesAsync();
        TempData.Say(texts["Planning.Tie.Done"]);
        return Redirect(Place.Url);
    }

    public async Task<IActionResult> OnPostRemove(int year, string number, string? unit, Id<LinkedThing> thing)
    {
        if (!await Find(unit, year, number))
            return NotFound();
        var id = Place.Row.Commitment.Id;
        if (await db.LinkedThings.SingleOrDefaultAsync(t => t.Id == thing && t.CommitmentId == id) is { } found)
            db.LinkedThings.Remove(found);
        await db.SaveChangesAsync();
        TempData.Say(texts["Planning.Tie.Removed"]);
        return Redirect(Place.Url);
    }

    private async Task<bool> Find(string? unit, int year, string number)
    {
        if (await places.Find(unit, year, number, me) is not { } place || !place.MayReport(me))
            return false;
        Place = place;
        return true;
    }

    internal sealed class Form
    {
        [Required, StringLength(LinkedThing.LongestTitle)]
        public string Title { get; set; } = "";

        [StringLength(LinkedThing.LongestAddress)]
        public string? Address { get; set; }

        public DateOnly? Day { get; set; }
    }
}
