using System.Buffers;
using System.Text;

namespace Verksam.Formats.Tables.Delimited;

/// <summary>
/// Writes csv as a Swedish Excel opens it at a double click: UTF-8 with a mark, semicolons, quotation marks where RFC 4180 asks for them, CR LF.
/// A text that would be taken for a formula gets an apostrophe before it, which <see cref="TableReader"/> takes away again.
/// </summary>
public sealed class CsvWriter : ITableWriter
{
    /// <summary>What such a file is called on the net (RFC 7111).</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    private const char Separator = ';';

    private static readonly SearchValues<char> Quoted = SearchValues.Create("\";\r\n");

    private readonly StreamWriter _text;
    private readonly int _columns;

    /// <summary>Begins a table.</summary>
    /// <param name="output">Need not be able to seek; is written synchronously, and not closed.</param>
    /// <param name="headings">One a column.</param>
    public CsvWriter(Stream output, IReadOnlyList<string> headings)
    {
        _columns = headings.Count;
        _text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        Row([.. headings.Select(TableCell.FromString)]);
    }

    /// <inheritdoc/>
    public void Row(params ReadOnlySpan<TableCell> cells)
    {
        if (cells.Length > _columns) throw new ArgumentException("More cells than headings.", nameof(cells));
        for (var column = 0; column < _columns; column++)
        {
            if (column > 0) _text.Write(Separator);
            if (column < cells.Length) Write(cells[column]);
        }
        _text.WriteLine();
    }

    /// <inheritdoc/>
    public void Dispose() => _text.Dispose();

    // A number or a day is not a formula, whatever it begins with
    private void Write(TableCell cell)
    {
        var text = cell.Kind is CellKind.Text or CellKind.Error ? Defusing.Defuse(cell.Text) : cell.Text;
        if (!text.AsSpan().ContainsAny(Quoted))
        {
            _text.Write(text);
            return;
        }
        _text.Write('"');
        _text.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        _text.Write('"');
    }
}
