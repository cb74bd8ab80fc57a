using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Verksam.Formats.Tables.Xlsx;

/// <summary>
/// Writes an Excel workbook of one sheet (SpreadsheetML, ECMA-376 transitional), a row in memory at a time. A text is text also when it looks
/// like a formula, a number or a day; days are days, numbers are numbers. The headings stay in sight when one scrolls.
/// Excel takes 32,767 characters in a cell; what is longer ends there.
/// </summary>
public sealed class XlsxWriter : ITableWriter
{
    /// <summary>What such a file is called on the net (IANA's registry of media types).</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int LongestCell = 32_767;

    private readonly ZipArchive _zip;
    private readonly XmlWriter _xml;
    private readonly string[] _columns;
    private int _row;

    /// <summary>Begins a workbook.</summary>
    /// <param name="output">Need not be able to seek; is written synchronously, and not closed.</param>
    /// <param name="sheet">The sheet's name; what Excel does not take in one is left out.</param>
    /// <param name="headings">One a column.</param>
    /// <param name="written">When; a zip tells it without its zone, and not before 1980.</param>
    public XlsxWriter(Stream output, string sheet, IReadOnlyList<string> headings, DateTimeOffset written)
    {
        _zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in XlsxFixedParts.For(sheet))
        {
            using var part = Part(name, written);
            part.Write(Encoding.UTF8.GetBytes(content));
        }
        _columns = [.. Enumerable.Range(0, headings.Count).Select(CellReference.Name)];
        _xml = XmlWriter.Create(Part("xl/worksheets/sheet1.xml", written),
            new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true, NewLineHandling = NewLineHandling.None });
        _xml.WriteStartDocument(standalone: true);
        _xml.WriteStartElement("worksheet", SheetNames.Main);
        WriteView();
        _xml.WriteStartElement("sheetData");
        Write([.. headings.Select(TableCell.FromString)], XlsxFixedParts.HeadingStyle);
    }

    /// <inheritdoc/>
    public void Row(params ReadOnlySpan<TableCell> cells)
    {
        if (cells.Length > _columns.Length) throw new ArgumentException("More cells than headings.", nameof(cells));
        Write(cells, XlsxFixedParts.TextStyle);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _xml.WriteEndDocument();
        _xml.Dispose();
        _zip.Dispose();
    }

    private void WriteView() => _xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
        + "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultColWidth=\"18\" defaultRowHeight=\"15\"/>");

    private void Write(ReadOnlySpan<TableCell> cells, int textStyle)
    {
        var row = Digits(++_row);
        _xml.WriteStartElement("row");
        _xml.WriteAttributeString("r", row);
        for (var column = 0; column < cells.Length; column++)
        {
            if (cells[column].Text.Length > 0) Write(cells[column], _columns[column] + row, textStyle);
        }
        _xml.WriteEndElement();
    }

    private void Write(TableCell cell, string reference, int textStyle)
    {
        _xml.WriteStartElement("c");
        _xml.WriteAttributeString("r", reference);
        if (Value(cell) is { } value)
        {
            if (cell.Kind is CellKind.Date) _xml.WriteAttributeString("s", Digits(XlsxFixedParts.DateStyle));
            if (cell.Kind is CellKind.Boolean) _xml.WriteAttributeString("t", "b");
            _xml.WriteElementString("v", value);
        }
        else
        {
            WriteText(cell.Text, textStyle);
        }
        _xml.WriteEndElement();
    }

    // What is no text; null for what is written as one
    private static string? Value(TableCell cell) => cell.Kind switch
    {
        CellKind.Number => cell.Text,
        CellKind.Boolean => cell.Text == "TRUE" ? "1" : "0",
        CellKind.Date when DateOnly.TryParseExact(cell.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year >= 1900 => Digits(SerialDays.Write(day)),
        _ => null,
    };

    private void WriteText(string text, int style)
    {
        _xml.WriteAttributeString("s", Digits(style));
        _xml.WriteAttributeString("t", "inlineStr");
        _xml.WriteStartElement("is");
        _xml.WriteStartElement("t");
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(CellText.Escape(text.Length > LongestCell ? text[..LongestCell] : text));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private Stream Part(string name, DateTimeOffset written)
    {
        var entry = _zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(written.UtcDateTime, TimeSpan.Zero);
        return entry.Open();
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
