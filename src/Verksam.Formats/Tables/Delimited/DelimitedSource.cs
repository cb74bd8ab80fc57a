namespace Verksam.Formats.Tables.Delimited;

/// <summary>A text file in memory as rows.</summary>
internal sealed class DelimitedSource(InputBuffer file, TextEncoding encoding, char? separator, TableLimits limits) : IRowSource
{
    public bool TellsShortRows => true;

    public int MergedRanges => 0;

    public IEnumerable<RowAsRead> Read()
    {
        using var text = TextEncodings.Reader(file, encoding);
        var rows = new DelimitedRows(text, separator, limits);
        while (rows.Next() is { } row) yield return row;
    }
}
