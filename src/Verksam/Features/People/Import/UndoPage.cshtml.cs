using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Import.Applying;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Import;

/// <summary>Takes a whole import back, as long as nothing newer stands on it; what does is told person by person, and they may be left out.</summary>
[Requires(Permission.EditPeople)]
internal sealed class UndoPage(AppDb db, ImportDesk desk, OurTime time, Texts texts) : PageModel
{
    public const int MostShown = 50;

    public ImportRun Run { get; private set; } = null!;
    /// <summary>People whom the import did something with.</summary>
    public int Done { get; private set; }

    public IReadOnlyList<Obstacle> InTheWay { get; private set; } = [];

    public string Said(Obstacle obstacle) => obstacle.What is null ? texts["Import.Undo.Changed"]
        : $"{texts[$"Auditing.What.{obstacle.What}"]}, {time.Moment(obstacle.At!.Value, texts["People.Yesterday"])}";

    public async Task<IActionResult> OnGet(Id<ImportRun> id, CancellationToken cancelled)
    {
        if (await Find(id, cancelled) is { } no)
            return no;
        db.NoteReading(id);
        await db.SaveChangesAsync(cancelled);
        return Page();
    }

    /// <param name="utan">Those in the way are to be left as they are.</param>
    public async Task<IActionResult> OnPost(Id<ImportRun> id, bool utan, CancellationToken cancelled)
    {
        if (await Find(id, cancelled) is { } no)
            return no;
        if ((InTheWay.Count > 0 && !utan) || ModelState.Refuses(Run.Undo(butThem: utan), texts))
            return Page();
        await desk.Ask(Run);
        return Redirect($"/manniskor/importera/{id}");
    }

    private async Task<IActionResult?> Find(Id<ImportRun> id, CancellationToken cancelled)
    {
        if (await desk.Find(id) is not { } run)
            return NotFound();
        Run = run;
        if (!run.CanBeUndone)
            return Redirect($"/manniskor/importera/{id}");
        Done = await db.ImportRows.CountAsync(r => r.RunId == id && r.IsDone, cancelled);
        InTheWay = await Obstacles.Of(db, run, cancelled);
        return null;
    }
}
