namespace Verksam.Features.Help;

/// <summary>A page of the handbook, written out.</summary>
/// <param name="Body">Safe HTML: markup in the Markdown has come out as text.</param>
internal sealed record Leaf(string Title, string Body, IReadOnlyList<Section> Sections);

/// <param name="Anchor">As GitHub makes them of headings, so that a link works there too: "till-styrelsen".</param>
/// <param name="IsMain">A heading of the second level: the contents list those.</param>
internal sealed record Section(string Anchor, string Title, bool IsMain);
