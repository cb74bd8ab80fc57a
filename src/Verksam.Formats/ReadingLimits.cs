namespace Verksam.Formats;

/// <summary>
/// How much of a stranger's file is read before it is refused. All counts are of what was really read; no header is believed.
/// </summary>
public sealed record ReadingLimits
{
    /// <summary>What the program uses when it says nothing else; a reader then stays within a heap of 64 MB.</summary>
    public static ReadingLimits Default { get; } = new();

    /// <summary>The file as it came, in bytes.</summary>
    public long InputBytes { get; init; } = 20 << 20;

    /// <summary>Everything unpacked from it, in bytes, all parts together.</summary>
    public long UnpackedBytes { get; init; } = 40 << 20;

    /// <summary>Paragraphs, the empty ones and those in table cells too.</summary>
    public int Paragraphs { get; init; } = 20_000;

    /// <summary>Characters of text in the document: about a thousand pages.</summary>
    public int Characters { get; init; } = 4_000_000;

    /// <summary>Elements within elements.</summary>
    public int XmlDepth { get; init; } = 256;

    /// <summary>Files in the package.</summary>
    public int Entries { get; init; } = 2_000;
}
