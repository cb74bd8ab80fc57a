using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Inviting;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Segments;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>Members are asked to come, answer by the link of the letter, and those who arrange see how it stands with each.</summary>
public sealed class InvitingTests
{
    [Fact]
    public async Task The_members_of_the_unit_are_asked_once_and_answer_without_signing_in()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var birgitta = await app.As(Cast.AssociationChair);
        var page = await (await (await birgitta.Open(gathering.Url())).Follow("Bjud in")).Submit("Bjud in dem");
        var invited = await app.Read(db => db.GatheringInvitations.CountAsync());
        invited.ShouldBeGreaterThan(0);
        (await page.Submit("Bjud in dem")).Errors.ShouldBe(["Det finns ingen mer att bjuda in där."]);
        (await app.Read(db => db.GatheringInvitations.Select(i => i.PersonId).ToListAsync())).ShouldContain(Cast.MemberOfAlnas.Id);
        (await app.Read(db => db.GatheringInvitations.AnyAsync(i => i.PersonId == Cast.MemberOfStora.Id))).ShouldBeFalse();
        var link = await Link(app, Cast.MemberOfAlnas.Email!);

        var letter = await app.Anybody().Open(link);
        letter.Answer.Headers.SetCookies().ShouldBeEmpty();
        (await app.Read(db => db.GatheringInvitations.AnyAsync(i => i.OpenedAt != null))).ShouldBeFalse(); // fetched by a program
        (await app.Anybody().Post(link + "?handler=Opened")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await birgitta.Open(gathering.Url() + "/inbjudna")).Text.ShouldContain("Har öppnat sidan");
        (await letter.Submit("Kanske")).Text.ShouldContain("Du svarade kanske");
        (await letter.Submit("Ja, jag kommer")).Text.ShouldContain("Du kommer");
        (await app.Read(db => db.SignUps.SingleAsync())).PersonId.ShouldBe(Cast.MemberOfAlnas.Id);
        (await birgitta.Open(gathering.Url() + "/inbjudna")).Text.ShouldContain("Kommer1 Lena Lund");
        (await letter.Submit("Nej tack")).Text.ShouldContain("Du svarade nej");

