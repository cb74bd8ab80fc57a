using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel.Backups.Nightly;
using Verksam.Kernel.Files;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;

namespace Verksam.Kernel.Hosting;

/// <summary>What can be wrong while the program runs. Their names in lower case are what a watching program is told, and nothing more.</summary>
internal enum Fault
{
    Database,
    Jobs,
    Outbox,
    Backup,
    RestoreTest,
    Files,
}

/// <summary>How the house is, as read at one moment.</summary>
/// <param name="OldestJob">When the oldest job that waits was due; given-up ones wait for nobody.</param>
/// <param name="OldestLetter">When the oldest letter that waits was due.</param>
internal sealed record Condition(IReadOnlyList<Fault> Faults, DateTimeOffset? OldestJob, DateTimeOffset? OldestLetter, BackupOutcome Backups)
{
    public static readonly Condition Unknown = new([Fault.Database], null, null, new BackupOutcome(null, null, null));
}

/// <summary>Whether all goes as it should; settings move the limits (<c>ready-job-minutes</c>, <c>ready-letter-minutes</c>, <c>ready-backup-hours</c>).</summary>
internal sealed class Readiness(AppDb db, FileTrial files, TimeProvider clock)
{
    private const int JobMinutes = 60, LetterMinutes = 60, BackupHours = 36;

    public async Task<Condition> Now(CancellationToken cancelled)
    {
        try
        {
            return await Read(cancelled);
        }
        catch (Exception trouble) when (trouble is DbException or TimeoutException or InvalidOperationException { InnerException: DbException })
        {
            return Condition.Unknown; // it does not answer, or is not what it should be
        }
    }

    /// <summary>The whole answer to whoever watches: a stranger learns what is wrong in a word, never why.</summary>
    public static async Task Answer(HttpContext http)
    {
        if (http.RequestServices.GetRequiredService<Leaving>().Leaves)
        {
            await Health.Say(http, StatusCodes.Status503ServiceUnavailable, "leaving");
            return;
        }
        var condition = await http.RequestServices.GetRequiredService<Readiness>().Now(http.RequestAborted);
        var words = condition.Faults.Select(f => f == Fault.RestoreTest ? Fault.Backup : f).Distinct().Select(f => f.ToString().ToLowerInvariant()).ToList();
        await (words.Count == 0 ? Health.Say(http, StatusCodes.Status200OK, "ok")
            : Health.Say(http, StatusCodes.Status503ServiceUnavailable, string.Join(' ', words)));
    }

    private async Task<Condition> Read(CancellationToken cancelled)
    {
        var settings = await db.Settings.Where(s => s.Name.StartsWith("ready-") || s.Name.StartsWith("backup-"))
            .ToDictionaryAsync(s => s.Name, s => s.Value, cancelled);
        var job = await db.Jobs.Where(j => j.DoneAt == null && j.Tries < Job.MostTries).MinAsync(j => (DateTimeOffset?)j.DueAt, cancelled);
        var letter = await db.Letters.Where(l => l.State == LetterState.Due).MinAsync(l => (DateTimeOffset?)l.DueAt, cancelled);
        var firstNight = await db.Jobs.Where(j => j.Name == NightlyBackup.JobName).MinAsync(j => (DateTimeOffset?)j.DueAt, cancelled);
        var backups = BackupOutcome.Of(settings);
        var night = TimeSpan.FromHours(Limit(settings, "ready-backup-hours", BackupHours));
        (Fault What, bool Is)[] faults =
        [
            (Fault.Jobs, IsOlder(job, TimeSpan.FromMinutes(Limit(settings, "ready-job-minutes", JobMinutes)))),
            (Fault.Outbox, IsOlder(letter, TimeSpan.FromMinutes(Limit(settings, "ready-letter-minutes", LetterMinutes)))),
            (Fault.Backup, IsOlder(backups.TakenAt ?? firstNight, night)), // before the first night nothing is late
            (Fault.RestoreTest, backups.Trouble is not null || IsOlder(backups.TestedAt ?? firstNight, night)),
            (Fault.Files, await files.Lately(cancelled) is not null),
        ];
        return new Condition([.. faults.Where(f => f.Is).Select(f => f.What)], job, letter, backups);
    }

    private bool IsOlder(DateTimeOffset? at, TimeSpan limit) => at is { } moment && clock.GetUtcNow() - moment > limit;

    private static int Limit(Dictionary<string, string> settings, string name, int otherwise) =>
        int.TryParse(settings.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var set) && set > 0 ? set : otherwise;
}
