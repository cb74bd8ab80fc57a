using AngleSharp.Dom;

namespace Verksam.Formats.Html;

/// <summary>Where on the page its own text stands.</summary>
internal static class MainPart
{
    /// <summary>The one main part that holds text; else the one article; else the whole page.</summary>
    public static INode Of(IDocument page) =>
        Only(page, e => e.LocalName is "main" || e.GetAttribute("role") is "main")
        ?? Only(page, e => e.LocalName is "article")
        ?? (INode?)page.Body ?? page;

    private static IElement? Only(IDocument page, Func<IElement, bool> isSo)
    {
        var found = page.All.Where(e => isSo(e) && !HtmlRules.IsLeftOut(e) && !string.IsNullOrWhiteSpace(e.TextContent)).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }
}
