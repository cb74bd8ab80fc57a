using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Inviting;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Doing;
using Verksam.Tests.Features.Gatherings;
using Verksam.Tests.Features.Gatherings.Shifts;
using Verksam.Tests.Features.People.Welcome;
using Verksam.Tests.Features.Planning;
using Verksam.Tests.Features.Today;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Doing;

/// <summary>What anybody can do this week, on one's own page: by time, by taste and near.</summary>
public sealed class DoingTests
{
    [Fact]
    public async Task A_member_finds_what_is_near_and_takes_a_shift_in_two_taps()
    {
        await using var app = await AppUnderTest.Start();
        await Stands.At(app, Cast.Alnas);
        await Stands.At(app, Cast.Stora, days: 3, title: "Loppis i Storå");
        var lena = await app.As(Cast.MemberOfAlnas);

        var page = await lena.Open("/min-sida");

        Things(page).ShouldBe(["Ta ett pass: Bokbord på torget", "Kom på Bokbord på torget"]);
        page.Text.ShouldContain("Här är två saker du kan göra i veckan. En räcker långt.");
        page = await page.Follow("Ta passet: Ta ett pass: Bokbord på torget");
        page = await page.Submit("Ta passet");
        page.Text.ShouldContain("Passet är ditt");
        page = await lena.Open("/min-sida");
        Things(page).ShouldNotContain("Ta ett pass: Bokbord på torget");
        page.Html.QuerySelector("#mina-pass")!.TextContent.ShouldContain("Bokbord på torget");
    }

    [Fact]
    public async Task The_choice_is_in_the_address_and_hides_what_is_otherwise()
    {
        await using var app = await AppUnderTest.Start();
        await Stands.At(app, Cast.Alnas);
        await Arranged.In(app, Cast.Alnas, Audience.Everybody, days: 3);
        var lena = await app.As(Cast.MemberOfAlnas);

        Seen(await lena.Open("/min-sida?tid=10&kan=hemma")).ShouldBe(["Bjud med någon på Samtal om skolan"]);
        Seen(await lena.Open("/min-sida?tid=kvall&kan=ute")).ShouldBe(["Ta ett pass: Bokbord på torget", "Kom på Samtal om skolan", "Kom på Bokbord på torget"], ignoreOrder: true);
        var none = await lena.Open("/min-sida?tid=60&kan=skriva");
        Seen(none).ShouldBeEmpty();
        none.Html.QuerySelector(".none")!.HasAttribute("hidden").ShouldBeFalse();
        (await lena.Open("/min-sida")).Html.QuerySelector(".none")!.HasAttribute("hidden").ShouldBeTrue();
        Seen(await lena.Open("/min-sida?tid=nonsens&kan=")).Count.ShouldBe(4);
        none.Html.QuerySelectorAll(".doable input[checked]").Select(i => i.GetAttribute("value")).ShouldBe(["60", "skriva"]);
    }

