using System.Xml;
using static Verksam.Formats.Docx.DocxMarkup;

namespace Verksam.Formats.Docx;

/// <summary>Writes a table a row at a time.</summary>
internal static class DocxTable
{
    public static void Write(XmlWriter xml, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, int width)
    {
        ArgumentOutOfRangeException.ThrowIfZero(header.Count, nameof(header));
        var cellWidth = Digits(width / header.Count);
        xml.Start("tbl");
        xml.Start("tblPr");
        xml.Empty("tblStyle", ("val", "TableGrid"));
        xml.Empty("tblW", ("w", Digits(width)), ("type", "dxa"));
        xml.Empty("tblLook", ("firstRow", "1"), ("noHBand", "1"), ("noVBand", "1"));
        xml.End();
        xml.Start("tblGrid");
        foreach (var _ in header) xml.Empty("gridCol", ("w", cellWidth));
        xml.End();
        WriteRow(xml, header, header.Count, cellWidth, isHeader: true);
        foreach (var row in rows) WriteRow(xml, row, header.Count, cellWidth, isHeader: false);
        xml.End();
    }

    private static void WriteRow(XmlWriter xml, IReadOnlyList<string> cells, int columns, string cellWidth, bool isHeader)
    {
        if (cells.Count > columns) throw new ArgumentException("A row has more cells than the header.", nameof(cells));
        xml.Start("tr");
        xml.Start("trPr");
        xml.Empty("cantSplit");
        if (isHeader) xml.Empty("tblHeader");
        xml.End();
        for (var column = 0; column < columns; column++)
        {
            xml.Start("tc");
            xml.Start("tcPr");
            xml.Empty("tcW", ("w", cellWidth), ("type", "dxa"));
            xml.End();
            xml.Start("p");
            if (column < cells.Count) xml.Run(new TextRun(cells[column], Bold: isHeader));
            xml.End();
            xml.End();
        }
        xml.End();
    }
}
