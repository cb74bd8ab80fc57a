using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Kernel;
using Verksam.Kernel.Time;
using Verksam.Tests.Features.Gatherings.Shifts;
using Verksam.Tests.Formats.Calendar;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Calendars;

/// <summary>Shifts in one's own calendar: by themselves, with their own hours, whoever's gathering it is.</summary>
public sealed class OwnShiftTests
{
    [Theory]
    [InlineData("Mine")]
    [InlineData("All")]
    public async Task A_shift_has_its_own_hours_and_page_and_stands_instead_of_the_whole(string choice)
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Shifts.Stands.At(app, Cast.Alnas, need: 2, shifts: 3);
        var shifts = await app.Shifts(stand);
        await Takes(app, shifts[1], Cast.MemberOfAlnas);
        await Takes(app, shifts[0], Cast.GroupLeader); // somebody else's
        await app.Ask(r => r.Ask(shifts[2], [Cast.MemberOfAlnas.Id])); // who is asked has promised nothing
        var address = await (await app.As(Cast.MemberOfAlnas)).Subscribe(choice);

        var read = (await Read(app, address)).ToDictionary(e => e.Uid);

        var (own, starts) = (read[await Uid(app, shifts[1], Cast.MemberOfAlnas)], OurTime.Here(stand.Starts));
        (own.Start, own.End).ShouldBe((starts.AddHours(3), starts.AddHours(6)));
        (own.Summary, own.Status, own.Attendees).ShouldBe(("Bokbord och samtal: Bokbord på torget", "CONFIRMED", 0));
        own.Url.ShouldBe($"https://verksam.example{stand.Url()}/mitt-pass/{shifts[1]}");
        read.Keys.Where(k => k != own.Uid).ShouldBe(choice == "All" ? [$"{stand.Id}@verksam"] : []);
        (await app.Anybody().Text(address)).ShouldContain("LOCATION:Torget\r\n");
        (await CalendarPeer.Judge(await (await app.Anybody().Get(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_has_signed_up_too_keeps_the_gathering()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Shifts.Stands.At(app, Cast.Alnas);
        var shift = (await app.Shifts(stand))[0];
        await Takes(app, shift, Cast.MemberOfAlnas);
        await app.Work<Seating>(s => s.SignUp(stand.Id, Cast.MemberOfAlnas.Id, new Wish()));

        (await Read(app, await (await app.As(Cast.MemberOfAlnas)).Subscribe())).Select(e => e.Uid).ShouldBe([$"{stand.Id}@verksam", await Uid(app, shift, Cast.MemberOfAlnas)], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_given_back_is_gone_and_taken_again_it_is_the_same_with_a_higher_number()
    {
        await using var app = await AppUnderTest.Start();
        var shift = (await app.Shifts(await Shifts.Stands.At(app, Cast.Alnas)))[0];
        await Takes(app, shift, Cast.MemberOfAlnas);
        var address = await (await app.As(Cast.MemberOfAlnas)).Subscribe();
        var before = (await Read(app, address)).Single();

        (await app.Ask(r => r.GiveBack(shift, Cast.MemberOfAlnas.Id))).ShouldBeNull();
        (await Read(app, address)).ShouldBeEmpty();
        await Takes(app, shift, Cast.GroupLeader);
        (await Read(app, address)).ShouldBeEmpty(); // another's now
        (await app.Ask(r => r.GiveBack(shift, Cast.GroupLeader.Id))).ShouldBeNull();
        await Takes(app, shift, Cast.MemberOfAlnas);

        var after = (await Read(app, address)).Single();
        after.Uid.ShouldBe(before.Uid);
        after.Sequence.ShouldBeGreaterThan(before.Sequence);
    }

    [Fact]
    public async Task It_moves_with_the_gathering_or_by_itself_and_is_crossed_out_with_it_and_its_number_only_grows()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Shifts.Stands.At(app, Cast.Alnas);
        var shift = (await app.Shifts(stand))[0];
        await Takes(app, shift, Cast.MemberOfAlnas);
        var address = await (await app.As(Cast.MemberOfAlnas)).Subscribe();
        var seen = new List<Feeds.Event> { (await Read(app, address)).Single() };

        await Change(g => g.Take(new Hours(stand.Starts.AddDays(1), stand.Ends.AddDays(1)), new Whereabouts(null, "Torget", null), FakeTime.Start.AddHours(1)));
        await app.Write(async db => (await db.Shifts.SingleAsync()).Take(await db.Gatherings.SingleAsync(), OurTime.DayOf(stand.Starts.AddDays(1)), new(18, 0), new(19, 30)).ShouldBeNull());
        seen.Add((await Read(app, address)).Single());
        await Change(g => g.Cancel("Storm.", FakeTime.Start.AddHours(2)));
        seen.Add((await Read(app, address)).Single());
        await Change(g => g.Resume(FakeTime.Start.AddHours(3)));
        seen.Add((await Read(app, address)).Single());

        seen.Select(e => e.Uid).Distinct().Count().ShouldBe(1);
        seen.Zip(seen.Skip(1)).ShouldAllBe(p => p.Second.Sequence > p.First.Sequence && p.Second.Stamp >= p.First.Stamp);
        (seen[1].Start.Day, seen[1].Start.Hour, seen[1].End.Hour).ShouldBe((18, 18, 19));
        seen.Select(e => e.Status).ShouldBe(["CONFIRMED", "CONFIRMED", "CANCELLED", "CONFIRMED"]);
        seen[2].Summary.ShouldBe("Inställt: Bokbord och samtal: Bokbord på torget");
        await Change(g => g.Withdraw(FakeTime.Start.AddHours(4)));
        (await Read(app, address)).ShouldBeEmpty(); // a draft is for those who arrange

        Task Change(Func<Gathering, Refusal?> how) => app.Write(async db => how(await db.Gatherings.SingleAsync()).ShouldBeNull());
    }

    [Theory]
    [InlineData("Mine")]
    [InlineData("All")]
    public async Task Who_stands_where_others_arrange_has_the_shift_but_not_the_gathering(string choice)
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Shifts.Stands.At(app, Cast.Alnas);
        var shift = (await app.Shifts(stand))[0];
        await app.Ask(r => r.Ask(shift, [Cast.MemberOfStora.Id]));
        await Takes(app, shift, Cast.MemberOfStora);
        var ahmed = await app.As(Cast.MemberOfStora);

        var own = (await Read(app, await ahmed.Subscribe(choice))).Single();

        own.Uid.ShouldBe(await Uid(app, shift, Cast.MemberOfStora));
        var page = new Uri(own.Url).PathAndQuery;
        (await ahmed.Open(page)).Heading.ShouldBe("Bokbord och samtal");
        await app.Write(async db => (await db.Gatherings.SingleAsync()).Cancel("Storm.", FakeTime.Start));
        (await ahmed.Open(page)).Text.ShouldContain("Inställd Storm.");
        await app.Write(async db => (await db.ShiftPlaces.SingleAsync()).Leaves(FakeTime.Start));
        (await ahmed.Open(page)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_may_see_nothing_any_more_has_no_shift_either()
    {
        await using var app = await AppUnderTest.Start();
        await Takes(app, (await app.Shifts(await Shifts.Stands.At(app, Cast.Alnas)))[0], Cast.MemberOfAlnas);
        var address = await (await app.As(Cast.MemberOfAlnas)).Subscribe("All");

        await app.Write(async db => db.RemoveRange(await db.Relations.Where(r => r.PersonId == Cast.MemberOfAlnas.Id).ToListAsync()));

        (await app.Anybody().Text(address)).ShouldNotContain("VEVENT");
    }

    [Fact]
    public async Task For_me_the_calendar_of_members_shows_the_shift_instead_of_the_whole()
    {
        await using var app = await AppUnderTest.Start();
        var (stand, theirs) = (await Shifts.Stands.At(app, Cast.Alnas, need: 2, shifts: 2), await Shifts.Stands.At(app, Cast.Stora, title: "Loppis", days: 8));
        var (shift, far) = ((await app.Shifts(stand))[1], (await app.Shifts(theirs))[0]);
        await Takes(app, shift, Cast.MemberOfAlnas);
        await Takes(app, far, Cast.MemberOfAlnas);
        await Takes(app, (await app.Shifts(stand))[0], Cast.GroupLeader);
        var lena = await app.As(Cast.MemberOfAlnas);
        const string march = "/aktiviteter?vy=lista&manad=2026-03";

        var page = await lena.Open(march + "&vem=mig");

        page.Html.QuerySelectorAll(".agenda a").Select(a => a.GetAttribute("href")).ShouldBe([$"{stand.Url()}/mitt-pass/{shift}", $"{theirs.Url()}/mitt-pass/{far}"]);
        page.Html.QuerySelector(".agenda li div")!.TextContent.ShouldBe("Bokbord och samtal: Bokbord på torget12.30, Torget");
        (await lena.Open(march + "&vem=mig&var=alnas")).Html.QuerySelectorAll(".agenda li").Length.ShouldBe(1);
        (await lena.Open("/aktiviteter?vy=ar&ar=2026&vem=mig")).Text.ShouldContain("Två aktiviteter på året.");
        (await lena.Open(march)).Html.QuerySelectorAll(".agenda a").Select(a => a.GetAttribute("href")).ShouldBe([stand.Url()]);
        (await (await app.As(Cast.MemberOfStora)).Open(march + "&vem=mig")).Html.QuerySelectorAll(".agenda li").Length.ShouldBe(0);
    }

    [Fact]
    public async Task More_shifts_are_not_more_questions()
    {
        await using var app = await AppUnderTest.Start();
        var first = await app.Shifts(await Shifts.Stands.At(app, Cast.Alnas));
        await Takes(app, first[0], Cast.MemberOfAlnas);
        var address = await (await app.As(Cast.MemberOfAlnas)).Subscribe();
        await app.Anybody().Text(address);
        var few = await app.Queries.During(() => app.Anybody().Text(address));
        foreach (var shift in await app.Shifts(await Shifts.Stands.At(app, Cast.Stora, shifts: 3, days: 9)))
            await Takes(app, shift, Cast.MemberOfAlnas);
        await app.Anybody().Text(address); // what is kept is asked for anew after a save

        (await app.Queries.During(() => app.Anybody().Text(address))).ShouldBe(few);
        (await Read(app, address)).Count.ShouldBe(4);
    }

    private static async Task Takes(AppUnderTest app, Id<Shift> shift, Someone who) => (await app.Ask(r => r.Take(shift, who.Id, false, false))).ShouldBeNull();

    private static async Task<string> Uid(AppUnderTest app, Id<Shift> shift, Someone who) =>
        $"{await app.Read(db => db.ShiftPlaces.Where(p => p.ShiftId == shift && p.PersonId == who.Id).Select(p => p.Id).SingleAsync())}@verksam";

    private static async Task<IReadOnlyList<Feeds.Event>> Read(AppUnderTest app, string address) => await Feeds.Read(await app.Anybody().Text(address));
}
