using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Reach;
using Verksam.Kernel.Audit;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Calling;

/// <summary>One calls, one person at a time.</summary>
public sealed class CallPageTests
{
    [Fact]
    public async Task A_caller_gets_one_person_with_name_number_and_words_and_the_opening_is_noted()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.Alnas);
        var ahmed = await app.As(Cast.MemberOfStora);

        var page = await ahmed.Begin(list);

        page.Heading.ShouldBeOneOf("Birgitta", "Yusuf", "Lena");
        page.Text.ShouldContain("Vi bjuder in till vårmötet.");
        page.Text.ShouldContain($"Hej {page.Heading}, jag heter Ahmed.");
        page.Html.QuerySelectorAll("a[href^='tel:']").Length.ShouldBe(1);
        (await app.Read(db => db.Audit.CountAsync(e => e.Kind == AuditKind.Read && e.What == nameof(Person) && e.By == Cast.MemberOfStora.Id.Value))).ShouldBe(1);
    }

    [Fact]
    public async Task Everybody_is_called_once_and_nobody_calls_oneself()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.Alnas);

        (await (await app.As(Cast.MemberOfAlnas)).CallAll(list, CallOutcome.Reached)).Order().ShouldBe(["Birgitta", "Yusuf"]);
        (await (await app.As(Cast.MemberOfStora)).CallAll(list, CallOutcome.Reached)).ShouldBe(["Lena"]);
        (await app.Calls()).ShouldBe(3);
    }

    [Fact]
    public async Task Two_who_call_at_the_same_time_never_have_the_same_person()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.District);
        var callers = new[] { await app.As(Cast.MemberOfAlnas), await app.As(Cast.MemberOfStora), await app.As(Cast.Ombudsman), await app.As(Cast.DistrictChair) };
        var pages = await Task.WhenAll(callers.Select(c => c.Open(list.Ring())));
        for (var round = 0; round < 3; round++)
        {
            pages = await Task.WhenAll(pages.Select(p => p.Submit(round == 0 ? "Visa den första" : "Hoppa över")));
            var shown = pages.Select(p => p.Heading).ToList();
            shown.ShouldBeUnique();
        }
        (await app.Read(db => db.CallLeases.CountAsync())).ShouldBe(4);
    }

    [Fact]
    public async Task Whoever_is_left_on_a_screen_is_free_after_a_quarter_of_an_hour()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.Stora);
        var lena = await app.As(Cast.MemberOfAlnas);
        (await lena.Begin(list)).Heading.ShouldBe("Ahmed");

        (await (await app.As(Cast.Ombudsman)).Begin(list)).Html.QuerySelector("[data-call]").ShouldBeNull();
        app.Clock.Advance(CallLease.Lasts);

        (await (await app.As(Cast.Ombudsman)).Begin(list)).Heading.ShouldBe("Ahmed");
    }

    [Fact]
    public async Task Who_was_never_tried_comes_first_then_those_who_asked_for_the_time_then_the_oldest_try()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.Alnas);
        var ahmed = await app.As(Cast.MemberOfStora);
        var page = await ahmed.Begin(list);
        var first = page.Heading;
        page = await page.Tell(CallOutcome.NoAnswer);
        var second = page.Heading;
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        page = await page.Tell(CallOutcome.CallBack, f => f["Told.CallBack"] = "2026-03-10T15:00");
        var third = page.Heading;
        await page.Submit("Hoppa över");

        app.Clock.Advance(TimeSpan.FromHours(3)); // twelve and a half: nobody but the third may be called
        (await ahmed.CallAll(list, CallOutcome.Reached)).ShouldBe([third]);
        app.Clock.Advance(TimeSpan.FromHours(3)); // half past three
        (await ahmed.CallAll(list, CallOutcome.Reached)).ShouldBe([second, first]);
    }

    [Fact]
    public async Task Whoever_has_had_a_talk_on_any_list_is_left_in_peace_for_a_time()
    {
        await using var app = await AppUnderTest.Start();
        var ahmed = await app.As(Cast.MemberOfStora);
        await ahmed.CallAll(await Lists.Open(app, Cast.Alnas), CallOutcome.Reached);
        var other = await Lists.Open(app, Cast.Alnas);

        (await ahmed.CallAll(other, CallOutcome.Reached)).ShouldBeEmpty();
        app.Clock.Advance(TimeSpan.FromDays(14) + TimeSpan.FromMinutes(1));
        (await ahmed.CallAll(other, CallOutcome.Reached)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Nobody_who_asked_for_peace_is_protected_or_has_no_number_is_called()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.Alnas);
        await app.Write(async db =>
        {
            (await db.People.SingleAsync(p => p.Id == Cast.AssociationChair.Id)).Prefers(null, ReachWish.None, doNotCall: true);
            (await db.People.SingleAsync(p => p.Id == Cast.GroupLeader.Id)).ReachFirst(WayKind.Phone, null);
            db.Add((await db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id)).Seal("Skyddad person", [], FakeTime.Start));
        });

        (await (await app.As(Cast.MemberOfStora)).CallAll(list, CallOutcome.Reached)).ShouldBeEmpty();
        var said = (await (await app.As(Cast.Ombudsman)).Open($"/ringlistor/{list.Id}")).Text;
        said.ShouldContain("Tre ringer ni inte");
        said.ShouldContain("En vill inte bli ringd");
        said.ShouldContain("En har inget nummer");
        said.ShouldContain("En har skyddade uppgifter");
    }

    [Fact]
    public async Task A_wrong_number_is_known_as_wrong_and_undone_it_is_not()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.Stora, l => l.Pace(14, 3, 20));
        var lena = await app.As(Cast.MemberOfAlnas);

        var page = await (await lena.Begin(list)).Tell(CallOutcome.WrongNumber);
        (await State(app)).ShouldBe(WayState.Wrong);
        (await lena.Begin(list)).Html.QuerySelector("[data-call]").ShouldBeNull();

        page = await page.Submit("Ångra");
        page.Text.ShouldContain("Ångrat. Här är personen igen.");
        page.Heading.ShouldBe("Ahmed");
        (await State(app)).ShouldBe(WayState.Untried);
        (await app.Calls()).ShouldBe(0);

        await page.Tell(CallOutcome.Reached);
        (await State(app)).ShouldBe(WayState.Works);
        (await app.Read(db => db.Calls.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_asks_not_to_be_called_again_is_not_on_any_list()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.Stora);
        var lena = await app.As(Cast.MemberOfAlnas);

        var page = await (await lena.Begin(list)).Tell(CallOutcome.DoesNotWant, f => f["Told.Peace"] = "true");
        (await app.Read(db => db.People.AnyAsync(p => p.Id == Cast.MemberOfStora.Id && p.DoNotCall))).ShouldBeTrue();

        await page.Submit("Ångra");
        (await app.Read(db => db.People.AnyAsync(p => p.Id == Cast.MemberOfStora.Id && p.DoNotCall))).ShouldBeFalse();
    }

    [Fact]
    public async Task After_so_many_tries_one_gives_up()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.Stora, l => l.Pace(14, 2, 20));
        var lena = await app.As(Cast.MemberOfAlnas);
        for (var tries = 0; tries < 2; tries++)
        {
            (await lena.CallAll(list, CallOutcome.NoAnswer)).ShouldBe(["Ahmed"]);
            app.Clock.Advance(TimeSpan.FromHours(5));
        }

        (await lena.CallAll(list, CallOutcome.NoAnswer)).ShouldBeEmpty();
        (await (await app.As(Cast.Ombudsman)).Open($"/ringlistor/{list.Id}")).Text.ShouldContain("En svarade aldrig, efter 2 försök");
    }

    [Fact]
    public async Task Whoever_joins_the_choice_comes_onto_the_list_and_whoever_leaves_falls_off()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.Stora);
        await app.Write(async db =>
        {
            db.Add(new Verksam.Features.People.Belonging.Relation(Cast.Stranger.Id, Verksam.Features.People.Belonging.RelationKind.Member, Cast.Stora.Id, FakeTime.Today));
            await Cast.MemberOfStora.Leaves(db, FakeTime.Today.AddDays(-1));
        });

        (await (await app.As(Cast.MemberOfAlnas)).CallAll(list, CallOutcome.Reached)).ShouldBe(["Maja"]);
    }

    [Fact]
    public async Task Nothing_chosen_is_said_and_what_was_written_stays()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.Stora);
        var page = await (await app.As(Cast.MemberOfAlnas)).Begin(list);

        page = await page.Submit("Spara och visa nästa", f => f["Told.Note"] = "Har släpvagn.");

        page.Errors.ShouldBe(["Välj hur det gick."]);
        page.Html.QuerySelector("textarea")!.TextContent.ShouldBe("Har släpvagn.");
        (await page.Submit("Spara och visa nästa", f => f.Forge("Told.Outcome", "77"))).Errors.Count.ShouldBe(1);
        (await app.Calls()).ShouldBe(0);
    }

    [Theory]
    [InlineData("tolv")]
    [InlineData("99999999999999999999999")]
    public async Task What_is_no_number_is_refused_at_the_field_and_stays_there(string written)
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.Stora);
        var question = await Lists.AskNumber(app, list);
        var page = await (await app.As(Cast.MemberOfAlnas)).Begin(list);

        page = await page.Tell(CallOutcome.Reached, f => f[question.Field()] = written);

        page.Errors.ShouldBe(["Skriv svaret som ett tal med siffror, högst nio."]);
        var field = page.Html.QuerySelector(page.Html.QuerySelector(".errors a")!.GetAttribute("href")!)!;
        (field.GetAttribute("value"), field.GetAttribute("aria-invalid")).ShouldBe((written, "true"));
        (await app.Calls()).ShouldBe(0);
        await page.Tell(CallOutcome.NoAnswer); // then it was never asked
        (await app.Calls()).ShouldBe(1);
        (await app.Read(db => db.CallAnswers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Numbers_are_told_together_and_in_the_middle_and_what_is_none_apart()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.Alnas);
        var question = await Lists.AskNumber(app, list);
        var page = await (await app.As(Cast.MemberOfStora)).Begin(list);
        foreach (var said in new[] { "1 000", "1,5" })
            page = await page.Tell(CallOutcome.Reached, f => f[question.Field()] = said);
        await app.Write(async db => db.Add(new CallAnswer(await db.Calls.FirstAsync(), question.Id, "tolv"))); // taken in before it was refused

        (await (await app.As(Cast.Ombudsman)).Open($"/ringlistor/{list.Id}")).Text.ShouldContain("Tre svar. Tillsammans 1001,5. I snitt 500,75. Ett är inget tal och räknas inte.");
    }

    [Fact]
    public async Task A_list_that_is_opened_to_nobody_says_so_with_a_way_to_choose_them()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.Alnas, l => l.Close(FakeTime.Start));
        await app.Read(db => db.Callers.ExecuteDeleteAsync());

        var page = await (await (await app.As(Cast.Ombudsman)).Open($"/ringlistor/{list.Id}")).Submit("Öppna igen");

        page.Text.ShouldContain("”Vårkampanjen” är öppen. Ingen är vald att ringa än, så ingen ser den.");
        (await page.Follow("Välj vilka som ringer")).Heading.ShouldBe("De som ringer");
        await app.Write(async db => (await db.CallLists.SingleAsync()).LetMembersCall(true));
        (await (await app.As(Cast.Ombudsman)).Open($"/ringlistor/{list.Id}")).Text.ShouldNotContain("Ingen ringer än");
    }

    [Fact]
    public async Task Only_those_who_are_named_call_unless_members_may_and_say_yes()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.Alnas);
        var yusuf = await app.As(Cast.GroupLeader);
        (await yusuf.Get(list.Ring())).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await app.Write(async db => (await db.CallLists.SingleAsync(l => l.Id == list.Id)).LetMembersCall(true));
        var page = await yusuf.Open("/min-sida");
        page.Text.ShouldContain("Vårkampanjen");
        page = await (await page.Follow("Vill du ringa?")).Submit("Jag vill ringa");
        (await page.Submit("Visa den första")).Html.QuerySelector("[data-call]").ShouldNotBeNull();

        (await (await app.As(Cast.Stranger)).Get(list.Ring())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_list_that_is_a_draft_closed_or_over_is_nobodys_to_call()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.Alnas, l => l.Lasts(FakeTime.Today, FakeTime.Today));
        var lena = await app.As(Cast.MemberOfAlnas);
        (await lena.Get(list.Ring())).StatusCode.ShouldBe(HttpStatusCode.OK);

        app.Clock.Advance(TimeSpan.FromDays(1));
        (await lena.Get(list.Ring())).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<WayState> State(AppUnderTest app) =>
        app.Read(db => db.Ways.Where(w => w.PersonId == Cast.MemberOfStora.Id && w.Kind == WayKind.Phone).Select(w => w.State).SingleAsync());
}
