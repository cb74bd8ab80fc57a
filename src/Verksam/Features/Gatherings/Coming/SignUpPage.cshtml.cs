using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>One's own word on coming: alone or with others, there or from home; and that one does not come after all.</summary>
[Requires(Permission.SeePlan)]
internal sealed class SignUpPage(AppDb db, CurrentUser me, Seen seen, Seating seating, Texts texts) : PageModel
{
    [BindProperty]
    public WishForm Input { get; set; } = new();

    public Gathering Gathering { get; private set; } = null!;

    /// <summary>What one has said before.</summary>
    public SignUp? Own { get; private set; }

    public Questioning Asked { get; private set; } = null!;

    private Id<Person> Self => new(me.PersonId);

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        if (Own is { State: not SignUpState.Left } own)
            Input = WishForm.Of(own);
        return Page();
    }

    /// <summary>From the gathering's page at once; where something must be answered first the form is shown.</summary>
    public Task<IActionResult> OnPost(Id<Gathering> id) => Act(id, () => seating.SignUp(id, Self, Input.Wish), null, asks: true);

    public Task<IActionResult> OnPostLeave(Id<Gathering> id) => Act(id, () => seating.Leave(id, Self), $"/aktiviteter/{id}/anmalan");

    /// <summary>Yes to a seat that was offered.</summary>
    public Task<IActionResult> OnPostTake(Id<Gathering> id) => Act(id, () => seating.Take(id, Self), null);

    private async Task<IActionResult> Act(Id<Gathering> id, Func<Task<Refusal?>> act, string? undo, bool asks = false)
    {
        if (!await Find(id))
            return NotFound();
        if (asks)
            (Asked = Asked.With(Input.Answers)).Judge(ModelState, texts);
        if (!ModelState.IsValid || ModelState.Refuses(await act(), texts))
            return Page();
        var now = await db.SignUps.AsNoTracking().SingleAsync(s => s.GatheringId == id && s.PersonId == Self);
        TempData.Say(texts[$"Coming.Said.{now.State}", Gathering.Title], undo);
        return Redirect($"/aktiviteter/{id}#anmal");
    }

    private async Task<bool> Find(Id<Gathering> id)
    {
        if (await seen.Find(id) is not { } gathering)
            return false;
        (Gathering, Own) = (gathering, await db.SignUps.AsNoTracking().SingleOrDefaultAsync(s => s.GatheringId == id && s.PersonId == Self));
        Asked = await Questioning.Of(db, id, Own);
        return true;
    }
}
