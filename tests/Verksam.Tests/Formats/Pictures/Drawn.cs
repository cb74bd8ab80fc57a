using System.Buffers.Binary;

namespace Verksam.Tests.Formats.Pictures;

/// <summary>Twelve dots by six, half red and half blue, as Chromium draws and saves them; and what cameras write beside them.</summary>
internal static class Drawn
{
    /// <summary>Stands in everything that is written beside.</summary>
    public const string Secret = "65.3172N 18.7163E Gunnars telefon";

    public static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAwAAAAGCAYAAAD37n+BAAAAKElEQVR4AdzLMQ0AAAgDQVJL9YQ4tOCpGOjC2k9ufAwph71yUM8ShgMAAP//XK+TBgAAAAZJREFUAwAB9Bq/V+CDwQAAAABJRU5ErkJggg==");

    public static readonly byte[] Jpeg = Convert.FromBase64String("/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAGAAwDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAMF/8QAFxABAAMAAAAAAAAAAAAAAAAAAAECMv/EABUBAQEAAAAAAAAAAAAAAAAAAAAE/8QAGxEAAQQDAAAAAAAAAAAAAAAAAQAEM3EFwdH/2gAMAwEAAhEDEQA/AMymoUBcwjN8TIyitlf/2Q==");

    public static readonly byte[] Webp = Convert.FromBase64String("UklGRiwCAABXRUJQVlA4WAoAAAAgAAAACwAABQAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggPgAAAHACAJ0BKgwABgACwEwlqAJ0RwB+gGWAfoAD7QAA/uobVihwSCW/yHlf+/HfvA4PPr+stRSt/Eb3Btyq9WwA");

    /// <summary>With words, a time and Exif, and something behind its end.</summary>
    public static byte[] PngBeside() => [.. Png[..33], .. Chunk("tEXt"), .. Chunk("eXIf"), .. Chunk("tIME"), .. Png[33..], .. Words];

    /// <summary>With Exif that turns it, the words of another program, a comment, and another picture behind its end.</summary>
    public static byte[] JpegBeside(byte turned, bool isLittle = false) => [.. Jpeg[..20], .. Segment(0xe1, [.. "Exif\0\0"u8, .. Tiff(turned, isLittle), .. Words]), .. Segment(0xe1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Words]), .. Segment(0xed, Words), .. Segment(0xfe, Words), .. Jpeg[20..], .. Jpeg, .. Words];

    /// <summary>With Exif and XMP, and a head that says so.</summary>
    public static byte[] WebpBeside()
    {
        byte[] beside = [.. Webp, .. RiffChunk("EXIF"), .. RiffChunk("XMP ")];
        beside[20] |= 0x0c;
        BinaryPrimitives.WriteUInt32LittleEndian(beside.AsSpan(4), (uint)beside.Length - 8);
        return beside;
    }

    private static byte[] Words => System.Text.Encoding.Latin1.GetBytes(Secret);

    private static byte[] Chunk(string kind) => [.. Long((uint)Secret.Length), .. System.Text.Encoding.Latin1.GetBytes(kind), .. Words, 0, 0, 0, 0];

    private static byte[] RiffChunk(string kind) => [.. System.Text.Encoding.Latin1.GetBytes(kind), (byte)Secret.Length, 0, 0, 0, .. Words, .. new byte[Secret.Length & 1]];

    private static byte[] Segment(byte marker, byte[] data) => [0xff, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] Tiff(byte turned, bool isLittle) => isLittle
        ? [.. "II"u8, 42, 0, 8, 0, 0, 0, 2, 0, 0x0f, 1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, turned, 0, 0, 0]
        : [.. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 2, 1, 0x0f, 0, 2, 0, 0, 0, 4, 0, 0, 0, 0, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0];

    private static byte[] Long(uint number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
}
