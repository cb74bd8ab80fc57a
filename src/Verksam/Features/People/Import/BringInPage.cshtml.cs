using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Import;

/// <summary>Step 1: a file with people, for a unit and those below it. Nothing is changed yet.</summary>
[Requires(Permission.EditPeople)]
[EnableRateLimiting(Limits.File)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
internal sealed class BringInPage(AppDb db, CurrentUser me, ImportDesk desk, BringingIn bringing, Texts texts) : PageModel
{
    // a little over the reader's own limit, so that it is the reader who says no, in words
    private const int LargestRequest = 44 << 20;

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Unit> Units { get; private set; } = [];
    public IReadOnlyList<ImportRun> Earlier { get; private set; } = [];

    public string Unit(ImportRun run) => Units.Single(u => u.Id == run.UnitId).Name;

    public async Task OnGet(string? enhet)
    {
        Units = await desk.Units();
        Earlier = await desk.Earlier(Units);
        Input.Unit = (Units.FirstOrDefault(u => u.Slug == enhet) ?? (Units is [var first, ..] ? first : null))?.Id ?? default;
    }

    public async Task<IActionResult> OnPost(CancellationToken cancelled)
    {
        var unit = Input.Unit;
        await OnGet(null);
        if (!Units.Any(u => u.Id == unit))
            return NotFound();
        Input.Unit = unit;
        if (Input.File is not { Length: > 0 } file)
            return Refuse(texts[Input.File is null ? "Import.BringIn.Nothing" : "Import.BringIn.Empty"]);
        var (run, no) = await bringing.Take(unit, file.FileName, file.OpenReadStream, cancelled);
        if (run is null)
            return Refuse(texts[$"Import.Unreadable.{no}"]);
        run.By(me);
        await db.SaveChangesAsync(cancelled);
        return Redirect($"/manniskor/importera/{run.Id}/kolumner");
    }

    private PageResult Refuse(string why)
    {
        ModelState.AddModelError("Input.File", why);
        return Page();
    }

    internal sealed class Form
    {
        public Id<Unit> Unit { get; set; }

        public IFormFile? File { get; set; }
    }
}
