using System.Xml;
using Verksam.Formats.Xml;
using Verksam.Formats.Zip;

namespace Verksam.Formats.Odt;

/// <summary>
/// Reads the text of an OpenDocument text (OASIS OpenDocument 1.3, ISO/IEC 26300, all versions from 1.0), as LibreOffice, Word and Google Docs
/// write it.
/// Read: body, lists, tables, text in frames and shapes (after the paragraph they are anchored in), results of fields. Not read: headers,
/// footers, notes, comments, deleted text, hidden text, tables of contents and other indexes, and the numbers a list would count.
/// </summary>
public static class OdtReader
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
            return ReadPackage(buffer, limits);
        }
        // The file lies in memory: whatever goes wrong in reading it is the file's own doing
        catch (Exception e) when (e is XmlException or IOException or InvalidDataException or ArgumentException or NotSupportedException)
        {
            throw new UnreadableDocument(UnreadableDocument.Damaged, e);
        }
    }

    private static List<DocumentParagraph> ReadPackage(InputBuffer file, ReadingLimits limits)
    {
        using var package = new ZipPackage(file, limits);
        RefuseEncrypted(package, limits);
        using var content = package.Open("content.xml") ?? throw new UnreadableDocument(UnreadableDocument.NotAnOdt);
        var styles = new OdtStyles(limits);
        using (var named = package.Open("styles.xml")) styles.Read(named);
        using var xml = new GuardedXml(content, limits, keepWhiteSpace: true);
        while (xml.NodeType != XmlNodeType.Element && xml.Read()) { }
        if (xml.Name is not "document-content" || xml.Namespace is not OdfNames.Office)
            throw new UnreadableDocument(UnreadableDocument.NotAnOdt);
        return new OdtBody(xml, styles, limits).Read();
    }

    // Part 2, 4.8: the manifest says of each part how it is encrypted; the zip itself does not
    private static void RefuseEncrypted(ZipPackage package, ReadingLimits limits)
    {
        using var manifest = package.Open("META-INF/manifest.xml");
        if (manifest is null) return;
        using var xml = new GuardedXml(manifest, limits);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Name is "encryption-data")
                throw new UnreadableDocument(UnreadableDocument.Encrypted);
        }
    }
}
