using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Verksam.Formats.Html;

/// <summary>
/// Reads the text of a web page (WHATWG HTML), parsed by AngleSharp. Read: headings, paragraphs, lists, tables, of the page's main part when it
/// says which that is. Not read: menus, page heads and feet, side columns, forms, notices of cookies, what is hidden, scripts.
/// Nothing is fetched and nothing is run.
/// </summary>
public static class HtmlReader
{
    // A page is text; what is larger carries its pictures inside. The parser keeps the whole tree, and its time grows with the square of
    // the elements that are open at once
    private const int MostBytes = 2 << 20;
    private const int MostElements = 20_000;
    private const int MostTags = 200_000;

    /// <summary>Reads the paragraphs that hold text, in reading order.</summary>
    /// <param name="file">Need not be able to seek. It is not closed.</param>
    /// <param name="limits">How much to take; the default when null.</param>
    /// <param name="cancellation">Ends the wait for the file.</param>
    /// <exception cref="UnreadableDocument">too-big, too-many-paragraphs, too-much-text or not-text.</exception>
    public static async Task<IReadOnlyList<DocumentParagraph>> Read(
        Stream file, ReadingLimits? limits = null, CancellationToken cancellation = default)
    {
        limits ??= ReadingLimits.Default;
        await using var buffer = await InputBuffer.Fill(file, Math.Min(limits.InputBytes, MostBytes), cancellation);
        using var page = Parse(PageEncoding.Decode(buffer.ToArray()), limits);
        return new HtmlBody(limits).Read(MainPart.Of(page));
    }

    private static IDocument Parse(string text, ReadingLimits limits)
    {
        var (elements, tags) = (0, 0);
        var options = new HtmlParserOptions
        {
            MaximumDepth = limits.XmlDepth,
            SkipComments = true,
            SkipScriptText = true,
            SkipProcessingInstructions = true,
            DisableElementPositionTracking = true,
            ShouldEmitAttribute = static (ref tag, name) => HtmlRules.IsOfUse(tag.Name.Memory.Span, name.Span),
            OnToken = (_, _) =>
            {
                if (++tags > MostTags) throw new UnreadableDocument(UnreadableDocument.TooManyParagraphs);
            },
            OnCreated = (_, _) =>
            {
                if (++elements > MostElements) throw new UnreadableDocument(UnreadableDocument.TooManyParagraphs);
            },
        };
        return new HtmlParser(options).ParseDocument(text);
    }
}
