using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Segments;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.People.Calling;

/// <summary>What is decided about a list, changed. Whoever is chosen by it anew comes on; whoever is not any more falls off.</summary>
[Requires(Permission.EditPeople)]
internal sealed class CallListDetailsPage(AppDb db, CurrentUser me, SegmentPeople segments, Texts texts) : PageModel, ICallListForm
{
    [BindProperty]
    public CallListForm Input { get; set; } = new();

    public CallList List { get; private set; } = null!;

    // where a list belongs is said once
    public IReadOnlyList<SelectListItem> Units => [];

    public IReadOnlyList<SelectListItem> Segments { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => NewCallListPage.Choices(texts);

    public async Task<IActionResult> OnGet(Id<CallList> id)
    {
        if (!await Find(id))
            return NotFound();
        Input = CallListForm.Of(List);
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<CallList> id)
    {
        if (!await Find(id) || Input.Kind == RelationKind.Former || (Input.Segment != List.SegmentId && !NewCallListPage.Has(Segments, Input.Segment)))
            return NotFound();
        db.Expect(List, Input.Revision);
        var path = await db.Units.Where(u => u.Id == List.UnitId).Select(u => u.Path).SingleAsync();
        if (!ModelState.IsValid || ModelState.Refuses(Input.Fill(List, CallListPage.MayChooseBelow(me, path), out var field), texts, field))
            return Page();
        await db.SaveChangesAsync();
        TempData.Say(texts["Calling.Edit.Saved"]);
        return Redirect($"/ringlistor/{id}");
    }

    private async Task<bool> Find(Id<CallList> id)
    {
        if (await db.CallLists.LedBy(me, db).SingleOrDefaultAsync(l => l.Id == id) is not { } list)
            return false;
        (List, Segments) = (list, await NewCallListPage.Choices(segments, texts));
        return true;
    }
}
