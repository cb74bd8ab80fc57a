namespace Verksam.Formats.Tables;

/// <summary>What is odd about a row. Its cells stay where they stood: nothing is moved to make them fit.</summary>
public enum RowTrouble
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A row of a text file ends before the last column. An empty cell at the end of a sheet's row is no such thing.</summary>
    TooFewCells,

    /// <summary>Something stands to the right of the last column.</summary>
    TooManyCells,

    /// <summary>A quotation mark opens and never closes: the cell goes on to the end of the file.</summary>
    OpenQuote,
}

/// <summary>A row that holds something, below the headings.</summary>
/// <param name="Line">
/// Where a person finds it, from 1: the line of the text file on which it begins, or the row of the sheet.
/// </param>
/// <param name="Cells">From the first column on; may be fewer or more than the columns.</param>
/// <param name="Trouble">What is odd about it.</param>
public sealed record TableRow(int Line, IReadOnlyList<TableCell> Cells, RowTrouble Trouble = RowTrouble.None)
{
    /// <summary>The cell in a column, counted from 0; an empty one where the row has none.</summary>
    public TableCell this[int column] => column < Cells.Count ? Cells[column] : default;
}

/// <summary>A row as a format gives it, before anybody knows which is the heading.</summary>
internal readonly record struct RowAsRead(int Line, List<TableCell> Cells, bool OpenQuote = false)
{
    public bool IsBlank => Cells.TrueForAll(c => c.IsBlank);

    public int Filled => Cells.Count(c => !c.IsBlank);
}
