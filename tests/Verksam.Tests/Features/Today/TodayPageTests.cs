using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.Accounts;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Import;
using Verksam.Features.People.Reach;
using Verksam.Features.Planning.Amending;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Deciding;
using Verksam.Features.Today;
using Verksam.Kernel;
using Verksam.Kernel.Files;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;
using Verksam.Kernel.Waiting;
using Verksam.PlanReading;
using Verksam.Tests.Features.Gatherings.Shifts;
using Verksam.Tests.Features.People.Welcome;
using Verksam.Tests.Features.Planning;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Today;

/// <summary>What waits of people, the plan and the program: who gets it, and when it goes.</summary>
public sealed class TodayPageTests
{
    [Fact]
    public async Task Somebody_new_waits_for_the_contact_person_and_when_it_is_late_for_those_who_lead_too()
    {
        await using var app = await AppUnderTest.Start();
        await Newcomers.Choose(app, Cast.MemberOfAlnas);
        await Newcomers.Join(app, since: FakeTime.Today.AddDays(-3));
        await Newcomers.Settle(app);

        (await app.Today(Cast.MemberOfAlnas)).Waits("#veckan").ShouldBe(["Ring Ronja Kallvik"]);
        (await app.Today(Cast.AssociationChair)).Waits().ShouldBeEmpty();
        (await app.Today(Cast.MemberOfStora)).Waits().ShouldBeEmpty();
        await Newcomers.Morning(app, FakeTime.Today.AddDays(9));

        var (lena, birgitta) = (await (await app.Anew(Cast.MemberOfAlnas)).Open("/idag"), await (await app.Anew(Cast.AssociationChair)).Open("/idag"));
        lena.Waits("#i-dag").ShouldBe(["Ring Ronja Kallvik"]);
        lena.Text.ShouldContain("Har väntat tolv dagar på att du hör av dig.");
        birgitta.Waits("#i-dag").ShouldBe(["En ny har väntat för länge"]);
        birgitta.Text.ShouldContain("Lena Lund skulle ha ringt.");
        await (await lena.Follow("Börja ringa: Ring Ronja Kallvik")).Submit("Vi pratade");
        (await (await app.Anew(Cast.AssociationChair)).Open("/idag")).Waits().ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_new_whom_nobody_has_waits_for_those_who_can_give_them_somebody()
    {
        await using var app = await AppUnderTest.Start();
        await Newcomers.Join(app, Cast.Stora);
        await app.Write(async db => db.WelcomeCases.Add(Verksam.Features.People.Welcome.WelcomeCase.Joined(await db.Relations.OrderByDescending(r => r.From).FirstAsync(r => r.UnitId == Cast.Stora.Id), FakeTime.Today, 7)));

        (await app.Today(Cast.Ombudsman)).Waits().ShouldBe(["En ny har ingen kontaktperson"]);
        (await app.Today(Cast.AssociationChair)).Waits().ShouldBeEmpty();
        (await app.Today(Cast.GroupLeader)).Waits().ShouldBeEmpty(); // sees people, and gives nobody
    }

    [Fact]
    public async Task What_one_carries_waits_for_a_word_and_what_nobody_carries_for_those_who_hand_out()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        foreach (var number in new[] { "1.1", "1.2", "2.1" })
            await Planned.Change(app, number, c => c.HandTo(Cast.GroupLeader.Id, null, null, FakeTime.Start));
        await Planned.Change(app, "2.1", c => c.Report(Cast.GroupLeader.Id, "Båten är full", null, Status.Late, null, FakeTime.Start, out _));
        await Planned.Change(app, "1.2", c => c.Report(Cast.GroupLeader.Id, "Kyrkan är bokad", null, Status.OnTrack, null, FakeTime.Start, out _));

        var yusuf = await app.Today(Cast.GroupLeader);

        yusuf.Waits("#i-dag").ShouldBe(["Säg hur det går med 2.1"]);
        yusuf.Waits("#veckan").ShouldBe(["Säg hur det går med 1.1"]); // 1.2 has its word of this month
        yusuf.Html.QuerySelector(".waiting .decided")!.TextContent.ShouldContain("åka till Åland");
        yusuf.Html.QuerySelectorAll(".waiting a").Select(a => a.GetAttribute("href")).ShouldContain("/planen/2026/2.1#rapportera");
        var tove = await app.Today(Cast.Ombudsman);
        tove.Waits("#i-dag").ShouldBe(["Ett åtagande är försenat i Norrsjö distrikt"]);
        tove.Waits("#veckan").ShouldBe(["Ett åtagande saknar ansvarig i Norrsjö distrikt"]);
        tove.Text.ShouldContain("2.1 Yusuf Demir. Fråga hur det går");
        tove.Html.QuerySelector("#andras")!.TextContent.ShouldContain("Yusuf Demir");
        (await app.Today(Cast.AssociationChair)).Waits().ShouldBeEmpty(); // it is the district's
        (await app.Today(Cast.MemberOfAlnas)).Waits().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_matter_waits_for_the_board_that_meets_and_an_amendment_for_an_answer()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await Planned.Change(app, "1.1", c => c.HandTo(Cast.DistrictChair.Id, null, null, FakeTime.Start));
        var commitment = await Planned.Find(app, "1.1");
        var proposal = await Planned.Proposed(app, unit: Cast.Alnas);
        await app.Write(db =>
        {
            var sitting = new Sitting(commitment.PlanId, "Distriktsstyrelsen", FakeTime.Today.AddDays(1), Cast.Ombudsman.Id, FakeTime.Start);
            var amendment = new Amendment(proposal, 1, new TextRange(0, 5), Cast.MemberOfAlnas.Id, FakeTime.Start);
            amendment.Move("Lena Lund", AmendmentKind.Strike, null, null, "Kören");
            db.AddRange(sitting, Matter.Drop(sitting, commitment, "Kyrkan är stängd.", Cast.Ombudsman.Id, FakeTime.Start), amendment);
            return Task.CompletedTask;
        });

        (await app.Today(Cast.Ombudsman)).Waits().ShouldContain("Ett ärende väntar på Distriktsstyrelsen");
        var birgitta = await app.Today(Cast.AssociationChair);
        birgitta.Waits().ShouldBe(["Ett yrkande väntar på svar"]);
        (await app.Today(Cast.MemberOfStora)).Waits().ShouldBeEmpty();
        await app.Write(async db => (await db.Amendments.SingleAsync()).Advise(Ruling.Rejected, "Nej."));
        (await app.Today(Cast.AssociationChair)).Waits().ShouldBeEmpty();
    }

