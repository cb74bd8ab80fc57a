using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Outbox;

namespace Verksam.Features.Accounts;

/// <summary>
/// A letter that lies in the folder because no mail server is configured. That it was opened is written down: it may hold somebody's way in.
/// </summary>
[Requires(Permission.Administer)]
internal sealed class LetterPage(AppDb db, IPost post) : PageModel
{
    public LetterInFolder Read { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Letter> id, CancellationToken cancelled)
    {
        if (!await Find(id, cancelled))
            return NotFound();
        return Page();
    }

    /// <summary>The file itself, for a mail program.</summary>
    public async Task<IActionResult> OnGetFile(Id<Letter> id, CancellationToken cancelled) =>
        await Find(id, cancelled) ? PhysicalFile(((FolderPost)post).EmlOf(id), "message/rfc822", $"{id}.eml") : NotFound();

    private async Task<bool> Find(Id<Letter> id, CancellationToken cancelled)
    {
        if (post is not FolderPost folder || await folder.Read(id, cancelled) is not { } read)
            return false;
        Read = read;
        db.NoteReading(id);
        await db.SaveChangesAsync(cancelled);
        return true;
    }
}
