using Shouldly;
using Verksam.Formats;
using Verksam.Formats.Odt;
using Verksam.Tests.Features.Planning;
using Xunit;
using static Verksam.Tests.Formats.Odt.OdtFile;

namespace Verksam.Tests.Formats.Odt;

public sealed class OdtReaderTests
{
    private const string Bold = "<style:text-properties fo:font-weight=\"bold\"/>";

    [Fact]
    public async Task White_space_counts_as_one_space_and_what_is_wanted_is_an_element() =>
        (await Read("<text:p>\n  Vi   <text:span>ska</text:span> <text:span> växa</text:span><text:line-break/>i<text:tab/>år<text:s text:c=\"3\"/>igen\n</text:p>"))
            .ShouldBe([new DocumentParagraph("Vi ska växa\ni\tår   igen")]);

    [Theory]
    [InlineData("<text:h text:outline-level=\"2\">Mål</text:h>", 2)]
    [InlineData("<text:h>Mål</text:h>", 1)]
    [InlineData("<text:h text:outline-level=\"99\">Mål</text:h>", 9)]
    [InlineData("<text:h text:outline-level=\"x\">Mål</text:h>", 1)]
    [InlineData("<text:p text:style-name=\"P1\">Mål</text:p>", 0)]
    [InlineData("<text:p text:style-name=\"Subtitle\">Mål</text:p>", null)]
    [InlineData("<text:p>Mål</text:p>", null)]
    [InlineData("<text:list><text:list-item><text:h text:outline-level=\"1\">Mål</text:h></text:list-item></text:list>", 1)]
    public async Task A_heading_is_known_by_its_level_and_a_title_by_its_style(string body, int? level)
    {
        var read = (await Read(body, "<style:style style:family=\"paragraph\" style:name=\"P1\" style:parent-style-name=\"Title\"/>",
            "<style:style style:family=\"paragraph\" style:name=\"Title\"/><style:style style:family=\"paragraph\" style:name=\"Subtitle\"/>")).Single();
        (read.HeadingLevel, read.ListLevel).ShouldBe((level, null));
    }

    [Fact]
    public async Task A_list_item_has_the_depth_of_its_list_and_its_second_paragraph_has_none() =>
        (await Read("<text:list><text:list-item><text:p>a</text:p><text:p>mer</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list>"
            + "</text:list-item><text:list-header><text:p>rad</text:p></text:list-header><text:list-item></text:list-item></text:list><text:p>efter</text:p>"))
            .Select(p => (p.Text, p.ListLevel)).ShouldBe([("a", 1), ("mer", null), ("b", 2), ("rad", null), ("efter", null)]);

    [Fact]
    public async Task Bold_is_told_when_every_word_is()
    {
        const string styles = "<style:style style:family=\"text\" style:name=\"B\">" + Bold + "</style:style>"
            + "<style:style style:family=\"text\" style:name=\"N\"><style:text-properties fo:font-weight=\"normal\"/></style:style>"
            + "<style:style style:family=\"paragraph\" style:name=\"PB\"><style:text-properties fo:font-weight=\"700\"/></style:style>";
        (await Read("<text:p><text:span text:style-name=\"B\">Mål</text:span> </text:p><text:p><text:span text:style-name=\"B\">Mål</text:span> och</text:p>"
            + "<text:p text:style-name=\"PB\">Mål</text:p><text:p text:style-name=\"PB\">Mål <text:span text:style-name=\"N\">och</text:span></text:p>", styles))
            .Select(p => p.Bold).ShouldBe([true, false, true, false]);
    }