        (await app.Read(db => db.SignUps.SingleAsync())).State.ShouldBe(SignUpState.Left);
    }

    [Fact]
    public async Task Only_those_who_have_not_answered_are_reminded()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var birgitta = await app.As(Cast.AssociationChair);
        var page = await (await birgitta.Open(gathering.Url() + "/inbjudna")).Submit("Bjud in dem");
        await (await app.Anybody().Open(await Link(app, Cast.MemberOfAlnas.Email!))).Submit("Nej tack");

        await (await birgitta.Open(page.Url)).Submit("Påminn dem som inte har svarat");
        app.Clock.Advance(InvitingDesk.Pause);
        await app.SendLetters();

        var reminded = app.Post.HandedOver.Where(l => l.Subject == "Kommer du? Samtal om skolan").Select(l => l.Address).ToList();
        reminded.ShouldNotBeEmpty();
        reminded.ShouldNotContain(Cast.MemberOfAlnas.Email);
    }

    [Fact]
    public async Task What_was_cancelled_or_has_been_takes_no_answer_and_a_link_that_is_none_opens_nothing()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await (await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/inbjudna")).Submit("Bjud in dem");
        var link = await Link(app, Cast.MemberOfAlnas.Email!);
        app.Clock.Advance(TimeSpan.FromDays(8));

        (await app.Anybody().Open(link)).Buttons.ShouldBeEmpty();
        await app.Anybody().Post(link + "?handler=Yes");
        foreach (var act in new[] { "Yes", "Maybe", "No", "Opened" })
            (await app.Anybody().Post("/inbjudan/ingen?handler=" + act)).StatusCode.ShouldBe(HttpStatusCode.Gone);

        (await app.Read(db => db.SignUps.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Who_may_not_arrange_may_not_ask_or_read()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);

        (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url() + "/inbjudna")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task How_it_stands_with_each_is_seen_and_who_has_no_address_is_to_be_rung()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.District);
        var nils = Person.Welcome("Nils Utanpost", null, "070-174 06 99", Cast.Alnas.Id);
        var belongs = new BelongingOf(nils, []);
        belongs.Become(RelationKind.Member, Cast.Alnas.Id, FakeTime.Today.AddYears(-1), FakeTime.Today, null, out _, out _);
        await app.Write(db => { db.Add(nils); db.AddRange(belongs.History); return Task.CompletedTask; });
        var tove = await app.As(Cast.Ombudsman);
        await (await tove.Open(gathering.Url() + "/inbjudna")).Submit("Bjud in dem");
        foreach (var (who, answer) in new[] { (Cast.GroupLeader, "Kanske"), (Cast.MemberOfAlnas, "Nej tack"), (Cast.AssociationChair, "Ja, jag kommer"), (Cast.MemberOfStora, "Ja, jag kommer") })
            await (await app.Anybody().Open(await Link(app, who.Email!))).Submit(answer);
        await app.Work<Seating>(async s => (await s.Leave(await app.Read(db => db.SignUps.SingleAsync(o => o.PersonId == Cast.MemberOfStora.Id)))).ShouldBeNull());

        var page = await tove.Open(gathering.Url() + "/inbjudna");

        foreach (var (state, name) in new[] { ("Saknar e-post, ring", "Nils Utanpost070-174 06 99"), ("Kanske", "Yusuf Demir"), ("Kommer", "Birgitta Åman"), ("Sa ja, men kan inte längre", "Ahmed Nilsson"), ("Kommer inte", "Lena Lund") })
            page.Html.QuerySelectorAll("section").Single(s => s.QuerySelector("h2")?.TextContent == state).QuerySelectorAll("li").Select(li => li.TextContent.Trim()).ShouldBe([name]);
        page.Html.QuerySelectorAll("section").Single(s => s.QuerySelector("h2")?.TextContent == "Har inte öppnat brevet").TextContent.ShouldContain("Ragnar Ek");
    }

    [Fact]
    public async Task Those_it_is_for_are_asked_unless_others_are_chosen()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.District);
        await IsFor(app, gathering, Audience.Assignment);
        var tove = await app.As(Cast.Ombudsman);

        var page = await (await tove.Open(gathering.Url() + "/inbjudna")).Submit("Bjud in dem");

        (await Asked(app)).ShouldBe([Cast.GroupLeader.Id]);
        page.Text.ShouldContain("Har inte öppnat brevet1 Yusuf Demir");
        await page.Submit("Bjud in dem", f => f["vilka"] = "medlemmar");
        (await Asked(app)).ShouldContain(Cast.MemberOfStora.Id);
    }

    [Fact]
    public async Task A_segment_is_asked_and_nobody_whom_one_may_not_see()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await IsFor(app, gathering, Audience.Segment, "1.alla(namn:Lund)");
        var birgitta = await app.As(Cast.AssociationChair);

        await (await birgitta.Open(gathering.Url() + "/inbjudna")).Submit("Bjud in dem");

        (await Asked(app)).ShouldBe([Cast.MemberOfAlnas.Id]);
        var another = new Segment(Cast.Stora.Id, Cast.Ombudsman.Id, "Storås", SegmentText.Read("1.alla(epost)"));
        await app.Write(db => Task.FromResult(db.Add(another)));
        (await (await birgitta.Open(gathering.Url() + "/inbjudna")).Submit("Bjud in dem", f => f.Forge("vilka", another.Id.ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task IsFor(AppUnderTest app, Gathering gathering, Audience audience, string segment = "1.alla()") => app.Write(async db =>
    {
        var people = new Segment(Cast.District.Id, Cast.Ombudsman.Id, "De utvalda", SegmentText.Read(segment));
        db.Add(people);
        var leader = await db.Roles.Where(r => r.Code == StandardRoles.GroupLeader).Select(r => r.Id).SingleAsync();
        (await db.Gatherings.SingleAsync(g => g.Id == gathering.Id)).IsFor(audience, people.Id, leader).ShouldBeNull();
    });

    private static Task<List<Id<Person>>> Asked(AppUnderTest app) => app.Read(db => db.GatheringInvitations.Select(i => i.PersonId).ToListAsync());

    private static async Task<string> Link(AppUnderTest app, string address)
    {
        app.Clock.Advance(InvitingDesk.Pause);
        await app.SendLetters();
        var text = app.Post.HandedOver.Last(l => l.Address == address && l.Subject == "Inbjudan: Samtal om skolan").Text;
        return text[text.IndexOf("/inbjudan/", StringComparison.Ordinal)..].Split('\n')[0];
    }
}
