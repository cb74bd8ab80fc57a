using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Kernel.Time;
using Verksam.Tests.Features.Gatherings.Shifts;
using Verksam.Tests.Features.Planning;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Calendars;

/// <summary>The overview shows the nearest gatherings that whoever looks may see, and what they lack.</summary>
public sealed class NearestGatheringsTests
{
    private const string Near = "[aria-labelledby=arshjul] .rows";

    [Fact]
    public async Task They_stand_among_what_comes_next_with_how_many_come_and_stand_there()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        var talk = await Arranged.In(app, Cast.Alnas, days: 3);
        await app.Write(async db => (await db.Gatherings.SingleAsync()).HasRoomFor(16));
        await app.Work<Seating>(s => s.SignUp(talk.Id, Cast.MemberOfAlnas.Id, new Wish(Companions: 1)));
        await app.Work<Seating>(s => s.SignUp(talk.Id, Cast.GroupLeader.Id, new Wish(Online: true))); // takes no seat
        var stand = await Shifts.Stands.At(app, Cast.District, need: 3, shifts: 2, days: 5);
        var shift = (await app.Shifts(stand))[0];
        await app.Ask(r => r.Take(shift, Cast.MemberOfAlnas.Id, false, false));
        await app.Ask(r => r.Ask(shift, [Cast.GroupLeader.Id])); // has promised nothing

        var page = await (await app.As(Cast.MemberOfAlnas)).Open("/oversikt");

        page.Html.QuerySelectorAll(Near + " li").Select(li => (li.QuerySelector("a")!.GetAttribute("href"), li.QuerySelector("div p")!.TextContent)).Take(2).ShouldBe(
        [
            (talk.Url(), "09.30–11.30, Biblioteket och på nätet. 2 av 16 anmälda."),
            (stand.Url(), "09.30–19.30, Torget. 1 av 6 platser fyllda."),
        ]);
        page.Html.QuerySelectorAll(Near + " h3").Length.ShouldBe(4); // and two last days of the plan
        page.Html.QuerySelector("#arshjul ~ a")!.TextContent.ShouldBe("Öppna kalendern");
        page.Html.QuerySelector("#arshjul ~ a")!.GetAttribute("href").ShouldBe("/aktiviteter");
    }

    [Fact]
    public async Task Each_sees_their_own_whoever_looks_first_and_nobody_drafts_nor_what_is_cancelled_or_has_been()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        var alnas = await Arranged.In(app, Cast.Alnas);
        await Arranged.In(app, Cast.Alnas, published: false);
        await Arranged.In(app, Cast.Alnas, Audience.Everybody, days: -1);
        var off = await Arranged.In(app, Cast.Alnas, Audience.Everybody, days: 2);
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == off.Id)).Cancel("Snö.", FakeTime.Start));
        var open = await Arranged.In(app, Cast.Alnas, Audience.Everybody, days: 9);
        var leaders = await Arranged.In(app, Cast.Alnas, days: 10);
        await app.Write(async db =>
        {
            var role = await db.Roles.Where(r => r.Code == Verksam.Features.Structure.StandardRoles.GroupLeader).Select(r => r.Id).SingleAsync();
            (await db.Gatherings.SingleAsync(g => g.Id == leaders.Id)).IsFor(Audience.Assignment, null, role).ShouldBeNull();
        });
        var (lena, ahmed, yusuf, birgitta) = (await app.As(Cast.MemberOfAlnas), await app.As(Cast.MemberOfStora), await app.As(Cast.GroupLeader), await app.As(Cast.AssociationChair));

        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await Shown(lena)).ShouldBe([alnas.Url(), open.Url()]);
            (await Shown(ahmed)).ShouldBe([open.Url()]);
            (await Shown(yusuf)).ShouldBe([alnas.Url(), open.Url(), leaders.Url()]);
            (await Shown(birgitta)).ShouldBe([alnas.Url(), open.Url(), leaders.Url()]); // arranges there
        }
    }

    [Fact]
    public async Task What_goes_on_for_days_stands_under_today_and_what_was_this_morning_stays_until_tomorrow()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        var market = await Feeds.At(app, Cast.Alnas, "Marknad", OurTime.At(FakeTime.Today.AddDays(-1), new(10, 0)), OurTime.At(FakeTime.Today.AddDays(1), new(16, 0)));
        var morning = await Feeds.At(app, Cast.Alnas, "Frukost", OurTime.At(FakeTime.Today, new(7, 0)), OurTime.At(FakeTime.Today, new(8, 0)));
        var lena = await app.As(Cast.MemberOfAlnas);

        var page = await lena.Open("/oversikt");

        (await Shown(lena)).ShouldBe([market.Url(), morning.Url()]);
        page.Html.QuerySelector(Near + " .daybox b")!.TextContent.ShouldBe("10");
        page.Html.QuerySelector(Near + " div p")!.TextContent.ShouldBe("9–11 mars, Torget.");
        app.Clock.Advance(TimeSpan.FromDays(1));
        (await Shown(await app.Anew(Cast.MemberOfAlnas))).ShouldBe([market.Url()]);
    }

    [Fact]
    public async Task However_many_there_are_it_is_as_many_questions_and_none_the_second_time_until_somebody_signs_up()
    {
        await using var app = await AppUnderTest.Start();
        await using var other = await app.AnotherNode();
        await Planned.Adopted(app);
        await Many.Arrange(app, 1);
        var lena = await app.As(Cast.MemberOfAlnas);
        await lena.Open("/oversikt");
        await Many.Arrange(app, 1);
        var few = await app.Queries.During(() => lena.Open("/oversikt"));
        await Many.Arrange(app, 300);

        (await app.Queries.During(() => lena.Open("/oversikt"))).ShouldBe(few);
        (await app.Queries.During(() => lena.Open("/oversikt"))).ShouldBe(0);
        (await Shown(lena)).Count.ShouldBe(5);
        (await lena.Open("/oversikt")).Html.QuerySelectorAll(Near + " h3.serif").Length.ShouldBe(2); // the plan's last days are not crowded out
        var first = (await Shown(lena))[0];
        (await lena.Open("/oversikt")).Text.ShouldNotContain("en anmäld");
        await app.Work<Seating>(s => s.SignUp(new(Guid.Parse(first.Split('/')[^1])), Cast.MemberOfAlnas.Id, new Wish()));

        foreach (var reader in new[] { lena, await other.As(Cast.MemberOfStora) })
            (await reader.Open("/oversikt")).Html.QuerySelector(Near + " div p")!.TextContent.ShouldEndWith("En anmäld.");
    }

    private static async Task<IReadOnlyList<string>> Shown(Visitor reader) =>
        [.. (await reader.Open("/oversikt")).Html.QuerySelectorAll(Near + " a").Select(a => a.GetAttribute("href")!).Where(a => a.StartsWith("/aktiviteter/", StringComparison.Ordinal))];
}
