using Verksam.Kernel.Backups.Format;
using Verksam.Kernel.Files;

namespace Verksam.Kernel.Backups;

/// <summary>Puts the bytes of a backup's files where this installation keeps its own, before the rows that tell of them are committed.</summary>
internal sealed class FilesBack(BackupReader backup, Shape shape, FilePlaces places)
{
    private readonly FileTable _files = FileTable.In(shape);

    /// <summary>The row as it is to be here: with its bytes, or without them where they lie elsewhere. Older backups have them in the row.</summary>
    public async Task Put(object?[] row, CancellationToken cancelled)
    {
        var id = _files.IdOf(row);
        await using var content = _files.BytesOf(row) is { Length: > 0 } inRow ? new MemoryStream(inRow) : await backup.OpenFile(id.ToString(), cancelled);
        _files.SetBytes(row, []);
        if (content is null)
            return;
        if (places.Outside is { } outside)
        {
            await outside.Put(id, content, cancelled);
            return;
        }
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancelled);
        _files.SetBytes(row, bytes);
    }
}
