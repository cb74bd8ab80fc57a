using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Carrying;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Planning.Sharing;

/// <summary>One unit's part: how it stands there, and the one field where somebody says what has happened.</summary>
[Requires(Permission.SeePlan)]
internal sealed class PartPage(AppDb db, CurrentUser me, CommitmentPlaces places, History history, Texts texts) : PageModel
{
    [BindProperty]
    public ReportForm Input { get; set; } = new();

    public CommitmentPlaces.Place Place { get; private set; } = null!;
    public PartRow Row { get; private set; } = null!;
    public IReadOnlyList<History.Line> Log { get; private set; } = [];

    public bool CanReport => Place.MayReport(me) || Row.Part.OwnerId?.Value == me.PersonId || me.Can(Permission.Report, Row.Path);

    public async Task<IActionResult> OnGet(int year, string number, string? unit, string part) => await Find(unit, year, number, part) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(int year, string number, string? unit, string part)
    {
        if (!await Find(unit, year, number, part) || !CanReport)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var told = await db.Parts.SingleAsync(p => p.Id == Row.Part.Id);
        var refusal = told.Tell(new Id<Person>(me.PersonId), Input.Text, Input.Count, Input.Word, Row.Now?.Compared, db.Clock.GetUtcNow(), out var report);
        if (ModelState.Refuses(refusal, texts, "Input.Text"))
            return Page();
        db.Reports.Add(report!);
        await db.SaveChangesAsync();
        TempData.Say(texts["Planning.Commitment.Reported"]);
        return Redirect($"{Place.Url}/delar/{part}");
    }

    private async Task<bool> Find(string? unit, int year, string number, string slug)
    {
        if (await places.Find(unit, year, number, me) is not { } place || place.Row.Parts.FirstOrDefault(p => p.Slug == slug) is not { } row)
            return false;
        (Place, Row) = (place, row);
        Log = await history.Of(row.Part);
        return true;
    }
}
