using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel.Backups.Format;
using Verksam.Kernel.Files;
using Verksam.Kernel.Hosting;

namespace Verksam.Kernel.Backups;

/// <summary>Puts everything of a backup into a database, in one act: all of it is there afterwards, or nothing has happened.</summary>
internal sealed class Restoring(AppDb db, BackupWriter writer, FilePlaces places, Installation installation, TimeProvider clock)
{
    public const string AsideFolder = "before-restore";

    private readonly Shape _shape = Shape.Of(db);

    /// <param name="replace">What is there already is put aside as a backup and then replaced.</param>
    /// <returns>Where the old was put, when there was any.</returns>
    public async Task<string?> Run(Stream file, bool replace, CancellationToken cancelled)
    {
        await using var backup = await BackupReader.Open(file, _shape, db.Database.GetMigrations().LastOrDefault() ?? "", cancelled);
        await Database.Prepare(db, installation, clock);
        await db.Database.OpenConnectionAsync(cancelled);
        try
        {
            var isEmpty = await IsEmpty(null, cancelled);
            if (!isEmpty && !replace)
                throw new BadBackup("Ui.Backup.NotEmpty");
            var aside = isEmpty ? null : await PutAside(cancelled);
            await WriteAll(backup, replace, cancelled);
            return aside;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<bool> IsEmpty(DbTransaction? transaction, CancellationToken cancelled)
    {
        var anything = string.Join(" OR ", _shape.Tables.Select(t => $"""EXISTS (SELECT 1 FROM "{t.Name}")"""));
        return Convert.ToInt32(await Scalar(transaction, $"SELECT CASE WHEN {anything} THEN 1 ELSE 0 END", cancelled), CultureInfo.InvariantCulture) == 0;
    }

    private async Task<string> PutAside(CancellationToken cancelled)
    {
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var path = Path.Combine(PrivateFolder.Make(Path.Combine(installation.DataFolder, AsideFolder)), $"verksam-{stamp}.zip");
        await BackupFile.Write(path, null, to => writer.Write(to, cancelled, evenWithout: true));
        return path;
    }

    private async Task WriteAll(BackupReader backup, bool replace, CancellationToken cancelled)
    {
        if (places.Outside is { } outside)
            await outside.TakeIntoUse(cancelled);
        var connection = db.Database.GetDbConnection();
        var target = IRestoreTarget.For(connection);
        await using var transaction = await connection.BeginTransactionAsync(cancelled);
        await Scalar(transaction, target.Begin, cancelled);
        if (!replace && !await IsEmpty(transaction, cancelled)) // somebody has moved in since we looked
            throw new BadBackup("Ui.Backup.NotEmpty");
        var stamp = await Stamp(transaction, cancelled);
        foreach (var table in _shape.Tables.Reverse())
            await Scalar(transaction, $"""DELETE FROM "{table.Name}" """, cancelled);
        foreach (var table in _shape.Tables)
            await Write(transaction, backup, table, target, cancelled);
        await Scalar(transaction, $"""DELETE FROM "Settings" WHERE "Name" = '{PlaceMemory.Name}'""", cancelled); // all files are where the setting says
        await MoveStamp(transaction, Math.Max(stamp, await Stamp(transaction, cancelled)) + 1, cancelled);
        await Scalar(transaction, target.End, cancelled);
        await transaction.CommitAsync(cancelled);
    }

    private async Task Write(DbTransaction transaction, BackupReader backup, BackupTable table, IRestoreTarget target, CancellationToken cancelled)
    {
        var files = table.Name == FileTable.Name ? new FilesBack(backup, _shape, places) : null;
        await using var writing = new TableWriter(transaction, table, target);
        await foreach (var row in backup.Rows(table, cancelled))
        {
            await (files?.Put(row, cancelled) ?? Task.CompletedTask);
            await writing.Put(row, cancelled);
        }
        await using var rows = new Rows(transaction);
        using var line = new Line();
        var found = new RowSum();
        await foreach (var row in rows.Of(table, cancelled))
            found.Add(line.Write(row).Span);
        if (!found.IsSameAs(writing.Sum) || found.Rows != backup.Manifest.Tables.Single(t => t.Name == table.Name).Rows)
            throw new BadBackup("Ui.Backup.NotTheSame", table.Name);
    }

    private async Task<long> Stamp(DbTransaction transaction, CancellationToken cancelled) =>
        Convert.ToInt64(await Scalar(transaction, """SELECT COALESCE(max("Number"), 0) FROM "Stamps" """, cancelled), CultureInfo.InvariantCulture);

    // above both what running nodes have seen and what stood in the backup: what they keep in memory is of another house
    private async Task MoveStamp(DbTransaction transaction, long number, CancellationToken cancelled) => await Scalar(
        transaction, string.Create(CultureInfo.InvariantCulture,
            $"""INSERT INTO "Stamps" ("Id", "Number") VALUES (1, {number}) ON CONFLICT ("Id") DO UPDATE SET "Number" = {number}"""), cancelled);

    private async Task<object?> Scalar(DbTransaction? transaction, string sql, CancellationToken cancelled)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.Transaction, command.CommandText, command.CommandTimeout) = (transaction, sql, 0);
        return await command.ExecuteScalarAsync(cancelled);
    }
}
