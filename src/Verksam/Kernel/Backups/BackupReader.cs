using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Verksam.Kernel.Backups.Format;
using Verksam.Kernel.Files;

namespace Verksam.Kernel.Backups;

/// <summary>A backup that has been found whole: every byte, every table and every row of it was summed before anybody gets at a row.</summary>
internal sealed class BackupReader : IAsyncDisposable
{
    private const int NameAt = 30; // in a zip, the name of the first entry

    private readonly ZipArchive _zip;

    private BackupReader(ZipArchive zip, Manifest manifest)
    {
        _zip = zip;
        Manifest = manifest;
    }

    public Manifest Manifest { get; }

    /// <param name="file">Read from any place; ours from now on.</param>
    /// <param name="newest">The newest change of the database that this program knows, to say who is behind.</param>
    public static async Task<BackupReader> Open(Stream file, Shape shape, string newest, CancellationToken cancelled)
    {
        try
        {
            await CheckMark(file, cancelled);
            await DigestTail.Check(file, cancelled);
            file.Position = 0;
            var zip = new ZipArchive(file, ZipArchiveMode.Read);
            var reader = new BackupReader(zip, await ReadManifest(zip, cancelled));
            CheckAge(reader.Manifest, shape, newest);
            await reader.CheckTables(shape, cancelled);
            await reader.CheckFiles(cancelled);
            return reader;
        }
        catch (Exception trouble)
        {
            await file.DisposeAsync();
            // only what made it knows how: whole as a file, and yet not what it says it is
            throw trouble is InvalidDataException or JsonException or FormatException ? new BadBackup("Ui.Backup.Damaged") : trouble;
        }
    }

    public async IAsyncEnumerable<object?[]> Rows(BackupTable table, [EnumeratorCancellation] CancellationToken cancelled)
    {
        await using var entry = await Entry(TableInBackup.EntryOf(table.Name)).OpenAsync(cancelled);
        await foreach (var line in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(entry, topLevelValues: true, JsonSerializerOptions.Web, cancelled))
            yield return Line.Parse(line, table);
    }

    /// <summary>A file's bytes, to be read from any place; null when there was nothing left of it.</summary>
    public async Task<Stream?> OpenFile(string id, CancellationToken cancelled)
    {
        if (Manifest.Files?.FirstOrDefault(f => f.Id == id) is not { } file)
            return null;
        await using var entry = await Entry(FileInBackup.EntryOf(id)).OpenAsync(cancelled);
        return await Spool.Of(entry, file.Length, cancelled);
    }

    public async ValueTask DisposeAsync() => await _zip.DisposeAsync();

    private static async Task CheckMark(Stream file, CancellationToken cancelled)
    {
        var start = new byte[NameAt + BackupWriter.Mark.Length];
        file.Position = 0;
        if (await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancelled) < start.Length
            || Encoding.ASCII.GetString(start, NameAt, BackupWriter.Mark.Length) != BackupWriter.Mark)
            throw new BadBackup("Ui.Backup.NotABackup");
        if (file.Length < start.Length + DigestTail.Size)
            throw new BadBackup("Ui.Backup.Cut");
        file.Position = 0;
    }

    private static async Task<Manifest> ReadManifest(ZipArchive zip, CancellationToken cancelled)
    {
        var entry = zip.GetEntry(Manifest.Entry) ?? throw new BadBackup("Ui.Backup.NotABackup");
        await using var json = await entry.OpenAsync(cancelled);
        return await Manifest.Read(json, cancelled) ?? throw new BadBackup("Ui.Backup.NotABackup");
    }

    private static void CheckAge(Manifest manifest, Shape shape, string newest)
    {
        var isNewer = manifest.Format > Manifest.CurrentFormat
            || (manifest.Schema != shape.Fingerprint && string.CompareOrdinal(Minute(manifest.Migration), Minute(newest)) > 0);
        if (isNewer)
            throw new BadBackup("Ui.Backup.Newer", manifest.Program, BackupWriter.Program);
        if (manifest.Schema != shape.Fingerprint)
            throw new BadBackup("Ui.Backup.OtherSchema", manifest.Program, BackupWriter.Program);
    }

    // the two databases' changes are made a few seconds apart
    private static string Minute(string migration) => migration.Length < 12 ? migration : migration[..12];

    private async Task CheckTables(Shape shape, CancellationToken cancelled)
    {
        if (!Manifest.Tables.Select(t => t.Name).SequenceEqual(shape.Tables.Select(t => t.Name)))
            throw new BadBackup("Ui.Backup.Damaged");
        foreach (var table in Manifest.Tables)
            await CheckSum(TableInBackup.EntryOf(table.Name), table.Sha256, cancelled);
    }

    private async Task CheckFiles(CancellationToken cancelled)
    {
        foreach (var file in Manifest.Files ?? [])
            await CheckSum(FileInBackup.EntryOf(file.Id), file.Sha256, cancelled);
    }

    private async Task CheckSum(string name, string sha256, CancellationToken cancelled)
    {
        await using var entry = await Entry(name).OpenAsync(cancelled);
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(entry, cancelled)) != sha256)
            throw new BadBackup("Ui.Backup.Damaged");
    }

    private ZipArchiveEntry Entry(string name) => _zip.GetEntry(name) ?? throw new BadBackup("Ui.Backup.Damaged");
}
