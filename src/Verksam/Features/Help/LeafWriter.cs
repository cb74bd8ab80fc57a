using System.Globalization;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Verksam.Features.Help;

/// <summary>Markdown to HTML. The one place that knows Markdig, so that it is not loaded before somebody opens the help.</summary>
internal static class LeafWriter
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    /// <param name="pictures">The picture of a file name, or null.</param>
    public static Leaf Write(string markdown, Func<string, Picture?> pictures)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
            Point(link, pictures);
        var headings = document.Descendants<HeadingBlock>().ToList();
        return new Leaf(Words(headings[0]), document.ToHtml(Pipeline),
            [.. headings.Skip(1).Select(h => new Section(h.GetAttributes().Id!, Words(h), h.Level == 2))]);
    }

    // "planen.md#granska" leads to the page that is made of that file, "bilder/x.png" to the picture
    private static void Point(LinkInline link, Func<string, Picture?> pictures)
    {
        var url = link.Url ?? "";
        if (link.IsImage && pictures(Path.GetFileName(url)) is { } picture)
        {
            link.Url = picture.Address;
            var html = link.GetAttributes();
            html.AddProperty("width", picture.Width.ToString(CultureInfo.InvariantCulture));
            html.AddProperty("height", picture.Height.ToString(CultureInfo.InvariantCulture));
            html.AddProperty("loading", "lazy");
        }
        else if (!link.IsImage && url.Split('#', 2) is [var file, .. var anchor] && file.EndsWith(".md", StringComparison.Ordinal))
        {
            link.Url = Handbook.Address(file[..^3]) + string.Concat(anchor.Select(a => "#" + a));
        }
    }

    private static string Words(HeadingBlock heading) =>
        string.Concat(heading.Inline!.Descendants<Inline>().Select(i => i switch { LiteralInline l => l.Content.ToString(), CodeInline c => c.Content, _ => "" }));
}
