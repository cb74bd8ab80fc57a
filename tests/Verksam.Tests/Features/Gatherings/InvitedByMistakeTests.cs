using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings.Inviting;
using Verksam.Features.People;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Welcome;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>Hundreds are asked at one press: who they are is said, it can be taken back, and those who want to be left in peace are.</summary>
public sealed class InvitedByMistakeTests
{
    [Fact]
    public async Task Letters_wait_and_until_they_leave_the_invitations_can_be_taken_back()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var birgitta = await app.As(Cast.AssociationChair);

        var page = await (await birgitta.Open(gathering.Url() + "/inbjudna")).Submit("Bjud in dem");
        page.Text.ShouldContain("brev går klockan 09.35. Till dess kan du ångra.");
        await app.SendLetters();
        app.Post.HandedOver.ShouldBeEmpty();
        (await page.Submit("Ångra")).Text.ShouldContain("återtag");

        (await Asked(app)).ShouldBeEmpty();
        app.Clock.Advance(InvitingDesk.Pause);
        await app.SendLetters();
        app.Post.HandedOver.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_has_left_stays_sent()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var page = await (await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/inbjudna")).Submit("Bjud in dem");
        app.Clock.Advance(InvitingDesk.Pause);
        await app.SendLetters();

        (await page.Submit("Ångra")).Text.ShouldContain("Breven har redan gått.");

        (await Asked(app)).ShouldContain(Cast.MemberOfAlnas.Id);
    }

    [Fact]
    public async Task A_reminder_is_taken_back_and_the_invitation_stands()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var page = await (await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/inbjudna")).Submit("Bjud in dem");
        app.Clock.Advance(InvitingDesk.Pause);
        await app.SendLetters();
        var sent = app.Post.HandedOver.Count;

        page = await page.Submit("Påminn dem som inte har svarat");
        await page.Submit("Ångra");
        app.Clock.Advance(InvitingDesk.Pause);
        await app.SendLetters();

        app.Post.HandedOver.Count.ShouldBe(sent);
        (await app.Read(db => db.GatheringInvitations.AllAsync(i => i.Reminders == 0))).ShouldBeTrue();
        (await Asked(app)).ShouldContain(Cast.MemberOfAlnas.Id);
    }

    [Fact]
    public async Task Who_does_not_want_to_be_contacted_is_left_out_unless_it_is_a_notice()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await Welcomed(app, (of, _) => of.Tell(CallOutcome.DoesNotWant, Cast.Ombudsman.Id, null, FakeTime.Start, out var _).ShouldBeNull());
        var birgitta = await app.As(Cast.AssociationChair);

        var page = await (await birgitta.Open(gathering.Url() + "/inbjudna")).Submit("Bjud in dem");
        page.Text.ShouldContain("En som inte vill bli kontaktad är inte med.");
        (await Asked(app)).ShouldNotContain(Cast.MemberOfAlnas.Id);
        await page.Submit("Bjud in dem", f => f.Tick("aven", "true"));

        (await Asked(app)).ShouldContain(Cast.MemberOfAlnas.Id);
    }

    [Fact]
    public async Task Who_was_asked_to_the_same_when_they_were_welcomed_gets_no_second_letter()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await Welcomed(app, (of, db) => db.Add(new WelcomeInvitation(of, new Invite(gathering.Title, "onsdag", "Folkets hus"), Cast.Ombudsman.Id, FakeTime.Start)));

        await (await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/inbjudna")).Submit("Bjud in dem");

        (await Asked(app)).ShouldNotContain(Cast.MemberOfAlnas.Id);
    }

    [Fact]
    public async Task It_stands_on_the_persons_page_for_those_who_may_write_there_and_nobody_takes_back_elsewhere()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await (await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/inbjudna")).Submit("Bjud in dem");
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        (await (await app.As(Cast.Ombudsman)).Open($"/manniskor/{Cast.MemberOfAlnas.Id}")).Text.ShouldContain("Inbjuden till Samtal om skolan");
        (await (await app.As(Cast.GroupLeader)).Open($"/manniskor/{Cast.MemberOfAlnas.Id}")).Text.ShouldNotContain("Inbjuden till");
        (await (await app.As(Cast.MemberOfAlnas)).Post(gathering.Url() + "/inbjudna?handler=TakeBack")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task Welcomed(AppUnderTest app, Action<WelcomeCase, AppDb> how) => app.Write(db =>
    {
        var of = WelcomeCase.RaisedHand(Cast.MemberOfAlnas.Id, Cast.Alnas.Id, null, FakeTime.Today, 7);
        db.Add(of);
        how(of, db);
        return Task.CompletedTask;
    });

    private static Task<List<Id<Person>>> Asked(AppUnderTest app) => app.Read(db => db.GatheringInvitations.Select(i => i.PersonId).ToListAsync());
}
