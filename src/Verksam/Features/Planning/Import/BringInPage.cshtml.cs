using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Formats;
using Verksam.Kernel;
using Verksam.Kernel.Files;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.PlanReading;
using Verksam.Ui;

namespace Verksam.Features.Planning.Import;

/// <summary>Step 1: the plan as it is written, as a file or pasted.</summary>
[Requires(Permission.EditPlan)]
[EnableRateLimiting(Limits.File)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest, ValueLengthLimit = LargestText)]
internal sealed class BringInPage(AppDb db, CurrentUser me, BringIn bringIn, Archive archive, Texts texts) : PageModel
{
    // a little over the reader's own limit, so that it is the reader who says no, in words
    private const int LargestRequest = 24 << 20;

    private const int LargestText = 8 << 20;

    private const int LongestName = 200;

    [BindProperty]
    public Form Input { get; set; } = new();

    public List<SelectListItem> Units { get; private set; } = [];

    public async Task OnGet(string? enhet)
    {
        await ListUnits();
        Input.Unit = Units.Exists(u => u.Value == enhet) ? enhet! : Units.FirstOrDefault()?.Value ?? "";
    }

    public async Task<IActionResult> OnPost(CancellationToken cancelled)
    {
        await ListUnits();
        if (!Units.Exists(u => u.Value == Input.Unit))
            return NotFound();
        if (!ModelState.IsValid || await ReadInput(cancelled) is not { } read)
            return Page();
        if ((Input.Year ?? read.Year) is not { } year)
        {
            ModelState.AddModelError("Input.Year", texts["Planning.BringIn.NoYear"]);
            return Page();
        }
        return await Draft(read, year, await Source(cancelled));
    }

    private async Task<IActionResult> Draft(PlanAsRead read, int year, StoredFile? source)
    {
        var (version, refusal) = await bringIn.Draft(Id<Unit>.Parse(Input.Unit, null), year, read, SourceName, source);
        if (ModelState.Refuses(refusal, texts) || version is null)
            return Page();
        await SayWhatToKnow(version, read, year);
        return Redirect($"/planen/granska/{version.Id}");
    }

    // what was put aside for it, and a year that the plan itself says otherwise
    private async Task SayWhatToKnow(PlanVersion version, PlanAsRead read, int year)
    {
        var said = new List<string>();
        if (read.Language is not "sv")
            said.Add(texts[$"Planning.BringIn.Language.{read.Language}"]);
        if (read.Year is { } own && own != year)
            said.Add(texts["Planning.BringIn.OtherYear", own, year]);
        var aside = await db.PlanVersions.SingleOrDefaultAsync(v => v.Id == version.FollowsId && v.State == VersionState.Discarded);
        if (aside is not null)
            said.Add(texts[aside.ProposedAt is null ? "Planning.BringIn.DraftAside" : "Planning.BringIn.ProposalAside", year, aside.SourceName]);
        if (aside is not null && await db.Amendments.CountAsync(a => a.VersionId == aside.Id) is > 0 and var amendments)
            said.Add(texts.Capital(texts.Count("Planning.BringIn.AmendmentsAside", amendments)));
        if (said.Count > 0)
            TempData.Say(string.Join(' ', said), aside is null ? null : $"/planen/ta-tillbaka/{aside.Id}");
    }

    private string SourceName => Input.File is { } file ? NameOf(file) : texts["Planning.BringIn.Pasted"];

    // the end of a long name says what it is
    private static string NameOf(IFormFile file) => Path.GetFileName(file.FileName) is { Length: > LongestName } name ? name[^LongestName..] : Path.GetFileName(file.FileName);

    private async Task<PlanAsRead?> ReadInput(CancellationToken cancelled)
    {
        if (Input.File is not { } file)
        {
            if (string.IsNullOrWhiteSpace(Input.Text))
                ModelState.AddModelError("Input.File", texts["Planning.BringIn.Nothing"]);
            return string.IsNullOrWhiteSpace(Input.Text) ? null : PlanReader.ReadText(Input.Text, Input.Year);
        }
        if (file.Length == 0)
        {
            ModelState.AddModelError("Input.File", texts["Planning.BringIn.Empty"]);
            return null;
        }
        try
        {
            await using var stream = file.OpenReadStream();
            return await PlanFile.Read(stream, Input.Year, cancelled);
        }
        catch (UnreadableDocument refused)
        {
            ModelState.AddModelError("Input.File", texts[$"Planning.Unreadable.{refused.Code}"]);
            return null;
        }
    }

    private async Task<StoredFile?> Source(CancellationToken cancelled)
    {
        if (Input.File is not { } file)
            return null;
        await using var content = file.OpenReadStream();
        return await archive.Keep(NameOf(file), "application/octet-stream", content, cancelled);
    }

    private async Task ListUnits() => Units = await db.Units.Within(me.Where(Permission.EditPlan)).OrderBy(u => u.Path.Length).ThenBy(u => u.Name)
        .Select(u => new SelectListItem(u.Name, u.Id.Value.ToString())).ToListAsync();

    internal sealed class Form
    {
        [Required]
        public string Unit { get; set; } = "";

        [Year]
        public int? Year { get; set; }

        public IFormFile? File { get; set; }

        [StringLength(LargestText)]
        public string? Text { get; set; }
    }
}
