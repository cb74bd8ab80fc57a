using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Inviting;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People.Offers;
using Verksam.Tests.Features.Gatherings;
using Verksam.Tests.Features.Gatherings.Shifts;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Today;

/// <summary>What waits for those who arrange: who gets it, what is done of it in place, and when it goes.</summary>
public sealed class GatheringsTodayTests
{
    [Fact]
    public async Task Shifts_that_lack_people_tomorrow_cannot_wait_and_the_best_are_asked_at_a_press()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas, need: 2, days: 1);
        await app.Write(db => Task.FromResult(db.Add(new PersonPlace(Cast.MemberOfAlnas.Id, Cast.Alnas.Id))));

        var page = await app.Today(Cast.AssociationChair);

        page.Waits("#i-dag").ShouldBe(["Två platser är lediga på passen: Bokbord på torget"]);
        page.Lead().ShouldBe("En sak väntar, och den går inte att skjuta på.");
        page.Text.ShouldContain("I morgon");
        page = await page.Submit(page.Buttons.Single(b => b.StartsWith("Fråga ", StringComparison.Ordinal)));
        page.Text.ShouldContain("får frågan");
        page.Waits().ShouldBeEmpty();
        (await app.Read(db => db.ShiftPlaces.CountAsync(p => p.State == PlaceState.Asked))).ShouldBe(2);
        (await app.Read(db => db.ShiftPlaces.AnyAsync(p => p.PersonId == Cast.MemberOfAlnas.Id))).ShouldBeTrue();

        page = await page.Submit("Ångra");

        page.Text.ShouldContain("Ingen fler får frågan.");
        page.Waits().Count.ShouldBe(1);
        (await app.Read(db => db.ShiftPlaces.CountAsync())).ShouldBe(0);
        await app.Post();
        app.Post.HandedOver.ShouldBeEmpty();
        (await app.Shifts(stand)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_asked_a_moment_ago_stands_among_what_was_done_and_can_be_taken_back_there()
    {
        await using var app = await AppUnderTest.Start();
        await Stands.At(app, Cast.Alnas, days: 1);
        var page = await app.Today(Cast.AssociationChair);
        page = await page.Submit(page.Buttons.Single(b => b.StartsWith("Fråga ", StringComparison.Ordinal)));
        page = await app.Today(Cast.AssociationChair); // the notice is said once
        page.Text.ShouldContain("Gjort i dag: en");

        (await page.Submit("Ångra")).Waits().Count.ShouldBe(1);

        page = await app.Today(Cast.AssociationChair);
        await page.Submit(page.Buttons.Single(b => b.StartsWith("Fråga ", StringComparison.Ordinal)));
        app.Clock.Advance(ShiftPlace.Pause + TimeSpan.FromMinutes(1)); // the letters have left
        (await app.Read(db => db.ShiftPlaces.Where(p => p.State == PlaceState.Listed).ToListAsync())).Count.ShouldBeGreaterThan(0);
        (await app.Today(Cast.AssociationChair)).Buttons.ShouldContain("Ångra"); // those in line have none yet
    }

    [Fact]
    public async Task When_all_who_were_asked_have_said_no_it_is_said()
    {
        await using var app = await AppUnderTest.Start();
        var shift = (await app.Shifts(await Stands.At(app, Cast.Alnas, days: 5)))[0];
        await app.Ask(r => r.Ask(shift, [Cast.MemberOfAlnas.Id]));
        (await app.Today(Cast.AssociationChair)).Waits().ShouldBeEmpty();

        await app.Ask(r => r.Decline(shift, Cast.MemberOfAlnas.Id));

        var page = await app.Today(Cast.AssociationChair);
        page.Waits("#i-dag").Count.ShouldBe(1);
        page.Text.ShouldContain("Alla som har fått frågan har sagt nej, eller inte svarat i tid.");
    }

    [Fact]
    public async Task A_draft_is_let_out_in_place_and_taken_back_unless_somebody_comes()
    {
        await using var app = await AppUnderTest.Start();
        var draft = await Arranged.In(app, Cast.Alnas, days: 2, published: false);
        var page = await app.Today(Cast.AssociationChair);
        page.Waits("#i-dag").ShouldBe(["Släpp ut Samtal om skolan"]);

        page = await page.Submit("Publicera: Släpp ut Samtal om skolan");

        page.Waits().ShouldBeEmpty();
        (await app.Read(db => db.Gatherings.SingleAsync())).State.ShouldBe(GatheringState.Published);
        page = await page.Submit("Ångra");
        page.Waits().ShouldBe(["Släpp ut Samtal om skolan"]);
        page = await page.Submit("Publicera: Släpp ut Samtal om skolan");
        await app.Work<Seating>(s => s.SignUp(draft.Id, Cast.MemberOfAlnas.Id, new Wish()));

        (await page.Submit("Ångra")).Waits().ShouldBeEmpty();
        (await app.Read(db => db.Gatherings.SingleAsync())).State.ShouldBe(GatheringState.Published);
    }

    [Fact]
    public async Task What_is_over_waits_until_somebody_has_told_of_it()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, days: 1);
        app.Clock.Advance(TimeSpan.FromDays(3));
        var birgitta = await app.Anew(Cast.AssociationChair);
        var page = await birgitta.Open("/idag");
        page.Waits("#veckan").ShouldBe(["Berätta hur det gick: Samtal om skolan"]);
        page.Text.ShouldContain("Sedan 11 mars");

        await app.Write(async db => (await db.Gatherings.SingleAsync()).Tell("Bra samtal.", 12, app.Clock.GetUtcNow()));

        page = await birgitta.Open("/idag");
        page.Waits().ShouldBeEmpty();
        page.Text.ShouldContain("Inget väntar på dig.");
        gathering.State.ShouldBe(GatheringState.Published);
    }

    [Fact]
    public async Task Those_who_have_said_nothing_are_reminded_once_and_the_letters_can_be_stopped()
    {
        await using var app = await AppUnderTest.Start();
        await Asked(app, Cast.MemberOfAlnas, Cast.GroupLeader);
        var page = await app.Today(Cast.AssociationChair);
        page.Waits("#veckan").ShouldBe(["Två har inte svarat om Samtal om skolan"]);

        page = await page.Submit("Påminn två: Två har inte svarat om Samtal om skolan");

        page.Waits().ShouldBeEmpty();
        (await page.Submit("Ångra")).Waits().Count.ShouldBe(1);
        await app.Post();
        app.Post.HandedOver.ShouldBeEmpty();
        (await app.Read(db => db.GatheringInvitations.SumAsync(i => i.Reminders))).ShouldBe(0);
        page = await app.Today(Cast.AssociationChair);
        await page.Submit("Påminn två: Två har inte svarat om Samtal om skolan");
        await app.Post();
        app.Post.HandedOver.Select(l => l.Address).ShouldBe([Cast.MemberOfAlnas.Email, Cast.GroupLeader.Email], ignoreOrder: true);
        (await app.Today(Cast.AssociationChair)).Waits().ShouldBeEmpty(); // they have time to answer
    }

    [Fact]
    public async Task Who_has_answered_or_has_no_address_is_not_waited_for()
    {
        await using var app = await AppUnderTest.Start();
        await Asked(app, Cast.MemberOfAlnas, Cast.GroupLeader);
        await app.Write(async db =>
        {
            (await db.GatheringInvitations.SingleAsync(i => i.PersonId == Cast.MemberOfAlnas.Id)).Says(InvitedAnswer.Maybe, FakeTime.Start);
            (await db.People.SingleAsync(p => p.Id == Cast.GroupLeader.Id)).ReachFirst(Verksam.Features.People.Reach.WayKind.Email, null);
        });

        (await app.Today(Cast.AssociationChair)).Waits().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_for_a_seat_waits_for_those_who_arrange()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await app.Write(async db => (await db.Gatherings.SingleAsync()).HasRoomFor(1));
        await app.Work<Seating>(s => s.SignUp(gathering.Id, Cast.GroupLeader.Id, new Wish()));
        (await app.Today(Cast.AssociationChair)).Waits().ShouldBeEmpty();

        await app.Work<Seating>(s => s.SignUp(gathering.Id, Cast.MemberOfAlnas.Id, new Wish()));

        (await app.Today(Cast.AssociationChair)).Waits("#veckan").ShouldBe(["En väntar på plats till Samtal om skolan"]);
    }

    [Fact]
    public async Task What_another_unit_arranges_and_what_one_may_not_change_is_nobody_elses()
    {
        await using var app = await AppUnderTest.Start();
        await Arranged.In(app, Cast.Stora, days: 2, published: false);
        var stand = await Stands.At(app, Cast.Alnas, days: 1);
        var shift = (await app.Shifts(stand))[0];

        (await app.Today(Cast.MemberOfAlnas)).Waits().ShouldBeEmpty();
        (await app.Today(Cast.MemberOfStora)).Waits().ShouldBeEmpty();
        (await app.Today(Cast.AssociationChair)).Waits().ShouldBe(["En plats är ledig på passen: Bokbord på torget"]);
        (await app.Today(Cast.DistrictChair)).Waits().ShouldBeEmpty(); // Alnäs has its own chair
        (await app.Today(Cast.Ombudsman)).Waits().ShouldBe(["Släpp ut Samtal om skolan"]); // is asked about it
        foreach (var key in new[] { $"pass-{shift}", $"aktivitet-{stand.Id}", "pass-nonsens", "nonsens", "" })
        {
            var lena = await app.As(Cast.MemberOfAlnas);
            var token = (await lena.Open("/konto")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var handler in new[] { "", "?handler=Back" })
                (await lena.Post("/idag" + handler, new FormUrlEncodedContent([new("sak", key), new("__RequestVerificationToken", token)]))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
        (await app.Read(db => db.ShiftPlaces.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_day_holds_what_one_stands_on_and_comes_to_and_others_have_theirs()
    {
        await using var app = await AppUnderTest.Start();
        await Stands.At(app, Cast.Alnas, days: 0, title: "Bokbord i dag");
        var evening = await Arranged.In(app, Cast.Alnas, days: 0);
        var later = await Arranged.In(app, Cast.Alnas, days: 3);
        app.Clock.Advance(TimeSpan.FromMinutes(-30));
        await app.Work<Seating>(s => s.SignUp(evening.Id, Cast.AssociationChair.Id, new Wish()));

        var page = await app.Today(Cast.AssociationChair);

        page.Html.QuerySelectorAll("[aria-labelledby=dag-h] li b").Select(b => b.TextContent).ShouldBe(["Bokbord i dag", "Samtal om skolan"]);
        page.Html.QuerySelectorAll("#andras a").Select(a => a.GetAttribute("href")).ShouldContain(later.Url());
        (await app.Today(Cast.MemberOfAlnas)).Text.ShouldContain("Inget är inbokat i dag.");
    }

    [Fact]
    public async Task However_much_waits_it_is_as_many_questions()
    {
        await using var app = await AppUnderTest.Start();
        await Stands.At(app, Cast.Alnas, days: 3);
        await Arranged.In(app, Cast.Alnas, days: 4, published: false);
        var birgitta = await app.As(Cast.AssociationChair);
        await birgitta.Open("/idag");
        var few = await app.Queries.During(() => birgitta.Open("/idag"));

        for (var days = 5; days < 12; days++)
        {
            await Stands.At(app, Cast.Alnas, days: days, shifts: 3);
            await Arranged.In(app, Cast.Alnas, days: days, published: false);
        }

        await birgitta.Open("/idag"); // who one is is asked anew after a save
        (await app.Queries.During(() => birgitta.Open("/idag"))).ShouldBe(few);
        (await birgitta.Open("/idag")).Text.ShouldContain("Visa alla");
        (await birgitta.Open("/idag?visa=allt")).Waits().Count.ShouldBe(16);
    }

    private static async Task Asked(AppUnderTest app, params Someone[] whom)
    {
        var gathering = await Arranged.In(app, Cast.Alnas);
        await app.Write(async db =>
        {
            (await db.Gatherings.SingleAsync()).IsAskedAbout(Cast.AssociationChair.Id);
            foreach (var who in whom)
            {
                var invited = new GatheringInvitation(gathering.Id, who.Id, Cast.AssociationChair.Id, FakeTime.Start.AddDays(-5));
                await using var scope = app.Services.CreateAsyncScope();
                var (print, secret) = scope.ServiceProvider.GetRequiredService<SecretLinks>().New();
                invited.HasLink(print, secret);
                db.Add(invited);
            }
        });
    }
}
