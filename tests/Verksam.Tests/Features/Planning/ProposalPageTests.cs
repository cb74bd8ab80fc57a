using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Planning;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class ProposalPageTests
{
    [Fact]
    public async Task What_is_reviewed_to_its_end_is_shown_to_everybody_with_numbers_that_may_change()
    {
        await using var app = await AppUnderTest.Start();
        var draft = await Planned.Draft(app);
        var tove = await app.As(Cast.Ombudsman);
        var lena = await app.As(Cast.MemberOfAlnas);
        (await lena.Open("/planen/2026")).Status.ShouldBe(HttpStatusCode.NotFound);
        var review = await (await tove.Open($"/planen/granska/{draft}")).Submit("Godkänn de fyra säkra förslagen");

        var page = await review.Submit("Visa som förslag till plan");

        page.Url.ShouldBe($"/planen/forslag/{draft}");
        var shown = await lena.Open("/planen/2026");
        shown.Text.ShouldContain("Det här är ett förslag.");
        shown.Html.QuerySelectorAll("a.ref").Select(r => r.TextContent).ShouldBe(["1.1", "1.2", "2.1", "2.2"]);
        shown.Text.ShouldNotContain("Anteckna mötets beslut");
        (await app.Read(db => db.Commitments.CountAsync(c => c.Chapter != null))).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_half_reviewed_is_not_shown()
    {
        await using var app = await AppUnderTest.Start();
        var draft = await Planned.Draft(app);
        var tove = await app.As(Cast.Ombudsman);
        var page = await tove.Open($"/planen/granska/{draft}");
        page.Html.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent == "Visa som förslag till plan");
        var token = page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await tove.Post($"/planen/forslag/{draft}", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));

        (await tove.Follow(answer)).Html.Body!.TextContent.ShouldContain("Alla förslag är inte granskade än.");
        (await State(app)).ShouldBe(VersionState.Draft);
    }

    [Fact]
    public async Task A_proposal_can_be_taken_back_to_the_review()
    {
        await using var app = await AppUnderTest.Start();
        var version = await Planned.Proposed(app);

        var page = await (await (await app.As(Cast.Ombudsman)).Open($"/planen/forslag/{version}")).Submit("Tillbaka till granskningen");

        page.Url.ShouldBe($"/planen/granska/{version}");
        (await State(app)).ShouldBe(VersionState.Draft);
        (await (await app.As(Cast.MemberOfAlnas)).Open("/planen/2026")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_meeting_adopts_it_and_the_commitments_get_their_numbers()
    {
        await using var app = await AppUnderTest.Start();
        var version = await Planned.Proposed(app);

        var page = await Adopt(await Form(app, version), "2026-03-01");

        page.Url.ShouldBe("/planen/2026");
        page.Text.ShouldContain("Antagen av Årskonferensen i Storå 1 mars, § 14");
        page.Html.QuerySelectorAll("a.ref").Select(r => r.TextContent).ShouldBe(["1.1", "1.2", "2.1", "2.2"]);
        (await app.Read(db => db.Plans.SingleAsync())).NumbersGiven.ShouldBe("1:2 2:2");
        (await Planned.Find(app, "1.2")).Reading.DueTo.ShouldBe(new DateOnly(2026, 5, 31));
    }

    [Fact]
    public async Task A_meeting_to_come_has_decided_nothing()
    {
        await using var app = await AppUnderTest.Start();
        var version = await Planned.Proposed(app);

        var page = await Adopt(await Form(app, version), "2026-03-11");

        page.Errors.ShouldBe(["Mötet har inte varit än. Skriv dagen då det beslutade."]);
        page.Html.QuerySelector("[name='Input.Meeting']")!.GetAttribute("value").ShouldBe("Årskonferensen i Storå");
        (await State(app)).ShouldBe(VersionState.Proposal);
    }

    [Fact]
    public async Task A_meeting_must_be_named()
    {
        await using var app = await AppUnderTest.Start();
        var version = await Planned.Proposed(app);

        var page = await (await Form(app, version)).Submit("Anteckna att planen är antagen");

        page.Errors.Count.ShouldBe(1);
        (await State(app)).ShouldBe(VersionState.Proposal);
    }

    [Fact]
    public async Task It_is_adopted_once_and_the_first_decision_stands()
    {
        await using var app = await AppUnderTest.Start();
        var version = await Planned.Proposed(app);
        var late = await Form(app, version);
        await Adopt(await Form(app, version), "2026-03-01");

        var page = await Adopt(late, "2026-03-05");

        page.Errors.ShouldBe(["Planen är inte ett förslag just nu."]);
        (await app.Read(db => db.PlanVersions.SingleAsync())).AdoptedOn.ShouldBe(new DateOnly(2026, 3, 1));
        (await app.Read(db => db.Plans.SingleAsync())).NumbersGiven.ShouldBe("1:2 2:2");
    }

    [Fact]
    public async Task The_address_that_a_board_shares_leads_a_member_to_the_text()
    {
        await using var app = await AppUnderTest.Start();
        var proposal = await Planned.Proposed(app);

        (await (await app.As(Cast.MemberOfAlnas)).Open($"/planen/forslag/{proposal}")).Url.ShouldBe("/planen/2026?version=1");
        (await (await app.As(Cast.Stranger)).Get($"/planen/forslag/{proposal}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_meeting_before_the_one_that_adopted_what_holds_is_refused()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app); // nine days ago
        var tove = await app.As(Cast.Ombudsman);
        var review = await (await tove.Open("/planen/ta-in")).Submit("Läs planen", form => (form["Input.Text"], form["Input.Year"]) = (Planned.Choir, "2026"));

        var page = await (await review.Submit("Visa som förslag till plan")).Submit("Anteckna att planen är antagen", form =>
            (form["Input.Meeting"], form["Input.On"]) = ("Extra årsmöte", FakeTime.Today.AddDays(-10).ToString("yyyy-MM-dd", null)));

        page.Errors.ShouldBe(["Den dagen är före mötet som antog planen som gäller. Kontrollera datumet."]);
    }

    private static async Task<Sheet> Form(AppUnderTest app, Verksam.Kernel.Id<PlanVersion> version) =>
        await (await app.As(Cast.Ombudsman)).Open($"/planen/forslag/{version}");

    private static async Task<Sheet> Adopt(Sheet page, string day) => await page.Submit("Anteckna att planen är antagen", form =>
    {
        form["Input.Meeting"] = "Årskonferensen i Storå";
        form["Input.On"] = day;
        form["Input.Minutes"] = "§ 14";
    });

    private static async Task<VersionState> State(AppUnderTest app) => (await app.Read(db => db.PlanVersions.SingleAsync())).State;
}
