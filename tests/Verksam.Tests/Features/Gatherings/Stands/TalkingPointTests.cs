using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Stands;

/// <summary>What there is to talk of: a unit's and those above it, of the kind and the time, and one gathering's own.</summary>
public sealed class TalkingPointTests
{
    [Fact]
    public async Task A_stand_has_its_own_then_those_of_its_unit_then_of_those_above_of_its_kind_and_time()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await OutThere.Begun(app);
        await app.Topic("Vården", Cast.District);
        await app.Topic("Cirkeln", Cast.District, kind: "discussion");
        await app.Topic("Valet", Cast.District, kind: "stand", from: FakeTime.Today, until: FakeTime.Today.AddDays(1));
        await app.Topic("Julen", Cast.District, from: FakeTime.Today.AddDays(2));
        await app.Topic("Förra året", until: FakeTime.Today);
        await app.Topic("Hamnen", Cast.Stora);
        await app.Topic("Skolan");
        await app.Topic("vården");
        await app.Topic("Torget", gathering: stand.Id);

        var page = await (await app.As(Cast.MemberOfAlnas)).Open(stand.Url() + "/ute");

        page.Html.QuerySelectorAll("[data-topic-list] button span:first-child").Select(s => s.TextContent).ShouldBe(["Torget", "Skolan", "vården", "Valet"]); // the nearer says it
        page.Text.ShouldContain("Det här vill vi säga om Skolan.");
    }

    [Fact]
    public async Task Those_who_arrange_write_change_and_put_away_their_units()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);
        var page = await birgitta.Open("/aktiviteter/samtal");

        page = await page.Submit("Spara", f => (f["Lines[0].Topic"], f["Lines[0].Text"], f["Lines[1].Topic"], f["Lines[1].Kind"]) = ("Vården", "Nära hemmet.", "Bussarna", "street"));
        page.Text.ShouldContain("Samtalsämnena är sparade.");
        page = await page.Submit("Spara", f => (f["Lines[0].Topic"], f["Lines[0].Text"], f["Lines[1].Topic"]) = ("", "", "Bussar"));

        (await app.Read(db => db.TalkingPoints.OrderBy(p => p.Order).ToListAsync())).Select(p => (p.Topic, p.Kind, p.RetiredOn)).ShouldBe([("Vården", "", FakeTime.Today), ("Bussar", "street", (DateOnly?)null)]);
        page = await page.Submit("Använd igen Vården");
        page.Text.ShouldContain("”Vården” används igen.");
        page.Html.QuerySelectorAll("input[name$=Topic]").Select(i => i.GetAttribute("value") ?? "").ShouldBe(["Vården", "Bussar", "", ""]);
    }

    [Theory]
    [InlineData("", "Bara text", "", "", "Skriv ett ord för knappen, högst 24 tecken.")]
    [InlineData("Vården", "", "2026-05-02", "2026-05-01", "Den sista dagen kommer före den första.")]
    public async Task Bad_input_is_refused_and_kept_on_the_page(string topic, string text, string from, string until, string said)
    {
        await using var app = await AppUnderTest.Start();

        var page = await (await (await app.As(Cast.AssociationChair)).Open("/aktiviteter/samtal")).Submit("Spara", f =>
            (f["Lines[0].Topic"], f["Lines[0].Text"], f["Lines[0].From"], f["Lines[0].Until"]) = (topic, text, from, until));

        page.Errors.ShouldBe([said]);
        page.Html.QuerySelector("[name='Lines[0].Text']")!.TextContent.Trim().ShouldBe(text);
        (await app.Read(db => db.TalkingPoints.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Others_units_and_gatherings_are_not_reached()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await OutThere.Begun(app, Cast.Stora);
        var birgitta = await app.As(Cast.AssociationChair);

        (await birgitta.Open("/aktiviteter/samtal?enhet=stora")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await birgitta.Open(stand.Url() + "/samtal")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Cast.MemberOfAlnas)).Open("/aktiviteter/samtal")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task One_gathering_has_its_own_and_shows_what_comes_along()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await OutThere.Begun(app);
        await app.Topic("Skolan", Cast.District);
        var page = await (await app.As(Cast.AssociationChair)).Open(stand.Url() + "/samtal");
        page.Text.ShouldContain("Följer också med");

        await page.Submit("Spara", f => f["Lines[0].Topic"] = "Torget");

        (await app.Read(db => db.TalkingPoints.SingleAsync(p => p.Topic == "Torget"))).GatheringId.ShouldBe(stand.Id);
    }
}
