using Shouldly;
using Verksam.Formats.Tables;
using Verksam.Formats.Tables.Cells;
using Verksam.Formats.Tables.Columns;
using Xunit;

namespace Verksam.Tests.Formats.Tables.Registers;

public sealed class RegisterTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    /// <summary>VERKSAM_REGISTER=write writes the files anew.</summary>
    [Fact]
    public void The_saved_files_are_what_the_maker_makes()
    {
        if (Environment.GetEnvironmentVariable("VERKSAM_REGISTER") is "write")
        {
            File.WriteAllBytes(Path.Combine(RegisterFiles.Folder(), "Medlemsregister.csv"), RegisterFiles.MakeCsv());
            File.WriteAllBytes(Path.Combine(RegisterFiles.Folder(), "Medlemsregister.xlsx"), RegisterFiles.MakeXlsx());
        }
        RegisterFiles.Csv.AsSpan().SequenceEqual(RegisterFiles.MakeCsv()).ShouldBeTrue();
        // How a zip packs is the machine's own affair
        var (saved, made) = (Sheets.Parts(RegisterFiles.Xlsx), Sheets.Parts(RegisterFiles.MakeXlsx()));
        saved.Keys.ShouldBe(made.Keys);
        saved.ShouldAllBe(part => part.Value == made[part.Key]);
    }

    [Fact]
    public async Task The_text_is_known_for_what_it_is()
    {
        var table = await Sheets.Open(RegisterFiles.Csv);

        table.Findings.ShouldSatisfyAllConditions(
            f => f.Kind.ShouldBe(TableKind.Text), f => f.Encoding.ShouldBe(TextEncoding.Windows1252), f => f.Separator.ShouldBe(';'),
            f => f.HeadingLine.ShouldBe(1), f => f.Headings.ShouldBe(RegisterMaker.Headings));
        table.Rows().Count().ShouldBe(RegisterMaker.People + 12 + 1);
    }

    [Fact]
    public async Task The_workbook_is_known_for_what_it_is_and_holds_the_same()
    {
        var (text, book) = (await Sheets.Open(RegisterFiles.Csv), await Sheets.Open(RegisterFiles.Xlsx));

        book.Findings.Kind.ShouldBe(TableKind.Workbook);
        book.Findings.HeadingLine.ShouldBe(4);
        book.Findings.Headings.ShouldBe(RegisterMaker.Headings);
        Sheets.Texts(book).ShouldBe(Sheets.Texts(text));
        book.MergedRanges.ShouldBe(4);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_column_is_guessed(bool workbook)
    {
        var table = await Sheets.Open(workbook ? RegisterFiles.Xlsx : RegisterFiles.Csv);

        var guesses = ColumnGuesser.Guess(table.Findings.Headings, Sheets.Texts(table), Today);

        guesses.Select(g => g.Field).ShouldBe([
            ColumnField.MemberNumber, ColumnField.FamilyName, ColumnField.GivenName, ColumnField.NationalId, ColumnField.Street, ColumnField.CareOf,
            ColumnField.PostalCode, ColumnField.Town, ColumnField.Municipality, ColumnField.Phone, ColumnField.Mobile, ColumnField.Email, ColumnField.Unit,
            ColumnField.Relation, ColumnField.JoinedOn, ColumnField.PaidUntil, ColumnField.Ignore, ColumnField.Language, ColumnField.Protected, ColumnField.Note]);
        guesses.ShouldAllBe(g => g.Confidence >= 0.75);
    }

    [Fact]
    public async Task Every_trouble_is_told()
    {
        var table = await Sheets.Open(RegisterFiles.Csv);
        var people = table.Rows().Take(RegisterMaker.People).ToList();

        Wrongs(people.Select(r => NationalId.Read(r[3].Text, Today).Wrong)).ShouldBe(["check-digit 3", "no-such-day 2"]);
        Wrongs(people.Select(r => PhoneText.Read(r[10].Text).Wrong)).ShouldBe(["empty 1", "letters 2"]);
        people.Count(r => NationalId.Read(r[3].Text, Today) is { IsRead: true, Value.IsMasked: true }).ShouldBe(3);
        people.Count(r => r[8].Text is { Length: > 0 } code && !MunicipalityCodes.Has(code)).ShouldBe(2);
        people.Count(r => r[1].IsBlank && r[2].IsBlank).ShouldBe(1);
        people[91][19].Text.ShouldBe("=SUMMA(A1:A9)");
        people[94][19].Text.Length.ShouldBeGreaterThan(5_000);
        people.ShouldAllBe(r => r.Trouble == RowTrouble.None);
    }

    [Fact]
    public async Task A_date_in_five_forms_is_read_and_31_February_is_not()
    {
        var rows = (await Sheets.Open(RegisterFiles.Csv)).Rows().Take(RegisterMaker.People).ToList();
        var joined = new DateColumn(rows.Select(r => r[14]), Today.Year);
        var paid = new DateColumn(rows.Select(r => r[15]), Today.Year + 20);

        rows.ShouldAllBe(r => joined.Read(r[14]).IsRead);
        rows.Where(r => !paid.Read(r[15]).IsRead).Select(r => r[15].Text).ShouldBe(["31 februari 2027"]);
        paid.Read("31 februari 2027").Wrong.ShouldBe(CellWrongs.NoSuchDay);
    }

    // A line break within a cell is two lines to a person: the row after it stands one line further down
    [Fact]
    public async Task Each_row_carries_the_line_that_a_person_sees()
    {
        var rows = (await Sheets.Open(RegisterFiles.Csv)).Rows().ToList();
        rows[95].Line.ShouldBe(97);
        rows[96].Line.ShouldBe(99);
        (await Sheets.Open(RegisterFiles.Xlsx)).Rows().ElementAt(96).Line.ShouldBe(101);
    }

    private static IEnumerable<string> Wrongs(IEnumerable<string?> codes) =>
        codes.OfType<string>().CountBy(c => c).Select(c => $"{c.Key} {c.Value}").Order(StringComparer.Ordinal);
}
