namespace Verksam.Formats.Pictures;

/// <summary>
/// A picture as one looks at it, without what cameras and programs write beside it: where and when it was taken, with what, by whom, a smaller picture
/// of what was cut away. Nothing is unpacked or packed anew, so that what is seen is the same, dot for dot.
/// </summary>
/// <param name="ContentType">image/png, image/jpeg or image/webp.</param>
/// <param name="Content">Of a picture that had nothing beside it, byte for byte what it was.</param>
public sealed record BarePicture(string ContentType, ReadOnlyMemory<byte> Content)
{
    /// <summary>Reads one.</summary>
    /// <returns>Null when it is none of the three kinds, or is broken off.</returns>
    public static BarePicture? Of(ReadOnlyMemory<byte> content)
    {
        var start = content.Span;
        if (start.StartsWith(PngParts.Signature))
            return Made("image/png", PngParts.Bare(start));
        if (start.StartsWith(JpegParts.Start))
            return Made("image/jpeg", JpegParts.Bare(start));
        return start.Length > 12 && start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8) ? Made("image/webp", WebpParts.Bare(start)) : null;
    }

    private static BarePicture? Made(string type, ReadOnlyMemory<byte>? bare) => bare is { } content ? new(type, content) : null;
}
