using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class NotesAndTiesTests
{
    private const string Url = "/planen/2026/1.1";

    [Fact]
    public async Task The_note_is_for_those_who_carry_it_and_those_who_edit_the_plan()
    {
        await using var app = await Handed();
        await (await Note(app, Cast.GroupLeader)).Submit("Anteckna", form => form["note"] = "Ring kantorn\noch vaktmästaren");

        foreach (var who in new[] { Cast.GroupLeader, Cast.MemberOfAlnas, Cast.Ombudsman })
            (await (await app.As(who)).Open(Url)).Text.ShouldContain("Ring kantorn", Case.Sensitive, who.Name);
        foreach (var who in new[] { Cast.MemberOfStora, Cast.Auditor })
            (await (await app.As(who)).Open(Url)).Text.ShouldNotContain("Ring kantorn", Case.Sensitive, who.Name);
        (await app.Read(db => db.Audit.Where(a => a.What == "Commitment").Select(a => a.Changes).ToListAsync())).ShouldAllBe(c => !c.Contains("kantorn"));
    }

    [Fact]
    public async Task Two_who_write_the_note_can_keep_both()
    {
        await using var app = await Handed();
        var his = await Note(app, Cast.GroupLeader);
        var hers = await Note(app, Cast.MemberOfAlnas);
        await his.Submit("Anteckna", form => form["note"] = "Lokal bokad i Alnäs.");

        var clash = await hers.Submit("Anteckna", form => form["note"] = "Helst i Storå, billigare.");
        clash.Html.QuerySelectorAll(".choices label span").Select(s => s.FirstChild!.TextContent).ShouldBe(["Lokal bokad i Alnäs.", "Helst i Storå, billigare.", "Båda, efter varandra"]);
        (await Planned.Find(app, "1.1")).Note.ShouldBe("Lokal bokad i Alnäs.");

        await clash.Submit("Spara det jag valt", form => form["note"] = clash.Html.QuerySelectorAll(".choices input")[2].GetAttribute("value")!);
        (await Planned.Find(app, "1.1")).Note.ShouldBe("Lokal bokad i Alnäs.\nHelst i Storå, billigare.");
    }

    [Fact]
    public async Task Two_who_change_different_things_do_not_disturb_each_other()
    {
        await using var app = await Handed();
        var hers = await Owner(app, Cast.Ombudsman);
        var his = await Owner(app, Cast.DistrictChair);
        await hers.Submit("Dela ut", form => form["owner"] = Cast.AssociationChair.Id.ToString());

        (await his.Submit("Dela ut", form => form["measure"] = "people")).Url.ShouldBe(Url);

        var commitment = await Planned.Find(app, "1.1");
        (commitment.OwnerId, commitment.MeasureCode).ShouldBe((Cast.AssociationChair.Id, "people"));
    }

    [Fact]
    public async Task A_linked_thing_is_news_and_can_be_taken_away()
    {
        await using var app = await Handed();
        var yusuf = await app.As(Cast.GroupLeader);
        var page = await (await (await yusuf.Open(Url)).Follow("Koppla")).Submit("Koppla", form =>
        {
            form["Input.Title"] = "Protokoll 14 maj";
            form["Input.Address"] = "https://koren.example/protokoll";
        });

        page.Html.QuerySelector("#kopplat h3 a")!.GetAttribute("href").ShouldBe("https://koren.example/protokoll");
        page.Html.QuerySelector("dd .status")!.TextContent.ShouldBe("På väg");
        page.Html.QuerySelector(".log li div")!.TextContent.ShouldContain("kopplade Protokoll 14 maj");

        (await page.Submit("Ta bort")).Html.QuerySelector("#kopplat h3").ShouldBeNull();
        (await app.Read(db => db.LinkedThings.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/planen")]
    [InlineData("koren.example")]
    public async Task Only_a_web_address_is_linked(string address)
    {
        await using var app = await Handed();

        var page = await (await (await app.As(Cast.GroupLeader)).Open(Url + "/koppla")).Submit("Koppla", form =>
        {
            form["Input.Title"] = "Protokoll";
            form["Input.Address"] = address;
        });

        page.Errors.ShouldBe(["Adressen ska börja med https:// eller http://."]);
        (await app.Read(db => db.LinkedThings.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_does_not_carry_it_neither_links_nor_notes()
    {
        await using var app = await Handed();
        var ahmed = await app.As(Cast.MemberOfStora);
        (await ahmed.Get(Url + "/koppla")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var token = (await ahmed.Open(Url)).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var act in new[] { "/koppla", "/koppla?handler=Remove", "/anteckning" })
            (await ahmed.Post(Url + act, new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("note", "x"), new("Input.Title", "x")]))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await app.Read(db => db.LinkedThings.CountAsync())).ShouldBe(0);
        (await Planned.Find(app, "1.1")).Note.ShouldBeNull();
    }

    [Fact]
    public async Task The_rows_behind_the_figure_are_read_on_asking_and_that_is_noted()
    {
        await using var app = await Handed();
        await Planned.Change(app, "1.1", c => c.Follow("people"));
        var tove = await app.As(Cast.Ombudsman);
        var page = await tove.Open(Url);
        page.Text.ShouldNotContain("Ahmed Nilsson");
        (await app.Read(db => db.Audit.CountAsync(a => a.What == "IMeasure"))).ShouldBe(0);

        var rows = await page.Follow("Visa raderna bakom");

        rows.Html.QuerySelector("#rader")!.TextContent.ShouldContain("Ahmed Nilsson");
        (await app.Read(db => db.Audit.CountAsync(a => a.What == "IMeasure"))).ShouldBe(1);
        (await (await (await app.As(Cast.MemberOfAlnas)).Open(Url)).Follow("Visa raderna bakom")).Text.ShouldNotContain("Ahmed Nilsson");
    }

    [Theory]
    [InlineData("Input.Pace", "99999999999", "Skriv ett tal från 1 till 100.")]
    [InlineData("Input.Pace", "många", "Skriv ett tal från 1 till 100.")]
    [InlineData("Input.Pace", "", "Fyll i det här fältet.")]
    [InlineData("Input.NewsDays", "366", "Skriv ett tal från 1 till 365.")]
    public async Task A_limit_that_cannot_be_is_answered_with_what_can(string field, string value, string says)
    {
        await using var app = await AppUnderTest.Start();

        var page = await (await (await app.As(Cast.Administrator)).Open("/installningar/lagen")).Submit("Spara", form => form[field] = value);

        page.Errors.ShouldBe([says]);
    }

    [Fact]
    public async Task The_limits_of_the_rule_are_settings_and_hold_at_once()
    {
        await using var app = await Handed();
        await Planned.Change(app, "1.1", c => c.Report(Cast.GroupLeader.Id, "Vi har börjat", null, null, null, FakeTime.Start.AddDays(-9), out _));
        var yusuf = await app.As(Cast.GroupLeader);
        (await yusuf.Open(Url)).Html.QuerySelector("dd .status")!.TextContent.ShouldBe("På väg");

        var siv = await app.As(Cast.Administrator);
        (await (await siv.Open("/installningar/lagen")).Submit("Spara", form => form["Input.NewsDays"] = "0")).Errors.Count.ShouldBe(1);
        await (await siv.Open("/installningar/lagen")).Submit("Spara", form => form["Input.NewsDays"] = "7");

        (await yusuf.Open(Url)).Html.QuerySelector("dd .status")!.TextContent.ShouldBe("Inte påbörjad");
        (await yusuf.Open(Url)).Text.ShouldContain("mer än 7 dagar sedan");
    }

    private static async Task<Sheet> Note(AppUnderTest app, Someone who) => Named(await (await app.As(who)).Open(Url), "#anteckning button", "Anteckna");

    private static async Task<Sheet> Owner(AppUnderTest app, Someone who) => Named(await (await app.As(who)).Open(Url), "#ansvarig button", "Dela ut");

    // several buttons on the page say "Spara"
    private static Sheet Named(Sheet page, string button, string name)
    {
        page.Html.QuerySelector(button)!.TextContent = name;
        return page;
    }

    private static async Task<AppUnderTest> Handed()
    {
        var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await Planned.Change(app, "1.1", c => c.HandTo(Cast.GroupLeader.Id, Cast.MemberOfAlnas.Id, null, FakeTime.Start.AddDays(-9)));
        return app;
    }
}
