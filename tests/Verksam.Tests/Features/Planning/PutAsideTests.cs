using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Amending;
using Verksam.PlanReading;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

/// <summary>A new file puts what was open aside: it is said, and can be taken back.</summary>
public sealed class PutAsideTests
{
    [Fact]
    public async Task A_proposal_that_gives_way_is_named_with_its_amendments_and_taken_back_in_one_press()
    {
        await using var app = await AppUnderTest.Start();
        var proposal = await Planned.Proposed(app);
        var lena = await app.As(Cast.MemberOfAlnas);
        await app.Write(db =>
        {
            db.Amendments.Add(new Amendment(proposal, 1, new TextRange(0, 10), Cast.MemberOfAlnas.Id, FakeTime.Start));
            return Task.CompletedTask;
        });

        var review = await BringIn(app);
        review.Text.ShouldContain("Förslaget för 2026 ur kören.docx är undanlagt, och syns inte längre för medlemmarna. Ett yrkande följde med.");
        (await lena.Open("/planen/2026")).Status.ShouldBe(HttpStatusCode.NotFound);
        var back = await review.Submit("Ångra");

        back.Url.ShouldBe($"/planen/forslag/{proposal}");
        back.Text.ShouldContain("kören.docx är tillbaka.");
        (await lena.Open("/planen/2026")).Text.ShouldContain("Det här är ett förslag.");
        (await States(app)).ShouldBe([VersionState.Proposal, VersionState.Discarded]);
        (await back.Submit("Ångra")).Url.ShouldStartWith("/planen/granska/"); // and forth again
        (await States(app)).ShouldBe([VersionState.Discarded, VersionState.Draft]);
    }

    [Fact]
    public async Task A_draft_that_gives_way_stands_among_the_versions_and_its_old_address_leads_there()
    {
        await using var app = await AppUnderTest.Start();
        var draft = await Planned.Draft(app);
        (await BringIn(app)).Text.ShouldContain("Utkastet för 2026 ur kören.docx är undanlagt.");
        var tove = await app.As(Cast.Ombudsman);

        var versions = await tove.Open($"/planen/granska/{draft}");

        versions.Url.ShouldBe("/planen/2026/versioner");
        (await versions.Submit("Ta tillbaka")).Url.ShouldBe($"/planen/granska/{draft}");
        (await States(app)).ShouldBe([VersionState.Draft, VersionState.Discarded]);
    }

    [Fact]
    public async Task What_was_tried_and_put_aside_takes_no_number_and_what_is_taken_back_is_the_newest()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await BringIn(app);
        await BringIn(app);
        (await Numbers(app)).ShouldBe([1, null, 2]);

        await (await (await app.As(Cast.Ombudsman)).Open("/planen/2026/versioner")).Submit("Ta tillbaka");

        (await Numbers(app)).ShouldBe([1, 2, null]);
    }

    [Fact]
    public async Task Who_may_not_edit_neither_sees_nor_takes_back()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await BringIn(app);
        await BringIn(app);
        var aside = await app.Read(db => db.PlanVersions.SingleAsync(v => v.State == VersionState.Discarded));
        var lena = await app.As(Cast.MemberOfAlnas);

        (await lena.Open("/planen/2026/versioner")).Text.ShouldNotContain("Undanlagda");
        (await lena.Get($"/planen/ta-tillbaka/{aside.Id}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.As(Cast.AssociationChair)).Get($"/planen/ta-tillbaka/{aside.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound); // edits the plan of Alnäs only
    }

    [Fact]
    public async Task A_year_that_the_plan_says_otherwise_is_told()
    {
        await using var app = await AppUnderTest.Start();

        var review = await (await (await app.As(Cast.Ombudsman)).Open("/planen/ta-in")).Submit("Läs planen", form =>
            (form["Input.Text"], form["Input.Year"]) = ("Verksamhetsplan 2022\n\nVi ska sjunga i kyrkan i maj.", "2026"));

        review.Text.ShouldContain("Planen säger själv 2022, och du tog in den för 2026.");
    }

    private static async Task<IReadOnlyList<VersionState>> States(AppUnderTest app) =>
        await app.Read(db => db.PlanVersions.OrderBy(v => v.Id).Select(v => v.State).ToListAsync());

    private static async Task<IReadOnlyList<int?>> Numbers(AppUnderTest app) =>
        await app.Read(db => db.PlanVersions.OrderBy(v => v.Id).Select(v => v.Number).ToListAsync());

    private static async Task<Sheet> BringIn(AppUnderTest app) =>
        await (await (await app.As(Cast.Ombudsman)).Open("/planen/ta-in")).Submit("Läs planen", form =>
            (form["Input.Text"], form["Input.Year"]) = ("# Sång\n\nVi ska sjunga i kyrkan i maj.", "2026"));
}
