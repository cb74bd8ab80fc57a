using System.Globalization;
using System.Text;
using System.Xml;
using Verksam.Formats.Xml;

namespace Verksam.Formats.Tables.Xlsx;

/// <summary>
/// Reads the rows of a sheet (CT_Row and CT_Cell, ECMA-376 part 1, 18.3.1.73 and 18.3.1.4). A formula's cell is what the formula last came to.
/// </summary>
internal sealed class SheetRows(GuardedXml xml, Workbook workbook)
{
    private readonly StringBuilder _text = new();
    private int _rows;
    private int _line;

    /// <summary>Reads the row that the reader stands on.</summary>
    public RowAsRead Read()
    {
        if (++_rows > workbook.Limits.Rows) throw new UnreadableDocument(UnreadableTable.TooManyRows);
        _line = Number(xml.Attribute("r")) ?? _line + 1;
        var cells = new List<TableCell>();
        if (xml.IsEmpty) return new RowAsRead(_line, cells);
        var (depth, next) = (xml.Depth, 0);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.Name is not "c") continue;
            var column = CellReference.Column(xml.Attribute("r")) ?? next;
            next = column + 1;
            var cell = ReadCell();
            if (cell.Text.Length > 0) Put(cells, column, cell);
        }
        return new RowAsRead(_line, cells);
    }

    // A style may reach to the last column; only what holds something counts
    private void Put(List<TableCell> cells, int column, TableCell cell)
    {
        if (column >= workbook.Limits.Columns) throw new UnreadableDocument(UnreadableTable.TooManyColumns);
        while (cells.Count <= column) cells.Add(default);
        cells[column] = cell;
    }

    private TableCell ReadCell()
    {
        if (xml.IsEmpty) return default;
        var type = xml.Attribute("t");
        var style = Number(xml.Attribute("s")) ?? 0;
        var (depth, inValue) = (xml.Depth, false);
        _text.Clear();
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Name is "is") CellText.Read(xml, _text, workbook.Limits.CellCharacters);
            else if (xml.NodeType == XmlNodeType.Element) inValue = xml.Name is "v" && !xml.IsEmpty;
            else if (xml.NodeType == XmlNodeType.EndElement) inValue = false;
            else if (inValue) xml.AppendText(_text, workbook.Limits.CellCharacters, UnreadableTable.CellTooLong);
        }
        return _text.Length == 0 ? default : Cell(type, style);
    }

    private TableCell Cell(string? type, int style)
    {
        if (type is "str") CellText.Unescape(_text, 0);
        var text = _text.ToString();
        return type switch
        {
            "s" => workbook.Texts[Number(text) ?? -1] ?? throw new UnreadableDocument(UnreadableDocument.Damaged),
            "inlineStr" or "str" => text,
            "b" => TableCell.Of(SheetNames.IsOn(text)),
            "e" => new TableCell(text, CellKind.Error),
            "d" => Day(text),
            _ => Numeric(text, workbook.Formats[style]),
        };
    }

    private TableCell Numeric(string text, NumberMeaning meaning)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return text;
        return meaning switch
        {
            NumberMeaning.Date => SerialDays.Cell(number, workbook.From1904),
            NumberMeaning.Time when number is >= 0 and < 1 => TimeOnly.MinValue.Add(TimeSpan.FromDays(number)).ToString("HH:mm", CultureInfo.InvariantCulture),
            _ => new TableCell(CellNumbers.Text(number), CellKind.Number),
        };
    }

    // ISO 8601, which the strict kind of workbook may use
    private static TableCell Day(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault | DateTimeStyles.AdjustToUniversal, out var day) && day.Year > 1
            ? new TableCell(SerialDays.Text(day), CellKind.Date)
            : text;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
