using System.Text;
using Verksam.Formats.Zip;

namespace Verksam.Formats.Kinds;

/// <summary>Which of the many kinds of document a zip holds.</summary>
internal static class Packages
{
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    public static FileKind Kind(InputBuffer file, ReadingLimits limits)
    {
        try
        {
            using var package = new ZipPackage(file, limits);
            return Kind(package);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ArgumentException or NotSupportedException)
        {
            throw new UnreadableDocument(UnreadableDocument.Damaged, e);
        }
        finally
        {
            file.Position = 0;
        }
    }

    private static FileKind Kind(ZipPackage package)
    {
        var says = MediaType(package);
        if (says.StartsWith(OpenDocument + "text", StringComparison.Ordinal)) return FileKind.Odt;
        if (says.StartsWith(OpenDocument + "spreadsheet", StringComparison.Ordinal) || package.Has("xl/workbook.xml"))
            throw new UnreadableDocument(UnreadableDocument.Spreadsheet);
        if (says.StartsWith(OpenDocument + "presentation", StringComparison.Ordinal) || package.Has("ppt/presentation.xml"))
            throw new UnreadableDocument(UnreadableDocument.Presentation);
        if (package.Has("Index/Document.iwa") || package.Has("Index.zip")) throw new UnreadableDocument(UnreadableDocument.Pages);
        if (package.Has("_rels/.rels")) return FileKind.Docx;
        // Zipped anew by hand, without the part that says what it is
        return says.Length == 0 && package.Has("content.xml") && package.Has("META-INF/manifest.xml")
            ? FileKind.Odt
            : throw new UnreadableDocument(UnreadableDocument.UnknownKind);
    }

    private static string MediaType(ZipPackage package)
    {
        using var part = package.Open("mimetype");
        if (part is null) return "";
        var bytes = new byte[100];
        return Encoding.Latin1.GetString(bytes, 0, part.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
