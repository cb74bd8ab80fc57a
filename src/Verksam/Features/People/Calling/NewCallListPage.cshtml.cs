using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Calling;

/// <summary>A new list, as a draft.</summary>
[Requires(Permission.EditPeople)]
internal sealed class NewCallListPage(AppDb db, CurrentUser me, OurTime time, Texts texts) : PageModel, ICallListForm
{
    [BindProperty]
    public CallListForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => Choices(texts);

    /// <summary>What the chosen may be; all but former ones.</summary>
    public static IEnumerable<SelectListItem> Choices(Texts texts) => Enum.GetValues<RelationKind>().Where(k => k != RelationKind.Former)
        .Select(k => new SelectListItem(texts[$"People.Relations.{k}"], k.ToString())).Append(new(texts["Calling.Field.AllKinds"], ""));

    public async Task OnGet(string? enhet)
    {
        Units = await UnitChoices.Of(db, me, enhet);
        Input.From = time.Today;
    }

    public async Task<IActionResult> OnPost()
    {
        Units = await UnitChoices.Of(db, me);
        if (!UnitChoices.Has(Units, Input.Unit) || Input.Kind == RelationKind.Former)
            return NotFound();
        var list = new CallList(Input.Unit);
        var path = await db.Units.Where(u => u.Id == Input.Unit).Select(u => u.Path).SingleAsync();
        if (!ModelState.IsValid || ModelState.Refuses(Input.Fill(list, CallListPage.MayChooseBelow(me, path), out var field), texts, field))
            return Page();
        db.CallLists.Add(list);
        await db.SaveChangesAsync();
        TempData.Say(texts["Calling.New.Made", list.Name]);
        return Redirect($"/ringlistor/{list.Id}");
    }
}
