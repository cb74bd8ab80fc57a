using Shouldly;
using Verksam.Formats;
using Verksam.Formats.Docx;
using Xunit;
using static Verksam.Tests.Formats.Docx.DocxFile;

namespace Verksam.Tests.Formats.Docx;

public sealed class DocxTableTests
{
    [Fact]
    public async Task A_row_of_a_plan_table_becomes_a_line_with_tabs()
    {
        const string bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Aktivitet</w:t></w:r></w:p>";
        var read = await Read(Table(
            [bold, bold, bold],
            [Paragraph("Torgmöte") + Paragraph("i Lund"), Paragraph("Anna"), Paragraph("maj")],
            [Paragraph("Kampanj"), "<w:p/>", Paragraph("juni")]));
        read.ShouldBe([
            new DocumentParagraph("Aktivitet\tAktivitet\tAktivitet", Bold: true),
            new DocumentParagraph("Torgmöte i Lund\tAnna\tmaj"),
            new DocumentParagraph("Kampanj\t\tjuni")]);
    }

    [Fact]
    public async Task A_table_used_for_layout_becomes_its_paragraphs()
    {
        const string item = "<w:numPr><w:numId w:val=\"3\"/></w:numPr>";
        var read = await Read(Table(
            [Paragraph("Ensam cell")],
            [Paragraph("Vi ska") + Paragraph("växa", item), Paragraph("Bredvid")]));
        read.ShouldBe([new DocumentParagraph("Ensam cell"), new("Vi ska"), new("växa", ListLevel: 1), new("Bredvid")]);
    }

    [Fact]
    public async Task A_table_in_a_table_is_read_in_order()
    {
        var inner = Table([Paragraph("a"), Paragraph("b")]);
        var read = await Read(Table([Paragraph("Före") + inner + Paragraph("efter"), Paragraph("Sida")]));
        read.Select(p => p.Text).ShouldBe(["Före", "a\tb", "efter", "Sida"]);
    }

    [Fact]
    public async Task A_deleted_row_is_left_out()
    {
        var table = Table([Paragraph("a"), Paragraph("b")], [Paragraph("c"), Paragraph("d")]);
        var first = table.IndexOf("<w:tc>", StringComparison.Ordinal);
        (await Read(table.Insert(first, "<w:trPr><w:del/></w:trPr>"))).Select(p => p.Text).ShouldBe(["c\td"]);
    }

    private static Task<IReadOnlyList<DocumentParagraph>> Read(string body) => DocxReader.Read(WithBody(body));

    private static string Table(params string[][] rows) =>
        "<w:tbl>" + string.Concat(rows.Select(r => "<w:tr>" + string.Concat(r.Select(c => $"<w:tc>{c}</w:tc>")) + "</w:tr>")) + "</w:tbl>";
}
