using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel.Hosting;

namespace Verksam.Kernel.Backups.Nightly;

/// <summary>How it last went, as three settings remember it.</summary>
/// <param name="Trouble">What the restore test found wrong.</param>
internal sealed record BackupOutcome(DateTimeOffset? TakenAt, DateTimeOffset? TestedAt, string? Trouble)
{
    private const string Taken = "backup-taken-at", Tested = "backup-tested-at", Result = "backup-test", Well = "ok";

    public static BackupOutcome Of(IReadOnlyDictionary<string, string> settings) => new(
        Moment(settings.GetValueOrDefault(Taken)),
        Moment(settings.GetValueOrDefault(Tested)),
        settings.GetValueOrDefault(Result) is { } result && result != Well ? result : null);

    public static Task NoteTaken(AppDb db, DateTimeOffset at, CancellationToken cancelled) => Note(db, cancelled, (Taken, Written(at)));

    public static Task NoteTested(AppDb db, DateTimeOffset at, string? trouble, CancellationToken cancelled) =>
        Note(db, cancelled, (Tested, Written(at)), (Result, trouble ?? Well));

    private static async Task Note(AppDb db, CancellationToken cancelled, params (string Name, string Value)[] settings)
    {
        foreach (var (name, value) in settings)
        {
            if (await db.Settings.SingleOrDefaultAsync(s => s.Name == name, cancelled) is { } known)
                known.Value = value;
            else
                db.Settings.Add(new Setting(name, value));
        }
        await db.SaveChangesAsync(cancelled);
    }

    private static string Written(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(string? written) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
