using System.Text;
using Shouldly;
using Verksam.Formats;
using Verksam.Formats.Tables;
using Verksam.Tests.Formats.Docx;
using Xunit;

namespace Verksam.Tests.Formats.Tables;

public sealed class DelimitedTests
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData(',')]
    [InlineData('|')]
    public async Task The_separator_is_guessed(char separator)
    {
        var table = await Sheets.Open("Förnamn;Efternamn;Anm\nÅsa;Berg;a, b\nBo;Ek;c | d, e\n".Replace(';', separator));
        table.Findings.Separator.ShouldBe(separator);
        table.Findings.Headings.Take(2).ShouldBe(["Förnamn", "Efternamn"]);
    }

    [Fact]
    public async Task A_list_of_one_column_has_no_separator()
    {
        var table = await Sheets.Open("E-post\nasa@example.org\nbo@example.org\n");
        table.Findings.Separator.ShouldBeNull();
        Sheets.Lines(table).ShouldBe(["2: asa@example.org", "3: bo@example.org"]);
    }

    [Fact]
    public async Task What_Excel_says_of_its_separator_is_believed() =>
        Sheets.Lines(await Sheets.Open("sep=,\r\nNamn,Ort\r\nÅsa;Berg,Lit\r\n")).ShouldBe(["3: Åsa;Berg|Lit"]);

    [Fact]
    public async Task Quotes_hold_separators_quotes_and_line_ends() =>
        Sheets.Lines(await Sheets.Open("Namn;Anm\r\n\"Åsa; \"\"Lill-\"\"\";\"en\r\ntvå\nfyra\"\r\nBo;\"x\"y\r\nCia;5\" rör\r\n"))
            .ShouldBe(["2: Åsa; \"Lill-\"|en\r\ntvå\nfyra", "5: Bo|xy", "6: Cia|5\" rör"]);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Every_kind_of_line_end_ends_a_line(string end) =>
        Sheets.Lines(await Sheets.Open($"Namn;Ort{end}Åsa;Lit{end}{end}Bo;Mo")).ShouldBe(["2: Åsa|Lit", "4: Bo|Mo"]);

    [Fact]
    public async Task A_row_too_short_or_too_long_is_told_and_not_shifted() =>
        Sheets.Lines(await Sheets.Open("Namn;Ort;Tel\nÅsa;Lit\nBo;Mo;1;2\nCia;Mo;1;;\n;;\n"))
            .ShouldBe(["2: Åsa|Lit TooFewCells", "3: Bo|Mo|1|2 TooManyCells", "4: Cia|Mo|1||"]);

    [Fact]
    public async Task A_quote_that_never_closes_is_told() =>
        Sheets.Lines(await Sheets.Open("Namn;Ort\nÅsa;\"Lit\nBo;Mo\n")).ShouldBe(["2: Åsa|Lit\nBo;Mo\n OpenQuote"]);

    [Fact]
    public async Task A_title_above_the_headings_is_passed_by()
    {
        var table = await Sheets.Open("Medlemmar i Lit;;\n\n;;Kontakt\nNamn;Ort;Tel1\nÅsa;Lit;070-174 06 05\nBo;Mo;\n");
        table.Findings.HeadingLine.ShouldBe(4);
        Sheets.Lines(table).First().ShouldStartWith("5: Åsa");
    }

    [Fact]
    public async Task A_table_without_headings_begins_with_its_first_row()
    {
        var table = await Sheets.Open("Åsa;asa@example.org;831 31\nBo;bo@example.org;831 32\n");
        table.Findings.HeadingLine.ShouldBeNull();
        table.Findings.Headings.ShouldBe(["", "", ""]);
        table.Rows().Count().ShouldBe(2);
    }

    [Fact]
    public async Task What_a_person_says_goes_before_what_is_guessed()
    {
        var choices = new TableChoices { Separator = ',', HeadingLine = 2, Encoding = TextEncoding.Windows1252 };
        var table = await Sheets.Open(Western.GetBytes("a;b,c\nNamn,Ort\nÅsa;B,Lit\n"), choices);
        table.Findings.Headings.ShouldBe(["Namn", "Ort"]);
        Sheets.Lines(table).ShouldBe(["3: Åsa;B|Lit"]);
    }

    public static TheoryData<string, string> Encodings => new()
    {
        { "utf-8", "Utf8" }, { "utf-16", "Utf16" }, { "utf-16BE", "Utf16BigEndian" }, { "windows-1252", "Windows1252" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task How_letters_are_kept_is_found_out(string name, string found)
    {
        var encoding = name is "windows-1252" ? Western : Encoding.GetEncoding(name);
        const string text = "Förnamn;Ort\nÅsa é;Östersund\n";
        foreach (var bytes in new[] { encoding.GetBytes(text), [.. encoding.Preamble, .. encoding.GetBytes(text)] })
        {
            var table = await TableReader.Open(new OneWayStream(new MemoryStream(bytes)), cancellation: TestContext.Current.CancellationToken);
            table.Findings.Encoding.ToString().ShouldBe(found);
            Sheets.Lines(table).ShouldBe(["2: Åsa é|Östersund"]);
            table.Findings.Headings[0].ShouldBe("Förnamn");
        }
    }

    [Fact]
    public async Task A_letter_cut_in_two_by_a_buffer_is_whole()
    {
        var text = "Namn;Ort\n" + string.Concat(Enumerable.Repeat("Åsa;Ö\n", 40_000));
        for (var shift = 0; shift < 3; shift++)
            (await Sheets.Open(new string('x', shift) + text)).Findings.Encoding.ShouldBe(TextEncoding.Utf8);
    }

    [Fact]
    public async Task Two_ways_of_keeping_letters_in_one_file_are_refused()
    {
        byte[] mixed = [.. "Namn;Ort\n"u8, .. "Åsa;Lit\n"u8, .. Western.GetBytes("Örjan;Mo\n")];
        (await Sheets.Refusal(mixed)).ShouldBe(UnreadableTable.MixedEncoding);
        (await Sheets.Refusal(mixed, new TableChoices { Encoding = TextEncoding.Utf8 })).ShouldBe(UnreadableTable.MixedEncoding);
        (await Sheets.Refusal([.. "Namn;Ort\n"u8, 0x81, 0x8D, (byte)';'])).ShouldBe(UnreadableTable.MixedEncoding);
        (await Sheets.Refusal(mixed, new TableChoices { Encoding = TextEncoding.Windows1252 })).ShouldBe("read");
    }

    [Theory]
    [InlineData("", UnreadableTable.NoRows)]
    [InlineData(" \n;;\n", UnreadableTable.NoRows)]
    [InlineData("%PDF-1.7", UnreadableTable.NotATable)]
    [InlineData("{\\rtf1 x}", UnreadableTable.NotATable)]
    [InlineData("<html><table>", UnreadableTable.NotATable)]
    [InlineData("abcdefgh\0\u0001b", UnreadableDocument.NotText)]
    public async Task What_is_no_table_is_refused(string content, string code) =>
        (await Sheets.Refusal(Encoding.Latin1.GetBytes(content))).ShouldBe(code);

    [Fact]
    public async Task Bounds_are_kept()
    {
        var text = Encoding.UTF8.GetBytes("a;b;c\nd;e;f\ng;h;längre än så\n");
        (await Sheets.Refusal(text, limits: new TableLimits { Rows = 2 })).ShouldBe(UnreadableTable.TooManyRows);
        (await Sheets.Refusal(text, limits: new TableLimits { Columns = 2 })).ShouldBe(UnreadableTable.TooManyColumns);
        (await Sheets.Refusal(text, limits: new TableLimits { CellCharacters = 10 })).ShouldBe(UnreadableTable.CellTooLong);
        (await Sheets.Refusal(text, limits: new TableLimits { TextBytes = 10, WorkbookBytes = 10 })).ShouldBe(UnreadableDocument.TooBig);
    }
}
