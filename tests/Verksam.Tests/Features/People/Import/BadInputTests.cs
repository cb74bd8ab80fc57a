using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Import;
using Verksam.Features.People.Import.Comparing;
using Verksam.Formats.Tables;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Text;
using Verksam.Tests.Formats.Tables;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Import;

/// <summary>Files as people really have them: a clear word for each, and nothing half done.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task Of_ten_thousand_rows_with_three_bad_ones_the_others_come_in_and_the_three_are_told()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        var preview = await Imported.Preview(app, tove, TenThousand());

        Imported.Counts(preview).ShouldBe("Nya 9997, Avvisade 3");
        var refused = await tove.Open(preview.Url + "?visa=avvisade");
        refused.Text.ShouldContain("Rad 11 198802319807".Replace("9807", "••••", StringComparison.Ordinal));
        refused.Text.ShouldContain("dagen finns inte");
        refused.Text.ShouldContain("Rad 501");
        refused.Text.ShouldContain("Namnet är tomt");
        refused.Text.ShouldContain("Rad 10001");
        await Imported.Apply(app, tove, preview);
        (await app.Read(db => db.People.CountAsync(p => p.RegisterNumber != null))).ShouldBe(9_997);
        (await app.Read(db => db.Audit.CountAsync(a => a.Through == "import" && a.What == "Person"))).ShouldBe(9_997);
    }

    [Fact]
    public async Task All_or_nothing_does_nothing_while_a_row_is_refused()
    {
        await using var app = await AppUnderTest.Start();
        var (tove, before) = (await app.As(Cast.Ombudsman), await Imported.Everybody(app));
        var preview = await Imported.Preview(app, tove, "Namn;PNR\nBritta Nyman;19880412-9818\nBo Ek;19880231-9807\n");

        var answer = await preview.Submit("Genomför importen", form => form["Input.AllOrNothing"] = "true");
        await Imported.Work(app);

        answer.Errors.ShouldHaveSingleItem().ShouldContain("allt eller inget");
        (await Imported.Everybody(app)).ShouldBe(before);
    }

    [Fact]
    public async Task Swedish_letters_come_right_from_an_old_file_and_a_person_can_say_which_letters_it_has()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var old = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Namn;Ort\nÅsa Öländer;Älvsbyn\n");

        (await Imported.Preview(app, tove, old)).Text.ShouldContain("Åsa Öländer");

        var columns = await Imported.BringIn(app, tove, old);
        var wrong = await columns.Submit("Läs om filen", form => form["Input.Encoding"] = nameof(TextEncoding.Utf8));
        wrong.Text.ShouldContain(new Texts()["Import.Unreadable.mixed-encoding"]);
        (await wrong.Submit("Läs om filen", form => form["Input.Encoding"] = "")).Text.ShouldContain("Namn");
    }

    [Fact]
    public async Task Merged_cells_are_told()
    {
        await using var app = await AppUnderTest.Start();
        var rows = XlsxFile.Row(1, "Register", "") + XlsxFile.Row(3, "Namn", "E-post") + XlsxFile.Row(4, "Britta Nyman", "britta@example.org");

        var preview = await Imported.Preview(app, await app.As(Cast.Ombudsman), XlsxFile.WithRows(rows, after: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"), name: "register.xlsx");

        preview.Text.ShouldContain("sammanslagna celler");
        Imported.Counts(preview).ShouldBe("Nya 1");
    }

    [Fact]
    public async Task Dates_in_five_forms_are_the_days_they_are()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        await Imported.Apply(app, tove, await Imported.Preview(app, tove, """
            Namn;Inträde
            A Ett;2020-05-31
            B Två;20200531
            C Tre;31/5 2020
            D Fyra;31.5.2020
            E Fem;31 maj 2020

            """));

        (await app.Read(db => db.Relations.Where(r => r.From == new DateOnly(2020, 5, 31)).CountAsync())).ShouldBe(5);
    }

    [Fact]
    public async Task A_date_that_may_be_two_days_is_asked_about()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        const string file = "Namn;Inträde\nA Ett;05/06/2020\nB Två;07/08/2020\n";

        var columns = await Imported.BringIn(app, tove, Encoding.UTF8.GetBytes(file));

        columns.Text.ShouldContain("Datum som kan läsas på två sätt");
        Imported.Counts(await Imported.Preview(app, tove, file)).ShouldBe("Avvisade 2");
        Imported.Counts(await Imported.Preview(app, tove, file, form => form["Input.Dates"] = "DayFirst")).ShouldBe("Nya 2");
    }

    [Fact]
    public async Task A_phone_with_letters_is_left_out_and_told_and_the_person_comes_in()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        var preview = await Imported.Preview(app, tove, "Namn;Mobil\nBritta Nyman;fråga Bo\nBo Ek;070-174 06 33\n");

        preview.Text.ShouldContain("”fråga Bo” tas inte med");
        await Imported.Apply(app, tove, preview);
        (await app.Read(db => db.People.SingleAsync(p => p.Name == "Britta Nyman"))).Phone.ShouldBeNull();
    }

    [Fact]
    public async Task Two_people_with_one_address_are_two_and_one_who_is_known_is_asked_about()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        var preview = await Imported.Preview(app, tove, "Namn;E-post\nAda Rask;familjen@example.org\nBo Rask;familjen@example.org\nKarl Lund;lena@alnas.example\n");

        Imported.Counts(preview).ShouldBe("Nya 2, Tveksamma 1");
        preview.Text.ShouldContain("Är Karl Lund samma som Lena Lund?");
        var chosen = await preview.Submit("Två olika");
        await Imported.Apply(app, tove, chosen);
        (await app.Read(db => db.People.CountAsync(p => p.Email == "familjen@example.org"))).ShouldBe(2);
        (await app.Read(db => db.People.CountAsync(p => p.Email == "lena@alnas.example"))).ShouldBe(2);
    }

    [Fact]
    public async Task What_nobody_has_decided_is_not_touched()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        await Imported.Apply(app, tove, await Imported.Preview(app, tove, "Namn;E-post\nKarl Lund;lena@alnas.example\nAda Rask;ada@example.org\n"));

        (await app.Read(db => db.People.CountAsync(p => p.Name == "Karl Lund"))).ShouldBe(0);
        (await app.Read(db => db.People.CountAsync(p => p.Name == "Ada Rask"))).ShouldBe(1);
    }

    [Theory]
    [InlineData("tom.csv", "", "Import.BringIn.Empty")]
    [InlineData("bara-tomt.csv", "\n\n  \n", "Import.Unreadable.no-rows")]
    [InlineData("lista.pdf", "%PDF-1.7\n1 0 obj", "Import.Unreadable.not-a-table")]
    [InlineData("trasig.xlsx", "PK\u0003\u0004 och sedan ingenting", "Import.Unreadable.damaged")]
    public async Task A_file_that_is_no_list_is_refused_in_words(string name, string content, string says)
    {
        await using var app = await AppUnderTest.Start();

        var page = await Imported.BringIn(app, await app.As(Cast.Ombudsman), Encoding.UTF8.GetBytes(content), name: name);

        page.Errors.ShouldBe([new Texts()[says]]);
        (await app.Read(db => db.Imports.CountAsync())).ShouldBe(0);
        (await app.Read(db => db.Files.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_workbook_that_unpacks_without_end_and_a_file_that_is_too_large_are_refused_in_words()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        (await Imported.BringIn(app, tove, await Bomb(), name: "bomb.xlsx")).Errors.ShouldBe([new Texts()["Import.Unreadable.unpacks-too-big"]]);
        (await Imported.BringIn(app, tove, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Åsa;Lit\n", 4_700_000))))).Errors.ShouldBe([new Texts()["Import.Unreadable.too-big"]]);
    }

    [Fact]
    public async Task More_than_a_fifth_changed_asks_once_more_and_does_nothing_until_yes()
    {
        await using var app = await AppUnderTest.Start();
        var (tove, before) = (await app.As(Cast.Ombudsman), await Imported.Everybody(app));
        var file = "Namn;E-post;Mobil\n" + string.Concat(Cast.All.Select((p, n) => $"{p.Name};{p.Email};070-174 06 {50 + n}\n"));
        var preview = await Imported.Preview(app, tove, file);

        preview.Text.ShouldContain("skulle ändras eller försvinna");
        var no = await preview.Submit("Genomför importen");
        await Imported.Work(app);

        no.Errors.ShouldHaveSingleItem();
        (await Imported.Everybody(app)).ShouldBe(before);
        await Imported.Apply(app, tove, preview, form => form["Input.Yes"] = "alla");
        (await app.Read(db => db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id))).Phone.ShouldStartWith("070-174 06 5");
    }

    [Fact]
    public async Task Whoever_is_missing_from_a_whole_register_leaves_by_its_rule_and_comes_back_with_a_later_file()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var members = Cast.All.Where(p => p != Cast.Stranger && p != Cast.FormerChair).ToList();
        string File(IEnumerable<Someone> people) => "Namn;E-post;Kat\n" + string.Concat(people.Select(p => $"{p.Name};{p.Email};Medlem\n"));
        void Whole(Fields form) => (form["Input.IsWhole"], form["Input.Gone"]) = ("true", nameof(GoneRule.Leave));

        var preview = await Imported.Preview(app, tove, File(members.Where(p => p != Cast.MemberOfStora)), Whole);
        Imported.Counts(preview).ShouldBe("Borta 1, Oförändrade 7");
        await Imported.Apply(app, tove, preview);

        (await Now(app)).ShouldBe(Verksam.Features.People.Belonging.RelationKind.Former);
        app.Clock.Advance(TimeSpan.FromDays(40));
        tove = await app.Anew(Cast.Ombudsman); // nobody is signed in that long
        await Imported.Apply(app, tove, await Imported.Preview(app, tove, File(members), Whole));
        (await Now(app)).ShouldBe(Verksam.Features.People.Belonging.RelationKind.Member);
    }

    [Fact]
    public async Task A_protected_identity_is_sealed_by_the_file_and_shown_to_nobody()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        const string file = "Mnr;Namn;E-post;Gata;Postnr;Ort;Skydd\n77;Hemlig Person;hemlig@example.org;Gömvägen 1;831 30;Lit;Ja\n";

        var preview = await Imported.Preview(app, tove, file);
        preview.Text.ShouldNotContain("Hemlig");
        await Imported.Apply(app, tove, preview);

        var person = await app.Read(db => db.People.SingleAsync(p => p.RegisterNumber == "77"));
        (person.IsProtected, person.Email, person.Name.StartsWith("Skyddad person", StringComparison.Ordinal)).ShouldBe((true, null, true));
        (await app.Read(db => db.Addresses.CountAsync(a => a.PersonId == person.Id))).ShouldBe(0);
        var again = await Imported.Preview(app, tove, file.Replace("Gömvägen 1", "Gömvägen 2", StringComparison.Ordinal));
        Imported.Counts(again).ShouldBe("Ändrade 1");
        again.Text.ShouldNotContain("Gömvägen");
        await Imported.Apply(app, tove, again);
        (await app.Read(db => db.Addresses.CountAsync(a => a.PersonId == person.Id))).ShouldBe(0);
        (await app.Read(db => db.SealedIdentities.SingleAsync(s => s.PersonId == person.Id))).IdentityJson.ShouldContain("2");
    }

    [Fact]
    public async Task What_nobody_says_yes_to_is_erased_after_a_week_and_what_was_used_after_a_month()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var applied = await Imported.Apply(app, tove, await Imported.Preview(app, tove, "Namn\nAda Rask\n"));
        var left = await Imported.Preview(app, tove, "Namn\nBo Rask\n");

        app.Clock.Advance(TimeSpan.FromDays(ImportErasing.ErasedAfter + 1));
        await app.Work<IEnumerable<IJob>>(jobs => jobs.Single(j => j.Name == ImportErasing.JobName).Run(app.Clock.GetUtcNow(), CancellationToken.None));
        tove = await app.Anew(Cast.Ombudsman);

        (await app.Read(db => db.ImportRows.CountAsync())).ShouldBe(0);
        (await app.Read(db => db.Files.CountAsync())).ShouldBe(0);
        (await tove.Open(left.Url)).Text.ShouldContain("raderat");
        var old = await tove.Open(applied.Url);
        old.Text.ShouldContain("går inte längre att ångra");
        (await tove.Open(applied.Url + "/angra")).Url.ShouldBe(applied.Url);
    }

    // a few hundred kilobytes that become more than 300 MB
    private static async Task<byte[]> Bomb()
    {
        using var packed = new MemoryStream();
        await using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in XlsxFile.Parts("", "", [("Blad1", "", "")], strict: false))
            {
                await using var part = new StreamWriter(await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync());
                if (name != "xl/worksheets/sheet1.xml")
                {
                    await part.WriteAsync(content);
                    continue;
                }
                await part.WriteAsync($"<worksheet><sheetData>{XlsxFile.Row(1, "Namn")}{XlsxFile.Row(2, "Ada")}");
                var nothing = "<x/>" + new string(' ', 76);
                for (var n = 0; n < 4_200_000; n++)
                    await part.WriteAsync(nothing);
                await part.WriteAsync("</sheetData></worksheet>");
            }
        }
        return packed.ToArray();
    }

    private static Task<Verksam.Features.People.Belonging.RelationKind> Now(AppUnderTest app) =>
        app.Read(db => db.Relations.Where(r => r.PersonId == Cast.MemberOfStora.Id && r.To == null).Select(r => r.Kind).SingleAsync());

    private static string TenThousand()
    {
        var rows = new StringBuilder("Mnr;Namn;E-post;PNR\n");
        for (var n = 1; n <= 10_000; n++)
            rows.Append(CultureInfo.InvariantCulture, $"{n};{(n == 500 ? "" : $"Person {Letters(n)}")};p{n}@example.org;{(n == 10 ? "198802319807" : n == 10_000 ? "198804129817" : "")}\n");
        return rows.ToString();
    }

    private static string Letters(int n) => string.Concat(n.ToString(CultureInfo.InvariantCulture).Select(d => (char)('a' + (d - '0'))));
}
