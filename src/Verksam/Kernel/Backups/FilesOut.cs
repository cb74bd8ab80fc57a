using System.IO.Compression;
using System.Security.Cryptography;
using Verksam.Kernel.Backups.Format;
using Verksam.Kernel.Files;

namespace Verksam.Kernel.Backups;

/// <summary>Writes the bytes of files into a backup, an entry each, wherever they lie.</summary>
/// <param name="evenWithout">A place that is away is no hindrance: what is put aside before a restore is what there is.</param>
internal sealed class FilesOut(ZipArchive zip, Rows rows, Archive archive, bool evenWithout)
{
    private readonly List<FileInBackup> _written = [];
    private readonly List<string> _unsound = [];

    public IReadOnlyList<FileInBackup> Written => _written;

    /// <summary>Those of which nothing is left, or something else than was put away.</summary>
    public IReadOnlyList<string> Unsound => _unsound;

    public async Task Write(Shape shape, CancellationToken cancelled)
    {
        var files = FileTable.In(shape);
        var known = new List<(Id<StoredFile> Id, string Sha256)>();
        await foreach (var row in rows.Of(files.Without, cancelled))
            known.Add((files.IdOf(row), files.SumOf(row)));
        foreach (var (id, sum) in known)
        {
            var (content, trouble) = await archive.Find(id, sum, cancelled);
            if (trouble is { Fault: FileFault.Away } && !evenWithout)
                throw trouble;
            if (trouble is not null)
                _unsound.Add(id.ToString());
            if (content is null)
                continue;
            await using (content)
                await Put(id, content, cancelled);
        }
    }

    private async Task Put(Id<StoredFile> id, Stream content, CancellationToken cancelled)
    {
        var length = content.Length;
        await using (var entry = await zip.CreateEntry(FileInBackup.EntryOf(id.ToString()), CompressionLevel.Fastest).OpenAsync(cancelled))
            await content.CopyToAsync(entry, cancelled);
        content.Position = 0;
        _written.Add(new FileInBackup(id.ToString(), length, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancelled))));
    }
}
