using System.Text;

namespace Verksam.Formats.Pdf;

/// <summary>
/// Puts the words of a PDF together to lines as they stand on the page, an empty line where there is more room than between two lines of a
/// paragraph, a form feed between pages; what stands in the same place on page after page is left out.
/// </summary>
internal sealed class PdfLayout
{
    // Of the height of a line; between paragraphs there is seldom less
    private const double ExtraRoom = 0.2;

    private readonly List<PdfRow> _rows = [];
    private readonly List<PdfWord> _page = [];

    public int Pages { get; private set; }

    public void Add(PdfWord word) => _page.Add(word);

    public void EndPage()
    {
        Pages++;
        _page.Sort((a, b) => a.Middle.CompareTo(b.Middle));
        foreach (var word in _page)
        {
            if (_rows.Count > 0 && _rows[^1].Page == Pages && _rows[^1].Takes(word)) _rows[^1].Add(word);
            else _rows.Add(new PdfRow(Pages, word));
        }
        _page.Clear();
    }

    public string Text()
    {
        var rows = RunningHeads.Remove(_rows);
        if (rows.Count == 0) return "";
        var (room, left) = (UsualRoom(rows), rows.Min(r => r.Left));
        var letterWidth = Math.Max(1, rows.Sum(r => r.Width) / Math.Max(1, rows.Sum(r => r.Letters)));
        var text = new StringBuilder();
        double? item = null;
        for (var i = 0; i < rows.Count; i++)
        {
            if (i > 0) text.Append('\n');
            if (i > 0 && rows[i].Page != rows[i - 1].Page) text.Append('\f');
            else if (i > 0 && (Room(rows, i) > room + (rows[i].Height * ExtraRoom) || Leaves(rows[i], item, letterWidth))) text.Append('\n');
            item = rows[i].ItemText(letterWidth) ?? (rows[i].Left < item - letterWidth ? null : item);
            rows[i].Write(text, left, letterWidth);
        }
        return text.ToString();
    }

    // Text that begins left of an item's text is the list's no more
    private static bool Leaves(PdfRow row, double? item, double letterWidth) =>
        row.Left < item - letterWidth && row.ItemText(letterWidth) is null;

    private static double Room(List<PdfRow> rows, int i) => rows[i].Top - rows[i - 1].Bottom;

    // Most lines follow another of their paragraph
    private static double UsualRoom(List<PdfRow> rows)
    {
        var rooms = Enumerable.Range(1, rows.Count - 1).Where(i => rows[i].Page == rows[i - 1].Page).Select(i => Room(rows, i)).Order().ToList();
        return rooms.Count == 0 ? 0 : rooms[rooms.Count / 3];
    }
}
