namespace Verksam.Formats.Tables;

/// <summary>A table that was opened. It holds the file in memory and nothing else of the machine's.</summary>
public sealed class OpenTable
{
    private readonly IRowSource _source;
    private readonly int _firstLine;

    private OpenTable(IRowSource source, TableFindings findings, int firstLine) =>
        (_source, Findings, _firstLine) = (source, findings, firstLine);

    /// <summary>What was found out.</summary>
    public TableFindings Findings { get; }

    /// <summary>
    /// How many ranges of merged cells the sheet has; their value belongs to the first cell, the others are empty. Known when
    /// the rows have been read to their end, since it stands below them.
    /// </summary>
    public int MergedRanges => _source.MergedRanges;

    /// <summary>
    /// The rows below the headings that hold something, one at a time. May be read again, but not twice at once.
    /// </summary>
    /// <exception cref="UnreadableDocument">While it is read: damaged, too-many-rows, too-many-columns, cell-too-long, unpacks-too-big.</exception>
    public IEnumerable<TableRow> Rows() =>
        Guarded(_source).Where(row => row.Line >= _firstLine && !row.IsBlank).Select(row => new TableRow(row.Line, row.Cells, Trouble(row)));

    internal static OpenTable Of(IRowSource source, TableChoices choices, TableFindings findings)
    {
        var sample = Guarded(source).Where(r => !r.IsBlank).Take(HeadingRow.Sample).ToList();
        if (choices.HeadingLine is > 0 and { } asked) sample = [.. Guarded(source).Where(r => r.Line >= asked && !r.IsBlank).Take(HeadingRow.Sample)];
        if (sample.Count == 0) throw new UnreadableDocument(UnreadableTable.NoRows);
        var heading = choices.HeadingLine switch { null => HeadingRow.Find(sample), 0 => null, _ => (int?)0 };
        var told = findings with
        {
            HeadingLine = heading is { } at ? sample[at].Line : null,
            Headings = HeadingRow.Columns(sample, heading),
        };
        return new OpenTable(source, told, heading is null ? sample[0].Line : sample[heading.Value].Line + 1);
    }

    private RowTrouble Trouble(RowAsRead row)
    {
        if (row.OpenQuote) return RowTrouble.OpenQuote;
        if (_source.TellsShortRows && row.Cells.Count < Findings.Columns) return RowTrouble.TooFewCells;
        return row.Cells.Skip(Findings.Columns).Any(c => !c.IsBlank) ? RowTrouble.TooManyCells : RowTrouble.None;
    }

    private static IEnumerable<RowAsRead> Guarded(IRowSource source)
    {
        using var rows = TableReader.Guard(source.Read().GetEnumerator);
        while (TableReader.Guard(rows.MoveNext)) yield return rows.Current;
    }
}
