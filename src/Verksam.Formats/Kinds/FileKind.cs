using System.Text;

namespace Verksam.Formats.Kinds;

/// <summary>The kinds of file that are read.</summary>
public enum FileKind
{
    /// <summary>Text, Markdown too, or what only its reader can tell is no text.</summary>
    Text,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>Word, from 2007 on.</summary>
    Docx,

    /// <summary>OpenDocument text.</summary>
    Odt,

    /// <summary>PDF.</summary>
    Pdf,
}

/// <summary>Says what a file is by what stands in it; its name is not asked.</summary>
public static class FileKinds
{
    // As far in as a browser looks (WHATWG MIME Sniffing, 5.2), and as far as %PDF may stand
    private const int Head = 1024;

    private static readonly (int At, string Sign, string Code)[] Refused =
    [
        (0, @"{\rtf", UnreadableDocument.RichText),
        (0, "\u00FF\u00D8\u00FF", UnreadableDocument.Picture), (0, "\u0089PNG", UnreadableDocument.Picture),
        (0, "GIF8", UnreadableDocument.Picture), (0, "II*\0", UnreadableDocument.Picture), (0, "MM\0*", UnreadableDocument.Picture),
        (8, "WEBP", UnreadableDocument.Picture), (4, "ftyphe", UnreadableDocument.Picture), (4, "ftypmif1", UnreadableDocument.Picture),
        (0, "bplist00", UnreadableDocument.WebArchive), (0, "From: <Saved by", UnreadableDocument.WebArchive),
        (0, "MIME-Version:", UnreadableDocument.WebArchive),
    ];

    /// <summary>What the file is.</summary>
    /// <exception cref="UnreadableDocument">With the code of a kind that is known and not read; damaged, for a package.</exception>
    public static FileKind Of(InputBuffer file, ReadingLimits? limits = null)
    {
        var bytes = new byte[(int)Math.Min(Head, file.Length)];
        file.Position = 0;
        file.ReadExactly(bytes);
        file.Position = 0;
        var head = Encoding.Latin1.GetString(bytes);
        if (head.StartsWith("PK\u0003\u0004", StringComparison.Ordinal)) return Packages.Kind(file, limits ?? ReadingLimits.Default);
        if (head.StartsWith("\u00D0\u00CF\u0011\u00E0", StringComparison.Ordinal)) throw CompoundFile.Refusal(file);
        if (Array.Find(Refused, r => head.AsSpan(Math.Min(r.At, head.Length)).StartsWith(r.Sign)) is { Code: { } code })
            throw new UnreadableDocument(code);
        if (head.Contains("%PDF-", StringComparison.Ordinal)) return FileKind.Pdf;
        return WebPage.IsOne(bytes) ? FileKind.Html : FileKind.Text;
    }
}
