using System.Buffers;
using System.Text;

namespace Verksam.Formats.Tables.Delimited;

/// <summary>
/// Splits text into rows and cells (RFC 4180): a cell may stand in quotation marks, and may then hold the separator, line ends and doubled
/// quotation marks. What a person's program does wrong is read as it is meant: a mark in the middle of a cell is a letter, and
/// what follows a closing mark belongs to the cell. A line ends with CR LF, LF or CR.
/// </summary>
/// <param name="text">Is not closed.</param>
/// <param name="separator">Null when each line is one cell.</param>
/// <param name="limits">How much to take.</param>
internal sealed class DelimitedRows(TextReader text, char? separator, TableLimits limits)
{
    private readonly CharSource _source = new(text);
    private readonly StringBuilder _cell = new();
    private readonly SearchValues<char> _ends = SearchValues.Create([separator ?? '\n', '\n', '\r']);
    private int _line = 1;
    private int _rows;
    private bool _afterReturn;

    /// <summary>The next row; null at the end.</summary>
    public RowAsRead? Next()
    {
        if (_source.AtEnd) return null;
        if (++_rows > limits.Rows) throw new UnreadableDocument(UnreadableTable.TooManyRows);
        var (line, open) = (_line, false);
        var cells = new List<TableCell>();
        do
        {
            if (cells.Count >= limits.Columns) throw new UnreadableDocument(UnreadableTable.TooManyColumns);
            _cell.Clear();
            open |= _source.Take('"') && !ReadQuoted();
            ReadPlain();
            cells.Add(Defusing.TakeAway(_cell.ToString()));
        }
        while (separator is { } between && _source.Take(between));
        TakeLineEnd();
        return new RowAsRead(line, cells, open);
    }

    private void ReadPlain()
    {
        while (!_source.AtEnd)
        {
            var ahead = _source.Ahead;
            var end = ahead.IndexOfAny(_ends);
            Keep(end < 0 ? ahead : ahead[..end]);
            if (end >= 0) return;
        }
    }

    // To the mark that closes; false when there is none
    private bool ReadQuoted()
    {
        while (!_source.AtEnd)
        {
            var ahead = _source.Ahead;
            var end = ahead.IndexOf('"');
            var part = end < 0 ? ahead : ahead[..end];
            foreach (var c in part) CountLines(c);
            Keep(part);
            if (end < 0) continue;
            _source.Advance(1);
            if (!_source.Take('"')) return true;
            _cell.Append('"');
        }
        return false;
    }

    private void CountLines(char c)
    {
        if (c is '\r' || (c is '\n' && !_afterReturn)) _line++;
        _afterReturn = c is '\r';
    }

    private void Keep(ReadOnlySpan<char> part)
    {
        if (_cell.Length + part.Length > limits.CellCharacters) throw new UnreadableDocument(UnreadableTable.CellTooLong);
        _cell.Append(part);
        _source.Advance(part.Length);
    }

    private void TakeLineEnd()
    {
        var returned = _source.Take('\r');
        if (_source.Take('\n') || returned) _line++;
        _afterReturn = false;
    }
}
