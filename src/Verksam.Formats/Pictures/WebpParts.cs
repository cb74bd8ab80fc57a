using System.Buffers;
using System.Buffers.Binary;

namespace Verksam.Formats.Pictures;

/// <summary>WebP (RFC 9649, 2.3–2.7): a RIFF file of chunks, each four letters, a length and its data, to an even number of bytes.</summary>
internal static class WebpParts
{
    private const int Head = 12, Frame = 8;

    // in VP8X: there is an Exif chunk, there is an XMP chunk
    private const byte SaysExif = 0x08, SaysXmp = 0x04;

    private static readonly string[] Drawn = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];

    public static ReadOnlyMemory<byte>? Bare(ReadOnlySpan<byte> webp)
    {
        var end = BinaryPrimitives.ReadUInt32LittleEndian(webp[4..]) + 8L;
        if (end > webp.Length)
            return null;
        var bare = new ArrayBufferWriter<byte>(webp.Length);
        bare.Write(webp[..Head]);
        for (var at = Head; at + Frame <= end;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(webp[(at + 4)..]);
            var whole = Frame + length + (length & 1);
            if (at + whole > end)
                return null;
            Write(webp.Slice(at, (int)whole), bare);
            at += (int)whole;
        }
        return Sized(bare.WrittenSpan.ToArray());
    }

    private static void Write(ReadOnlySpan<byte> chunk, ArrayBufferWriter<byte> bare)
    {
        var kind = System.Text.Encoding.Latin1.GetString(chunk[..4]);
        if (!Drawn.Contains(kind, StringComparer.Ordinal))
            return;
        var copy = chunk.ToArray();
        if (kind == "VP8X" && copy.Length > Frame)
            copy[Frame] &= unchecked((byte)~(SaysExif | SaysXmp));
        bare.Write(copy);
    }

    private static ReadOnlyMemory<byte>? Sized(byte[] bare)
    {
        if (bare.Length == Head)
            return null;
        BinaryPrimitives.WriteUInt32LittleEndian(bare.AsSpan(4), (uint)bare.Length - 8);
        return bare;
    }
}
