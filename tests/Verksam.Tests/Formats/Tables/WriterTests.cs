using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Shouldly;
using Verksam.Formats.Tables;
using Verksam.Formats.Tables.Delimited;
using Verksam.Formats.Tables.Xlsx;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Formats.Tables;

public sealed class WriterTests
{
    private static readonly DateTimeOffset Written = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Headings = ["Namn", "Mobil", "Inträde", "Avgift", "Anm"];

    private static readonly string[] Awkward =
    [
        "=1+1", "+46701740605", "-ring inte", "@alla", "\tindrag", "\rretur", "\nrad", "'=x", "''+x", "'apostrof", "'", "a;b", "säger \"ja\"", "två\r\nrader", " blank ",
        "＝1", "070-174 06 05", "0012", "2022-05-31", "1e5", "_x0041_", "TRUE", "Åsa 🌹", "SUMMA(A1)", "a\u000Bb",
    ];

    [Fact]
    public async Task What_is_written_as_text_is_read_back_letter_by_letter() =>
        (await Sheets.Open(Csv())).Rows().Select(r => r[4].Text).ShouldBe(Awkward);

    [Fact]
    public async Task What_is_written_as_a_workbook_is_read_back_letter_by_letter()
    {
        var rows = (await Sheets.Open(Xlsx())).Rows().ToList();
        rows.Select(r => r[4].Text).ShouldBe(Awkward);
        rows[0].Cells.Take(4).ShouldBe([TableCell.FromString("Åsa Berg"), TableCell.FromString("+46701740605"), TableCell.Of(new DateOnly(2022, 5, 31)), TableCell.Of(-250.5m)]);
    }

    [Fact]
    public void A_text_file_is_what_a_Swedish_Excel_opens()
    {
        var bytes = Write(output => new CsvWriter(output, ["Namn", "Tal", "Dag"]), w => w.Row("a;\"b\"", TableCell.Of(-5m), TableCell.Of(new DateOnly(2022, 5, 31))));
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        Encoding.UTF8.GetString(bytes[3..]).ShouldBe("Namn;Tal;Dag\r\n\"a;\"\"b\"\"\";-5;2022-05-31\r\n");
    }

    [Fact]
    public void Nothing_that_looks_like_a_formula_goes_out_undefused()
    {
        var lines = Encoding.UTF8.GetString(Write(output => new CsvWriter(output, ["A"]), w =>
        {
            foreach (var text in Awkward) w.Row(text);
        })).Split("\r\n").Select(l => l.TrimStart('\uFEFF', '"'));
        lines.Where(l => l.Length > 0 && "=+-@\t\r\n".Contains(l[0], StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void The_workbook_is_valid_by_the_schema_of_Excel()
    {
        foreach (var file in new[] { Xlsx(), Write(o => new XlsxWriter(o, "'[Blad]:*?/\\" + new string('x', 40), ["A"], Written), _ => { }) })
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken)
                .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_same_table_gives_the_same_bytes() => Xlsx().AsSpan().SequenceEqual(Xlsx()).ShouldBeTrue();

    [Fact]
    public async Task Another_program_sees_texts_as_texts_and_days_as_days()
    {
        var file = Write(o => new XlsxWriter(o, "Medlemmar", Headings, Written), w =>
            w.Row("=1+1", "+46701740605", TableCell.Of(new DateOnly(2022, 5, 31)), TableCell.Of(-250.5m), "0012"));
        // 59: semicolon, 34: quotation marks, 76: UTF-8; the texts in marks, cells as they are shown
        var csv = await LibreOffice.Convert(file, "csv:Text - txt - csv (StarCalc):59,34,76,1,,1033,true,true", "register.xlsx");
        Encoding.UTF8.GetString(csv).ReplaceLineEndings("\n").ShouldEndWith("\"=1+1\";\"+46701740605\";2022-05-31;-250.5;\"0012\"\n");
    }

    [Fact]
    public async Task Another_program_runs_none_of_our_text_as_a_formula()
    {
        var file = Write(o => new CsvWriter(o, ["A", "B"]), w => w.Row("=1+1", "+1+1"));
        var shown = await LibreOffice.Convert(file, "html", "register.csv");
        Encoding.UTF8.GetString(shown).ShouldSatisfyAllConditions(h => h.ShouldContain("=1+1"), h => h.ShouldContain("+1+1"));
    }

    [Fact]
    public async Task A_workbook_that_LibreOffice_saved_is_read()
    {
        var table = await Sheets.Open(Registers.RegisterFiles.LibreOffice);
        table.Findings.Headings.ShouldBe(["Namn", "Inträde", "Avgift", "Betalt", "Mobil"]);
        Sheets.Lines(table).ShouldBe(["2: Åsa Östmark|2022-05-31|250.5|TRUE|070-174 06 05", "3: Örjan|1999-12-24|-1|FALSE|+46701740606"]);
    }

    [Fact]
    public void A_row_longer_than_its_headings_is_refused()
    {
        Should.Throw<ArgumentException>(() => Write(o => new CsvWriter(o, ["A"]), w => w.Row("a", "b")));
        Should.Throw<ArgumentException>(() => Write(o => new XlsxWriter(o, "Blad", ["A"], Written), w => w.Row("a", "b")));
    }

    private static byte[] Csv() => Write(o => new CsvWriter(o, Headings), Fill);

    private static byte[] Xlsx() => Write(o => new XlsxWriter(o, "Medlemmar & vänner", Headings, Written), Fill);

    private static void Fill(ITableWriter table)
    {
        foreach (var text in Awkward) table.Row("Åsa Berg", "+46701740605", TableCell.Of(new DateOnly(2022, 5, 31)), TableCell.Of(-250.5m), text);
    }

    private static byte[] Write(Func<Stream, ITableWriter> begin, Action<ITableWriter> tell)
    {
        using var file = new MemoryStream();
        using (var table = begin(file)) tell(table);
        return file.ToArray();
    }
}
