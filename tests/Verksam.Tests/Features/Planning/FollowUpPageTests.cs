using System.Net;
using System.Text;
using Shouldly;
using Verksam.Features.Planning.Carrying;
using Verksam.Formats.Docx;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class FollowUpPageTests
{
    [Fact]
    public async Task Every_commitment_is_in_it_also_the_silent_ones()
    {
        await using var app = await Told();

        var page = await (await app.As(Cast.MemberOfAlnas)).Open("/uppfoljning");

        page.Html.QuerySelectorAll("tbody tr").Select(r => $"{r.QuerySelector("th")!.TextContent} {r.QuerySelector(".status")!.TextContent}")
            .ShouldBe(["1.2 I riskzonen", "2.1 Inte påbörjad", "2.2 Inte påbörjad", "1.1 Klar"]);
        page.Html.QuerySelectorAll("main h2").Select(h => h.TextContent).ShouldBe(["Avviker: ett", "Inte påbörjade: två", "Klara: ett"], ignoreOrder: true);
        page.Text.ShouldContain("Antalet medlemmar ska öka.");
    }

    [Theory]
    [InlineData("2026-03-15", "Inte påbörjad", "Inte påbörjad")]
    [InlineData("2026-03-16", "På väg", "Inte påbörjad")]
    [InlineData("2026-03-26", "Klar", "I riskzonen")]
    [InlineData("2027-03-26", "Klar", "I riskzonen")] // a day to come is today
    public async Task An_earlier_day_shows_what_was_known_then(string day, string first, string second)
    {
        await using var app = await Told();

        var page = await (await app.As(Cast.MemberOfAlnas)).Open("/uppfoljning?dag=" + day);

        Status(page, "1.1").ShouldBe(first);
        Status(page, "1.2").ShouldBe(second);
        page.Text.Contains("Alla fyra är hållna", StringComparison.Ordinal).ShouldBe(first == "Klar");
    }

    [Fact]
    public async Task A_day_to_come_and_a_day_that_is_none_are_said_in_words()
    {
        await using var app = await Told();
        var lena = await app.As(Cast.MemberOfAlnas);

        (await lena.Open("/uppfoljning?dag=2027-03-26")).Html.QuerySelector("main .notice")!.TextContent.ShouldBe("26 mars 2027 har inte varit än.Så här står planen i dag.");
        (await lena.Open("/uppfoljning?dag=2026-02-31")).Errors.ShouldBe(["Vi förstår inte ”2026-02-31”."]);
        (await lena.Open("/uppfoljning?dag=0001-01-01")).Status.ShouldBe(HttpStatusCode.OK); // a year before the first there is none
        (await lena.Open("/uppfoljning?dag=2026-03-16")).Html.QuerySelector("main .notice").ShouldBeNull();
    }

    [Fact]
    public async Task The_Word_document_holds_every_number_and_every_sentence()
    {
        await using var app = await Told();
        var lena = await app.As(Cast.MemberOfAlnas);
        var page = await lena.Open("/uppfoljning?dag=2026-03-16");

        var answer = await lena.Get(page.Html.QuerySelector("a[data-icon=hamta]")!.GetAttribute("href")!);

        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("uppfoljning-2026-03-16.docx");
        await using var file = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var said = (await DocxReader.Read(file, null, TestContext.Current.CancellationToken)).Select(p => p.Text).ToList();
        said[0].ShouldBe("Uppföljning av verksamhetsplan 2026");
        said.ShouldContain("Så stod planen 16 mars.");
        said.Where(p => p.Contains('\t', StringComparison.Ordinal) && char.IsDigit(p[0])).Select(p => string.Join('|', p.Split('\t').Take(3))).ShouldBe(
        [
            "1.2|Styrelsen ska boka kyrkan senast 31 maj.|Inte påbörjad",
            "2.1|Vi ska åka till Åland i augusti.|Inte påbörjad",
            "2.2|Antalet medlemmar ska öka.|Inte påbörjad",
            "1.1|Vi ska hålla minst fyra konserter och bjuda in en gäst.|På väg",
        ]);
        said.ShouldNotContain(p => p.Contains("Alla fyra är hållna", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LibreOffice_opens_the_document_and_finds_every_row()
    {
        await using var app = await Told();
        var lena = await app.As(Cast.MemberOfAlnas);
        var document = await (await lena.Get("/uppfoljning?handler=Document")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        var lines = Encoding.UTF8.GetString(await LibreOffice.Convert(document, "txt:Text (encoded):UTF8")).Split('\n', StringSplitOptions.TrimEntries).ToList();

        lines[0].TrimStart('\uFEFF').ShouldBe("Uppföljning av verksamhetsplan 2026");
        foreach (var (number, row) in new[]
        {
            ("1.1", "Vi ska hålla minst fyra konserter och bjuda in en gäst.|Klar"), ("1.2", "Styrelsen ska boka kyrkan senast 31 maj.|I riskzonen"),
            ("2.1", "Vi ska åka till Åland i augusti.|Inte påbörjad"), ("2.2", "Antalet medlemmar ska öka.|Inte påbörjad"),
        })
            string.Join('|', lines.Skip(lines.IndexOf(number) + 1).Take(2)).ShouldBe(row);
    }

    [Fact]
    public async Task Without_an_adopted_plan_there_is_nothing_to_follow_up()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Proposed(app);
        var lena = await app.As(Cast.MemberOfAlnas);

        (await lena.Open("/uppfoljning")).Text.ShouldContain("När en plan är antagen kan den följas upp här.");
        ((int)(await lena.Get("/uppfoljning?handler=Document")).StatusCode).ShouldBe(404);
    }

    // one concert told on the 16th of March, all four on the 25th, that the church is a worry on the 26th; now it is the 27th
    private static async Task<AppUnderTest> Told()
    {
        var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await Tell(app, "1.1", "Den första är hållen", 1, null, 16);
        await Tell(app, "1.1", "Alla fyra är hållna", 4, null, 25);
        await Tell(app, "1.2", "Kyrkan ska lagas", null, Verksam.Features.Planning.Carrying.Status.AtRisk, 26);
        app.Clock.Set(new(2026, 3, 27, 9, 0, 0, TimeSpan.Zero));
        return app;
    }

    private static Task Tell(AppUnderTest app, string number, string text, int? count, Status? word, int day) => app.Write(async db =>
    {
        var id = (await Planned.Find(app, number)).Id;
        var commitment = await db.Commitments.FindAsync(id);
        commitment!.Report(Cast.GroupLeader.Id, text, count, word, null, new(2026, 3, day, 22, 30, 0, TimeSpan.Zero), out var report).ShouldBeNull();
        db.Add(report!);
    });

    private static string Status(Sheet page, string number) =>
        page.Html.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent == number).QuerySelector(".status")!.TextContent;
}
