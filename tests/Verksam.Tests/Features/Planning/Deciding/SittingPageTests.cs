using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Planning.Deciding;
using Verksam.Formats.Docx;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning.Deciding;

/// <summary>The board's item: 1.2 was to be done yesterday, and 1.1 has nobody.</summary>
public sealed class SittingPageTests
{
    private const string Url = "/planen/2026/styrelsen";

    [Fact]
    public async Task It_begins_with_what_deviates()
    {
        await using var app = await Late();

        var page = await Called(await app.As(Cast.Ombudsman), FakeTime.Today);

        page.Heading.ShouldBe("Distriktsstyrelsen, 10 mars");
        page.Html.QuerySelectorAll("#avviker h3").Select(h => h.TextContent).ShouldBe(["Styrelsen ska boka kyrkan senast 31 maj."]);
        page.Text.ShouldContain("Inget är föreslaget än.");
    }

    [Fact]
    public async Task What_the_board_approves_is_carried_out_and_stands_in_the_history()
    {
        await using var app = await Late();
        var tove = await app.As(Cast.Ombudsman);
        var proposed = await Propose(await Called(tove, FakeTime.Today), owner: Cast.GroupLeader.Id.ToString());
        proposed.Html.QuerySelectorAll("#forslag h3").Select(h => h.TextContent).ShouldBe(["Att åtagande 1.2 ska vara klart senast 1 juni", "Att Yusuf Demir tar över åtagande 1.2"]);
        proposed.Text.ShouldContain("Allt som avviker har ett förslag.");

        var decided = await Decide(app, proposed, "Approved", "Approved");

        decided.Text.ShouldContain("Två beslut är antecknade.");
        var commitment = await Planned.Find(app, "1.2");
        (commitment.Reading.DueTo, commitment.OwnerId).ShouldBe((new DateOnly(2026, 6, 1), Cast.GroupLeader.Id));
        var history = (await tove.Open("/planen/2026/1.2")).Html.QuerySelectorAll(".log li div").Select(l => l.TextContent).ToList();
        history.ShouldContain(l => l.Contains("Beslut: Distriktsstyrelsen § 47.", StringComparison.Ordinal));
        history.ShouldContain(l => l.Contains("Distriktsstyrelsen § 47: Ny ansvarig: Yusuf Demir (Bifall)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_rejected_changes_nothing_and_what_is_put_off_comes_to_the_next_meeting()
    {
        await using var app = await Late();
        var tove = await app.As(Cast.Ombudsman);
        await Decide(app, await Propose(await Called(tove, FakeTime.Today), owner: Cast.GroupLeader.Id.ToString()), "Rejected", "Tabled");
        var commitment = await Planned.Find(app, "1.2");
        (commitment.Reading.DueTo, commitment.OwnerId).ShouldBe((FakeTime.Today.AddDays(-1), null));

        var next = await Called(tove, FakeTime.Today.AddDays(7));

        next.Html.QuerySelectorAll("#forslag h3").Select(h => h.TextContent).ShouldBe(["Att Yusuf Demir tar över åtagande 1.2"]);
        next.Html.QuerySelector("#besluten").ShouldBeNull(); // it has not met
    }

    [Fact]
    public async Task Nothing_is_written_down_before_the_meeting()
    {
        await using var app = await Late();
        var tove = await app.As(Cast.Ombudsman);
        var page = await Propose(await Called(tove, FakeTime.Today.AddDays(1)));
        page.Html.QuerySelector("#besluten").ShouldBeNull();
        using var form = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", page.Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!),
            new($"beslut.{await app.Read(db => db.Matters.Select(m => m.Id).SingleAsync())}", "Approved"),
        ]);

        (await tove.Follow(await tove.Post(page.Url + "?handler=Decide", form))).Errors.ShouldBe(["Mötet har inte varit. Besluten antecknas tidigast samma dag."]);
        (await Planned.Find(app, "1.2")).Reading.DueTo.ShouldBe(FakeTime.Today.AddDays(-1));
    }

    [Fact]
    public async Task All_of_a_meetings_decisions_are_carried_out_or_none()
    {
        await using var app = await Late();
        var page = await Propose(await Called(await app.As(Cast.Ombudsman), FakeTime.Today), owner: Cast.GroupLeader.Id.ToString());
        await app.Write(async db => db.Assignments.RemoveRange(await db.Assignments.Where(a => a.PersonId == Cast.GroupLeader.Id).ToListAsync()));

        var refused = await Decide(app, page, "Approved", "Approved");

        refused.Errors.Single().ShouldStartWith("Den som föreslås ta över har inget uppdrag här längre.");
        refused.Html.QuerySelectorAll("input[type=radio][checked]").Length.ShouldBe(2); // what was ticked stays
        (await Planned.Find(app, "1.2")).Reading.DueTo.ShouldBe(FakeTime.Today.AddDays(-1));
        (await app.Read(db => db.Matters.CountAsync(m => m.State == MatterState.Waiting))).ShouldBe(2);
    }

    [Theory]
    [InlineData("", false, "Välj något: en ny dag, en ny ansvarig, att stryka, eller ett beslut.")]
    [InlineData("2026-03-10", false, "Den nya dagen måste komma efter mötet.")]
    [InlineData("2026-06-01", true, "Det går inte ihop: samma sak är redan föreslagen, eller så ska åtagandet både strykas och ändras.")]
    public async Task What_makes_no_sense_is_said_and_what_was_written_is_kept(string day, bool drop, string says)
    {
        await using var app = await Late();

        var page = await Propose(await Called(await app.As(Cast.Ombudsman), FakeTime.Today), day, drop: drop);

        page.Errors.ShouldBe([says]);
        page.Html.QuerySelector("details[open] textarea")!.TextContent.Trim().ShouldBe("Kyrkan är stängd");
        (await app.Read(db => db.Matters.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_proposal_is_taken_away_while_it_waits()
    {
        await using var app = await Late();

        var page = await (await Propose(await Called(await app.As(Cast.Ombudsman), FakeTime.Today))).Submit("Ta bort");

        page.Text.ShouldContain("Förslaget är borta.");
        page.Html.QuerySelectorAll("#forslag h3").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_item_is_had_as_a_Word_document()
    {
        await using var app = await Late();
        var tove = await app.As(Cast.Ombudsman);
        var page = await Propose(await Called(tove, FakeTime.Today));

        var answer = await tove.Get(page.Html.QuerySelector("a[data-icon=hamta]")!.GetAttribute("href")!);

        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("dagordning-2026-03-10.docx");
        await using var file = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var said = (await DocxReader.Read(file, null, TestContext.Current.CancellationToken)).Select(p => p.Text).ToList();
        said.ShouldContain("Styrelsen ska boka kyrkan senast 31 maj.");
        said.ShouldContain("Skäl: Kyrkan är stängd");
        said.ShouldContain("att åtagande 1.2 ska vara klart senast 1 juni");
    }

    [Fact]
    public async Task Those_who_edit_find_it_from_the_follow_up()
    {
        await using var app = await Late();

        (await (await (await app.As(Cast.Ombudsman)).Open("/uppfoljning")).Follow("Till styrelsen")).Url.ShouldBe(Url);
    }

    [Fact]
    public async Task Those_who_do_not_edit_the_plan_see_nothing_of_it()
    {
        await using var app = await Late();
        var url = (await Called(await app.As(Cast.Ombudsman), FakeTime.Today)).Url;

        foreach (var other in new[] { Cast.AssociationChair, Cast.GroupLeader, Cast.Auditor, Cast.MemberOfAlnas })
        {
            foreach (var address in new[] { Url, url, url + "?handler=Document" })
                (await (await app.As(other)).Get(address)).StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
            (await (await app.As(other)).Open("/uppfoljning")).Html.QuerySelector("main a[href$=styrelsen]").ShouldBeNull();
        }
    }

    private static async Task<AppUnderTest> Late()
    {
        var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await Planned.Change(app, "1.2", c => c.Change(c.Reading with { DueTo = FakeTime.Today.AddDays(-1) }, new("Snart", "Styrelsen", FakeTime.Today.AddDays(-5)), Cast.Ombudsman.Id, FakeTime.Start, out _));
        return app;
    }

    private static async Task<Sheet> Called(Visitor visitor, DateOnly on) => await (await visitor.Open(Url)).Submit("Gör dagordningspunkten", form =>
    {
        form["Input.Name"] = "Distriktsstyrelsen";
        form["Input.On"] = on.ToString("yyyy-MM-dd", null);
    });

    private static Task<Sheet> Propose(Sheet page, string day = "2026-06-01", string owner = "", bool drop = false) => page.Submit("Lägg på dagordningen", form =>
    {
        form["Input.Day"] = day;
        form["Input.Owner"] = owner;
        form["Input.Reason"] = "Kyrkan är stängd";
        if (drop)
            form["Input.Drop"] = "true";
    });

    private static async Task<Sheet> Decide(AppUnderTest app, Sheet page, params string[] states)
    {
        var matters = await app.Read(db => db.Matters.Where(m => m.State == MatterState.Waiting).OrderBy(m => m.Kind).Select(m => m.Id).ToListAsync());
        return await page.Submit("Anteckna besluten", form =>
        {
            form["Input.Minutes"] = "§ 47";
            foreach (var (matter, state) in matters.Zip(states))
                form[$"beslut.{matter}"] = state;
        });
    }
}
