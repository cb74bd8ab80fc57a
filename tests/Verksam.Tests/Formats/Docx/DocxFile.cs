using System.IO.Compression;
using System.Text;

namespace Verksam.Tests.Formats.Docx;

/// <summary>Builds .docx files by hand, true ones and bad ones.</summary>
internal sealed class DocxFile
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Spaces =
        $"xmlns:w=\"{Word}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" " +
        "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\" " +
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static MemoryStream WithBody(string body, string styles = "") => Package(
        ("word/document.xml", Document(body)),
        ("word/styles.xml", $"<w:styles {Spaces}>{styles}</w:styles>"));

    public static string Document(string body) => $"<?xml version=\"1.0\"?><w:document {Spaces}><w:body>{body}</w:body></w:document>";

    public static string Paragraph(string text, string properties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Style(string id, string name, string rest = "") =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{rest}</w:style>";

    public static MemoryStream Package(params (string Name, string Content)[] parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "_rels/.rels", Relationship("officeDocument", "word/document.xml"));
            Write(zip, "word/_rels/document.xml.rels", Relationship("styles", "styles.xml"));
            foreach (var (name, content) in parts) Write(zip, name, content);
        }
        file.Position = 0;
        return file;
    }

    /// <summary>A package whose document is made of one piece, repeated: it may be of any size unpacked.</summary>
    public static void WriteRepeated(string path, string start, string piece, long times, string end)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        using var part = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
        using var writer = new StreamWriter(part, new UTF8Encoding(false));
        writer.Write(start);
        var perWrite = Math.Max(1, 4096 / piece.Length);
        var many = string.Concat(Enumerable.Repeat(piece, perWrite));
        for (var left = times; left > 0; left -= perWrite) writer.Write(many);
        writer.Write(end);
    }

    /// <summary>What comes before and after the body of a document.</summary>
    public static (string Start, string End) Frame()
    {
        var parts = Document("|").Split('|');
        return (parts[0], parts[1]);
    }

    private static string Relationship(string type, string target) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
        $"<Relationship Id=\"r1\" Type=\"{Relations}/{type}\" Target=\"{target}\"/></Relationships>";

    private static void Write(ZipArchive zip, string name, string content)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