    [Theory]
    [InlineData("<text:tracked-changes><text:changed-region><text:deletion><text:p>Bort</text:p></text:deletion></text:changed-region></text:tracked-changes>")]
    [InlineData("<text:table-of-content><text:index-body><text:p>Bort</text:p></text:index-body></text:table-of-content>")]
    [InlineData("<text:section text:display=\"none\"><text:p>Bort</text:p></text:section>")]
    [InlineData("<text:p text:style-name=\"Gone\">Bort</text:p>")]
    [InlineData("<text:p><text:span text:style-name=\"Gone\">Bort<text:tab/><text:span>Bort</text:span></text:span></text:p>")]
    [InlineData("<text:p><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Bort</text:p></text:note-body></text:note></text:p>")]
    [InlineData("<text:p><office:annotation><dc:creator>Bort</dc:creator><text:p>Bort</text:p></office:annotation></text:p>")]
    [InlineData("<text:p><text:placeholder>&lt;Bort&gt;</text:placeholder><text:soft-page-break/></text:p>")]
    [InlineData("<text:p><draw:frame><draw:image/><svg:title>Bort</svg:title><svg:desc>Bort</svg:desc></draw:frame></text:p>")]
    [InlineData("<office:forms>Bort</office:forms><text:p/>")]
    public async Task What_is_not_the_text_is_left_out(string body)
    {
        const string gone = "<style:text-properties text:display=\"none\"/></style:style>";
        (await Read(body + "<text:p>Kvar</text:p>", $"<style:style style:family=\"paragraph\" style:name=\"Gone\">{gone}<style:style style:family=\"text\" style:name=\"Gone\">{gone}"))
            .ShouldBe([new DocumentParagraph("Kvar")]);
    }

    [Fact]
    public async Task Text_in_a_frame_is_said_after_its_paragraph() =>
        (await Read("<text:p>Före<draw:frame><draw:text-box><text:p>i rutan</text:p></draw:text-box></draw:frame> och efter</text:p>"))
            .Select(p => p.Text).ShouldBe(["Före och efter", "i rutan"]);

    [Fact]
    public async Task A_row_is_a_paragraph_and_an_empty_cell_keeps_its_place() =>
        (await Read("<table:table><table:table-header-rows><table:table-row>" + Cell("Vad") + Cell("Vem") + Cell("När") + "</table:table-row></table:table-header-rows>"
            + "<table:table-row>" + Cell("Torgmöte") + "<table:covered-table-cell/>" + Cell("maj") + "</table:table-row></table:table>"))
            .Select(p => p.Text).ShouldBe(["Vad\tVem\tNär", "Torgmöte\t\tmaj"]);

    [Fact]
    public async Task Styles_in_a_ring_are_survived() =>
        (await Read("<text:p text:style-name=\"A\">Text</text:p>", "<style:style style:family=\"paragraph\" style:name=\"A\" style:parent-style-name=\"B\"/>"
            + "<style:style style:family=\"paragraph\" style:name=\"B\" style:parent-style-name=\"A\"/>")).Single().Text.ShouldBe("Text");

    [Fact]
    public async Task A_document_with_a_password_is_refused() =>
        (await Refusal(Package(("META-INF/manifest.xml", "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry m:full-path=\"content.xml\">"
            + "<m:encryption-data/></m:file-entry></m:manifest>"), ("content.xml", "\u0001\u0002")))).ShouldBe(UnreadableDocument.Encrypted);

    [Theory]
    [InlineData("<html/>", UnreadableDocument.NotAnOdt)]
    [InlineData("", UnreadableDocument.Damaged)]
    public async Task Another_content_is_refused(string content, string code) => (await Refusal(Package(("content.xml", content)))).ShouldBe(code);

    [Fact]
    public async Task Another_OpenDocument_is_refused() => (await Refusal(Package(("content.xml",
        Content("").Replace("office:text>", "office:spreadsheet>", StringComparison.Ordinal))))).ShouldBe(UnreadableDocument.NotAnOdt);

    [Fact]
    public async Task A_file_saved_by_LibreOffice_is_read()
    {
        var read = await OdtReader.Read(new MemoryStream(SavedPlan.Bytes("Plan.odt")), null, TestContext.Current.CancellationToken);
        read[0].ShouldBe(new DocumentParagraph("Verksamhetsplan 2026", 0, null, Bold: true));
        read.Where(p => p.HeadingLevel == 1).Select(p => p.Text).ShouldBe(["Valrörelsen", "Studier", "Avdelningarna", "Jämställdhet", "Kalender"]);
        read.Count(p => p.ListLevel == 1).ShouldBe(10);
        read.ShouldContain(p => p.Text == "Valupptakt\tValledningen\tapril");
    }

    private static string Cell(string text) => $"<table:table-cell><text:p>{text}</text:p></table:table-cell>";

    private static Task<IReadOnlyList<DocumentParagraph>> Read(string body, string automatic = "", string named = "") =>
        OdtReader.Read(WithBody(body, automatic, named), null, TestContext.Current.CancellationToken);

    private static async Task<string> Refusal(MemoryStream file) =>
        (await Should.ThrowAsync<UnreadableDocument>(() => OdtReader.Read(file, null, TestContext.Current.CancellationToken))).Code;
}
