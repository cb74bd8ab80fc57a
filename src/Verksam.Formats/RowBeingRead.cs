namespace Verksam.Formats;

/// <summary>
/// A table row while its cells come. "Aktivitet | Ansvarig | Klart" becomes one paragraph, the cells separated by tabs, so that what
/// belongs together stays together; an empty cell keeps its place. A table used for layout (a single filled cell, headings, lists, tables
/// or long
/// text in a cell) becomes its paragraphs, in reading order.
/// </summary>
internal sealed class RowBeingRead
{
    private const int LongestCell = 400;

    private readonly List<List<DocumentParagraph>> _cells = [];

    public bool Deleted { get; set; }

    public void Add(List<DocumentParagraph> cell) => _cells.Add(cell);

    public IEnumerable<DocumentParagraph> Finish()
    {
        if (Deleted) return [];
        var isRow = _cells.Count(c => c.Count > 0) > 1 && _cells.TrueForAll(IsPlain);
        return isRow ? [Joined()] : _cells.SelectMany(c => c);
    }

    private DocumentParagraph Joined()
    {
        var cells = _cells.Select(c => string.Join(' ', c.Select(p => p.Text.Replace('\n', ' '))));
        return new DocumentParagraph(string.Join('\t', cells).TrimEnd('\t'), Bold: _cells.TrueForAll(c => c.TrueForAll(p => p.Bold)));
    }

    private static bool IsPlain(List<DocumentParagraph> cell) =>
        cell.TrueForAll(p => p is { HeadingLevel: null, ListLevel: null } && !p.Text.Contains('\t', StringComparison.Ordinal))
        && cell.Sum(p => p.Text.Length) <= LongestCell;
}
