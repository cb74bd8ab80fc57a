using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Replanning;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

/// <summary>A text brought in over an adopted plan: what is unchanged is carried on, the rest is for people to say.</summary>
public sealed class NextVersionTests
{
    private static readonly string Changed = Planned.Choir
        .Replace("# Resor", "# Nya grepp\n\nVi ska starta en barnkör.\n\n# Resor", StringComparison.Ordinal)
        .Replace("Styrelsen ska boka kyrkan senast 31 maj.", "Styrelsen ska boka kyrkan eller kapellet senast 31 maj.", StringComparison.Ordinal)
        .Replace("Antalet medlemmar ska öka.", "", StringComparison.Ordinal);

    [Fact]
    public async Task What_is_unchanged_keeps_its_number_owner_and_history_and_waits_for_nobody()
    {
        await using var app = await Carried();
        var page = await BringIn(app, Changed);

        page.Url.ShouldStartWith("/planen/granska/");
        page.Text.ShouldContain("Två åtaganden finns inte i den nya texten");
        var marks = await Planned.Found(app, await Draft(app));
        marks.Select(c => (c.Number, c.Review)).ShouldBe([("1.1", ReviewState.Accepted), (null, ReviewState.Open), (null, ReviewState.Open), ("2.1", ReviewState.Accepted)]);
        (await (await app.As(Cast.MemberOfAlnas)).Open("/planen/2026")).Text.ShouldContain("Antalet medlemmar ska öka."); // what is adopted holds
    }

    [Fact]
    public async Task What_is_said_in_other_words_is_pointed_out_and_what_is_gone_is_dropped_by_the_meeting()
    {
        await using var app = await Carried();
        var review = await BringIn(app, Changed);
        var lost = review.Html.QuerySelectorAll("#saknas li")[0];
        lost.TextContent.ShouldContain("1.2");
        lost.QuerySelector("option[selected]")!.TextContent.ShouldContain("kapellet"); // the likeliest

        var pointed = await review.Submit("Det är samma åtagande");
        pointed.Html.QuerySelectorAll("#saknas li").Length.ShouldBe(1);
        var adopted = await Adopt(await Accept(pointed));

        adopted.Url.ShouldBe("/planen/2026");
        adopted.Text.ShouldContain("eller kapellet senast 31 maj");
        (await Planned.Find(app, "1.2")).DroppedOn.ShouldBeNull();
        var gone = await Planned.Find(app, "2.2");
        gone.DroppedOn.ShouldBe(FakeTime.Today);
        var decision = await app.Read(db => db.Replans.SingleAsync());
        (decision.CommitmentId, decision.Kind, decision.DecidedBy).ShouldBe((gone.Id, ReplanKind.Dropped, "Extra årsmöte"));
        (await app.Read(db => db.PlanVersions.OrderBy(v => v.Number).Select(v => v.State).ToListAsync())).ShouldBe([VersionState.Replaced, VersionState.Adopted]);
        (await Planned.Find(app, "2.1")).OwnerId.ShouldBe(Cast.GroupLeader.Id);
        var fresh = (await Planned.Found(app, (await app.Read(db => db.PlanVersions.SingleAsync(v => v.State == VersionState.Adopted))).Id)).Single(c => c.Passages.Count == 1 && c.Number is not null && c.Number.StartsWith("2.", StringComparison.Ordinal) && c.Number != "2.1");
        fresh.Number.ShouldBe("2.3"); // 2.2 is never given to another
    }

