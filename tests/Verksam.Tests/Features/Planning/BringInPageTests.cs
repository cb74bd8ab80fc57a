using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Planning;
using Verksam.Formats.Docx;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class BringInPageTests
{
    private const string ThreeLines = "Vi ska hålla två konserter.\nStyrelsen ska boka kyrkan.\nDet blir kul.";

    [Fact]
    public async Task A_pasted_plan_is_read_and_ready_to_review()
    {
        await using var app = await AppUnderTest.Start();

        var review = await Send(app, form => form["Input.Text"] = "Vi ska a\u030aka till A\u030aland.\r\nVi ska sjunga.");

        review.Heading.ShouldBe("Granska det vi hittade");
        var version = await app.Read(db => db.PlanVersions.SingleAsync());
        (version.Text, version.State, version.SourceName).ShouldBe(("Vi ska åka till Åland.\nVi ska sjunga.", VersionState.Draft, "inklistrad text"));
        (await Words(app)).ShouldBe(["Vi ska åka till Åland.", "Vi ska sjunga."]);
    }

    [Fact]
    public async Task A_plan_of_three_lines_is_a_plan()
    {
        await using var app = await AppUnderTest.Start();

        await Send(app, form => form["Input.Text"] = ThreeLines);

        (await Words(app)).ShouldBe(["Vi ska hålla två konserter.", "Styrelsen ska boka kyrkan."]);
    }

    [Theory]
    [InlineData("plan.txt")]
    [InlineData("PLAN.MD")]
    [InlineData("plan")]
    public async Task A_text_file_is_read(string name)
    {
        await using var app = await AppUnderTest.Start();

        await Send(app, form => form.Attach("Input.File", name, Encoding.UTF8.GetBytes(ThreeLines)));

        (await Words(app)).Count.ShouldBe(2);
        (await app.Read(db => db.PlanVersions.SingleAsync())).SourceName.ShouldBe(name);
    }

    [Fact]
    public async Task A_Word_document_is_read_with_its_headings_and_kept_as_it_was()
    {
        await using var app = await AppUnderTest.Start();
        var file = Word();

        await Send(app, form => form.Attach("Input.File", "kören.docx", file));

        (await Words(app)).ShouldBe(["Vi ska hålla två konserter.", "köpa noter"]);
        (await app.Read(db => db.FileBytes.SingleAsync())).Content.ShouldBe(file);
        (await app.Read(db => db.PlanVersions.SingleAsync())).SourceFileId.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("plan.docx", @"{\rtf1 Vi ska sjunga.}", "Filen är sparad som RTF. Öppna den i Word eller LibreOffice, spara som .docx och ta in den.")]
    [InlineData("plan.pdf", "%PDF-1.7", "Filen är skadad och går inte att läsa. Spara den på nytt, eller klistra in texten.")]
    [InlineData("plan.odt", "PK\u0003\u0004", "Filen är skadad och går inte att läsa. Spara den på nytt, eller klistra in texten.")]
    [InlineData("plan.txt", "\0\u0001\u0002\0\0PNG", "Den sortens fil kan vi inte läsa. Spara planen som .docx eller .pdf, eller klistra in texten.")]
    public async Task A_file_of_the_wrong_kind_is_refused_in_words_and_what_was_typed_stays(string name, string content, string says) =>
        await Refused(name, Encoding.UTF8.GetBytes(content), says);

    [Theory]
    [InlineData("Plan.docx")]
    [InlineData("Plan.odt")]
    [InlineData("Plan.html")]
    [InlineData("Plan.pdf")]
    public async Task A_plan_is_read_whatever_its_name_says_it_is(string resource)
    {
        await using var app = await AppUnderTest.Start();

        await Send(app, form => form.Attach("Input.File", "planen.txt", SavedPlan.Bytes(resource)));

        (await Words(app)).ShouldContain("Alla kommuner ska ha en lokal valledare senast den 1 mars");
    }

    [Fact]
    public async Task A_document_of_old_Word_is_refused_with_what_to_do() =>
        await Refused("Plan.doc", SavedPlan.Bytes("Old.doc"), "Filen är sparad i Words gamla format (.doc). Öppna den i Word eller LibreOffice, spara som .docx och ta in den.");

    [Fact]
    public async Task A_damaged_document_is_refused() =>
        await Refused("plan.docx", [.. Word().Take(Word().Length / 2)], "Filen är skadad och går inte att läsa. Spara den på nytt, eller klistra in texten.");

    [Fact]
    public async Task A_document_without_words_is_refused()
    {
        using var file = new MemoryStream();
        using (new DocxWriter(file, new DocxProperties("Tom", FakeTime.Start))) { }

        await Refused("plan.docx", file.ToArray(), "Det finns ingen text i filen. Är den inskannad? Klistra in texten i stället.");
    }

    [Fact]
    public async Task A_file_without_a_byte_is_said_to_be_empty_where_it_was_chosen()
    {
        await using var app = await AppUnderTest.Start();

        var page = await Send(app, form => form.Attach("Input.File", "plan.docx", []));

        page.Errors.ShouldBe(["Filen är tom. Kanske blev den inte färdigsparad."]);
        page.Html.QuerySelector("#Input_File-error")!.TextContent.ShouldBe("Filen är tom. Kanske blev den inte färdigsparad.");
        page.Html.QuerySelector("#Input_File")!.GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Theory]
    [InlineData("1500")]
    [InlineData("i år")]
    [InlineData("99999999999")]
    public async Task Of_a_year_that_is_none_the_bounds_are_said(string year)
    {
        await using var app = await AppUnderTest.Start();

        var page = await Send(app, form => (form["Input.Year"], form["Input.Text"]) = (year, ThreeLines));

        page.Errors.ShouldBe(["Skriv ett år mellan 1900 och 2200."]);
    }

    [Fact]
    public async Task Nothing_at_all_is_asked_for()
    {
        await using var app = await AppUnderTest.Start();

        var page = await Send(app, _ => { });

        page.Errors.ShouldBe(["Välj en fil, eller klistra in planens text."]);
        (await app.Read(db => db.Plans.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_year_is_asked_for_when_the_plan_does_not_say_it()
    {
        await using var app = await AppUnderTest.Start();

        (await Send(app, form => (form["Input.Year"], form["Input.Text"]) = ("", ThreeLines))).Errors.Count.ShouldBe(1);
        (await app.Read(db => db.Plans.CountAsync())).ShouldBe(0);

        await Send(app, form => (form["Input.Year"], form["Input.Text"]) = ("", "Verksamhetsplan 2027\n\n" + ThreeLines));
        (await app.Read(db => db.Plans.SingleAsync())).Year.ShouldBe(2027);
    }

    [Fact]
    public async Task A_new_file_puts_the_earlier_draft_aside_and_keeps_it()
    {
        await using var app = await AppUnderTest.Start();
        await Send(app, form => form["Input.Text"] = "Vi ska sjunga.");

        await Send(app, form => form["Input.Text"] = ThreeLines);

        (await app.Read(db => db.PlanVersions.OrderBy(v => v.Id).Select(v => v.State).ToListAsync())).ShouldBe([VersionState.Discarded, VersionState.Draft]);
        (await app.Read(db => db.Plans.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task An_adopted_plan_holds_while_a_file_becomes_the_next_draft_of_it()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);

        await Send(app, form => form["Input.Text"] = ThreeLines);

        (await app.Read(db => db.PlanVersions.OrderBy(v => v.Number).Select(v => v.State).ToListAsync())).ShouldBe([VersionState.Adopted, VersionState.Draft]);
    }

    [Fact]
    public async Task A_very_long_file_name_is_no_hindrance()
    {
        await using var app = await AppUnderTest.Start();

        var page = await Send(app, form => form.Attach("Input.File", new string('å', 240) + ".txt", Encoding.UTF8.GetBytes(ThreeLines)));

        page.Heading.ShouldBe("Granska det vi hittade");
    }

    [Fact]
    public async Task Very_long_sentences_are_no_hindrance()
    {
        await using var app = await AppUnderTest.Start();
        var many = string.Concat(Enumerable.Repeat("sång- och dansglada ", 60));

        var page = await Send(app, form => form["Input.Text"] = $"Alla {many}medlemmar ska ordna minst fyra {many}kvällar senast före den {many}middagen i maj.\n\nVi ska bjuda in minst tre {many}gäster varje {many}vecka.");

        page.Heading.ShouldBe("Granska det vi hittade");
    }

    [Fact]
    public async Task A_plan_of_four_hundred_pages_can_be_brought_in_and_reviewed()
    {
        await using var app = await AppUnderTest.Start();

        var page = await Send(app, form => form.Attach("Input.File", "stor.txt", Encoding.UTF8.GetBytes(FourHundredPages())));

        page.Heading.ShouldBe("Granska det vi hittade");
        (await app.Read(db => db.Commitments.CountAsync())).ShouldBeGreaterThan(1500);
        var sent = await page.Answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        sent.Length.ShouldBeLessThan(3_000_000);
        (await page.Submit("Godkänn G")).Url.ShouldEndWith("?nr=2");
    }

    // forty chapters of ten pages, a page of some 3 000 characters with four promises
    private static string FourHundredPages()
    {
        var filler = string.Concat(Enumerable.Repeat("Kören har funnits länge och många minns de första åren i den gamla skolan. ", 36));
        var plan = new StringBuilder("Verksamhetsplan 2026\n\n");
        for (var page = 0; page < 400; page++)
        {
            if (page % 10 == 0)
                plan.Append("# Kapitel ").Append((char)('A' + (page / 20))).Append(page % 20 == 0 ? " inne" : " ute").Append("\n\n");
            plan.Append(filler).Append(CultureInfo.InvariantCulture, $"Vi ska hålla minst {page + 2} konserter i maj. Styrelsen ska köpa noter.\n\n{filler}\n\n- köpa {page} stolar\n- Vi ska bjuda in en gäst\n\n");
        }
        return plan.ToString();
    }

    private static byte[] Word()
    {
        using var file = new MemoryStream();
        using (var document = new DocxWriter(file, new DocxProperties("Plan", FakeTime.Start)))
        {
            document.Title("Verksamhetsplan 2026");
            document.Heading(1, "Konserter");
            document.Paragraph("Kören bildades 1974. Vi ska hålla två konserter.");
            document.Paragraph("Under året ska vi:");
            document.Bullet("köpa noter");
        }
        return file.ToArray();
    }

    private static async Task Refused(string name, byte[] content, string says)
    {
        await using var app = await AppUnderTest.Start();

        var page = await Send(app, form =>
        {
            form["Input.Text"] = "Det jag redan skrev.";
            form.Attach("Input.File", name, content);
        });

        page.Html.QuerySelector(".errors")!.TextContent.ShouldContain(says);
        page.Html.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("Det jag redan skrev.");
        (await app.Read(db => db.Plans.CountAsync())).ShouldBe(0);
        (await app.Read(db => db.Files.CountAsync())).ShouldBe(0);
    }

    private static async Task<Sheet> Send(AppUnderTest app, Action<Fields> fill) =>
        await (await (await app.As(Cast.Ombudsman)).Open("/planen/ta-in")).Submit("Läs planen", form =>
        {
            form["Input.Year"] = "2026";
            fill(form);
        });

    private static async Task<IReadOnlyList<string>> Words(AppUnderTest app)
    {
        var version = await app.Read(db => db.PlanVersions.SingleAsync());
        return [.. (await Planned.Found(app, version.Id)).Select(c => string.Join(" … ", c.RangesIn(version.Id).Select(r => r.In(version.Text))))];
    }
}
