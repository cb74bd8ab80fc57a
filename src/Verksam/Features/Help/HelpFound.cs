using System.Net;
using System.Text.RegularExpressions;
using Verksam.Kernel.Search;

namespace Verksam.Features.Help;

/// <summary>Pages and sections of the handbook, in the search over everything: those whose heading fits before those that only mention it.</summary>
internal sealed partial class HelpFound(Handbook handbook) : ISearchSource
{
    private readonly Lazy<IReadOnlyList<Part>> _parts = new(() => [.. Handbook.Names.SelectMany(name => Parts(name, handbook.Page(name)!))]);

    public string Heading => "Ui.Help";

    public int Order => 50;

    public Task<Finds> Find(SearchWords words, int most)
    {
        // two letters begin a word of nearly every section
        var isTelling = words.Words.All(w => w.Length > 2);
        var fit = _parts.Value.Where(p => words.FitIn(p.InHeading)).Concat(_parts.Value.Where(p => isTelling && words.FitIn(p.InBody))).Distinct();
        return Task.FromResult(new Finds([.. fit.Take(most).Select(p => new Find(p.Title, p.Url, p.Page))]));
    }

    private static IEnumerable<Part> Parts(string name, Leaf leaf)
    {
        var bodies = Heading2().Split(leaf.Body);
        yield return new Part(leaf.Title, Handbook.Address(name), null, SearchWords.In(leaf.Title), Said(bodies[0]));
        foreach (var (section, body) in leaf.Sections.Zip(bodies.Skip(1)))
            yield return new Part(section.Title, $"{Handbook.Address(name)}#{Uri.EscapeDataString(section.Anchor)}", leaf.Title, SearchWords.In(section.Title), Said(body));
    }

    private static string Said(string html) => SearchWords.In(WebUtility.HtmlDecode(Markup().Replace(html, " ")));

    private sealed record Part(string Title, string Url, string? Page, string InHeading, string InBody);

    // the body has its title as <h1>; each section begins with a heading of its own
    [GeneratedRegex("<h[2-6] ", RegexOptions.NonBacktracking)]
    private static partial Regex Heading2();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Markup();
}
