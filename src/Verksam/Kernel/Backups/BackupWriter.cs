using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel.Backups.Format;
using Verksam.Kernel.Files;

namespace Verksam.Kernel.Backups;

/// <summary>Writes everything in the database, and all files, as one file, row by row: never more of it in memory than a row.</summary>
internal sealed class BackupWriter(AppDb db, Archive archive, TimeProvider clock)
{
    /// <summary>The first entry, uncompressed: what kind of file it is can be read from its first bytes.</summary>
    public const string Mark = "verksam-backup";

    /// <param name="evenWithout">Also when the place where files lie is away.</param>
    public async Task<Manifest> Write(Stream to, CancellationToken cancelled, bool evenWithout = false)
    {
        var shape = Shape.Of(db);
        await using var rows = await Rows.AtOneMoment(db, cancelled);
        await using var tail = new DigestTail(to);
        Manifest manifest;
        await using (var zip = new ZipArchive(tail, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.Comment = DigestTail.Room;
            await Put(zip, Mark, CompressionLevel.NoCompression, "1\n"u8.ToArray(), cancelled);
            var tables = new List<TableInBackup>();
            foreach (var table in shape.Tables)
                tables.Add(await Put(zip, table.Name == FileTable.Name ? FileTable.In(shape).Without : table, rows, cancelled));
            var files = new FilesOut(zip, rows, archive, evenWithout);
            await files.Write(shape, cancelled);
            manifest = await Describe(shape, tables) with { Files = files.Written, Unsound = files.Unsound };
            await Put(zip, Manifest.Entry, CompressionLevel.Optimal, manifest.Write(), cancelled);
        }
        tail.Finish();
        return manifest;
    }

    private static async Task Put(ZipArchive zip, string name, CompressionLevel level, byte[] content, CancellationToken cancelled)
    {
        await using var entry = await zip.CreateEntry(name, level).OpenAsync(cancelled);
        await entry.WriteAsync(content, cancelled);
    }

    private static async Task<TableInBackup> Put(ZipArchive zip, BackupTable table, Rows rows, CancellationToken cancelled)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var line = new Line();
        await using var entry = await zip.CreateEntry(TableInBackup.EntryOf(table.Name), CompressionLevel.Fastest).OpenAsync(cancelled);
        var count = 0L;
        await foreach (var row in rows.Of(table, cancelled))
        {
            var bytes = line.Write(row);
            hash.AppendData(bytes.Span);
            await entry.WriteAsync(bytes, cancelled);
            count++;
        }
        return new TableInBackup(table.Name, count, Convert.ToHexStringLower(hash.GetHashAndReset()), [.. table.Columns.Select(c => c.Name)]);
    }

    private async Task<Manifest> Describe(Shape shape, IReadOnlyList<TableInBackup> tables) => new(
        Manifest.CurrentFormat,
        Program,
        (await db.Database.GetAppliedMigrationsAsync()).LastOrDefault() ?? "",
        shape.Fingerprint,
        clock.GetUtcNow(),
        db is SqliteAppDb ? "sqlite" : "postgresql",
        tables);

    /// <summary>Ours: what wrote a backup, and what reads it.</summary>
    public static string Program => typeof(BackupWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