    [Fact]
    public async Task Whoever_has_no_rights_sees_what_is_open_to_all_and_is_led_to_its_open_page()
    {
        await using var app = await AppUnderTest.Start();
        var open = await Arranged.In(app, Cast.Stora, Audience.Everybody, days: 3);
        await Stands.At(app, Cast.Stora, title: "Loppis i Storå");
        await Planned.Proposed(app, unit: Cast.Stora);

        var page = await (await app.As(Cast.Stranger)).Open("/min-sida");

        Things(page).ShouldBe(["Kom på Samtal om skolan", "Bjud med någon på Samtal om skolan"]);
        page.Html.QuerySelectorAll(".tasks a").Select(a => a.GetAttribute("href")).ShouldAllBe(a => a!.StartsWith("sms:", StringComparison.Ordinal) || a == $"/kalender/{open.Id}");
        page.Html.QuerySelectorAll(".tasks a").Select(a => Uri.UnescapeDataString(a.GetAttribute("href")!)).ShouldContain(a => a.Contains($"https://verksam.example/kalender/{open.Id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_what_is_for_others_and_what_one_has_answered_is_not_there()
    {
        await using var app = await AppUnderTest.Start();
        await Arranged.In(app, Cast.Alnas, published: false);
        await Arranged.In(app, Cast.Stora, Audience.Members);
        var asked = await Arranged.In(app, Cast.Alnas, days: 5);
        await app.Write(db => Task.FromResult(db.Add(new GatheringInvitation(asked.Id, Cast.MemberOfAlnas.Id, Cast.AssociationChair.Id, FakeTime.Start))));
        var lena = await app.As(Cast.MemberOfAlnas);
        Things(await lena.Open("/min-sida")).ShouldBe(["Svara om Samtal om skolan"]);

        await app.Write(async db => (await db.GatheringInvitations.SingleAsync()).Says(InvitedAnswer.No, FakeTime.Start));

        (await lena.Open("/min-sida")).Text.ShouldContain("Inget väntar på dig just nu.");
    }

    [Fact]
    public async Task Something_to_bring_is_taken_by_the_first_and_given_up_again()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, days: 15);
        await app.Write(db =>
        {
            var item = new BringItem(gathering.Id, 0);
            item.Write("Två långpannor", null);
            db.Add(item);
            return Task.CompletedTask;
        });
        var (lena, yusuf) = (await app.As(Cast.MemberOfAlnas), await app.As(Cast.GroupLeader));
        const string button = "Jag tar med det: Ta med till Samtal om skolan: Två långpannor";
        var late = await yusuf.Open("/min-sida");

        var page = await (await lena.Open("/min-sida")).Submit(button);

        page.Text.ShouldContain("Du tar med Två långpannor.");
        (await app.Read(db => db.BringItems.SingleAsync())).ById.ShouldBe(Cast.MemberOfAlnas.Id);
        (await late.Submit(button)).Errors.ShouldBe(["Någon annan hann ta det före dig."]);
        (await lena.Open("/min-sida")).Html.QuerySelector("#kommer")!.TextContent.ShouldContain("Du tar med Två långpannor.");
        await page.Submit("Ångra");
        (await app.Read(db => db.BringItems.SingleAsync())).ById.ShouldBeNull();
    }

    [Fact]
    public async Task Somebody_new_a_list_to_call_and_a_proposal_are_there_for_those_whose_they_are()
    {
        await using var app = await AppUnderTest.Start();
        await Newcomers.Choose(app, Cast.MemberOfAlnas);
        await Newcomers.Join(app);
        await Newcomers.Settle(app);
        await Planned.Proposed(app, unit: Cast.Alnas);
        await app.Write(db =>
        {
            var list = new CallList(Cast.Alnas.Id);
            list.Describe("Vårmötet", "Vi bjuder in.", null);
            list.Lasts(FakeTime.Today, null);
            list.LetMembersCall(true);
            list.Open();
            db.Add(list);
            return Task.CompletedTask;
        });

        Things(await (await app.As(Cast.MemberOfAlnas)).Open("/min-sida")).ShouldBe(["Ring Ronja Kallvik", "Ring för Vårmötet", "Säg vad du tycker om planen för 2026"]);
        Things(await (await app.As(Cast.MemberOfStora)).Open("/min-sida")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_wishes_to_be_told_is_told_when_it_turns_up_at_most_once_a_week()
    {
        await using var app = await AppUnderTest.Start();
        await Stands.At(app, Cast.Alnas, days: 30);
        var lena = await app.As(Cast.MemberOfAlnas);
        var page = await (await lena.Open("/min-sida?tid=10&kan=prata")).Submit("Säg till när det dyker upp");
        page.Text.ShouldContain("Vi säger till när det dyker upp, högst en gång i veckan.");
        page.Text.ShouldContain("Du får ett brev när det dyker upp något: tio minuter, att prata med folk.");
        page.Url.ShouldBe("/min-sida?tid=10&kan=prata");
        await app.Run(WishRound.JobName);
        (await app.Read(db => db.Letters.CountAsync())).ShouldBe(0);

        await Arranged.In(app, Cast.Alnas, Audience.Everybody, days: 12);
        foreach (var _ in new[] { 1, 2 })
            await app.Run(WishRound.JobName);
        await app.SendLetters();

        var letter = app.Post.HandedOver.ShouldHaveSingleItem();
        letter.Address.ShouldBe(Cast.MemberOfAlnas.Email);
        letter.Text.ShouldContain("Bjud med någon på Samtal om skolan");
        letter.Text.ShouldContain("https://verksam.example/min-sida?tid=10&kan=prata");
        letter.Text.ShouldNotContain("Bokbord på torget"); // takes an evening
        app.Clock.Advance(TimeSpan.FromDays(3));
        await app.Run(WishRound.JobName);
        await app.SendLetters();
        app.Post.HandedOver.Count.ShouldBe(1);
        app.Clock.Advance(TimeSpan.FromDays(4));
        await app.Run(WishRound.JobName);
        await app.SendLetters();
        app.Post.HandedOver.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_has_stopped_wishing_is_not_told_and_can_take_that_back()
    {
        await using var app = await AppUnderTest.Start();
        await Arranged.In(app, Cast.Alnas, Audience.Everybody, days: 12);
        var lena = await app.As(Cast.MemberOfAlnas);
        await (await lena.Open("/min-sida?tid=60&kan=skriva")).Submit("Säg till när det dyker upp");

        var page = await (await lena.Open("/min-sida")).Submit("Sluta säga till");

        (await app.Read(db => db.StandingWishes.CountAsync())).ShouldBe(0);
        await page.Submit("Ångra");
        (await app.Read(db => db.StandingWishes.SingleAsync())).Choice.ShouldBe(new Choice(Spare.Hour, Taste.Writing));
    }

    [Fact]
    public async Task However_much_there_is_to_do_it_is_as_many_questions()
    {
        await using var app = await AppUnderTest.Start();
        await Stands.At(app, Cast.Alnas);
        await Arranged.In(app, Cast.Alnas, Audience.Everybody, days: 3);
        var lena = await app.As(Cast.MemberOfAlnas);
        await lena.Open("/min-sida");
        var few = await app.Queries.During(() => lena.Open("/min-sida"));

        for (var days = 2; days < 9; days++)
        {
            await Stands.At(app, Cast.Alnas, days: days, shifts: 3);
            await Arranged.In(app, Cast.Alnas, Audience.Everybody, days: days);
        }

        await lena.Open("/min-sida");
        (await app.Queries.During(() => lena.Open("/min-sida"))).ShouldBe(few);
    }

    private static IReadOnlyList<string> Things(Sheet page) => [.. page.Html.QuerySelectorAll(".tasks h3").Select(h => h.TextContent)];

    private static IReadOnlyList<string> Seen(Sheet page) => [.. page.Html.QuerySelectorAll(".tasks li:not([hidden]) h3").Select(h => h.TextContent)];
}
