using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Import.Applying;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;

namespace Verksam.Features.People.Import;

/// <summary>
/// Every night: files that nobody has said yes to for a week are erased, and what runs say of people a month after they were used; then they
/// can no longer be undone.
/// </summary>
internal sealed class ImportErasing(AppDb db, TimeProvider clock) : IJob
{
    public const string JobName = "people-import-erasing";

    /// <summary>Days.</summary>
    public const int LeftAfter = 7, ErasedAfter = 30;

    public string Name => JobName;

    public async Task Run(DateTimeOffset dueAt, CancellationToken cancelled)
    {
        var now = clock.GetUtcNow();
        var (left, used) = (now.AddDays(-LeftAfter), now.AddDays(-ErasedAfter));
        foreach (var run in await db.Imports.Where(r => (r.State == RunState.Mapping || r.State == RunState.Waiting) && r.At < left && (r.ReadAt == null || r.ReadAt < left)).ToListAsync(cancelled))
            await Leave(db, run, cancelled);
        foreach (var run in await db.Imports.Where(r => r.ErasedAt == null && (r.UndoneAt ?? r.AppliedAt) < used).ToListAsync(cancelled))
            await Erase(run, now, cancelled);
    }

    /// <summary>Without a yes: the file goes, and what was read from it.</summary>
    public static async Task Leave(AppDb db, ImportRun run, CancellationToken cancelled)
    {
        var file = run.FileId;
        if (run.Abandon() is not null)
            return;
        await Files.Erase(db, run, file, cancelled);
        await db.ImportRows.Where(r => r.RunId == run.Id).ExecuteDeleteAsync(cancelled);
    }

    private async Task Erase(ImportRun run, DateTimeOffset now, CancellationToken cancelled)
    {
        run.Erased(now);
        await db.SaveChangesAsync(cancelled);
        await db.ImportRows.Where(r => r.RunId == run.Id).ExecuteDeleteAsync(cancelled);
    }
}
