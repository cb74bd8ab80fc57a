using Shouldly;
using Verksam.Features.Structure.Days;
using Verksam.Tests.Features.Planning;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People;

public sealed class MyPageTests
{
    [Fact]
    public async Task What_I_have_promised_stands_first_the_most_urgent_at_the_top()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        foreach (var number in new[] { "1.1", "2.1" })
            await Planned.Change(app, number, c => c.HandTo(Cast.GroupLeader.Id, null, null, FakeTime.Start));
        await Planned.Change(app, "2.1", c => c.Report(Cast.GroupLeader.Id, "Båten är full", null, Verksam.Features.Planning.Carrying.Status.Late, null, FakeTime.Start, out _));

        var page = await (await app.As(Cast.GroupLeader)).Open("/min-sida");

        page.Heading.ShouldBe("Hej Yusuf!");
        page.Html.QuerySelectorAll("[aria-labelledby=mina-h] h3 a").Select(a => a.GetAttribute("href")).ShouldBe(["/planen/2026/2.1", "/planen/2026/1.1"]);
        page.Text.ShouldContain("Gruppledare");
        (await (await app.As(Cast.MemberOfStora)).Open("/min-sida")).Text.ShouldContain("Inget väntar på dig just nu.");
    }

    [Fact]
    public async Task A_proposal_is_there_to_have_a_say_on_and_a_draft_is_not()
    {
        await using var app = await AppUnderTest.Start();
        var draft = await Planned.Draft(app);
        var lena = await app.As(Cast.MemberOfAlnas);
        (await lena.Open("/min-sida")).Html.QuerySelector("#forslag-h").ShouldBeNull();
        await app.Write(async db =>
        {
            var version = (await db.PlanVersions.FindAsync(draft))!;
            version.Propose(0, 4, 0, FakeTime.Start);
        });

        var moving = await (await lena.Open("/min-sida")).Follow("Nytt yrkande");

        moving.Url.ShouldBe($"/planen/forslag/{draft}/yrkanden/nytt");
    }

    [Fact]
    public async Task Days_that_come_soon_are_there_and_my_neighbours_are_not()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db =>
        {
            foreach (var (unit, name, day) in new[] { (Cast.District, "Årsmöte", new DateOnly(2026, 3, 28)), (Cast.Stora, "Storå bildades", new(2026, 3, 20)), (Cast.District, "Nationaldagen", new(2026, 12, 6)) })
            {
                var of = new YearDay(unit.Id);
                of.Describe(name, YearDayKind.Meeting, new() { Month = day.Month, Day = day.Day }, null);
                db.AddRange(of, new DayAnswer(of.Id, 2026, day));
            }
            return Task.CompletedTask;
        });

        (await (await app.As(Cast.MemberOfAlnas)).Open("/min-sida")).Html.QuerySelectorAll("[aria-labelledby=snart-h] h3").Select(h => h.TextContent).ShouldBe(["Årsmöte"]);
    }

    [Fact]
    public async Task Whoever_has_no_assignment_sees_only_oneself()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Proposed(app);

        var page = await (await app.As(Cast.Stranger)).Open("/min-sida");

        page.Text.ShouldContain("Du har inget uppdrag just nu.");
        page.Html.QuerySelectorAll("main section").Length.ShouldBe(1);
    }
}
