using Verksam.Kernel.Backups.Format;
using Verksam.Kernel.Jobs;

namespace Verksam.Kernel.Backups.Nightly;

/// <summary>Every night: a backup, a try at restoring it, and the old ones thinned out. A bad one never costs a good old one its place.</summary>
internal sealed class NightlyBackup(AppDb db, BackupWriter writer, BackupShelf shelf, RestoreTest test, TimeProvider clock) : IJob
{
    public const string JobName = "nightly-backup";

    public string Name => JobName;

    public async Task Run(DateTimeOffset dueAt, CancellationToken cancelled)
    {
        var file = shelf.FileFor(clock.GetUtcNow());
        Manifest? manifest = null;
        await BackupFile.Write(file, shelf.Passphrase, async to => manifest = await writer.Write(to, cancelled));
        await BackupOutcome.NoteTaken(db, clock.GetUtcNow(), cancelled);
        await Check(file, cancelled);
        if (manifest!.Unsound is { Count: > 0 }) // the copy is as good as it can be: it is kept, and somebody is to look
            await BackupOutcome.NoteTested(db, clock.GetUtcNow(), "Ui.Backup.Unsound", cancelled);
        shelf.Thin(clock.GetUtcNow());
    }

    /// <summary>Written down before it is complained of: the job is tried again, and meanwhile the readiness check knows.</summary>
    public async Task Check(string file, CancellationToken cancelled)
    {
        var trouble = await test.Try(file, cancelled);
        await BackupOutcome.NoteTested(db, clock.GetUtcNow(), trouble, cancelled);
        if (trouble is not null)
            throw new BadBackup("Ui.Backup.TestFailed", Path.GetFileName(file), trouble);
    }
}
