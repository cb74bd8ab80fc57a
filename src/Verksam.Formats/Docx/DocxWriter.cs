using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using static Verksam.Formats.Docx.DocxMarkup;

namespace Verksam.Formats.Docx;

/// <summary>
/// Writes a Word document (WordprocessingML, ECMA-376 transitional) as it is told, part of a page in memory at a time: title, headings,
/// paragraphs,
/// bullets, tables. Styles carry the names Word knows, so the table of contents and the navigation pane work, and the language is set for
/// spelling and for screen readers. Dispose ends the document.
/// </summary>
public sealed class DocxWriter : IDisposable
{
    /// <summary>What such a file is called on the net (IANA's registry of media types).</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // The height and width of A4 and an inch of margin, in twentieths of a point
    private const int PageWidth = 11_906;
    private const int PageHeight = 16_838;
    private const int Margin = 1_440;

    private readonly ZipArchive _zip;
    private readonly XmlWriter _xml;
    private bool _endsWithTable;

    /// <summary>Begins a document.</summary>
    /// <param name="output">Need not be able to seek; is written synchronously, and not closed.</param>
    /// <param name="properties">What the document says of itself.</param>
    public DocxWriter(Stream output, DocxProperties properties)
    {
        _zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in DocxFixedParts.For(properties))
        {
            using var part = Part(name, properties.Created);
            part.Write(Encoding.UTF8.GetBytes(content));
        }
        _xml = XmlWriter.Create(Part("word/document.xml", properties.Created),
            new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });
        _xml.WriteStartDocument(standalone: true);
        _xml.Start("document");
        _xml.Start("body");
    }

    /// <summary>The title on the first page.</summary>
    public void Title(string text) => Paragraph("Title", null, [text]);

    /// <summary>A heading of level 1, 2 or 3.</summary>
    public void Heading(int level, string text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 3);
        Paragraph(string.Create(CultureInfo.InvariantCulture, $"Heading{level}"), null, [text]);
    }

    /// <summary>A paragraph of plain, bold and italic words.</summary>
    public void Paragraph(params ReadOnlySpan<TextRun> runs) => Paragraph(null, null, runs);

    /// <summary>An item of a bullet list.</summary>
    public void Bullet(params ReadOnlySpan<TextRun> runs) => Paragraph("ListBullet", null, runs);

    /// <summary>An item of a bullet list within a list, level 2 or 3.</summary>
    public void InnerBullet(int level, params ReadOnlySpan<TextRun> runs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 3);
        Paragraph("ListBullet", level - 1, runs);
    }

    /// <summary>A table. The header is repeated on each page and told to screen readers; rows are written as they come.</summary>
    public void Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        DocxTable.Write(_xml, header, rows, PageWidth - (2 * Margin));
        _endsWithTable = true;
    }

    /// <summary>What follows begins on a new page.</summary>
    public void PageBreak()
    {
        _xml.Start("p");
        _xml.Start("r");
        _xml.Empty("br", ("type", "page"));
        _xml.End();
        _xml.End();
    }

    /// <summary>Ends the document.</summary>
    public void Dispose()
    {
        // Word wants a paragraph after the last table
        if (_endsWithTable) Paragraph();
        _xml.Start("sectPr");
        _xml.Empty("pgSz", ("w", Digits(PageWidth)), ("h", Digits(PageHeight)));
        _xml.Empty("pgMar", ("top", Digits(Margin)), ("right", Digits(Margin)), ("bottom", Digits(Margin)), ("left", Digits(Margin)),
            ("header", "708"), ("footer", "708"), ("gutter", "0"));
        _xml.WriteEndDocument();
        _xml.Dispose();
        _zip.Dispose();
    }

    private void Paragraph(string? style, int? listLevel, ReadOnlySpan<TextRun> runs)
    {
        _xml.Start("p");
        if (style is not null)
        {
            _xml.Start("pPr");
            _xml.Empty("pStyle", ("val", style));
            if (listLevel is { } level) WriteNumbering(level);
            _xml.End();
        }
        foreach (var run in runs) _xml.Run(run);
        _xml.End();
        _endsWithTable = false;
    }

    private void WriteNumbering(int level)
    {
        _xml.Start("numPr");
        _xml.Empty("ilvl", ("val", Digits(level)));
        _xml.Empty("numId", ("val", "1"));
        _xml.End();
    }

    private Stream Part(string name, DateTimeOffset written)
    {
        var entry = _zip.CreateEntry(name);
        // A zip tells the time without its zone, and not before 1980
        entry.LastWriteTime = new DateTimeOffset(written.UtcDateTime, TimeSpan.Zero);
        return entry.Open();
    }
}
