using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Inviting;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Replanning;
using Verksam.Features.Structure;
using Verksam.Tests.Features.Planning;
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
    public async Task Those_who_arrange_see_who_was_asked_to_come_and_has_not_answered_and_it_is_marked_on_its_day()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await app.Write(async db =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            foreach (var who in new[] { Cast.MemberOfAlnas, Cast.GroupLeader })
            {
                var invited = new GatheringInvitation(gathering.Id, who.Id, Cast.AssociationChair.Id, FakeTime.Start.AddDays(-5));
                var (print, secret) = scope.ServiceProvider.GetRequiredService<SecretLinks>().New();
                invited.HasLink(print, secret);
                db.Add(invited);
            }
        });

        foreach (var who in new[] { Cast.AssociationChair, Cast.DistrictChair }) // one's own, and below one
        {
            var page = await (await app.As(who)).Open("/aktiviteter");
            var need = page.Html.QuerySelector("#behover li")!;
            need.QuerySelector(".status")!.TextContent.ShouldBe("Två inbjudna har inte svarat");
            need.QuerySelector("h3 a")!.GetAttribute("href").ShouldBe(gathering.Url());
            need.QuerySelector(".actions a")!.GetAttribute("href").ShouldBe(gathering.Url() + "/inbjudna");
            page.Html.QuerySelectorAll($".month a[href='{gathering.Url()}'] .status, .agenda .status").Select(s => s.TextContent).Distinct().ShouldBe(["Två inbjudna har inte svarat"]);
        }
        foreach (var who in new[] { Cast.MemberOfAlnas, Cast.MemberOfStora })
            (await (await app.As(who)).Open("/aktiviteter")).Text.ShouldNotContain("har inte svarat");
        await app.Write(async db => (await db.GatheringInvitations.ToListAsync()).ForEach(i => i.Says(InvitedAnswer.Maybe, FakeTime.Start)));
        (await (await app.As(Cast.AssociationChair)).Open("/aktiviteter")).Html.QuerySelector("#behover").ShouldBeNull();
    }

    [Theory]
    [InlineData("", "Allas", "Byns", "De flestas", "Medlemmarnas")]
    [InlineData("&vad=street", "Byns")]
    [InlineData("&var=alnas", "Allas", "Byns", "Medlemmarnas")] // what it arranges, what is below it, and what it helps with
    [InlineData("&var=byn", "Byns")]
    [InlineData("&var=stora")]
    [InlineData("&var=norrsjo", "Allas", "Byns", "De flestas", "Medlemmarnas")]
    [InlineData("&var=nonsens")]
    [InlineData("&vem=allmanheten", "Allas", "De flestas")]
    [InlineData("&vem=allmanheten&var=alnas&vad=stand", "Allas")]
    public async Task The_sentence_chooses_what_where_and_for_whom(string chosen, params string[] shown)
    {
        await using var app = await AppUnderTest.Start();
        var below = Cast.Alnas.Found("Byn", UnitKind.Association);
        await app.Write(db => Task.FromResult(db.Add(below)));
        var day = new DateTimeOffset(2026, 3, 20, 17, 0, 0, TimeSpan.Zero);
        foreach (var (unit, title, audience) in new[] { (Cast.District, "Allas", Audience.Everybody), (below, "Byns", Audience.Members), (Cast.District, "De flestas", Audience.Everybody), (Cast.Alnas, "Medlemmarnas", Audience.Members) })
            await Feeds.At(app, unit, title, day, day.AddHours(2), audience);
        await app.Write(async db =>
        {
            db.Add(new CoArranger((await db.Gatherings.SingleAsync(g => g.Title == "Allas")).Id, Cast.Alnas.Id));
            (await db.Gatherings.SingleAsync(g => g.Title == "Byns")).Describe("Byns", "street", null, null);
        });

        var page = await (await app.As(Cast.Ombudsman)).Open("/aktiviteter?vy=lista&manad=2026-03" + chosen);

        page.Html.QuerySelectorAll(".agenda h3").Select(h => h.TextContent).ShouldBe(shown, ignoreOrder: true);
    }

    [Fact]
    public async Task The_list_says_how_many_have_signed_up_of_how_many_and_the_open_one_does_not()
    {
        await using var app = await AppUnderTest.Start();
        var (seats, room, nobody) = (await Arranged.In(app, Cast.Alnas, Audience.Everybody), await Arranged.In(app, Cast.Alnas, Audience.Everybody, days: 8), await Arranged.In(app, Cast.Alnas, Audience.Everybody, days: 9));
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == seats.Id)).HasRoomFor(16));
        foreach (var gathering in new[] { seats, room })
        {
            await app.Work<Seating>(s => s.SignUp(gathering.Id, Cast.MemberOfAlnas.Id, new Wish(Companions: 1)));
            await app.Work<Seating>(s => s.SignUp(gathering.Id, Cast.GroupLeader.Id, new Wish(Online: true)));
            await app.Work<Seating>(s => s.SignUp(gathering.Id, Cast.DistrictChair.Id, new Wish()));
            await app.Work<Seating>(s => s.Leave(gathering.Id, Cast.DistrictChair.Id));
        }
        var ahmed = await app.As(Cast.MemberOfStora);
        const string list = "?vy=lista&manad=2026-03";

        (await ahmed.Open("/aktiviteter" + list)).Html.QuerySelectorAll(".agenda p").Select(p => p.TextContent)
            .ShouldBe(["09.30, Biblioteket, 2 av 16 anmälda", "09.30, Biblioteket, tre anmälda", "09.30, Biblioteket"]);
        (await app.Anybody().Open("/kalender" + list)).Text.ShouldNotContain("anmälda");
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == seats.Id)).Cancel("Snö.", FakeTime.Start));
        (await ahmed.Open("/aktiviteter" + list)).Text.ShouldNotContain("2 av 16");
        nobody.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_last_days_of_the_plan_lie_behind_until_it_is_done_or_dropped_and_never_behind_the_open_one()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        var lena = await app.As(Cast.MemberOfAlnas);
        (await Last(lena, "/aktiviteter?manad=2026-05")).ShouldBe([("/planen/2026/1.2", "Sista dag: Styrelsen ska boka kyrkan senast 31 maj")]);
        (await Last(lena, "/aktiviteter?manad=2026-08")).ShouldBe([("/planen/2026/2.1", "Sista dag: Vi ska åka till Åland i augusti")]);
        foreach (var month in new[] { "05", "08" })
            (await app.Anybody().Open("/kalender?vy=manad&manad=2026-" + month)).Text.ShouldNotContain("Sista dag");

        await Planned.Change(app, "1.2", c => c.Report(Cast.Ombudsman.Id, "Bokad", null, Status.Done, null, FakeTime.Start, out _).ShouldBeNull());
        await Planned.Change(app, "2.1", c => c.DropFromPlan(new Decision("Ingen båt.", "Styrelsen", FakeTime.Today), Cast.Ombudsman.Id, FakeTime.Start, out _).ShouldBeNull());

        (await Last(lena, "/aktiviteter?manad=2026-05")).ShouldBeEmpty();
        (await Last(lena, "/aktiviteter?manad=2026-08")).ShouldBeEmpty();

        static async Task<IEnumerable<(string?, string)>> Last(Visitor reader, string url) =>
            (await reader.Open(url)).Html.QuerySelectorAll("td a.last").Select(a => (a.GetAttribute("href"), a.TextContent));
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
