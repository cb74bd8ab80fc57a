using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Segments;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Calling;

/// <summary>A new list, as a draft.</summary>
[Requires(Permission.EditPeople)]
internal sealed class NewCallListPage(AppDb db, CurrentUser me, SegmentPeople segments, OurTime time, Texts texts) : PageModel, ICallListForm
{
    [BindProperty]
    public CallListForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Segments { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => Choices(texts);

    /// <summary>What the chosen may be; all but former ones.</summary>
    public static IEnumerable<SelectListItem> Choices(Texts texts) => Enum.GetValues<RelationKind>().Where(k => k != RelationKind.Former)
        .Select(k => new SelectListItem(texts[$"People.Relations.{k}"], k.ToString())).Append(new(texts["Calling.Field.AllKinds"], ""));

    /// <summary>The segments that may be chosen: none first.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> Choices(SegmentPeople segments, Texts texts) =>
        [new(texts["Calling.Field.NoSegment"], ""), .. (await segments.Wording()).Known.Segments.Select(s => new SelectListItem(s.Text, s.Value))];

    /// <param name="urval">The segment it is begun from.</param>
    public async Task OnGet(string? enhet, Id<Segment>? urval)
    {
        await Find(enhet);
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        (Input.From, Input.Segment) = (time.Today, urval);
    }

    public async Task<IActionResult> OnPost()
    {
        await Find(null);
        if (!UnitChoices.Has(Units, Input.Unit) || Input.Kind == RelationKind.Former || !Has(Segments, Input.Segment))
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

    public static bool Has(IReadOnlyList<SelectListItem> segments, Id<Segment>? chosen) => segments.Any(s => s.Value == (chosen?.ToString() ?? ""));

    private async Task Find(string? enhet) => (Units, Segments) = (await UnitChoices.Of(db, me, enhet), await Choices(segments, texts));
}
