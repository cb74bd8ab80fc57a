namespace Verksam.Formats.Tables;

/// <summary>
/// Finds the headings. Above them may stand a title, the day of the export, or a row of groups ("Person", "Kontakt") whose merged cells
/// leave it half empty; below them stands data.
/// </summary>
internal static class HeadingRow
{
    public const int Sample = 40;

    // Nobody puts more than this above the headings
    private const int DeepestAt = 15;
    private const double FilledEnough = 0.6;
    private const int LongestHeading = 80;

    /// <summary>Which of the rows holds the headings; null when the first full row is data.</summary>
    public static int? Find(List<RowAsRead> rows)
    {
        var usual = Usual(rows);
        var first = rows.FindIndex(r => r.Filled >= Math.Max(1, FilledEnough * usual));
        if (first < 0 || first > DeepestAt) return null;
        return LooksLikeHeadings(rows[first]) ? first : null;
    }

    /// <summary>One heading a column; the columns end with the last that has a heading, or that half of the rows fill.</summary>
    public static IReadOnlyList<string> Columns(List<RowAsRead> rows, int? heading)
    {
        var below = rows[((heading ?? -1) + 1)..];
        List<TableCell> headings = heading is { } at ? rows[at].Cells : [];
        var last = headings.FindLastIndex(c => !c.IsBlank);
        var widest = below.Count == 0 ? 0 : below.Max(r => r.Cells.Count);
        for (var column = widest - 1; column > last; column--)
        {
            if (below.Count(r => column < r.Cells.Count && !r.Cells[column].IsBlank) * 2 >= below.Count) last = column;
        }
        return [.. Enumerable.Range(0, last + 1).Select(c => c < headings.Count ? OneLine(headings[c].Text) : "")];
    }

    private static int Usual(List<RowAsRead> rows) => rows.Select(r => r.Filled).Order().ElementAt(rows.Count / 2);

    private static bool LooksLikeHeadings(RowAsRead row) => row.Cells.TrueForAll(c => c.IsBlank || IsHeading(c)) && row.Cells.Exists(c => !c.IsBlank);

    // "Tel1" and "Bet 2026" are headings; an address, a date and a number are not
    private static bool IsHeading(TableCell cell) => cell is { Kind: CellKind.Text, Text.Length: <= LongestHeading }
        && !cell.Text.Contains('@', StringComparison.Ordinal)
        && cell.Text.Any(char.IsLetter)
        && cell.Text.Count(char.IsDigit) < 6;

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
