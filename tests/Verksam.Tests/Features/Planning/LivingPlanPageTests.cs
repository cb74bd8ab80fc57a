using System.Net;
using Shouldly;
using Verksam.Features.Planning.Carrying;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class LivingPlanPageTests
{
    [Theory]
    [InlineData("Tove Hallström", HttpStatusCode.OK)]
    [InlineData("Ragnar Ek", HttpStatusCode.OK)]
    [InlineData("Birgitta Åman", HttpStatusCode.OK)]
    [InlineData("Yusuf Demir", HttpStatusCode.OK)]
    [InlineData("Göran Ödman", HttpStatusCode.OK)]
    [InlineData("Lena Lund", HttpStatusCode.OK)]
    [InlineData("Ahmed Nilsson", HttpStatusCode.OK)]
    [InlineData("Siv Berg", HttpStatusCode.OK)]
    [InlineData("Ulf Tidström", HttpStatusCode.Forbidden)]
    [InlineData("Maja Främling", HttpStatusCode.Forbidden)]
    public async Task Everybody_with_an_assignment_reads_the_whole_organisations_plan(string name, HttpStatusCode status)
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);

        var page = await (await app.As(Cast.Named(name))).Open("/planen/2026");

        page.Status.ShouldBe(status);
        page.Text.Contains("boka kyrkan", StringComparison.Ordinal).ShouldBe(status == HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Lena Lund", HttpStatusCode.OK)]
    [InlineData("Ragnar Ek", HttpStatusCode.OK)]
    [InlineData("Ahmed Nilsson", HttpStatusCode.NotFound)]
    [InlineData("Göran Ödman", HttpStatusCode.NotFound)]
    public async Task Another_units_plan_is_not_there(string name, HttpStatusCode status)
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app, unit: Cast.Alnas);
        var visitor = await app.As(Cast.Named(name));

        foreach (var url in new[] { "/planen/alnas/2026", "/planen/alnas/2026/1.1" })
            (await visitor.Open(url)).Status.ShouldBe(status, url);
    }

    [Theory]
    [InlineData("/planen/alnas/2026")]
    [InlineData("/planen/alnas/2026/1.1")]
    [InlineData("/planen/alnas/2026/ansvariga")]
    public async Task A_draft_has_no_page_to_read_whoever_asks(string url)
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Draft(app, unit: Cast.Alnas);

        (await (await app.As(Cast.Ombudsman)).Open(url)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("alla", new[] { "1.1", "1.2", "2.1", "2.2" })]
    [InlineData("mina", new[] { "1.1" })]
    [InlineData("sena", new[] { "2.1" })]
    [InlineData("utan", new[] { "1.2", "2.2" })]
    [InlineData("nonsens", new[] { "1.1", "1.2", "2.1", "2.2" })]
    public async Task One_can_look_at_some_of_it_and_still_read_all_of_it(string filter, string[] numbers)
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await Planned.Change(app, "1.1", c => c.HandTo(Cast.Ombudsman.Id, Cast.GroupLeader.Id, null, FakeTime.Start));
        await Planned.Change(app, "2.1", c =>
        {
            c.HandTo(Cast.Ombudsman.Id, null, null, FakeTime.Start);
            c.Report(Cast.Ombudsman.Id, "Båten är full", null, Status.Late, null, FakeTime.Start, out _);
        });

        var page = await (await app.As(Cast.GroupLeader)).Open("/planen/2026?visa=" + filter);

        page.Html.QuerySelectorAll("a.ref").Select(r => r.TextContent).ShouldBe(numbers);
        page.Html.QuerySelectorAll("article.doc")[0].TextContent.ShouldContain("Vi ska åka till Åland i augusti.");
        page.Html.QuerySelectorAll(".chips .count").Select(c => c.TextContent).ShouldBe(["4", "1", "1", "2"]);
    }

    [Fact]
    public async Task The_margin_says_who_and_how_it_stands()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await Planned.Change(app, "1.1", c => c.HandTo(Cast.GroupLeader.Id, null, null, FakeTime.Start));

        var page = await (await app.As(Cast.MemberOfAlnas)).Open("/planen/2026");

        page.Html.QuerySelector("#n-1-1 summary")!.TextContent.ShouldBe("1.1 Inte påbörjad Yusuf Demir minst 4");
        page.Html.QuerySelector("#n-1-2 .nobody")!.TextContent.ShouldBe("ingen ansvarig");
        page.Text.ShouldContain("Inget av 4 åtaganden är klart än. Tre saknar ansvarig.");
    }

    [Fact]
    public async Task The_plan_and_the_overview_ask_as_much_for_three_commitments_as_for_thirty()
    {
        var few = await Asked(3);
        var many = await Asked(30);

        many.ShouldBe(few);
    }

    private static async Task<(int Plan, int Overview)> Asked(int commitments)
    {
        await using var app = await AppUnderTest.Start();
        var text = "# Kören\n\n" + string.Join(' ', Enumerable.Range(1, commitments).Select(i => $"Vi ska hålla minst {i} konserter i maj."));
        await Planned.Adopted(app, text);
        for (var i = 1; i <= commitments; i++)
            await Planned.Change(app, $"1.{i}", c => { c.HandTo(Cast.GroupLeader.Id, Cast.Ombudsman.Id, null, FakeTime.Start); c.Follow("people"); });
        var lena = await app.As(Cast.MemberOfAlnas);
        // right after a save nothing is in memory
        var asked = (await app.Queries.During(() => lena.Open("/planen/2026")), await app.Queries.During(() => lena.Open("/oversikt")));
        (await lena.Open("/oversikt")).Html.QuerySelectorAll(".wheel a").Length.ShouldBe(commitments);
        return asked;
    }
}
