using System.Xml;
using Verksam.Formats.Xml;
using Verksam.Formats.Zip;

namespace Verksam.Formats.Docx;

/// <summary>
/// Reads the text of a Word document (WordprocessingML, ECMA-376 / ISO/IEC 29500, transitional and strict), also as LibreOffice and Google
/// Docs write it.
/// Read: body, tables, text boxes (after the paragraph they are anchored in), inserted revisions, results of fields. Not read: headers,
/// footers,
/// foot- and endnotes, comments, deleted revisions, hidden text, the table of contents, embedded files, and the numbers Word would count.
/// A soft hyphen is dropped; non-breaking hyphen and space stay what they are.
/// </summary>
public static class DocxReader
{
    /// <summary>Reads the paragraphs that hold text, in reading order.</summary>
    /// <param name="file">Need not be able to seek. It is not closed.</param>
    /// <param name="limits">How much to take; the default when null.</param>
    /// <param name="cancellation">Ends the wait for the file.</param>
    /// <exception cref="UnreadableDocument">With a code, whatever is wrong with the file.</exception>
    public static async Task<IReadOnlyList<DocumentParagraph>> Read(
        Stream file, ReadingLimits? limits = null, CancellationToken cancellation = default)
    {
        limits ??= ReadingLimits.Default;
        await using var buffer = await InputBuffer.Fill(file, limits.InputBytes, cancellation);
        try
        {
            ExpectZip(buffer);
            return ReadPackage(buffer, limits);
        }
        // The file lies in memory: whatever goes wrong in reading it is the file's own doing
        catch (Exception e) when (e is XmlException or IOException or InvalidDataException or ArgumentException or NotSupportedException)
        {
            throw new UnreadableDocument(UnreadableDocument.Damaged, e);
        }
    }

    private static void ExpectZip(InputBuffer file)
    {
        Span<byte> start = stackalloc byte[4];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (start.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0])) throw Kinds.CompoundFile.Refusal(file);
        if (length < 4 || !start.StartsWith("PK"u8)) throw new UnreadableDocument(UnreadableDocument.NotADocx);
    }

    private static List<DocumentParagraph> ReadPackage(InputBuffer file, ReadingLimits limits)
    {
        using var package = new ZipPackage(file, limits);
        var main = Relationships.Find(package, "", "/officeDocument", limits) ?? "word/document.xml";
        using var part = package.Open(main) ?? throw new UnreadableDocument(UnreadableDocument.NotADocx);
        var stylesName = Relationships.Find(package, main, "/styles", limits) ?? "word/styles.xml";
        using var stylesPart = package.Open(stylesName);
        var styles = DocxStyles.Read(stylesPart, limits);
        using var xml = new GuardedXml(part, limits);
        while (xml.NodeType != XmlNodeType.Element && xml.Read()) { }
        if (xml.Name is not "document" || !OoxmlNames.IsWord(xml.Namespace)) throw new UnreadableDocument(UnreadableDocument.NotADocx);
        return new DocxBody(xml, styles, limits).Read();
    }
}
