using System.Text;
using Verksam.Formats.Docx;
using Verksam.Formats.Zip;

namespace Verksam.Formats.Tables.Xlsx;

/// <summary>Tells a workbook from the other packages that people take for one.</summary>
internal static class WorkbookKinds
{
    public static string MainPart(ZipPackage package, ReadingLimits limits)
    {
        if (MediaType(package).StartsWith("application/vnd.oasis.opendocument.spreadsheet", StringComparison.Ordinal))
            throw new UnreadableDocument(UnreadableTable.OpenDocumentSheet);
        // Apple's other two look the same from here; whoever brings in a register has taken the one for tables
        if (package.Has("Index/Document.iwa") || package.Has("Index.zip")) throw new UnreadableDocument(UnreadableTable.Numbers);
        var main = Relationships.Find(package, "", "/officeDocument", limits) ?? "xl/workbook.xml";
        if (main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)) throw new UnreadableDocument(UnreadableTable.BinaryExcel);
        return package.Has(main) ? main : throw new UnreadableDocument(UnreadableTable.NotATable);
    }

    private static string MediaType(ZipPackage package)
    {
        using var part = package.Open("mimetype");
        if (part is null) return "";
        var bytes = new byte[100];
        return Encoding.Latin1.GetString(bytes, 0, part.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
