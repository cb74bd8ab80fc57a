using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Import.Applying;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;

namespace Verksam.Features.People.Import;

/// <summary>The step that a run waits for. Run twice, the second finds it done: what it has come to is saved with what it did.</summary>
internal sealed class ImportJob(AppDb db, ReadStep read, ApplyStep apply, UndoStep undo) : IAskedJob
{
    public const string JobName = "people-import";

    public string Name => JobName;

    public async Task Run(Guid subject, Progress progress, CancellationToken cancelled)
    {
        if (await db.Imports.SingleOrDefaultAsync(r => r.Id == new Id<ImportRun>(subject), cancelled) is { } run)
            await Step(run, progress, cancelled);
    }

    public Task Step(ImportRun run, Progress? progress, CancellationToken cancelled) => run.State switch
    {
        RunState.Reading => read.Run(run, progress, cancelled),
        RunState.Applying => apply.Run(run, progress, cancelled),
        RunState.Undoing => undo.Run(run, progress, cancelled),
        _ => Task.CompletedTask,
    };

    public async Task GiveUp(Guid subject)
    {
        if (await db.Imports.SingleOrDefaultAsync(r => r.Id == new Id<ImportRun>(subject)) is not { IsWorking: true } run)
            return;
        run.Fail("broken");
        await db.SaveChangesAsync();
    }
}
