using System.Buffers;
using System.Text;

namespace Verksam.Formats.Tables.Delimited;

/// <summary>What the bytes of a file tell of how its letters are kept.</summary>
internal sealed class ByteCount
{
    // Tab, line feed, form feed and carriage return are at home in a text; so is the old end-of-file mark
    private static readonly SearchValues<byte> Controls =
        SearchValues.Create([.. Enumerable.Range(1, 31).Select(b => (byte)b).Where(b => b is not (9 or 10 or 12 or 13 or 26))]);

    private static readonly SearchValues<byte> NotInWestern = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);

    private int _controls;

    private ByteCount() { }

    public long Length { get; private set; }
    public TextEncoding? Mark { get; private set; }

    /// <summary>Letters from À to ÿ in UTF-8, which å, ä, ö and é are among.</summary>
    public int Letters { get; private set; }

    /// <summary>Bytes that cannot be UTF-8.</summary>
    public int Wrong { get; private set; }

    /// <summary>Bytes that Windows-1252 has no letter for.</summary>
    public int Unassigned { get; private set; }

    public int Zeros { get; private set; }

    /// <summary>Zeros in the second, fourth … byte.</summary>
    public int OddZeros { get; private set; }

    // A stray one is forgiven, one in two hundred is not
    public bool HasManyControls => _controls > Length / 200;

    public static ByteCount Of(InputBuffer file)
    {
        var count = new ByteCount { Length = file.Length };
        var piece = new byte[64 << 10];
        file.Position = 0;
        for (var (kept, at) = (0, 0L); ;)
        {
            var read = file.ReadAtLeast(piece.AsSpan(kept), piece.Length - kept, throwOnEndOfStream: false);
            var bytes = piece.AsSpan(0, kept + read);
            if (at == 0) count.Mark = MarkOf(bytes);
            var isLast = bytes.Length < piece.Length;
            count.CountPlain(bytes[kept..], at + kept);
            // A letter may be cut in two between pieces
            kept = bytes.Length - count.CountLetters(bytes, isLast);
            bytes[^kept..].CopyTo(piece);
            at += bytes.Length - kept;
            if (isLast) return count;
        }
    }

    private static TextEncoding? MarkOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => TextEncoding.Utf8,
        [0xFF, 0xFE, ..] => TextEncoding.Utf16,
        [0xFE, 0xFF, ..] => TextEncoding.Utf16BigEndian,
        _ => null,
    };

    private void CountPlain(ReadOnlySpan<byte> bytes, long start)
    {
        for (int at, from = 0; (at = bytes[from..].IndexOf((byte)0)) >= 0; from += at + 1)
        {
            Zeros++;
            if (((start + from + at) & 1) == 1) OddZeros++;
        }
        for (int at; (at = bytes.IndexOfAny(Controls)) >= 0; bytes = bytes[(at + 1)..]) _controls++;
    }

    // Says how many bytes were counted; up to three wait for what comes
    private int CountLetters(ReadOnlySpan<byte> bytes, bool isLast)
    {
        var at = 0;
        while (true)
        {
            var next = bytes[at..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (next < 0) return bytes.Length;
            at += next;
            var status = Rune.DecodeFromUtf8(bytes[at..], out var letter, out var length);
            if (status is OperationStatus.NeedMoreData && !isLast) return at;
            if (status is OperationStatus.Done && letter.Value is >= 0xC0 and <= 0xFF) Letters++;
            if (status is not OperationStatus.Done) Wrong++;
            if (bytes.Slice(at, length).ContainsAny(NotInWestern)) Unassigned++;
            at += length;
        }
    }
}
