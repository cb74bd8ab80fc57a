using System.Xml;
using Verksam.Formats.Xml;
using Verksam.Formats.Zip;

namespace Verksam.Formats.Tables.Xlsx;

/// <summary>A sheet as rows. Each reading unpacks it anew; a row is in memory while somebody looks at it.</summary>
internal sealed class SheetSource(Workbook workbook, Sheet sheet) : IRowSource
{
    public bool TellsShortRows => false;

    public int MergedRanges { get; private set; }

    public IEnumerable<RowAsRead> Read()
    {
        using var package = new ZipPackage(workbook.File, workbook.Limits.Package);
        using var part = package.Open(sheet.Part) ?? throw new UnreadableDocument(UnreadableDocument.Damaged);
        using var xml = new GuardedXml(part, workbook.Limits.Package, keepWhiteSpace: true);
        var rows = new SheetRows(xml, workbook);
        var merged = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.Name is "row") yield return rows.Read();
            else if (xml.Name is "mergeCell") merged++;
        }
        MergedRanges = merged;
    }
}
