using System.Buffers;
using System.Buffers.Binary;

namespace Verksam.Formats.Pictures;

/// <summary>PNG (W3C, third edition, 5.3): a signature and chunks, each a length, a kind of four letters, its data and a sum.</summary>
internal static class PngParts
{
    private const int Frame = 12;

    // what is needed to draw it (11.2), and how its colours and dots are to be taken (11.3.1, 11.3.2, 11.3.4.2, 11.3.4.3); moving pictures too (11.3.5)
    private static readonly string[] Drawn = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT"];

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    public static ReadOnlyMemory<byte>? Bare(ReadOnlySpan<byte> png)
    {
        var bare = new ArrayBufferWriter<byte>(png.Length);
        bare.Write(Signature);
        for (var at = Signature.Length; at + Frame <= png.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            if (length > png.Length - at - Frame)
                return null;
            var chunk = png.Slice(at, (int)length + Frame);
            var kind = System.Text.Encoding.Latin1.GetString(chunk.Slice(4, 4));
            if (Drawn.Contains(kind, StringComparer.Ordinal))
                bare.Write(chunk);
            if (kind == "IEND")
                return bare.WrittenMemory; // what lies behind it is no picture
            at += chunk.Length;
        }
        return null;
    }
}
