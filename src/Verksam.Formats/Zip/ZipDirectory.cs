using System.Buffers.Binary;

namespace Verksam.Formats.Zip;

/// <summary>
/// Looks through the central directory of a zip (PKWARE APPNOTE 4.3.12, 4.3.16) before ZipArchive does: that one makes an object of each
/// entry before it compares their number with what the file says, so a file of directory entries alone would fill the memory.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LongestComment = ushort.MaxValue;
    private const int LargestDirectory = 1 << 20;

    public static void Check(Stream file, int mostEntries)
    {
        var start = file.Seek(-Math.Min(file.Length, EndLength + LongestComment), SeekOrigin.End);
        var tail = new byte[file.Length - start];
        file.ReadExactly(tail);
        var end = tail.AsSpan(0, Math.Max(0, tail.Length - EndLength + 4)).LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0) throw Damaged();
        var directory = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10));
        // Zip64 is for four gigabytes and more
        if (entries == ushort.MaxValue || directory >= file.Length) throw Damaged();
        CountEntries(file, directory, mostEntries);
    }

    private static void CountEntries(Stream file, long directory, int mostEntries)
    {
        var position = directory;
        var header = new byte[EntryLength];
        for (var entries = 0; ; entries++)
        {
            file.Position = position;
            if (file.ReadAtLeast(header, EntryLength, throwOnEndOfStream: false) < EntryLength) return;
            if (!header.AsSpan().StartsWith("PK\u0001\u0002"u8)) return;
            position += EntryLength + LengthAt(28) + LengthAt(30) + LengthAt(32);
            if (entries >= mostEntries || position - directory > LargestDirectory) throw Damaged();
        }

        int LengthAt(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(offset));
    }

    private static UnreadableDocument Damaged() => new(UnreadableDocument.Damaged);
}
