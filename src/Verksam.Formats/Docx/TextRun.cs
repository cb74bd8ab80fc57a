namespace Verksam.Formats.Docx;

/// <summary>A few words set alike. A line feed is a line break, a tab a tab.</summary>
public readonly record struct TextRun(string Text, bool Bold = false, bool Italic = false)
{
    /// <summary>Plain words.</summary>
    public static implicit operator TextRun(string text) => new(text);

    /// <summary>Plain words.</summary>
    public static TextRun FromString(string text) => new(text);
}

/// <summary>What a document says of itself (core properties, ECMA-376 part 2).</summary>
/// <param name="Title">Also what a screen reader says first.</param>
/// <param name="Created">Stands in the file, also as the time of its parts: the same call gives the same bytes.</param>
/// <param name="Author">The organisation, mostly.</param>
/// <param name="Language">BCP 47.</param>
public sealed record DocxProperties(string Title, DateTimeOffset Created, string? Author = null, string Language = "sv-SE");
