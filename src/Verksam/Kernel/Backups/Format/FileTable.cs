using Verksam.Kernel.Files;

namespace Verksam.Kernel.Backups.Format;

/// <summary>The table of files: the one whose bytes do not stand in its lines.</summary>
internal sealed class FileTable
{
    public const string Name = "Files";

    private readonly int _id, _sum, _bytes;

    private FileTable(BackupTable table)
    {
        int At(string column) => table.Columns.Index().Single(c => c.Item.Name == column).Index;
        (_id, _sum, _bytes) = (At(nameof(StoredFile.Id)), At(nameof(StoredFile.Sha256)), At(nameof(FileBytes.Content)));
        Without = table with { Empty = nameof(FileBytes.Content) };
    }

    /// <summary>Read without the bytes, which may be more than the memory has room for.</summary>
    public BackupTable Without { get; }

    public static FileTable In(Shape shape) => new(shape.Tables.Single(t => t.Name == Name));

    public Id<StoredFile> IdOf(object?[] row) => new((Guid)row[_id]!);

    public string SumOf(object?[] row) => (string)row[_sum]!;

    public byte[] BytesOf(object?[] row) => (byte[])row[_bytes]!;

    public void SetBytes(object?[] row, byte[] bytes) => row[_bytes] = bytes;
}