    [Fact]
    public async Task Addresses_that_letters_come_back_from_wait_for_those_who_write_about_people_there_but_not_who_is_protected()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(async db =>
        {
            foreach (var who in new[] { Cast.MemberOfAlnas, Cast.MemberOfStora })
            {
                var person = await db.People.SingleAsync(p => p.Id == who.Id);
                person.Note(person.WaysOf(WayKind.Email).First(), WayState.Bounces, FakeTime.Today);
            }
        });

        (await app.Today(Cast.Ombudsman)).Waits().ShouldBe(["Brev till två adresser kommer tillbaka"]);
        (await app.Today(Cast.AssociationChair)).Waits().ShouldBe(["Brev till en adress kommer tillbaka"]);
        (await app.Today(Cast.GroupLeader)).Waits().ShouldBeEmpty();
    }

    [Fact]
    public async Task Letters_that_failed_are_for_those_who_look_after_the_program()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db =>
        {
            var letter = new Letter("sign-in", Cast.MemberOfAlnas.Id.Value, FakeTime.Start);
            letter.Fail("550 no such user");
            db.Add(letter);
            return Task.CompletedTask;
        });

        (await app.Today(Cast.Administrator)).Waits().ShouldBe(["Ett brev kom inte fram"]);
        (await app.Today(Cast.Ombudsman)).Waits().ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_was_let_in_and_never_came_waits_when_the_invitation_has_run_out()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(async db =>
        {
            var account = await db.Users.SingleAsync(u => u.PersonId == Cast.MemberOfStora.Id);
            account.LastSignIn = null;
            db.SignInTickets.RemoveRange(await db.SignInTickets.Where(t => t.AccountId == account.Id).ToListAsync());
            db.SignInTickets.Add(SignInTicket.Invite(account.Id, FakeTime.Start.AddDays(-9)).Ticket);
        });

        (await app.Today(Cast.Ombudsman)).Waits().ShouldBe(["En har inte tagit sig in"]);
        (await app.Today(Cast.AssociationChair)).Waits().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_whose_evening_is_near_waits_for_callers_and_a_file_for_a_yes()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db =>
        {
            var list = new CallList(Cast.Alnas.Id);
            list.Describe("Ringkväll", "Vi bjuder in.", null);
            list.Lasts(FakeTime.Today.AddDays(1), null);
            list.Open();
            var file = new StoredFile("medlemmar.csv", "text/csv", "0", FakeTime.Start);
            var run = new ImportRun(Cast.Alnas.Id, file, FakeTime.Start.AddDays(-1));
            run.Show("{}", FakeTime.Start);
            db.AddRange(list, file, new FileBytes(file.Id) { Content = [1] }, run);
            return Task.CompletedTask;
        });

        var birgitta = await app.Today(Cast.AssociationChair);

        birgitta.Waits("#i-dag").ShouldBe(["Ingen ringer än: Ringkväll"]);
        birgitta.Waits("#veckan").ShouldBe(["Importen av medlemmar.csv väntar på ett ja"]);
        (await app.Today(Cast.GroupLeader)).Waits().ShouldBeEmpty();
        await app.Write(async db => db.Add(new Caller((await db.CallLists.SingleAsync()).Id, Cast.MemberOfAlnas.Id)));
        (await app.Today(Cast.AssociationChair)).Waits("#i-dag").ShouldBeEmpty();
        (await app.Today(Cast.MemberOfAlnas)).Html.QuerySelector("[aria-labelledby=dag-h]")!.TextContent.ShouldNotContain("Ringkväll"); // it begins tomorrow
    }

    [Fact]
    public async Task The_menu_the_lead_and_the_list_count_the_same_and_no_page_waits_for_it()
    {
        await using var app = await AppUnderTest.Start();
        await Stands.At(app, Cast.Alnas, days: 1);
        await Stands.At(app, Cast.Alnas, days: 9);
        var birgitta = await app.As(Cast.AssociationChair);
        (await birgitta.Open("/oversikt")).Html.QuerySelector(".nav .count").ShouldBeNull();

        var page = await birgitta.Open("/idag");

        page.Waits().Count.ShouldBe(2);
        page.Lead().ShouldBe("Två saker väntar, en går inte att skjuta på.");
        page.Html.QuerySelector(".nav [href='/idag'] .count")!.TextContent.ShouldBe("2 saker väntar");
        (await birgitta.Open("/oversikt")).Html.QuerySelector(".nav .count")!.TextContent.ShouldBe("2 saker väntar");
        (await (await app.As(Cast.MemberOfAlnas)).Open("/idag")).Html.QuerySelector(".nav [href='/idag']").ShouldBeNull(); // for those who have a duty
    }

    [Fact]
    public async Task What_is_older_than_a_minute_is_asked_for_again_once_and_an_hour_later_forgotten()
    {
        var clock = new FakeTime();
        var (counts, me) = (new WaitingCounts(clock), new CurrentUser());
        me.Is(Guid.CreateVersion7(), "Tove", [new Grant("/a/", Permission.Arrange, true, "Ombudsman")], inTwoSteps: false);
        counts.Of(me).ShouldBeNull();
        counts.Put(me, 3);
        counts.Of(me).ShouldBe(3);
        clock.Advance(TimeSpan.FromMinutes(2));
        counts.Of(me).ShouldBe(3);
        counts.Of(me).ShouldBe(3);

        var asked = new List<WaitingCounts.Asked>();
        using var soon = new CancellationTokenSource();
        await foreach (var one in counts.Line(soon.Token).WithCancellation(TestContext.Current.CancellationToken))
        {
            asked.Add(one);
            if (asked.Count == 2) // at the first page, and after a minute: not at each
                break;
        }

        asked.ShouldAllBe(a => a.Person == me.PersonId);
        clock.Advance(TimeSpan.FromHours(2));
        counts.Of(me).ShouldBeNull();
    }

    [Theory]
    [InlineData(2, "Ungefär 5 minuter")]
    [InlineData(38, "Ungefär 40 minuter")]
    [InlineData(59, "Ungefär en timme")]
    [InlineData(75, "Ungefär en timme och en kvart")]
    [InlineData(92, "Ungefär en timme och en halv")]
    [InlineData(120, "Ungefär två timmar")]
    [InlineData(165, "Ungefär två timmar och tre kvart")]
    public void It_is_said_about_how_long_it_takes(int minutes, string said) => new HowLong(new Texts()).Of(minutes).ShouldBe(said);

    [Fact]
    public async Task The_count_is_made_behind_the_page_by_the_rights_of_whoever_looked()
    {
        await using var app = await AppUnderTest.Start();
        await Stands.At(app, Cast.Alnas, days: 1);
        var me = await Me.Of(app, Cast.AssociationChair);

        await app.Work<IServiceProvider>(async services =>
        {
            services.GetRequiredService<CurrentUser>().Is(me.PersonId, me.Name, me.Grants, inTwoSteps: false);
            await services.GetRequiredService<TodayList>().Now();
        });

        app.Services.GetRequiredService<WaitingCounts>().Of(me).ShouldBe(1);
    }
}
