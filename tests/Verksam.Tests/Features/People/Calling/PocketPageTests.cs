using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People;
using Verksam.Features.People.Calling;
using Verksam.Kernel.Audit;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Calling;

/// <summary>A phone keeps some for the evening and sends what came of it when it finds a net: late, twice, in any order.</summary>
public sealed class PocketPageTests
{
    [Fact]
    public async Task A_phone_gets_a_first_name_and_a_number_each_and_nothing_else_of_anybody()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.District, l => l.Pace(14, 3, 4));
        var phone = await Phone.Of(app, Cast.MemberOfAlnas, list);

        var kept = await phone.Take();

        kept.GetArrayLength().ShouldBe(4);
        foreach (var person in kept.EnumerateArray())
            person.EnumerateObject().Select(p => p.Name).ShouldBe(["ticket", "first", "phone", "dial"]);
        var whole = string.Join(' ', kept.EnumerateArray().SelectMany(p => p.EnumerateObject()).Where(p => p.Name != "ticket").Select(p => p.Value.GetString()));
        foreach (var who in Cast.All)
        {
            whole.ShouldNotContain(who.Name.Split(' ')[1]);
            whole.ShouldNotContain(who.Id.ToString());
        }
        (await app.Read(db => db.Audit.CountAsync(e => e.Kind == AuditKind.Read && e.What == nameof(Person) && e.By == Cast.MemberOfAlnas.Id.Value))).ShouldBe(4);
    }

    [Fact]
    public async Task Who_asks_again_gets_a_pocket_anew_and_never_more_than_one()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.District, l => l.Pace(14, 3, 4));
        var phone = await Phone.Of(app, Cast.MemberOfAlnas, list);

        var (first, second) = (await phone.Take(), await phone.Take());

        string[] Firsts(System.Text.Json.JsonElement some) => [.. some.EnumerateArray().Select(p => p.GetProperty("first").GetString()!)];
        Firsts(second).ShouldBe(Firsts(first), ignoreOrder: true);
        (await app.Read(db => db.CallLeases.CountAsync(l => l.IsInPocket))).ShouldBe(4);
        (await phone.Tell(first[0], CallOutcome.NoAnswer)).ShouldBe("Kept"); // what the phone had told before it asked again
    }

    [Fact]
    public async Task Nobody_else_gets_those_for_a_day_and_what_is_told_frees_them()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.Stora);
        var phone = await Phone.Of(app, Cast.MemberOfAlnas, list);
        var kept = await phone.Take();
        var tove = await app.As(Cast.Ombudsman);
        (await tove.CallAll(list, CallOutcome.Reached)).ShouldBeEmpty();

        (await phone.Tell(kept[0], CallOutcome.NoAnswer)).ShouldBe("Kept");
        app.Clock.Advance(TimeSpan.FromHours(5));

        (await tove.CallAll(list, CallOutcome.Reached)).ShouldBe(["Ahmed"]);
    }

    [Fact]
    public async Task The_same_twice_is_once_also_when_both_come_at_the_same_time()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.District);
        var phone = await Phone.Of(app, Cast.MemberOfAlnas, list);
        var kept = await phone.Take();
        var (entry, again) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        (await phone.Tell(kept[0], CallOutcome.Reached, entry)).ShouldBe("Kept");
        (await phone.Tell(kept[0], CallOutcome.Reached, entry)).ShouldBe("Known");
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => phone.Tell(kept[1], CallOutcome.NoAnswer, again)));

        both.Count(said => said == "Known").ShouldBe(3);
        (await app.Calls()).ShouldBe(2);
    }

    [Fact]
    public async Task Out_of_order_the_latest_telling_stands()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.District);
        var phone = await Phone.Of(app, Cast.MemberOfAlnas, list);
        var kept = await phone.Take();
        var entry = Guid.CreateVersion7();

        (await phone.Tell(kept[0], CallOutcome.WantsTo, entry, telling: 3)).ShouldBe("Kept");
        (await phone.Tell(kept[0], CallOutcome.NoAnswer, entry, telling: 2)).ShouldBe("Known");

        (await app.Read(db => db.Calls.Select(c => c.Outcome).SingleAsync())).ShouldBe(CallOutcome.WantsTo);
    }

    [Fact]
    public async Task After_the_list_is_closed_it_is_kept_and_said_also_to_whoever_leads_it()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.District);
        var phone = await Phone.Of(app, Cast.MemberOfAlnas, list);
        var kept = await phone.Take();
        app.Clock.Advance(TimeSpan.FromHours(1));
        var tove = await app.As(Cast.Ombudsman);
        await (await tove.Open($"/ringlistor/{list.Id}")).Submit("Avsluta");
        app.Clock.Advance(TimeSpan.FromHours(1));

        (await phone.Tell(kept[0], CallOutcome.Reached)).ShouldBe("KeptAfterClosing");

        (await tove.Open($"/ringlistor/{list.Id}")).Text.ShouldContain("Ett samtal kom in efter att listan avslutades. Det räknas.");
    }

    [Fact]
    public async Task After_the_lease_is_over_it_is_kept_and_said()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.Stora);
        var phone = await Phone.Of(app, Cast.MemberOfAlnas, list);
        var kept = await phone.Take();
        app.Clock.Advance(CallLease.LastsInPocket);
        await (await app.As(Cast.Ombudsman)).CallAll(list, CallOutcome.NoAnswer);

        (await phone.Tell(kept[0], CallOutcome.Reached)).ShouldBe("KeptAfterLease");

        (await app.Calls()).ShouldBe(2);
    }

    [Fact]
    public async Task What_was_told_hours_ago_is_dated_then_and_a_wrong_clock_is_not_believed()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.District);
        var phone = await Phone.Of(app, Cast.MemberOfAlnas, list);
        var kept = await phone.Take();
        app.Clock.Advance(TimeSpan.FromHours(2));

        await phone.Tell(kept[0], CallOutcome.Reached, at: FakeTime.Start.AddHours(1));
        await phone.Tell(kept[1], CallOutcome.Reached, at: FakeTime.Start.AddYears(3));

        (await app.Read(db => db.Calls.OrderBy(c => c.At).Select(c => c.At).ToListAsync())).ShouldBe([FakeTime.Start.AddHours(1), FakeTime.Start.AddHours(2)]);
    }

    [Fact]
    public async Task Nobody_tells_of_somebody_that_was_given_to_another_or_to_nobody()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.District);
        var kept = await (await Phone.Of(app, Cast.MemberOfAlnas, list)).Take();
        var other = await Phone.Of(app, Cast.MemberOfStora, list);

        (await other.Tell(kept[0], CallOutcome.Reached)).ShouldBe("NotFound");
        (await other.Tell("nonsens", "Reached")).ShouldBe("NotFound");
        var mine = (await other.Take())[0];
        (await other.Tell(mine.GetProperty("ticket").GetString()!, "77")).ShouldBe("NotFound");
        (await app.Calls()).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_is_no_caller_any_more_gets_nobody_but_what_was_told_is_taken_in()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.District);
        var phone = await Phone.Of(app, Cast.MemberOfAlnas, list);
        var kept = await phone.Take();
        var tove = await app.As(Cast.Ombudsman);
        await (await tove.Open($"/ringlistor/{list.Id}/ringare")).Submit("Ta bort", f => f.Forge("person", Cast.MemberOfAlnas.Id.ToString()));

        (await phone.Post("Take")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await phone.Tell(kept[0], CallOutcome.Reached)).ShouldBe("KeptAfterLease");
    }

    [Fact]
    public async Task An_answer_that_is_no_number_is_left_out_and_told_and_the_outcome_is_kept()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.District);
        var question = await Lists.AskNumber(app, list);
        var phone = await Phone.Of(app, Cast.MemberOfAlnas, list);
        var (kept, entry) = (await phone.Take(), Guid.CreateVersion7());

        (await phone.Tell(kept[0], CallOutcome.Reached, entry, more: (question.Field(), "tolv"))).ShouldBe("Kept");
        phone.Answer.GetProperty("unread").GetString().ShouldBe("Svaret ”tolv” på frågan ”Hur många kommer?” är inget tal, så det är inte med.");
        (await phone.Tell(kept[0], CallOutcome.Reached, entry, more: (question.Field(), "tolv"))).ShouldBe("Known");
        phone.Answer.GetProperty("unread").GetString().ShouldNotBeEmpty(); // the first answer may never have come back

        (await app.Calls()).ShouldBe(1);
        (await app.Read(db => db.CallAnswers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_sent_later_moves_on_to_the_next_only_when_the_caller_was_done()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.Alnas);
        var ahmed = await app.As(Cast.MemberOfStora);
        var page = await ahmed.Begin(list);
        var (first, phone) = (page.Heading, await Phone.Of(app, Cast.MemberOfStora, list));
        var (ticket, entry) = (Value(page, "Ticket"), Guid.Parse(Value(page, "Entry")));

        await phone.Tell(ticket, "Reached", entry, 1);
        (await ahmed.Open(list.Ring())).Heading.ShouldBe(first);
        await phone.Tell(ticket, "Reached", entry, 2, more: ("Told.Done", "true"));

        var next = await ahmed.Open(list.Ring());
        next.Heading.ShouldNotBe(first);
        next.Html.QuerySelector("[data-call]").ShouldNotBeNull();
        next.Text.ShouldContain($"{first}: vi pratade");
        await phone.Tell(ticket, "Reached", entry, 2, more: ("Told.Done", "true")); // the same once more
        (await ahmed.Open(list.Ring())).Heading.ShouldBe(next.Heading);

        static string Value(Sheet page, string name) => page.Html.QuerySelector($"input[name='Told.{name}']")!.GetAttribute("value")!;
    }

    [Fact]
    public async Task When_nobody_is_free_it_is_said_where_they_are_and_stopping_frees_those_in_ones_own_phone()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.Stora);
        var (lenas, toves) = (await Phone.Of(app, Cast.MemberOfAlnas, list), await Phone.Of(app, Cast.Ombudsman, list));
        (await lenas.Take()).GetArrayLength().ShouldBe(1);

        (await toves.Take()).GetArrayLength().ShouldBe(0);
        toves.Answer.GetProperty("said").GetString().ShouldBe("Ingen är ledig nu. En är redan i en annan telefon.");
        (await lenas.Take()).GetArrayLength().ShouldBe(1); // the same one

        var stopped = await (await (await app.As(Cast.MemberOfAlnas)).Open(list.Ring())).Submit("Sluta ringa för nu");
        stopped.Text.ShouldContain("Tack för att du ringde. Den du hade i telefonen är ledig för andra.");
        (await toves.Take()).GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_list_may_say_that_no_phone_keeps_anybody()
    {
        await using var app = await AppUnderTest.Start();
        var list = await Lists.Open(app, Cast.District, l => l.Pace(14, 3, 0));

        (await (await Phone.Of(app, Cast.MemberOfAlnas, list)).Post("Take")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_empty_screen_sets_no_cookie_and_says_nothing_of_anybody()
    {
        await using var app = await AppUnderTest.Start();
        var answer = await (await app.As(Cast.MemberOfAlnas)).Get("/ringlistor/kvall");

        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Lena");
    }
}
