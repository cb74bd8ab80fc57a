using Shouldly;
using Verksam.Formats;
using Verksam.Formats.Docx;
using Xunit;
using static Verksam.Tests.Formats.Docx.DocxFile;

namespace Verksam.Tests.Formats.Docx;

public sealed class DocxReaderTests
{
    [Fact]
    public async Task A_paragraph_keeps_its_line_breaks_and_tabs() =>
        (await Read("<w:p><w:r><w:t>Vi ska</w:t><w:br/><w:t>växa</w:t><w:tab/><w:t>mer</w:t></w:r></w:p>"))
            .ShouldBe([new DocumentParagraph("Vi ska\nväxa\tmer")]);

    [Fact]
    public async Task Empty_paragraphs_are_left_out() =>
        (await Read("<w:p/>" + Paragraph("  ") + Paragraph("Text") + "<w:p><w:pPr/></w:p>")).ShouldBe([new DocumentParagraph("Text")]);

    [Theory]
    [InlineData("Rubrik1", "heading 1", 1)]
    [InlineData("Rubrik2", "Rubrik 2", 2)]
    [InlineData("Heading3", "Heading 3", 3)]
    [InlineData("Rubrik", "Title", 0)]
    [InlineData("Title", "Title", 0)]
    [InlineData("Underrubrik", "Subtitle", null)]
    [InlineData("Normal", "Normal", null)]
    public async Task A_heading_is_known_by_the_name_of_its_style(string id, string name, int? level) =>
        (await Read(Paragraph("Mål", $"<w:pStyle w:val=\"{id}\"/>"), Style(id, name))).Single().HeadingLevel.ShouldBe(level);

    [Fact]
    public async Task A_heading_is_known_by_its_outline_level_through_the_styles_it_is_based_on()
    {
        var styles = Style("Bas", "Vår bas", "<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>")
            + Style("Egen", "Vår egen", "<w:basedOn w:val=\"Bas\"/>")
            + Style("Brod", "Vår bröd", "<w:basedOn w:val=\"Bas\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>");
        var read = await Read(Paragraph("Mål", "<w:pStyle w:val=\"Egen\"/>") + Paragraph("Text", "<w:pStyle w:val=\"Brod\"/>")
            + Paragraph("Direkt", "<w:outlineLvl w:val=\"0\"/>"), styles);
        read.Select(p => p.HeadingLevel).ShouldBe([2, null, 1]);
    }

    [Fact]
    public async Task Styles_based_on_each_other_in_a_ring_are_survived() =>
        (await Read(Paragraph("Text", "<w:pStyle w:val=\"A\"/>"),
            Style("A", "a", "<w:basedOn w:val=\"B\"/>") + Style("B", "b", "<w:basedOn w:val=\"A\"/>")))
            .ShouldBe([new DocumentParagraph("Text")]);

    [Theory]
    [InlineData("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>", 1)]
    [InlineData("<w:numPr><w:ilvl w:val=\"2\"/><w:numId w:val=\"3\"/></w:numPr>", 3)]
    [InlineData("<w:pStyle w:val=\"Punktlista\"/>", 1)]
    [InlineData("<w:pStyle w:val=\"Punktlista2\"/>", 2)]
    [InlineData("<w:pStyle w:val=\"Punktlista\"/><w:numPr><w:ilvl w:val=\"1\"/></w:numPr>", 2)]
    [InlineData("<w:pStyle w:val=\"Punktlista\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", null)]
    [InlineData("<w:pStyle w:val=\"Rubrik1\"/><w:numPr><w:numId w:val=\"3\"/></w:numPr>", null)]
    [InlineData("", null)]
    public async Task A_list_item_is_known_by_its_numbering_or_that_of_its_style(string properties, int? level)
    {
        const string numbering = "<w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr>";
        var styles = Style("Punktlista", "List Bullet", numbering) + Style("Punktlista2", "List Bullet 2", numbering)
            + Style("Rubrik1", "heading 1");
        (await Read(Paragraph("Punkt", properties), styles)).Single().ListLevel.ShouldBe(level);
    }

    [Theory]
    [InlineData("<w:r><w:rPr><w:b/></w:rPr><w:t>Mål</w:t></w:r>", true)]
    [InlineData("<w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>Mål</w:t></w:r>", false)]
    [InlineData("<w:r><w:rPr><w:b/></w:rPr><w:t>Mål</w:t></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>", true)]
    [InlineData("<w:r><w:rPr><w:b/></w:rPr><w:t>Mål</w:t></w:r><w:r><w:t>: text</w:t></w:r>", false)]
    [InlineData("<w:r><w:rPr><w:rStyle w:val=\"Stark\"/></w:rPr><w:t>Mål</w:t></w:r>", true)]
    [InlineData("<w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:t>Mål</w:t></w:r>", false)]
    [InlineData("<w:pPr><w:pStyle w:val=\"Fet\"/></w:pPr><w:r><w:t>Mål</w:t></w:r>", true)]
    public async Task A_paragraph_is_bold_when_all_its_words_are(string content, bool bold)
    {
        const string rule = "<w:rPr><w:b/></w:rPr>";
        var read = await Read($"<w:p>{content}</w:p>", Style("Stark", "Strong", rule) + Style("Fet", "Fet", rule));
        read.Single().Bold.ShouldBe(bold);
    }

