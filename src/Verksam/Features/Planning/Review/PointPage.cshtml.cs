using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.PlanReading;

namespace Verksam.Features.Planning.Review;

/// <summary>Points at a sentence that the reader did not take, in the text itself; the review page takes it in.</summary>
[Requires(Permission.EditPlan)]
internal sealed class PointPage(AppDb db, CurrentUser me) : PageModel
{
    private HashSet<TextRange> _free = [];

    public PlanVersion Version { get; private set; } = null!;

    public IReadOnlyList<(Block Block, IReadOnlyList<TextRange> Passages)> Blocks { get; private set; } = [];

    /// <summary>The one pointed at.</summary>
    public TextRange? Chosen { get; private set; }

    public int Free => _free.Count;

    /// <summary>Whether it can be pointed at: no finding touches it.</summary>
    public bool IsFree(TextRange passage) => _free.Contains(passage);

    public async Task<IActionResult> OnGet(Id<PlanVersion> id, int? start, int? length)
    {
        if (await db.PlanVersions.EditableBy(me, db).SingleOrDefaultAsync(v => v.Id == id) is not { CanBeReviewed: true } version)
            return NotFound();
        Version = version;
        Blocks = Sentences.ByBlock(version.Document);
        var found = await db.Commitments.AsNoTracking().Include(c => c.Passages).Where(c => c.Passages.Any(p => p.VersionId == id)).ToListAsync();
        _free = [.. Sentences.Unmarked(version.Document, Reviewing.Order(found, id).SelectMany(c => c.RangesIn(id)))];
        if (start is { } from && length is { } count && new TextRange(from, count) is var asked && IsFree(asked))
            Chosen = asked;
        return Page();
    }
}
