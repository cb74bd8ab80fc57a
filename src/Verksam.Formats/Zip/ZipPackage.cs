using System.IO.Compression;

namespace Verksam.Formats.Zip;

/// <summary>
/// A document that is a zip of parts (ISO/IEC 21320): parts are found by name and unpacked as they are read, never to disk.
/// </summary>
internal sealed class ZipPackage : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly UnpackingBudget _budget;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    public ZipPackage(Stream file, ReadingLimits limits)
    {
        ZipDirectory.Check(file, limits.Entries);
        file.Position = 0;
        _archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        _budget = new UnpackingBudget(limits.UnpackedBytes);
        // Some writers on Windows separate with a backslash
        foreach (var entry in _archive.Entries) _parts.TryAdd(entry.FullName.Replace('\\', '/'), entry);
    }

    /// <summary>Opens a part, or says null when there is none of that name.</summary>
    public Stream? Open(string name)
    {
        if (!_parts.TryGetValue(name, out var entry)) return null;
        if (entry.IsEncrypted) throw new UnreadableDocument(UnreadableDocument.Encrypted);
        return new CountedStream(entry.Open(), _budget);
    }

    public bool Has(string name) => _parts.ContainsKey(name);

    public void Dispose() => _archive.Dispose();
}
