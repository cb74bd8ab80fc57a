using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Files;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Structure;

/// <summary>A unit's picture: choose one, or take it away.</summary>
[Requires(Permission.EditStructure)]
[EnableRateLimiting(Limits.File)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
internal sealed class LogoPage(AppDb db, CurrentUser me, Texts texts, Archive archive) : PageModel
{
    private const int Largest = 500_000;

    // well over what a logo may be, so that it is we who say no, in words
    private const int LargestRequest = 24 << 20;

    public Unit Unit { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string slug) => await Find(slug) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug, IFormFile? picture, CancellationToken cancelled)
    {
        if (!await Find(slug))
            return NotFound();
        var file = await Picture.Read(picture, Largest, "logotyp", archive, cancelled);
        if (ModelState.Refuses(file is null ? StructureRefusals.NotALogo : null, texts, "Picture"))
            return Page();
        return await Wear(file!.Id, "Structure.Logo.Saved");
    }

    public async Task<IActionResult> OnPostRemove(string slug) =>
        await Find(slug) ? await Wear(null, "Structure.Logo.Removed") : NotFound();

    private async Task<IActionResult> Wear(Id<StoredFile>? logo, string said)
    {
        if (Unit.LogoId is { } before && await db.Files.FindAsync(before) is { } old)
            db.Files.Remove(old);
        Unit.Wear(logo);
        await db.SaveChangesAsync();
        TempData.Say(texts[said]);
        return Redirect($"/organisation/{Unit.Slug}");
    }

    private async Task<bool> Find(string slug)
    {
        Unit = (await db.Units.Within(me.Where(Permission.EditStructure)).SingleOrDefaultAsync(u => u.Slug == slug))!;
        return Unit is not null;
    }
}
