using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Verksam.Formats.Html;

/// <summary>What the elements of a page are to a reader of its text.</summary>
internal static class HtmlRules
{
    private static readonly FrozenSet<string> Blocks = Set("""
        address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
        h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody td
        tfoot th thead tr ul xmp
        """);

    private static readonly FrozenSet<string> NeverText = Set("""
        head script style noscript template nav footer aside dialog search iframe object embed svg math canvas video audio map datalist
        select input button textarea meter progress rp rt del frameset noframes
        """);

    private static readonly FrozenSet<string> NotItsOwn = Set(
        "navigation banner contentinfo search complementary dialog alertdialog menu menubar toolbar doc-noteref doc-footnote doc-endnotes");

    private static readonly FrozenSet<string> Attributes = Set("hidden style class id title href role aria-hidden aria-level");

    // The parser opens these anew in each paragraph that they reach into, of those that are alike no more than three
    private static readonly FrozenSet<string> Marks = Set("b big code em font i nobr s small strike strong tt u");

    /// <summary>Which attributes are kept while the page is read.</summary>
    public static bool IsOfUse(ReadOnlySpan<char> element, ReadOnlySpan<char> attribute) =>
        Attributes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(attribute)
        && !Marks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(element);

    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    public static bool IsList(IElement element) => element.LocalName is "ul" or "ol" or "menu" or "dir";

    public static bool IsPreformatted(IElement element) => element.LocalName is "pre" or "listing" or "xmp" or "plaintext";

    public static bool IsBold(IElement element) => element.LocalName is "b" or "strong" or "th";

    /// <summary>1–6 for a heading, 0 for what Word and Google Docs save a title as.</summary>
    public static int? Heading(IElement element)
    {
        if (element.ClassList.Contains("MsoTitle") || (element.LocalName is "p" or "h1" && element.ClassList.Contains("title"))) return 0;
        if (element.LocalName is ['h', >= '1' and <= '6' and var level]) return level - '0';
        return element.GetAttribute("role") is "heading"
            ? element.GetAttribute("aria-level") is [>= '1' and <= '9' and var said] ? said - '0' : 2
            : null;
    }

    public static bool IsLeftOut(IElement element) =>
        NeverText.Contains(element.LocalName) || IsHidden(element) || NotItsOwn.Contains(element.GetAttribute("role") ?? "")
        || IsPageHead(element) || IsForm(element) || IsCookieNotice(element) || IsNote(element);

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") is "true"
        || (element.GetAttribute("style") is { Length: < 1_000 } style && IsHidden(style.Replace(" ", "", StringComparison.Ordinal)));

    private static bool IsHidden(string style) =>
        style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);

    // The head of an article has its heading; the head of a page has its menu
    private static bool IsPageHead(IElement element) =>
        (element.LocalName is "header" && !element.Ancestors<IElement>().Any(IsMainPart))
        // LibreOffice saves the head and the foot of its pages so
        || (element.LocalName is "div" && element.GetAttribute("title") is "header" or "footer");

    // Some systems put the whole page into one form
    private static bool IsForm(IElement element) =>
        element.LocalName is "form" && (element.Ancestors<IElement>().Any(IsMainPart) || element.QuerySelector("p, h1, h2, li") is null);

    private static bool IsMainPart(IElement element) => element.LocalName is "main" or "article" || element.GetAttribute("role") is "main";

    private static bool IsCookieNotice(IElement element) =>
        element.LocalName is "div" or "section" && (SaysCookie(element.Id) || SaysCookie(element.ClassName))
        && element.QuerySelector("main, article, h1") is null;

    // As LibreOffice and Word save foot- and endnotes, and the signs that point at them
    private static bool IsNote(IElement element) =>
        element.Id is { } id && (id.StartsWith("sdfootnote", StringComparison.Ordinal) || id.StartsWith("ftn", StringComparison.Ordinal)
            || id.StartsWith("edn", StringComparison.Ordinal) || id.StartsWith("sdendnote", StringComparison.Ordinal))
        || (element.LocalName is "a" && (element.ClassName is "sdfootnoteanc" or "sdendnoteanc"
            || (element.GetAttribute("href") is { } to && (to.StartsWith("#_ftn", StringComparison.Ordinal) || to.StartsWith("#_edn", StringComparison.Ordinal)))));

    private static bool SaysCookie(string? name) =>
        name is not null && (name.Contains("cookie", StringComparison.OrdinalIgnoreCase) || name.Contains("consent", StringComparison.OrdinalIgnoreCase));

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
