using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Ui;

namespace Verksam.Features.Gatherings;

/// <summary>Changes what is decided about a gathering.</summary>
[Requires(Permission.Arrange)]
internal sealed class GatheringDetailsPage(AppDb db, CurrentUser me, GatheringChoices choices, GatheringChoices.Words words) : PageModel, IGatheringForm
{
    [BindProperty]
    public GatheringForm Input { get; set; } = new();

    public Offered Offered { get; private set; } = null!;
    public Gathering Gathering { get; private set; } = null!;
    public IReadOnlyList<CoArranger> With { get; private set; } = [];

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        Input = GatheringForm.Of(Gathering, With.Select(w => w.UnitId));
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Gathering> id)
    {
        if (!await Find(id) || !Offered.Has(Input) || Input.Unit != Gathering.UnitId)
            return NotFound();
        db.Expect(Gathering, Input.Revision);
        if (!ModelState.IsValid || ModelState.Refuses(Input.Fill(Gathering, db.Clock.GetUtcNow(), out var field), words.Texts, field))
            return Page();
        db.CoArrangers.RemoveRange(With.Where(w => !Input.With.Contains(w.UnitId)));
        db.CoArrangers.AddRange(Input.With.Distinct().Where(u => u != Gathering.UnitId && With.All(w => w.UnitId != u)).Select(u => new CoArranger(id, u)));
        await db.SaveChangesAsync();
        TempData.Say(words.Texts["Gatherings.Edit.Saved"]);
        return Redirect($"/aktiviteter/{id}");
    }

    private async Task<bool> Find(Id<Gathering> id)
    {
        if (await db.Gatherings.EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return false;
        (Gathering, With) = (gathering, await db.CoArrangers.Where(c => c.GatheringId == id).ToListAsync());
        // it stays with the unit that keeps it
        Offered = await choices.For(gathering) with { Units = [await db.Units.AsNoTracking().SingleAsync(u => u.Id == gathering.UnitId)] };
        return true;
    }
}
