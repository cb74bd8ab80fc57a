using System.Text.Json;

namespace Verksam.Kernel.Backups.Format;

/// <summary>What a backup says of itself; the last entry of the file, because only then is it known.</summary>
/// <param name="Migration">The newest change of the database that it was taken from.</param>
/// <param name="Schema">The fingerprint of its tables and columns.</param>
/// <param name="Files">The bytes of files, an entry each; null in format 1, where they stand in their rows.</param>
/// <param name="Unsound">Files of which nothing was left, or something else than was once put away.</param>
internal sealed record Manifest(
    int Format, string Program, string Migration, string Schema, DateTimeOffset At, string Provider, IReadOnlyList<TableInBackup> Tables,
    IReadOnlyList<FileInBackup>? Files = null, IReadOnlyList<string>? Unsound = null)
{
    public const int CurrentFormat = 2;
    public const string Entry = "manifest.json";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Form);

    public static ValueTask<Manifest?> Read(Stream json, CancellationToken cancelled) => JsonSerializer.DeserializeAsync<Manifest>(json, Form, cancelled);
}

/// <param name="Sha256">Of the table's entry, byte by byte.</param>
internal sealed record TableInBackup(string Name, long Rows, string Sha256, IReadOnlyList<string> Columns)
{
    public static string EntryOf(string table) => $"tables/{table}.jsonl";
}

/// <param name="Sha256">Of its bytes as they were found.</param>
internal sealed record FileInBackup(string Id, long Length, string Sha256)
{
    public static string EntryOf(string id) => $"files/{id}";
}
