using Verksam.Formats.Tables;
using Verksam.Formats.Tables.Columns;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Import.Reading;

/// <summary>A row's cells by what they are.</summary>
internal sealed class RowCells(TableRow row, Mapping mapping)
{
    private const int LongestShown = 120, FewCells = 3;

    private static readonly string[] SumWords = ["summa", "totalt", "total", "sum", "antal", "count"];

    /// <summary>For showing a row that cannot be taken. A column that holds national identity numbers is left out.</summary>
    public string Whole => string.Join(" \u00B7 ", row.Cells.Where((c, at) => !c.IsBlank && Field(at) != ColumnField.NationalId).Select(c => OneLine.Of(c.Text))) is var all && all.Length > LongestShown
        ? all[..LongestShown] + "\u2026" : all;

    /// <summary>Each cell as it stands, for the file of what could not be taken.</summary>
    public IReadOnlyList<string> Shown => [.. row.Cells.Select((c, at) => c.IsBlank ? "" : Field(at) == ColumnField.NationalId ? Masked(c.Text) : c.Text)];

    /// <summary>The last four of a national identity number are shown to nobody, and kept nowhere.</summary>
    public static string Masked(string id) => id.Trim() is { Length: > 4 } text ? text[..^4] + "\u2022\u2022\u2022\u2022" : "\u2022\u2022\u2022\u2022";

    /// <summary>The last row of a list, that counts the others.</summary>
    public bool IsSum => row.Cells.Count(c => !c.IsBlank) <= FewCells && row.Cells.FirstOrDefault(c => !c.IsBlank).Text is { } first
        && SumWords.Any(w => first.Trim().TrimEnd(':').StartsWith(w, StringComparison.OrdinalIgnoreCase) && first.Trim().Length <= w.Length + 8);

    public TableCell Cell(ColumnField field)
    {
        for (var at = 0; at < mapping.Columns.Count; at++)
        {
            if (mapping.Columns[at] == field)
                return row[at];
        }
        return default;
    }

    /// <summary>One line of text; null when nothing stands there.</summary>
    public string? Text(ColumnField field) => OneLine.OrNull(Cell(field).Text);

    public IEnumerable<TableCell> All(ColumnField field) => mapping.Columns.Select((f, at) => (f, at)).Where(c => c.f == field && !row[c.at].IsBlank).Select(c => row[c.at]);

    private ColumnField Field(int column) => column < mapping.Columns.Count ? mapping.Columns[column] : ColumnField.Ignore;
}