    [Fact]
    public async Task Nothing_is_shown_before_somebody_has_said_what_becomes_of_each_that_is_gone()
    {
        await using var app = await Carried();
        var review = await BringIn(app, Changed);
        review.Text.ShouldContain("Två åtaganden saknas och väntar på svar.");
        while (review.Html.QuerySelector("mark[data-review=open], mark[data-review=doubt]") is not null)
            review = await review.Submit("Godkänn G");
        review.Html.QuerySelector("#klar form").ShouldBeNull();
        review.Text.ShouldNotContain("Allt är granskat.");

        review = await review.Submit("Det utgår");
        review.Text.ShouldContain("Ett åtagande saknas och väntar på svar.");
        review.Html.QuerySelector("#klar form").ShouldBeNull();
        review = await review.Submit("Det utgår");
        review.Text.ShouldContain("Allt är granskat.");
        review.Html.QuerySelectorAll("#saknas li").Length.ShouldBe(2); // there to be pointed out after all
        (await (await review.Submit("Ångra Z")).Submit("Det utgår")).Html.QuerySelector("#klar form").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_was_said_of_one_that_is_gone_holds_for_the_next_text_that_has_not_got_it_either()
    {
        await using var app = await Carried();
        await (await BringIn(app, Changed)).Submit("Alla två som är kvar utgår");

        var next = await BringIn(app, Changed.Replace("barnkör", "ungdomskör", StringComparison.Ordinal));
        next.Html.QuerySelectorAll("#saknas li").Length.ShouldBe(2);
        next.Text.ShouldNotContain("väntar på svar");
        (await BringIn(app, Changed.Replace("Vi ska starta en barnkör.", "Antalet medlemmar ska öka.", StringComparison.Ordinal))).Html.QuerySelectorAll("#saknas li").Length.ShouldBe(1);
        (await BringIn(app, Changed)).Text.ShouldContain("Ett åtagande saknas och väntar på svar."); // it was back in between
    }

    [Fact]
    public async Task Who_lets_one_go_that_is_carried_has_said_so()
    {
        await using var app = await Carried();
        await BringIn(app, Planned.Choir);
        var left = await (await (await app.As(Cast.Ombudsman)).Open($"/planen/granska/{await Draft(app)}?nr=1")).Submit("Släpp X");

        left.Text.ShouldNotContain("väntar på svar");
        left.Html.QuerySelector("#klar form").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_dropped_one_keeps_its_page_and_its_line_in_the_follow_up()
    {
        await using var app = await Carried();
        await Adopt(await Accept(await BringIn(app, Changed)));
        var lena = await app.As(Cast.MemberOfAlnas);

        var page = await lena.Open("/planen/2026/2.2");
        page.Heading.ShouldBe("Antalet medlemmar ska öka.");
        page.Html.QuerySelector("dd .status")!.TextContent.ShouldBe("Struken");
        page.Html.QuerySelectorAll(".log li div").Select(l => l.TextContent.Trim()).ShouldContain("Antaget av Årsmötet i Norrsjö, § 14."); // and not by the meeting that left it out
        var lines = (await lena.Open("/uppfoljning")).Html.QuerySelectorAll("tbody tr").Select(r => $"{r.QuerySelector("th")!.TextContent} {r.QuerySelector(".status")!.TextContent}").ToList();
        lines.ShouldContain("2.2 Struken");
        (await lena.Open("/planen/2026")).Text.ShouldNotContain("Antalet medlemmar ska öka.");
        (await lena.Open("/planen/2026?version=1")).Text.ShouldContain("Antalet medlemmar ska öka.");
        var before = await lena.Open($"/uppfoljning?dag={FakeTime.Today.AddDays(-1):yyyy-MM-dd}");
        before.Html.QuerySelectorAll("tbody tr").Select(r => r.QuerySelector("th")!.TextContent).Order(StringComparer.Ordinal).ShouldBe(["1.1", "1.2", "2.1", "2.2"]);
    }

    [Fact]
    public async Task What_the_meeting_rewords_is_understood_anew_and_what_people_have_said_of_the_rest_stands()
    {
        await using var app = await Carried();
        await Planned.Change(app, "1.1", c => c.Change(c.Reading with { Responsible = "Notutskottet" }, new Decision("Så är det", "Styrelsen", FakeTime.Today), Cast.Ombudsman.Id, FakeTime.Start.AddDays(-1), out _));
        var review = await BringIn(app, Planned.Choir.Replace("minst fyra konserter", "minst sex konserter", StringComparison.Ordinal));

        await Adopt(await Accept(await review.Submit("Det är samma åtagande")));

        var reading = (await Planned.Find(app, "1.1")).Reading;
        (reading.MeasureValue, reading.Responsible).ShouldBe((6, "Notutskottet"));
        var page = await (await app.As(Cast.MemberOfAlnas)).Open("/planen/2026/1.1");
        page.Html.QuerySelector(".log li div")!.TextContent.ShouldContain("Mötet ändrade orden i planen.");
        page.Html.QuerySelector(".log del")!.TextContent.ShouldBe("minst 4");
    }

    [Fact]
    public async Task One_that_is_carried_is_neither_split_nor_joined_but_may_leave_the_text_and_come_back()
    {
        await using var app = await Carried();
        await BringIn(app, Planned.Choir);
        var page = await (await app.As(Cast.Ombudsman)).Open($"/planen/granska/{await Draft(app)}?nr=1");
        page.Text.ShouldContain("Åtagande 1.1, oförändrat.");

        var left = await page.Submit("Släpp X");
        left.Text.ShouldContain("Ett åtagande finns inte i den nya texten");
        (await Planned.Find(app, "1.1")).Review.ShouldBe(ReviewState.Accepted); // in the adopted plan nothing happened
        (await left.Submit("Ångra Z")).Text.ShouldNotContain("finns inte i den nya texten");
    }

    [Fact]
    public async Task A_draft_brought_in_anew_keeps_what_was_decided_of_the_unchanged()
    {
        await using var app = await AppUnderTest.Start();
        var first = await BringIn(app, Planned.Choir);
        await first.Submit("Godkänn G");
        await BringIn(app, Changed);

        var marks = await Planned.Found(app, await Draft(app));
        marks[0].Review.ShouldBe(ReviewState.Accepted);
        marks.Count(c => c.Review == ReviewState.Open).ShouldBe(3);
        (await app.Read(db => db.PlanVersions.CountAsync(v => v.State == VersionState.Discarded))).ShouldBe(1);
    }

    [Fact]
    public async Task Two_versions_stand_beside_each_other_with_what_was_changed()
    {
        await using var app = await Carried();
        await Adopt(await Accept(await BringIn(app, Changed)));

        var page = await (await app.As(Cast.MemberOfAlnas)).Open("/planen/2026/versioner");
        page.Html.QuerySelectorAll("#jamfor select").Select(s => s.QuerySelector("option[selected]")!.GetAttribute("value")).ShouldBe(["1", "2"]);
        page.Html.QuerySelectorAll(".beside ins").Select(i => i.TextContent).ShouldContain(i => i.Contains("kapellet"));
        page.Html.QuerySelectorAll(".beside del").Select(i => i.TextContent).ShouldContain(i => i.Contains("Antalet medlemmar ska öka."));
        page.Html.QuerySelector(".beside")!.TextContent.ShouldNotContain("Kören bildades 1974.\n");
        (await (await app.As(Cast.Ombudsman)).Open("/planen/2026/versioner?fran=1&till=2&allt=ja")).Html.QuerySelector(".beside")!.TextContent.ShouldContain("Konserter");
    }

    private static async Task<AppUnderTest> Carried()
    {
        var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await Planned.Change(app, "2.1", c => c.HandTo(Cast.GroupLeader.Id, null, null, FakeTime.Start.AddDays(-5)));
        return app;
    }

    private static async Task<Sheet> BringIn(AppUnderTest app, string text) =>
        await (await (await app.As(Cast.Ombudsman)).Open("/planen/ta-in")).Submit("Läs planen", form =>
        {
            form["Input.Text"] = text;
            form["Input.Year"] = "2026";
        });

    private static async Task<Sheet> Accept(Sheet review)
    {
        while (review.Html.QuerySelector("mark[data-review=open], mark[data-review=doubt]") is not null)
            review = await review.Submit("Godkänn G");
        while (review.Html.QuerySelector("button[name=lost]") is not null)
            review = await review.Submit("Det utgår");
        return await review.Submit("Visa som förslag till plan");
    }

    private static Task<Sheet> Adopt(Sheet proposal) => proposal.Submit("Anteckna att planen är antagen", form =>
    {
        form["Input.Meeting"] = "Extra årsmöte";
        form["Input.On"] = FakeTime.Today.ToString("yyyy-MM-dd", null);
    });

    private static async Task<Verksam.Kernel.Id<PlanVersion>> Draft(AppUnderTest app) =>
        await app.Read(db => db.PlanVersions.Where(v => v.State == VersionState.Draft).Select(v => v.Id).SingleAsync());
}
