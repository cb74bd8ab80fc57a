using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Shouldly;
using Verksam.Formats;
using Verksam.Formats.Docx;
using Xunit;

namespace Verksam.Tests.Formats.Docx;

public sealed class DocxWriterTests
{
    private static readonly DocxProperties Properties =
        new("Uppföljning & bokslut 2027", new(2028, 1, 15, 12, 0, 0, TimeSpan.Zero), "Västra <distriktet>");

    [Fact]
    public async Task What_is_written_is_read_back() =>
        (await Read(Report())).ShouldBe([
            new DocumentParagraph("Uppföljning 2027", HeadingLevel: 0, Bold: true),
            new("Växa", HeadingLevel: 1, Bold: true),
            new("Vi skulle hålla sex möten.\nDet blev\tåtta & fler <än> väntat 🌹"),
            new("Torgmöte", ListLevel: 1),
            new("i Lund", ListLevel: 2),
            new("Mål\tUtfall", Bold: true),
            new("6 möten\t8"),
            new("Kursen"),
            new("Ekonomi", HeadingLevel: 2, Bold: true),
            new("Bilaga", HeadingLevel: 3, Bold: true),
        ]);

    [Fact]
    public void The_document_is_valid_by_the_schema_of_Word()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Report()), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken)
            .Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        document.PackageProperties.Title.ShouldBe(Properties.Title);
        document.PackageProperties.Creator.ShouldBe(Properties.Author);
        document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.OuterXml.ShouldContain("w:val=\"sv-SE\"");
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes() => Report().ShouldBe(Report());

    [Fact]
    public async Task What_XML_cannot_hold_is_left_out() =>
        (await Read(Write(d => d.Paragraph("Vi\u0000 ska\u000B växa"))))
            .ShouldBe([new DocumentParagraph("Vi ska växa")]);

    [Fact]
    public void A_document_may_be_empty_or_end_with_a_table()
    {
        foreach (var file in new[] { Write(_ => { }), Write(d => d.Table(["Mål"], [])) })
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_row_longer_than_its_header_is_refused() =>
        Should.Throw<ArgumentException>(() => Write(d => d.Table(["Mål"], [["a", "b"]])));

    private static Task<IReadOnlyList<DocumentParagraph>> Read(byte[] file) =>
        DocxReader.Read(new MemoryStream(file), cancellation: TestContext.Current.CancellationToken);

    private static byte[] Report() => Write(d =>
    {
        d.Title("Uppföljning 2027");
        d.Heading(1, "Växa");
        d.Paragraph("Vi skulle hålla ", new TextRun("sex", Bold: true), new TextRun(" möten.", Italic: true),
            "\nDet blev\tåtta & fler <än> väntat 🌹");
        d.Bullet("Torgmöte");
        d.InnerBullet(2, "i Lund");
        d.Table(["Mål", "Utfall"], [["6 möten", "8"], ["Kursen"]]);
        d.PageBreak();
        d.Heading(2, "Ekonomi");
        d.Heading(3, "Bilaga");
    });

    private static byte[] Write(Action<DocxWriter> tell)
    {
        using var file = new MemoryStream();
        using (var document = new DocxWriter(file, Properties)) tell(document);
        return file.ToArray();
    }
}
