using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Planning;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

/// <summary>Three units, a version in each of five states: fifteen that could leak.</summary>
public sealed class VisibilityTests
{
    private static readonly string[] Shown = ["Proposal", "Adopted", "Replaced", "Amended"];

    private static readonly string[] All = ["Draft", "Proposal", "Adopted", "Replaced", "Discarded", "Amended"];

    [Theory]
    [MemberData(nameof(WhoSeesWhat))]
    public async Task Which_versions_one_sees(string name, string[] district, string[] alnas, string[] stora)
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(Plans.Write);

        var seen = await app.Read(async db => await db.PlanVersions.VisibleTo(await Me.Of(app, Cast.Named(name)), db).Select(v => v.SourceName).ToListAsync());

        seen.Order(StringComparer.Ordinal).ShouldBe(Names(district, alnas, stora));
    }

    [Theory]
    [MemberData(nameof(WhoEditsWhat))]
    public async Task Which_versions_one_may_work_on(string name, bool district, bool alnas, bool stora)
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(Plans.Write);

        var mine = await app.Read(async db => await db.PlanVersions.EditableBy(await Me.Of(app, Cast.Named(name)), db).Select(v => v.SourceName).ToListAsync());

        mine.Order(StringComparer.Ordinal).ShouldBe(Names(district ? All : [], alnas ? All : [], stora ? All : []));
    }

    [Theory]
    [InlineData("Lena Lund", "/planen/2026", HttpStatusCode.OK)]
    [InlineData("Lena Lund", "/planen/2025", HttpStatusCode.NotFound)]
    [InlineData("Ulf Tidström", "/planen/2026", HttpStatusCode.Forbidden)]
    public async Task The_page_of_a_plan_shows_what_is_adopted_or_is_not_there(string name, string url, HttpStatusCode status)
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(Plans.Write);

        var page = await (await app.As(Cast.Named(name))).Open(url);

        page.Status.ShouldBe(status);
        page.Text.Contains("Norrsjö distrikt ska hålla minst fyra möten (Adopted).", StringComparison.Ordinal).ShouldBe(status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_list_shows_ones_own_line_and_nothing_beside_it()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(Plans.Write);

        var page = await (await app.As(Cast.MemberOfAlnas)).Open("/planen");

        page.Html.QuerySelectorAll(".row-title").Select(r => r.TextContent).ShouldBe(["Norrsjö distrikt", "Norrsjö distrikt", "Alnäs", "Alnäs"]);
        page.Text.ShouldNotContain("Storå");
        page.Text.ShouldNotContain("Utkast");
    }

    [Fact]
    public async Task The_list_asks_as_much_for_one_plan_as_for_three()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        await app.Write(db => Plans.WriteFor(db, Cast.District));
        var one = await app.Queries.During(() => tove.Open("/planen"));
        await app.Write(db => Plans.WriteFor(db, Cast.Alnas, Cast.Stora));

        var three = await app.Queries.During(() => tove.Open("/planen"));

        three.ShouldBe(one);
        one.ShouldBeLessThanOrEqualTo(6); // after a save: three to know who asks, two for the house's name and words, one for the page
    }

    [Fact]
    public async Task A_member_cannot_act_on_a_draft_by_knowing_its_address()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(Plans.Write);
        var draft = await app.Read(db => db.PlanVersions.SingleAsync(v => v.SourceName == "Storå Draft"));
        var birgitta = await app.As(Cast.AssociationChair); // may edit plans, but not Storå's
        var token = (await birgitta.Open("/planen/ta-in")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var act in new[] { "/planen/granska/{0}?handler=Sure", "/planen/granska/{0}?handler=Undo", "/planen/forslag/{0}", "/planen/forslag/{0}?handler=Adopt" })
        {
            var answer = await birgitta.Post(string.Format(null, act, draft.Id), new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, act);
        }

        (await app.Read(db => db.PlanVersions.SingleAsync(v => v.Id == draft.Id))).State.ShouldBe(VersionState.Draft);
    }

    [Fact]
    public async Task A_plan_cannot_be_brought_in_for_a_unit_that_is_not_ones_own()
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await app.As(Cast.AssociationChair)).Open("/planen/ta-in");

        var answer = await page.Send("Läs planen", form =>
        {
            form["Input.Unit"] = Cast.Stora.Id.ToString();
            form["Input.Text"] = "Vi ska hålla möten.";
        });

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Read(db => db.Plans.CountAsync())).ShouldBe(0);
    }

    public static TheoryData<string, string[], string[], string[]> WhoSeesWhat() => new()
    {
        { "Tove Hallström", All, All, All },
        { "Ragnar Ek", All, All, All },
        { "Siv Berg", All, All, All },
        { "Birgitta Åman", Shown, All, [] },
        { "Yusuf Demir", Shown, Shown, [] },
        { "Lena Lund", Shown, Shown, [] },
        { "Ahmed Nilsson", Shown, [], Shown },
        { "Göran Ödman", Shown, [], [] },
        { "Ulf Tidström", [], [], [] },
        { "Maja Främling", [], [], [] },
    };

    public static TheoryData<string, bool, bool, bool> WhoEditsWhat() => new()
    {
        { "Tove Hallström", true, true, true },
        { "Ragnar Ek", true, true, true },
        { "Siv Berg", true, true, true },
        { "Birgitta Åman", false, true, false },
        { "Yusuf Demir", false, false, false },
        { "Lena Lund", false, false, false },
        { "Ahmed Nilsson", false, false, false },
        { "Göran Ödman", false, false, false },
        { "Ulf Tidström", false, false, false },
        { "Maja Främling", false, false, false },
    };

    private static IEnumerable<string> Names(string[] district, string[] alnas, string[] stora) =>
        district.Select(s => "Norrsjö distrikt " + s).Concat(alnas.Select(s => "Alnäs " + s)).Concat(stora.Select(s => "Storå " + s)).Order(StringComparer.Ordinal);
}