    [Fact]
    public async Task Deleted_words_are_left_out_and_inserted_ones_kept() =>
        (await Read("<w:p><w:ins><w:r><w:t>Sex</w:t></w:r></w:ins><w:del><w:r><w:delText>Fem</w:delText><w:t>Fem</w:t></w:r></w:del>"
            + "<w:moveFrom><w:r><w:t>bort</w:t></w:r></w:moveFrom><w:r><w:t xml:space=\"preserve\"> möten</w:t></w:r></w:p>"))
            .ShouldBe([new DocumentParagraph("Sex möten")]);

    [Fact]
    public async Task A_deleted_paragraph_end_joins_two_paragraphs() =>
        (await Read("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Vi </w:t></w:r></w:p>"
            + Paragraph("växer")))
            .ShouldBe([new DocumentParagraph("Vi växer")]);

    [Fact]
    public async Task Properties_before_a_revision_do_not_count() =>
        (await Read("<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val=\"Rubrik1\"/></w:pPr></w:pPrChange></w:pPr>"
            + "<w:r><w:rPr><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>Text</w:t></w:r></w:p>",
                Style("Rubrik1", "heading 1")))
            .ShouldBe([new DocumentParagraph("Text")]);

    [Fact]
    public async Task A_field_gives_its_result_and_a_link_its_words() =>
        (await Read("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>DATE \\@ yyyy</w:instrText>"
            + "<w:fldChar w:fldCharType=\"separate\"/><w:t>2026</w:t><w:fldChar w:fldCharType=\"end\"/></w:r>"
            + "<w:hyperlink r:id=\"r9\"><w:r><w:t xml:space=\"preserve\"> här</w:t></w:r></w:hyperlink></w:p>"))
            .ShouldBe([new DocumentParagraph("2026 här")]);

    [Fact]
    public async Task Hyphens_and_spaces_that_hold_words_together_are_kept_and_soft_hyphens_are_not() =>
        (await Read("<w:p><w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>post var</w:t><w:softHyphen/>"
            + "<w:t>je da\u00ADg 10\u00A0kr</w:t></w:r></w:p>"))
            .ShouldBe([new DocumentParagraph("e\u2011post varje dag 10\u00A0kr")]);

    [Fact]
    public async Task Hidden_text_notes_and_placeholders_are_left_out() =>
        (await Read("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r>"
            + "<w:r><w:t>Synligt</w:t><w:footnoteReference w:id=\"2\"/></w:r>"
            + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Klicka här</w:t></w:r></w:sdtContent></w:sdt></w:p>"))
            .ShouldBe([new DocumentParagraph("Synligt")]);

    [Fact]
    public async Task A_table_of_contents_is_left_out()
    {
        var styles = Style("Innehll1", "toc 1") + Style("Innehll", "Innehåll");
        (await Read(Paragraph("1. Mål 3", "<w:pStyle w:val=\"Innehll1\"/>") + Paragraph("Vårt innehåll", "<w:pStyle w:val=\"Innehll\"/>")
            + "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>"
            + Paragraph("Mål 3") + "</w:sdtContent></w:sdt>" + Paragraph("Sist"), styles))
            .Select(p => p.Text).ShouldBe(["Vårt innehåll", "Sist"]);
    }

    [Fact]
    public async Task A_text_box_is_read_once_after_the_paragraph_it_hangs_in()
    {
        var box = "<w:txbxContent>" + Paragraph("Rutan") + "</w:txbxContent>";
        var both = "<w:p><w:r><w:t>Före</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>" + box
            + "</wps:txbx></mc:Choice><mc:Choice Requires=\"wps\"><wps:txbx>" + box + "</wps:txbx></mc:Choice><mc:Fallback>"
            + "<w:pict><v:textbox>" + box + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
            + "<w:r><w:t xml:space=\"preserve\"> efter</w:t></w:r></w:p>";
        (await Read(both)).Select(p => p.Text).ShouldBe(["Före efter", "Rutan"]);
    }

    [Fact]
    public async Task A_strict_document_is_read_too()
    {
        var document = Document(Paragraph("Strikt")).Replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
            StringComparison.Ordinal);
        (await DocxReader.Read(Package(("word/document.xml", document)), cancellation: TestContext.Current.CancellationToken))
            .ShouldBe([new DocumentParagraph("Strikt")]);
    }

    [Fact]
    public async Task A_plan_saved_by_LibreOffice_is_read()
    {
        await using var file = typeof(DocxReaderTests).Assembly.GetManifestResourceStream("LibreOffice-7.4.docx")!;
        (await DocxReader.Read(file, cancellation: TestContext.Current.CancellationToken)).ShouldBe([
            new DocumentParagraph("Verksamhetsplan 2027", HeadingLevel: 1, Bold: true),
            new("Vi ska växa."),
            new("Mål", HeadingLevel: 2, Bold: true),
            new("Hålla sex möten", ListLevel: 1),
            new("varav två i Lund", ListLevel: 2),
            new("Utbilda", ListLevel: 1),
            new("Fet rad", Bold: true),
            new("Aktivitet\tAnsvarig\tKlart", Bold: true),
            new("Torgmöte\tAnna\tmaj")]);
    }

    [Fact]
    public async Task A_file_that_cannot_seek_is_read()
    {
        using var file = new OneWayStream(WithBody(Paragraph("Text")));
        (await DocxReader.Read(file, cancellation: TestContext.Current.CancellationToken)).ShouldBe([new DocumentParagraph("Text")]);
    }

    private static Task<IReadOnlyList<DocumentParagraph>> Read(string body, string styles = "") => DocxReader.Read(WithBody(body, styles));
}
