using System.Text;
using Shouldly;
using Verksam.Formats;
using Verksam.Formats.Tables;
using Xunit;
using static Verksam.Tests.Formats.Tables.XlsxFile;

namespace Verksam.Tests.Formats.Tables;

public sealed class XlsxTests
{
    private static readonly string Heading = Row(1, "Namn", "Ort", "Tal");

    [Fact]
    public async Task Each_kind_of_cell_is_read()
    {
        var file = WithRows(Heading
            + $"<row r=\"3\">{Value("A3", "1", "t=\"s\"")}{Words("B3", " Lit ")}{Value("C3", "0.1")}</row>"
            + $"<row r=\"4\"><c r=\"A4\" t=\"str\"><f>B4&amp;\"x\"</f><v>Bo_x000D_x</v></c>{Value("B4", "1", "t=\"b\"")}{Value("C4", "#N/A", "t=\"e\"")}</row>"
            + $"<row>{Value("", "701740611")}<c/>{Value("", "1.98804121234E11")}</row>",
            shared: "<si><t>Bo</t></si><si><r><t>Å</t></r><r><rPr><b/></rPr><t>sa</t></r><rPh sb=\"0\" eb=\"1\"><t>asa</t></rPh></si>");
        var table = await Sheets.Open(file);
        Sheets.Lines(table).ShouldBe(["3: Åsa| Lit |0.1", "4: Bo\rx|TRUE|#N/A", "5: 701740611||198804121234"]);
        table.Rows().SelectMany(r => r.Cells).Select(c => c.Kind).ShouldContain(CellKind.Error);
    }

    [Theory]
    [InlineData("44712", 1, "2022-05-31")]
    [InlineData("44712.604166667", 3, "2022-05-31 14:30")]
    [InlineData("1", 1, "1900-01-01")]
    [InlineData("59", 1, "1900-02-28")]
    [InlineData("60", 1, "60")]
    [InlineData("61", 1, "1900-03-01")]
    [InlineData("0.75", 2, "18:00")]
    [InlineData("44712", 0, "44712")]
    public async Task A_number_is_a_day_when_its_format_says_so(string number, int style, string text) =>
        Sheets.Lines(await Sheets.Open(WithRows(Heading + $"<row r=\"2\">{Value("A2", number, $"s=\"{style}\"")}</row>"))).ShouldBe([$"2: {text}"]);

    [Fact]
    public async Task Days_counted_from_1904_are_the_same_days() =>
        Sheets.Lines(await Sheets.Open(WithRows(Heading + $"<row r=\"2\">{Value("A2", "43250", "s=\"1\"")}</row>", workbook: "<workbookPr date1904=\"1\"/>")))
            .ShouldBe(["2: 2022-05-31"]);

    [Theory]
    [InlineData("yyyy\\-mm\\-dd", "Date")]
    [InlineData("d/m/yy;@", "Date")]
    [InlineData("[h]:mm:ss", "Time")]
    [InlineData("hh:mm", "Time")]
    [InlineData("General", "Number")]
    [InlineData("# ##0.00\" dagar\"", "Number")]
    [InlineData("[Red]0", "Number")]
    [InlineData("mmm", "Date")]
    public void A_format_tells_days_from_numbers(string code, string meaning) =>
        Verksam.Formats.Tables.Xlsx.NumberFormats.MeaningOf(code).ToString().ShouldBe(meaning);

    [Fact]
    public async Task The_strict_kind_is_read_too() =>
        Sheets.Lines(await Sheets.Open(Strict(Heading + $"<row r=\"2\">{Words("A2", "Åsa")}{Value("B2", "2022-05-31", "t=\"d\"")}</row>"))).ShouldBe(["2: Åsa|2022-05-31"]);

    [Fact]
    public async Task The_first_sheet_that_is_seen_and_filled_is_read_and_the_others_named()
    {
        var file = WithSheets("", "", ("Dolt", "hidden", Data("a")), ("Tomt", "", Data("")), ("Medlemmar", "", Data("b")), ("Avslutade", "", Data("c")));

        var table = await Sheets.Open(file);
        table.Findings.Sheet.ShouldBe("Medlemmar");
        table.Findings.OtherSheets.ShouldBe(["Tomt", "Avslutade"]);
        Sheets.Lines(table).ShouldBe(["2: b"]);
        Sheets.Lines(await Sheets.Open(file, new TableChoices { Sheet = "dolt" })).ShouldBe(["2: a"]);
        (await Sheets.Refusal(file, new TableChoices { Sheet = "Annat" })).ShouldBe(UnreadableTable.NoSuchSheet);

        static string Data(string name) => name.Length == 0 ? "<sheetData/>" : $"<sheetData>{Row(1, "Namn", "Ort")}{Row(2, name)}</sheetData>";
    }

    [Fact]
    public async Task A_merged_cell_has_its_value_in_the_first_and_that_is_told()
    {
        var table = await Sheets.Open(WithRows(Heading + Row(2, "Åsa", "Lit") + Row(3, "", "Mo"), after: "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"));
        Sheets.Lines(table).ShouldBe(["2: Åsa|Lit", "3: |Mo"]);
        table.MergedRanges.ShouldBe(1);
    }

    [Fact]
    public async Task What_stands_right_of_the_last_column_is_told() =>
        Sheets.Lines(await Sheets.Open(WithRows(Heading + Row(2, "Åsa") + Row(3, "Bo", "", "", "", "x") + Row(4, "Cia", "Mo", "1"))))
            .ShouldBe(["2: Åsa", "3: Bo||||x TooManyCells", "4: Cia|Mo|1"]);

    [Fact]
    public async Task Macros_and_links_to_other_workbooks_are_told_and_never_opened()
    {
        var parts = Parts("", "", [("Blad1", "", $"<sheetData>{Heading}{Row(2, "Åsa")}</sheetData>")], strict: false)
            .Select(p => p.Name != "xl/_rels/workbook.xml.rels" ? p : (p.Name, p.Content.Replace("</Relationships>",
                "<Relationship Id=\"m\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\"/>" +
                "<Relationship Id=\"x\" Type=\"x/externalLink\" Target=\"externalLinks/externalLink1.xml\"/></Relationships>", StringComparison.Ordinal)))
            .Append(("xl/vbaProject.bin", "no zip and no xml")).Append(("xl/externalLinks/externalLink1.xml", "<a"));
        var table = await Sheets.Open(Package(parts));
        table.Findings.HasMacros.ShouldBeTrue();
        table.Findings.HasExternalLinks.ShouldBeTrue();
        Sheets.Lines(table).ShouldBe(["2: Åsa"]);
    }

    public static TheoryData<byte[], string> Others => new()
    {
        { Package([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")]), UnreadableTable.OpenDocumentSheet },
        { Package([("Index/Document.iwa", "x")]), UnreadableTable.Numbers },
        { Package([("_rels/.rels", "<R><Relationship Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></R>"), ("xl/workbook.bin", "x")]), UnreadableTable.BinaryExcel },
        { Package([("_rels/.rels", "<R><Relationship Type=\"x/officeDocument\" Target=\"word/document.xml\"/></R>"), ("word/document.xml", "<document/>")]), UnreadableTable.NotATable },
        { Package([("a.txt", "x")]), UnreadableTable.NotATable },
        { Old("EncryptedPackage"), UnreadableDocument.Encrypted },
        { Old("Workbook"), UnreadableTable.OldExcel },
        { Old("WordDocument"), UnreadableTable.NotATable },
        { WithRows(Row(1, "Namn", "Ort") + "<row><c t=\"s\"><v>7</v></c></row>"), UnreadableDocument.Damaged },
        { WithRows("<row><c><v>1</c></row>"), UnreadableDocument.Damaged },
        { WithRows("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"), UnreadableTable.TooManyColumns },
        { WithRows(""), UnreadableTable.NoRows },
        { WithRows(Heading + Row(2, "x"))[..^60], UnreadableDocument.Damaged },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Another_kind_of_file_is_refused_by_its_name(byte[] file, string code) => (await Sheets.Refusal(file)).ShouldBe(code);

    private static byte[] Old(string name) => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes(name)];
}
