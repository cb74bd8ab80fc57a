using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings.Coming;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Calendars;

/// <summary>The members' calendar in its four views, and the days behind it.</summary>
public sealed class CalendarViewTests
{
    [Theory]
    [InlineData("", "Mars")]
    [InlineData("?vy=vecka&vecka=2026-W12", "Vecka 12")]
    [InlineData("?vy=lista&manad=2026-03", "Mars")]
    [InlineData("?vy=ar&ar=2026", "2026")]
    [InlineData("?vy=vecka&vecka=2026-W53", "Vecka 53")]
    [InlineData("?vy=ar&ar=2027", "2027")]
    public async Task Each_view_has_its_name_and_leads_to_the_next_and_the_one_before(string asked, string heading)
    {
        await using var app = await AppUnderTest.Start();
        var lena = await app.As(Cast.MemberOfAlnas);

        var page = await lena.Open("/aktiviteter" + asked);

        page.Heading.ShouldBe(heading);
        var next = await lena.Open(page.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        next.Heading.ShouldNotBe(heading);
        (await lena.Open(next.Html.QuerySelector("a[rel=prev]")!.GetAttribute("href")!)).Heading.ShouldBe(heading);
    }

    [Fact]
    public async Task A_week_of_two_years_is_one_week()
    {
        await using var app = await AppUnderTest.Start();

        var page = await (await app.As(Cast.MemberOfAlnas)).Open("/aktiviteter?vy=vecka&vecka=2026-W53");

        page.Html.QuerySelectorAll(".month td > b").Select(b => b.TextContent).ShouldBe(["28 dec", "29", "30", "31", "1 jan", "2", "3"]);
        page.Text.ShouldContain("Nyårsdagen");
    }

    [Fact]
    public async Task For_me_is_what_I_come_to_am_asked_about_or_bring_something_to()
    {
        await using var app = await AppUnderTest.Start();
        var (mine, asked, other) = (await Arranged.In(app, Cast.Alnas), await Arranged.In(app, Cast.Alnas, days: 8), await Arranged.In(app, Cast.Alnas, days: 9));
        var lena = await app.As(Cast.MemberOfAlnas);
        await (await lena.Open(mine.Url())).Submit("Jag kommer");
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == asked.Id)).IsAskedAbout(Cast.MemberOfAlnas.Id));

        var page = await lena.Open("/aktiviteter?vy=lista&manad=2026-03&vem=mig");

        page.Html.QuerySelectorAll(".agenda a").Select(a => a.GetAttribute("href")).ShouldBe([mine.Url(), asked.Url()]);
        (await lena.Open("/aktiviteter?vy=ar&ar=2026")).Text.ShouldContain("Tre aktiviteter på året.");
        other.ShouldNotBeNull();
    }

    [Fact]
    public async Task Those_who_arrange_see_where_somebody_waits_for_a_seat()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await app.Write(async db =>
        {
            (await db.Gatherings.SingleAsync()).HasRoomFor(1);
            var own = new SignUp(gathering.Id, Cast.MemberOfAlnas.Id);
            own.Waits(FakeTime.Start);
            db.Add(own);
        });

        var needs = (await (await app.As(Cast.AssociationChair)).Open("/aktiviteter")).Html.QuerySelector("#behover")!;

        needs.TextContent.ShouldContain("En väntar på plats");
        needs.QuerySelector(".actions a")!.GetAttribute("href").ShouldBe(gathering.Url() + "/anmalda");
        (await (await app.As(Cast.MemberOfAlnas)).Open("/aktiviteter")).Html.QuerySelector("#behover").ShouldBeNull();
    }

    [Fact]
    public async Task More_gatherings_are_not_more_questions()
    {
        await using var app = await AppUnderTest.Start();
        await Many.Arrange(app, 3);
        var lena = await app.As(Cast.MemberOfAlnas);
        await lena.Open("/aktiviteter?manad=2026-03");
        await Many.Arrange(app, 1);
        var few = await app.Queries.During(() => lena.Open("/aktiviteter?manad=2026-03"));
        await Many.Arrange(app, 300);

        (await app.Queries.During(() => lena.Open("/aktiviteter?manad=2026-03"))).ShouldBe(few);
    }

    [Fact]
    public async Task A_day_is_added_changed_removed_and_had_back_by_those_who_administer()
    {
        await using var app = await AppUnderTest.Start();
        var siv = await app.As(Cast.Administrator);
        var page = await siv.Open("/installningar/kalenderdagar");
        page = await page.Submit("Spara", f => (f["Input.Name"], f["Input.From"], f["Input.To"]) = ("Sportlov", "2026-03-06", "2026-03-02"));
        page.Errors.ShouldBe(["Den sista dagen är före den första."]);
        page = await page.Submit("Spara", f => (f["Input.From"], f["Input.To"], f["Input.Source"]) = ("2026-03-02", "2026-03-06", "Kommunens sida"));
        page = await (await page.Follow("Sportlov")).Submit("Spara", f => f["Input.Name"] = "Vinterlov");
        page.Text.ShouldContain("Vinterlov2 mars – 6 mars. Skollov. Kommunens sida");

        var gone = await page.Submit("Ta bort Vinterlov");

        (await app.Read(db => db.BackgroundDays.CountAsync(d => d.RemovedOn == null))).ShouldBe(0);
        (await app.Anybody().Open("/kalender?vy=manad&manad=2026-03")).Text.ShouldNotContain("Vinterlov");
        await gone.Submit("Ångra");
        (await app.Anybody().Open("/kalender?vy=manad&manad=2026-03")).Text.ShouldContain("Vinterlov");
        (await (await app.As(Cast.AssociationChair)).Open("/installningar/kalenderdagar")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
