using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Door;

/// <summary>A code that somebody shows at the door. Opened it says whose it is, to those who stand there; to others nothing.</summary>
[Requires(Permission.SeePlan)]
internal sealed class CodePage(AppDb db, CurrentUser me, DoorReader reader, DoorDesk desk, Texts texts) : PageModel
{
    public Gathering Gathering { get; private set; } = null!;

    /// <summary>Null when no sign-up has it.</summary>
    public DoorRow? Row { get; private set; }

    public string Door => $"/aktiviteter/{Gathering.Id}/dorren";
    public bool IsOpen { get; private set; }

    public async Task<IActionResult> OnGet(Id<Gathering> id, string code)
    {
        if (!await Find(id, code))
            return NotFound();
        if (Row?.Person is { } person)
        {
            db.NoteReading(person.Id);
            await db.SaveChangesAsync();
        }
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Gathering> id, string code)
    {
        if (!await Find(id, code) || Row is not { } row)
            return NotFound();
        var taken = await desk.Take(id, new DoorTold { Entry = Guid.CreateVersion7(db.Clock.GetUtcNow()), Ticket = row.Ticket });
        TempData.Say(taken.Receipt == DoorReceipt.Closed ? texts["Door.Said.Closed"] : texts["Door.Said.IsHere", row.Name], taken is { Receipt: DoorReceipt.Kept, Row: { } kept } ? $"{Door}?handler=Back&rad={kept.Id}" : null);
        return Redirect(Door);
    }

    private async Task<bool> Find(Id<Gathering> id, string code)
    {
        if (await db.Gatherings.AsNoTracking().AtDoor(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return false;
        var shown = await reader.Of(gathering);
        var key = DoorCode.Print(DoorCode.Read(code));
        (Gathering, Row, IsOpen) = (gathering, shown.Rows.FirstOrDefault(r => r.Key == key), gathering.IsOpenAt(db.Clock.GetUtcNow(), shown.Arranges));
        return true;
    }
}
