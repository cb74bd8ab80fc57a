using System.Net;
using Shouldly;
using Verksam.Features.Planning.Carrying;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

/// <summary>Pages are written once for all who see the same: nobody may see what is another's, or what was.</summary>
public sealed class KeptPageTests
{
    private const string Own = "details[data-mine]";

    [Fact]
    public async Task A_report_shows_on_the_next_page_of_every_node()
    {
        await using var app = await AppUnderTest.Start();
        await using var other = await app.AnotherNode();
        await Planned.Adopted(app);
        var readers = new[] { await app.As(Cast.MemberOfAlnas), await other.As(Cast.MemberOfStora) };
        foreach (var reader in readers)
            (await Late(reader)).ShouldBe((0, 0));

        await Planned.Change(app, "1.1", c => c.Report(Cast.Ombudsman.Id, "Ingen kom", null, Status.Late, null, FakeTime.Start, out _).ShouldBeNull());

        foreach (var reader in readers)
            (await Late(reader)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_new_limit_of_the_rule_counts_on_every_node_at_once()
    {
        await using var app = await AppUnderTest.Start();
        await using var other = await app.AnotherNode();
        await Planned.Adopted(app);
        var reader = await other.As(Cast.MemberOfStora);
        (await reader.Open("/oversikt")).Html.QuerySelectorAll(".rows.acting li").Length.ShouldBe(0);

        await app.Work<StandingSettings>(settings => settings.Set(new StandingLimits(RiskDays: 100)));

        (await reader.Open("/oversikt")).Html.QuerySelectorAll(".rows.acting li").Length.ShouldBe(1); // the church, by the last of May
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_mine_is_mine_alone_whoever_looks_first(bool ownerFirst)
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await Planned.Change(app, "1.1", c => c.HandTo(Cast.GroupLeader.Id, null, null, FakeTime.Start));
        await Planned.Change(app, "2.1", c => c.HandTo(Cast.Ombudsman.Id, null, null, FakeTime.Start));
        var (yusuf, tove, lena) = (await app.As(Cast.GroupLeader), await app.As(Cast.Ombudsman), await app.As(Cast.MemberOfAlnas));
        if (ownerFirst)
            await yusuf.Open("/planen/2026");
        else
            await lena.Open("/planen/2026");

        (await Mine(lena)).ShouldBeEmpty();
        (await Mine(yusuf)).ShouldBe(["n-1-1"]);
        (await Mine(tove)).ShouldBe(["n-2-1"]);
        (await Mine(lena)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_plan_that_one_has_opened_is_still_not_there_for_another()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app, unit: Cast.Alnas);
        var (lena, ahmed) = (await app.As(Cast.MemberOfAlnas), await app.As(Cast.MemberOfStora));

        foreach (var (who, status) in new[] { (lena, HttpStatusCode.OK), (ahmed, HttpStatusCode.NotFound), (lena, HttpStatusCode.OK) })
            (await who.Get("/planen/alnas/2026")).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Only_those_who_may_adopt_are_offered_to_whoever_looks_first()
    {
        await using var app = await AppUnderTest.Start();
        var version = await Planned.Proposed(app);
        var (tove, lena) = (await app.As(Cast.Ombudsman), await app.As(Cast.MemberOfAlnas));

        foreach (var (who, links) in new[] { (tove, 1), (lena, 0), (tove, 1) })
            (await who.Open("/planen/2026")).Html.QuerySelectorAll($"a[href='/planen/forslag/{version}']").Length.ShouldBe(links);
    }

    [Fact]
    public async Task Each_reads_in_the_language_of_ones_own()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        var (lena, ahmed) = (await app.As(Cast.MemberOfAlnas), await app.As(Cast.MemberOfStora));
        ahmed.Cookies["verksam-sprak"] = "c=en-GB|uic=en-GB";

        foreach (var (who, said) in new[] { (lena, "Skriv ut till styrelsen"), (ahmed, "Print for the board"), (lena, "Skriv ut till styrelsen") })
            (await who.Open("/planen/2026")).Html.QuerySelector("[data-print]")!.TextContent.ShouldBe(said);
    }

    [Fact]
    public async Task What_is_due_in_time_is_late_the_day_after_though_nobody_saved()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app, "# Konserter\n\nStyrelsen ska boka kyrkan senast 31 mars.");
        var lena = await app.As(Cast.MemberOfAlnas);
        app.Clock.Set(new DateTimeOffset(2026, 3, 31, 21, 59, 50, TimeSpan.Zero)); // ten seconds to midnight in Stockholm
        (await Late(lena)).ShouldBe((0, 0));
        app.Clock.Advance(TimeSpan.FromSeconds(20));

        (await Late(lena)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task An_ended_assignment_stops_working_at_once_on_every_node()
    {
        await using var app = await AppUnderTest.Start();
        await using var other = await app.AnotherNode();
        await Planned.Adopted(app);
        var visits = new[] { await app.As(Cast.AssociationChair), await other.As(Cast.AssociationChair) };
        foreach (var visit in visits)
        {
            (await visit.Get("/planen/ta-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await visit.Get("/planen/2026")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await app.Write(db => Cast.AssociationChair.Leaves(db, FakeTime.Today.AddDays(-1)));

        foreach (var visit in visits)
        {
            (await visit.Get("/planen/ta-in")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await visit.Get("/planen/2026")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task A_second_look_asks_the_database_nothing_but_whether_somebody_has_saved()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        var (lena, ahmed) = (await app.As(Cast.MemberOfAlnas), await app.As(Cast.MemberOfStora));
        foreach (var url in new[] { "/planen/2026", "/oversikt" })
        {
            await lena.Open(url);
            (await app.Queries.During(() => lena.Open(url))).ShouldBe(0);
        }

        (await app.Queries.During(() => ahmed.Open("/planen/2026"))).ShouldBe(4); // who he is (three), and what he may see
    }

    private static async Task<(int Plan, int Overview)> Late(Visitor reader) =>
        ((await reader.Open("/planen/2026")).Html.QuerySelectorAll("details[data-status=late]").Length,
            (await reader.Open("/oversikt")).Html.QuerySelectorAll(".rows.acting [data-status=late]").Length);

    private static async Task<IEnumerable<string>> Mine(Visitor reader) =>
        (await reader.Open("/planen/2026")).Html.QuerySelectorAll(Own).Select(note => note.Id!);
}
