using Shouldly;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Structure.Days;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class OverviewPageTests
{
    // what is the plan's own words or a name stays in its language
    private const string PlansOwn =
        ".doc, .decided, .serif, .own, .ringkey, .outline, .wheel, .facts dd, .lead b, script, table.ledger tbody th, select, .log, .row-title, .daybox, [lang=sv]";

    [Fact]
    public async Task It_says_what_deviates_first_what_is_late()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await Planned.Change(app, "1.1", c => c.Report(Cast.Ombudsman.Id, "Trögt", null, Status.AtRisk, null, FakeTime.Start, out _));
        await Planned.Change(app, "2.1", c => c.Report(Cast.Ombudsman.Id, "Båten är full", null, Status.Late, null, FakeTime.Start, out _));

        var page = await (await app.As(Cast.MemberOfAlnas)).Open("/oversikt");

        page.Heading.ShouldBe("Tisdag 10 mars");
        page.Html.QuerySelectorAll("[aria-labelledby=avviker] h3 a").Select(a => a.GetAttribute("href")).ShouldBe(["/planen/2026/2.1", "/planen/2026/1.1"]);
        page.Html.QuerySelectorAll(".wheel a").Select(a => (a.GetAttribute("href"), a.GetAttribute("data-status")))
            .ShouldBe([("/planen/2026/1.2", "not-started"), ("/planen/2026/2.1", "late")]);
    }

    [Fact]
    public async Task Days_that_are_taken_up_stand_on_the_rim_and_among_what_comes_next()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await app.Write(db =>
        {
            var (may, hundred, not) = (new YearDay(Cast.District.Id), new YearDay(Cast.Stora.Id), new YearDay(Cast.District.Id));
            may.Describe("Första maj", YearDayKind.Feast, new() { Month = 5, Day = 1 }, null);
            hundred.Describe("Storå bildades", YearDayKind.Anniversary, new() { Month = 3, Day = 4, FirstYear = 1926 }, null);
            not.Describe("Nationaldagen", YearDayKind.Feast, new() { Month = 6, Day = 6 }, null);
            db.AddRange(may, hundred, not, new DayAnswer(may.Id, 2026, new(2026, 5, 1)), new DayAnswer(hundred.Id, 2026, new(2026, 3, 28)));
            return Task.CompletedTask;
        });

        var page = await (await app.As(Cast.MemberOfAlnas)).Open("/oversikt");
        page.Html.QuerySelectorAll(".wheel a.rim").Select(a => a.GetAttribute("aria-label")).ShouldBe(["Storå bildades, 28 mars", "Första maj, 1 maj"]);
        page.Html.QuerySelectorAll("[aria-labelledby=arshjul] .rows h3").Select(h => h.TextContent).ShouldBe(["Storå bildades", "Första maj", "Styrelsen ska boka kyrkan senast 31 maj.", "Vi ska åka till Åland i augusti."]);
        page.Text.ShouldNotContain("väntar på svar");
        (await (await app.As(Cast.Ombudsman)).Open("/oversikt")).Text.ShouldContain("En dag 2026 väntar på svar");
    }

    [Fact]
    public async Task Its_first_sentence_counts_every_commitment()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await Planned.Change(app, "1.1", c => c.Report(Cast.Ombudsman.Id, "Trögt", null, Status.AtRisk, null, FakeTime.Start, out _));
        await Planned.Change(app, "2.1", c => c.Report(Cast.Ombudsman.Id, "Båten är full", null, Status.Late, null, FakeTime.Start, out _));

        var page = await (await app.As(Cast.MemberOfAlnas)).Open("/oversikt");

        page.Html.QuerySelector(".lead")!.TextContent.ShouldBe("Inget av 4 åtaganden är klart än. Ett är i riskzonen. Ett är försenat. Två är inte påbörjade. Fyra saknar ansvarig.");
        page.Html.QuerySelector(".page-head .pips")!.GetAttribute("aria-label").ShouldBe("1 i riskzonen, 1 försenat, 2 inte påbörjade");
    }

    [Theory]
    [InlineData("Vi ska läsa https://norrsjo.example/en-mycket-lång-adress-som-aldrig-tar-slut-utan-fortsätter-och-fortsätter i maj.")]
    [InlineData("Https://norrsjo.example/en-mycket-lång-adress-som-aldrig-tar-slut-utan-fortsätter-och-fortsätter ska läsas i maj.")]
    [InlineData("Vi ska bygga en scen senast 15 januari 2027.")]
    public async Task Odd_plans_have_an_overview_too(string text)
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app, text);

        var page = await (await app.As(Cast.MemberOfAlnas)).Open("/oversikt");

        page.Html.QuerySelectorAll(".wheel a").Length.ShouldBe(text.Contains("2027", StringComparison.Ordinal) ? 0 : 1);
    }

    [Fact]
    public async Task Before_a_plan_is_adopted_there_is_nothing_to_look_over()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Proposed(app);

        var page = await (await app.As(Cast.MemberOfAlnas)).Open("/oversikt");

        page.Text.ShouldContain("Här kommer er plan att bo");
        page.Text.ShouldNotContain("kyrkan");
    }

    [Theory]
    [InlineData("/oversikt")]
    [InlineData("/planen")]
    [InlineData("/mina-ataganden")]
    [InlineData("/uppfoljning")]
    public async Task Without_a_plan_who_may_is_led_to_bring_one_in_and_others_are_told_whom_to_ask(string url)
    {
        await using var app = await AppUnderTest.Start();

        var organiser = await (await app.As(Cast.Ombudsman)).Open(url);
        organiser.Html.QuerySelectorAll("main .button").Select(b => b.GetAttribute("href")).ShouldBe(["/planen/ta-in"]);
        organiser.Html.QuerySelector(".empty")!.TextContent.ShouldContain("pdf");
        var member = await (await app.As(Cast.MemberOfAlnas)).Open(url);
        member.Html.QuerySelector(".empty a").ShouldBeNull();
        member.Html.QuerySelector(".empty")!.TextContent.ShouldContain("Be styrelsen");
    }

    [Fact]
    public async Task While_a_plan_is_on_its_way_one_is_led_to_it_and_once_adopted_to_read_it()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Proposed(app);
        var lena = await app.As(Cast.MemberOfAlnas);
        foreach (var url in new[] { "/oversikt", "/mina-ataganden", "/uppfoljning" })
            (await lena.Open(url)).Html.QuerySelector(".empty a")!.GetAttribute("href").ShouldBe("/planen");

        await using var later = await AppUnderTest.Start();
        await Planned.Adopted(later);
        (await (await later.As(Cast.MemberOfAlnas)).Open("/mina-ataganden")).Html.QuerySelector(".empty a")!.GetAttribute("href").ShouldBe("/planen?nu=1");
    }

    [Theory]
    [InlineData("/oversikt")]
    [InlineData("/planen")]
    [InlineData("/planen/2026")]
    [InlineData("/planen/2026/1.2")]
    [InlineData("/planen/2026/ansvariga")]
    [InlineData("/mina-ataganden")]
    [InlineData("/matt")]
    [InlineData("/matt/people")]
    [InlineData("/uppfoljning")]
    [InlineData("/planen/ta-in")]
    public async Task In_English_nothing_of_ours_is_Swedish(string url)
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await Planned.Change(app, "1.1", c => c.HandTo(Cast.Ombudsman.Id, null, null, FakeTime.Start));
        var tove = await app.As(Cast.Ombudsman);

        var page = await tove.Open("/sprak/en?till=" + url);

        page.Url.ShouldBe(url);
        foreach (var theirs in page.Html.QuerySelectorAll(PlansOwn))
            theirs.Remove();
        var text = Cast.All.Select(p => p.Name).Aggregate(page.Html.Body!.TextContent, (said, name) => said.Replace(name, "", StringComparison.Ordinal));
        text = text.Replace("Norrsjö distrikt", "", StringComparison.Ordinal).Replace("Årsmötet i Norrsjö", "", StringComparison.Ordinal).Replace("Alnäs", "", StringComparison.Ordinal);
        text.ShouldNotContain(c => "åäöÅÄÖ".Contains(c));
        foreach (var word in new[] { " och ", " ska ", " inte ", " planen ", "Spara", "Visa ", " av " })
            text.ShouldNotContain(word);
    }
}
