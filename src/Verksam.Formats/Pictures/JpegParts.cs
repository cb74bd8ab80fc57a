using System.Buffers;
using System.Buffers.Binary;

namespace Verksam.Formats.Pictures;

/// <summary>
/// JPEG (ITU-T T.81, B.1): segments, each FF, a marker, a length and its data. Of Exif (CIPA DC-008) only which way up it is stays: cameras turn
/// the picture by that word and not by its dots.
/// </summary>
internal static class JpegParts
{
    private const byte EndOfPicture = 0xd9, StartOfScan = 0xda, FirstApp = 0xe0, ColourProfile = 0xe2, Exif = 0xe1, Adobe = 0xee, LastApp = 0xef, Comment = 0xfe;

    private const ushort Orientation = 0x0112, OneShort = 3;

    public static ReadOnlySpan<byte> Start => [0xff, 0xd8, 0xff];

    private static ReadOnlySpan<byte> ExifName => "Exif\0\0"u8;

    public static ReadOnlyMemory<byte>? Bare(ReadOnlySpan<byte> jpeg)
    {
        var bare = new ArrayBufferWriter<byte>(jpeg.Length);
        bare.Write(jpeg[..2]);
        for (var at = 2; at + 2 <= jpeg.Length;)
        {
            if (jpeg[at] != 0xff)
                return null;
            var marker = jpeg[at + 1];
            if (marker == 0xff)
            {
                at++; // fills up
                continue;
            }
            if (marker == EndOfPicture)
            {
                bare.Write(jpeg.Slice(at, 2));
                return bare.WrittenMemory; // what lies behind it is another picture, or a film
            }
            if (Segment(jpeg[at..], marker) is not { } length)
                return null;
            Write(jpeg.Slice(at, length), marker, bare);
            at += length;
        }
        return null;
    }

    // with the dots that follow a scan's head; null when it is broken off
    private static int? Segment(ReadOnlySpan<byte> rest, byte marker)
    {
        if (IsAlone(marker))
            return 2;
        if (rest.Length < 4)
            return null;
        var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
        if (length < 4 || length > rest.Length)
            return null;
        return marker == StartOfScan ? length + Dots(rest[length..]) : length;
    }

    // until a marker that is neither a stuffed byte nor one that begins the dots anew
    private static int Dots(ReadOnlySpan<byte> rest)
    {
        var at = 0;
        while (at + 1 < rest.Length && !(rest[at] == 0xff && rest[at + 1] != 0 && !IsAlone(rest[at + 1])))
            at++;
        return at;
    }

    private static bool IsAlone(byte marker) => marker is 0x01 or (>= 0xd0 and <= 0xd7);

    private static void Write(ReadOnlySpan<byte> segment, byte marker, ArrayBufferWriter<byte> bare)
    {
        var isBeside = marker is Comment or (> FirstApp and <= LastApp and not Adobe);
        if (!isBeside || (marker == ColourProfile && segment[4..].StartsWith("ICC_PROFILE\0"u8)))
            bare.Write(segment);
        else if (marker == Exif && segment[4..].StartsWith(ExifName) && TurnedBy(segment[(4 + ExifName.Length)..]) is { } way and > 1 and <= 8)
            WriteTurn(way, bare);
    }

    /// <summary>The way up, of the first directory of a TIFF; null when it says none.</summary>
    private static ushort? TurnedBy(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
            return null;
        var isLittle = tiff.StartsWith("II"u8);
        var first = Long(tiff[4..], isLittle);
        if (first > tiff.Length - 2)
            return null;
        var (at, count) = ((int)first + 2, Short(tiff[(int)first..], isLittle));
        for (var entry = 0; entry < count && at + 12 <= tiff.Length; entry++, at += 12)
        {
            if (Short(tiff[at..], isLittle) == Orientation && Short(tiff[(at + 2)..], isLittle) == OneShort)
                return Short(tiff[(at + 8)..], isLittle);
        }
        return null;
    }

    private static void WriteTurn(ushort way, ArrayBufferWriter<byte> bare) => bare.Write((ReadOnlySpan<byte>)
    [
        0xff, Exif, 0, 34, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0,
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, // big end first, and the directory follows at once
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)way, 0, 0, // one entry: a short
        0, 0, 0, 0, // and no directory after it
    ]);

    private static ushort Short(ReadOnlySpan<byte> from, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(from) : BinaryPrimitives.ReadUInt16BigEndian(from);

    private static uint Long(ReadOnlySpan<byte> from, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(from) : BinaryPrimitives.ReadUInt32BigEndian(from);
}
