using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Amending;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class AmendmentsPageTests
{
    [Fact]
    public async Task Whoever_sees_the_proposal_moves_an_amendment_and_all_see_it()
    {
        await using var app = await AppUnderTest.Start();
        var url = Url(await Planned.Proposed(app));
        var page = await Move(app, url, Cast.MemberOfAlnas, "Vi ska åka till Åland i augusti.", AmendmentKind.Change, "Vi ska åka till Gotland i augusti.");

        page.Url.ShouldBe(url);
        foreach (var who in new[] { Cast.MemberOfStora, Cast.Ombudsman })
        {
            var seen = await (await app.As(who)).Open(url);
            seen.Html.QuerySelector("#y1 h2")!.TextContent.ShouldBe("Yrkande 1, Lena Lund");
            seen.Html.QuerySelector("#y1 del")!.TextContent.ShouldBe("Åland");
            seen.Html.QuerySelector("#y1 ins")!.TextContent.ShouldBe("Gotland");
            seen.Html.QuerySelector("#y1 .status")!.TextContent.ShouldBe("Inte avgjort");
        }
    }

    [Fact]
    public async Task The_board_answers_the_meeting_decides_and_the_approved_come_into_the_text()
    {
        await using var app = await AppUnderTest.Start();
        var version = await Planned.Proposed(app);
        var url = Url(version);
        await Move(app, url, Cast.MemberOfAlnas, "Vi ska åka till Åland i augusti.", AmendmentKind.Change, "Vi ska åka till Gotland i augusti.");
        await Move(app, url, Cast.MemberOfStora, "Antalet medlemmar ska öka.", AmendmentKind.Strike, "");
        var tove = await app.As(Cast.Ombudsman);
        var answered = await (await tove.Open(url)).Submit("Spara", form => { form["Input.Ruling"] = "Rejected"; form["Input.Answer"] = "Färjan är bokad."; });
        answered.Html.QuerySelector("#y1 .notice")!.TextContent.ShouldBe("Styrelsens svar: avslagFärjan är bokad.");
        (await tove.Open(url)).Html.QuerySelector("#ta-in form").ShouldBeNull();
        var waiting = await (await tove.Open($"/planen/forslag/{version}")).Submit("Anteckna att planen är antagen", form => form["Input.Meeting"] = "Årsmötet");
        waiting.Errors.ShouldBe(["Det finns yrkanden som inte är avgjorda eller inte är intagna i texten."]);

        await Decide(app, url, 1, Ruling.Approved);
        await Decide(app, url, 2, Ruling.Rejected);
        var next = await (await tove.Open(url)).Submit("Ta in det bifallna yrkandet");

        next.Url.ShouldStartWith("/planen/granska/");
        next.Text.ShouldContain("Vi ska åka till Gotland i augusti.");
        next.Text.ShouldContain("Antalet medlemmar ska öka.");
        next.Text.ShouldContain("Ett åtagande finns inte i den nya texten"); // to Åland: now to Gotland
        var marks = await app.Read(db => db.Commitments.Include(c => c.Passages).ToListAsync());
        marks.Count(c => c.Review == ReviewState.Open).ShouldBe(1);
        (await app.Read(db => db.PlanVersions.OrderBy(v => v.Number).Select(v => v.State).ToListAsync())).ShouldBe([VersionState.Amended, VersionState.Draft]);
    }

    [Fact]
    public async Task What_is_decided_is_said_at_the_amendment_and_can_be_taken_back()
    {
        await using var app = await AppUnderTest.Start();
        var url = Url(await Planned.Proposed(app));
        await Move(app, url, Cast.MemberOfAlnas, "Kören bildades 1974.", AmendmentKind.Strike, "");
        var page = await (await app.As(Cast.Ombudsman)).Open(url);
        page.Html.QuerySelector(".crumbs a")!.TextContent.ShouldBe("Förslag 2026");
        page.Html.QuerySelector(".lead")!.TextContent.ShouldBe("Till förslaget till verksamhetsplan 2026 för Norrsjö distrikt. Ett yrkande. Ett är inte avgjort.");

        var decided = await page.Submit("Avslag");
        decided.Html.QuerySelectorAll(".notice[role=status]").Length.ShouldBe(1);
        decided.Html.QuerySelector("#y1 .notice b")!.TextContent.ShouldBe("Yrkande 1 är avslaget.");

        var undone = await decided.Submit("Ångra");
        undone.Html.QuerySelector("#y1 .notice b")!.TextContent.ShouldBe("Yrkande 1 är inte avgjort längre.");
        (await app.Read(db => db.Amendments.SingleAsync())).Decision.ShouldBe(Ruling.None);
    }

    [Fact]
    public async Task When_nothing_new_is_left_to_review_it_is_a_proposal_at_once()
    {
        await using var app = await AppUnderTest.Start();
        var url = Url(await Planned.Proposed(app));
        await Move(app, url, Cast.MemberOfAlnas, "Kören bildades 1974.", AmendmentKind.Strike, "");
        await Decide(app, url, 1, Ruling.Approved);

        var next = await (await (await app.As(Cast.Ombudsman)).Open(url)).Submit("Ta in det bifallna yrkandet");

        next.Url.ShouldStartWith("/planen/forslag/");
        (await (await app.As(Cast.MemberOfAlnas)).Open("/planen/2026")).Text.ShouldNotContain("1974");
    }

    [Fact]
    public async Task Two_approved_that_want_the_same_words_are_named()
    {
        await using var app = await AppUnderTest.Start();
        var url = Url(await Planned.Proposed(app));
        await Move(app, url, Cast.MemberOfAlnas, "Kören bildades 1974.", AmendmentKind.Strike, "");
        await Move(app, url, Cast.MemberOfStora, "Kören bildades 1974.", AmendmentKind.Change, "Kören bildades 1975.");
        await Decide(app, url, 1, Ruling.Approved);
        await Decide(app, url, 2, Ruling.Approved);

        (await (await (await app.As(Cast.Ombudsman)).Open(url)).Submit("Ta in de två bifallna yrkandena")).Errors
            .ShouldBe(["Yrkande 1 och 2 ändrar samma ord. Avgör ett av dem på annat sätt, eller låt mötet jämka dem till ett."]);
    }

    [Fact]
    public async Task Many_who_move_at_once_get_a_number_each()
    {
        await using var app = await AppUnderTest.Start();
        var url = Url(await Planned.Proposed(app));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Move(app, url, i % 2 == 0 ? Cast.MemberOfAlnas : Cast.MemberOfStora, "Kören bildades 1974.", AmendmentKind.Strike, "")));

        (await app.Read(db => db.Amendments.Select(a => a.Number).ToListAsync())).Order().ShouldBe([1, 2, 3, 4, 5, 6]);
        (await app.Read(db => db.Audit.CountAsync(a => a.What == "Amendment"))).ShouldBe(6);
    }

    [Fact]
    public async Task Ones_own_is_taken_back_and_anothers_is_not()
    {
        await using var app = await AppUnderTest.Start();
        var url = Url(await Planned.Proposed(app));
        await Move(app, url, Cast.MemberOfAlnas, "Kören bildades 1974.", AmendmentKind.Strike, "");

        (await Press(app, url, Cast.MemberOfStora, "Withdraw")).ShouldBe(HttpStatusCode.NotFound);
        (await Press(app, url, Cast.MemberOfAlnas, "Decide")).ShouldBe(HttpStatusCode.NotFound);
        (await Press(app, url, Cast.MemberOfAlnas, "Answer")).ShouldBe(HttpStatusCode.NotFound);
        (await Press(app, url, Cast.MemberOfAlnas, "TakeIn")).ShouldBe(HttpStatusCode.NotFound);
        var withdrawn = await (await (await app.As(Cast.MemberOfAlnas)).Open(url)).Submit("Ta tillbaka");
        withdrawn.Html.QuerySelector("#y1 .status")!.TextContent.ShouldBe("Återtaget");
        withdrawn.Text.ShouldContain("Yrkande 1 är återtaget.");
        (await (await app.As(Cast.Ombudsman)).Open(url)).Text.ShouldNotContain("Ändra beslutet"); // nobody has decided anything
    }

    [Fact]
    public async Task Another_units_proposal_and_a_draft_have_none_for_me()
    {
        await using var app = await AppUnderTest.Start();
        var theirs = Url(await Planned.Proposed(app, unit: Cast.Alnas));
        var ahmed = await app.As(Cast.MemberOfStora);

        (await ahmed.Get(theirs)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ahmed.Get(theirs + "/nytt")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Cast.MemberOfAlnas)).Get(theirs)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("-1", "5")]
    [InlineData("0", "100000")]
    [InlineData("3", "0")]
    [InlineData("2147483647", "2147483647")]
    public async Task A_passage_that_is_none_is_not_there(string start, string length)
    {
        await using var app = await AppUnderTest.Start();
        var url = Url(await Planned.Proposed(app));

        (await (await app.As(Cast.MemberOfAlnas)).Get($"{url}/nytt?start={start}&length={length}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Url(Id<PlanVersion> version) => $"/planen/forslag/{version}/yrkanden";

    private static async Task<Sheet> Move(AppUnderTest app, string url, Someone who, string words, AmendmentKind kind, string newText)
    {
        var form = await (await (await app.As(who)).Open(url + "/nytt")).Follow(words);
        return await form.Submit("Lämna yrkandet", fields =>
        {
            fields["Input.Kind"] = kind.ToString();
            fields["Input.NewText"] = newText;
        });
    }

    private static async Task Decide(AppUnderTest app, string url, int number, Ruling ruling) =>
        await app.Write(async db => (await db.Amendments.SingleAsync(a => a.Number == number)).Decide(ruling, FakeTime.Start));

    private static async Task<HttpStatusCode> Press(AppUnderTest app, string url, Someone who, string handler)
    {
        var visitor = await app.As(who);
        var token = (await visitor.Open("/planen")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return (await visitor.Post($"{url}?handler={handler}", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("number", "1"), new("Input.Ruling", "Approved")]))).StatusCode;
    }
}
