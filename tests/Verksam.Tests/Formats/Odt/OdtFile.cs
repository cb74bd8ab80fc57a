using System.IO.Compression;
using System.Text;

namespace Verksam.Tests.Formats.Odt;

/// <summary>Builds .odt files by hand, true ones and bad ones.</summary>
internal static class OdtFile
{
    private const string Spaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        + "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
        + "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
        + "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

    /// <summary>What comes before and after the body of a document.</summary>
    public static (string Start, string End) Frame(string styles = "") => (
        $"<?xml version=\"1.0\"?><office:document-content {Spaces}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>",
        "</office:text></office:body></office:document-content>");

    public static string Content(string body, string styles = "") => Frame(styles).Start + body + Frame().End;

    public static string Styles(string styles) =>
        $"<office:document-styles {Spaces}><office:styles>{styles}</office:styles></office:document-styles>";

    public static MemoryStream WithBody(string body, string automatic = "", string named = "") =>
        Package(("content.xml", Content(body, automatic)), ("styles.xml", Styles(named)));

    public static MemoryStream Package(params (string Name, string Content)[] parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "mimetype", "application/vnd.oasis.opendocument.text");
            foreach (var (name, content) in parts) Write(zip, name, content);
        }
        file.Position = 0;
        return file;
    }

    /// <summary>A document whose body is one piece, repeated: it may be of any size unpacked.</summary>
    public static void WriteRepeated(string path, string start, string piece, long times, string end)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        using var writer = new StreamWriter(zip.CreateEntry("content.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        writer.Write(Frame().Start + start);
        var perWrite = Math.Max(1, 4096 / piece.Length);
        var many = string.Concat(Enumerable.Repeat(piece, perWrite));
        for (var left = times; left > 0; left -= perWrite) writer.Write(many);
        writer.Write(end + Frame().End);
    }

    private static void Write(ZipArchive zip, string name, string content)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
