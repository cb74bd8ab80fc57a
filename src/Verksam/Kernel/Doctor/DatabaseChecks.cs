using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Verksam.Kernel.Hosting;

namespace Verksam.Kernel.Doctor;

/// <summary>Whether the database answers, is whole and up to date, agrees on the time, and has been backed up.</summary>
internal sealed class DatabaseChecks(AppDb db, Readiness readiness, Installation installation, TimeProvider clock)
{
    private const int LeastPostgres = 15;

    private static readonly TimeSpan MostApart = TimeSpan.FromSeconds(5);

    public IEnumerable<Check> All => installation.HasNoDatabase
        ? [new("database", _ => Task.FromResult(Finding.Warning("Ui.Doctor.NoDatabase", installation.SqliteFile)))]
        : [new("database", Whole), new("migrations", UpToDate), new("clock", Clock), new("backup", Backup)];

    private async Task<Finding> Whole(CancellationToken cancelled)
    {
        if (db is SqliteAppDb)
        {
            var said = await Ask("PRAGMA quick_check(1)", cancelled) as string;
            return said == "ok" ? Finding.Ok("Ui.Doctor.Sqlite") : Finding.Fault("Ui.Doctor.SqliteBroken", said ?? "");
        }
        await db.Database.OpenConnectionAsync(cancelled);
        var version = ((NpgsqlConnection)db.Database.GetDbConnection()).PostgreSqlVersion;
        await db.Database.CloseConnectionAsync();
        return version.Major >= LeastPostgres ? Finding.Ok("Ui.Doctor.Postgres", version) : Finding.Fault("Ui.Doctor.PostgresOld", version, LeastPostgres);
    }

    private async Task<Finding> UpToDate(CancellationToken cancelled)
    {
        var waiting = (await db.Database.GetPendingMigrationsAsync(cancelled)).Count();
        return waiting == 0 ? Finding.Ok("Ui.Doctor.Migrated") : Finding.Warning("Ui.Doctor.NotMigrated", waiting);
    }

    // a file's time is set by whatever keeps the disk
    private async Task<Finding> Clock(CancellationToken cancelled)
    {
        var there = db is SqliteAppDb ? FilesTime() : (DateTime)(await Ask("SELECT now()", cancelled))!;
        var apart = (clock.GetUtcNow() - new DateTimeOffset(there.ToUniversalTime())).Duration();
        return apart <= MostApart ? Finding.Ok("Ui.Doctor.Clock") : Finding.Fault("Ui.Doctor.ClockApart", (int)apart.TotalSeconds);
    }

    private DateTime FilesTime()
    {
        var trial = Path.Combine(installation.DataFolder, $".clock-{Environment.ProcessId}");
        File.WriteAllText(trial, "");
        var at = File.GetLastWriteTimeUtc(trial);
        File.Delete(trial);
        return at;
    }

    private async Task<Finding> Backup(CancellationToken cancelled)
    {
        var condition = await readiness.Now(cancelled);
        if (condition.Backups.TakenAt is not { } taken)
            return Finding.Warning("Ui.Doctor.NoBackup");
        if (condition.Backups.Trouble is { } trouble)
            return Finding.Fault("Ui.Doctor.BackupTest", trouble);
        var hours = (int)(clock.GetUtcNow() - taken).TotalHours;
        return condition.Faults.Any(f => f is Fault.Backup or Fault.RestoreTest) ? Finding.Fault("Ui.Doctor.BackupOld", hours)
            : Finding.Ok("Ui.Doctor.Backup", hours);
    }

    [SuppressMessage("Security", "CA2100", Justification = "The questions stand above")]
    private async Task<object?> Ask(string sql, CancellationToken cancelled)
    {
        await db.Database.OpenConnectionAsync(cancelled);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            return await command.ExecuteScalarAsync(cancelled);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
