using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Planning;
using Verksam.Kernel;
using Verksam.PlanReading;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class ReviewPageTests
{
    [Fact]
    public async Task What_one_accepts_is_understood_as_one_said()
    {
        await using var app = await AppUnderTest.Start();
        var draft = await Planned.Draft(app);

        var next = await (await Open(app, draft)).Submit("Godkänn G", form =>
        {
            form["Input.Kind"] = "Goal";
            form["Input.Modality"] = "Should";
            form["Input.Responsible"] = "Körledaren";
            form["Input.Value"] = "2,5";
            form["Input.Due"] = "senast 20 juni";
        });

        next.Url.ShouldBe($"/planen/granska/{draft}?nr=2");
        var first = (await Planned.Found(app, draft))[0];
        (first.Review, first.ReviewedBy, first.ReviewedAt).ShouldBe((ReviewState.Accepted, Cast.Ombudsman.Id, FakeTime.Start));
        (first.Reading.Kind, first.Reading.Modality, first.Reading.Responsible, first.Reading.MeasureValue, first.Reading.DueTo)
            .ShouldBe((CommitmentKind.Goal, Modality.Should, "Körledaren", 2.5m, new DateOnly(2026, 6, 20)));
        next.Html.QuerySelector("#f-1 .status")!.TextContent.ShouldBe("Ändrat");
    }

    [Fact]
    public async Task A_bad_field_gives_the_form_again_with_what_was_typed()
    {
        await using var app = await AppUnderTest.Start();
        var draft = await Planned.Draft(app);

        var page = await (await Open(app, draft)).Submit("Godkänn G", form =>
        {
            form["Input.Value"] = "";
            form["Input.Responsible"] = "Körledaren";
        });

        page.Text.ShouldContain("Skriv hur många, eller välj ett annat mått.");
        page.Html.QuerySelector("#vem")!.GetAttribute("value").ShouldBe("Körledaren");
        (await Planned.Found(app, draft))[0].Review.ShouldBe(ReviewState.Open);
    }

    [Fact]
    public async Task Where_nothing_is_found_one_is_shown_how_to_add_and_nothing_can_be_proposed()
    {
        await using var app = await AppUnderTest.Start();
        var page = await Open(app, await Planned.Draft(app, "Kören bildades 1974. Det var roligt."));

        page.Html.QuerySelector(".empty h2")!.TextContent.ShouldBe("Vi hittade inga åtaganden");
        page.Html.QuerySelector(".empty a")!.GetAttribute("href").ShouldBe(page.Url + "/lagg-till");
        page.Text.ShouldNotContain("Allt är granskat.");
        page.Html.QuerySelector("#klar form").ShouldBeNull();

        var added = await Point(page);
        added.Html.QuerySelector(".empty").ShouldBeNull();
        (await added.Submit("Släpp X")).Html.QuerySelector("#klar form").ShouldBeNull();
    }

    [Fact]
    public async Task Many_millions_can_be_asked_for()
    {
        await using var app = await AppUnderTest.Start();
        var draft = await Planned.Draft(app, "Vi ska samla in minst fyra kronor.");

        await (await Open(app, draft)).Submit("Godkänn G", form => form["Input.Value"] = "12500000");

        (await Planned.Found(app, draft))[0].Reading.MeasureValue.ShouldBe(12_500_000);
    }

    [Fact]
    public async Task One_drops_splits_joins_adds_and_takes_it_all_back()
    {
        await using var app = await AppUnderTest.Start();
        var draft = await Planned.Draft(app);
        var before = await States(app, draft);

        await (await Open(app, draft)).Submit("Släpp X");
        await (await Open(app, draft, 1)).Submit("Dela i två");
        await (await Open(app, draft, 2)).Submit("Gör dem till ett");
        var page = await Point(await Open(app, draft, 1));

        (await States(app, draft)).ShouldBe(
        [
            "Accepted: Kören bildades 1974.",
            "Open: Vi ska hålla minst fyra konserter",
            "Open: och bjuda in en gäst. Styrelsen ska boka kyrkan senast 31 maj.",
            "Open: Vi ska åka till Åland i augusti.",
            "Open: Antalet medlemmar ska öka.",
        ]);
        for (var i = 0; i < 4; i++)
            page = await page.Submit("Ångra Z");
        (await States(app, draft)).ShouldBe(before);
        (await app.Read(db => db.ReviewSteps.CountAsync())).ShouldBe(0);
        page.Html.QuerySelector("[data-key=z]").ShouldBeNull();
    }

    [Fact]
    public async Task All_sure_ones_are_accepted_in_one_press_and_taken_back_in_one()
    {
        await using var app = await AppUnderTest.Start();
        var draft = await Planned.Draft(app);
        var before = await States(app, draft);

        var page = await (await Open(app, draft)).Submit("Godkänn de fyra säkra förslagen");

        (await States(app, draft)).ShouldAllBe(s => s.StartsWith("Accepted"));
        page.Text.ShouldContain("Allt är granskat.");
        await page.Submit("Ångra Z");
        (await States(app, draft)).ShouldBe(before);
    }

    [Fact]
    public async Task Of_two_who_decide_the_same_one_the_second_is_told_and_nothing_is_overwritten()
    {
        await using var app = await AppUnderTest.Start();
        var draft = await Planned.Draft(app);
        var mine = await Open(app, draft);
        var theirs = await Open(app, draft, by: Cast.DistrictChair);
        await mine.Submit("Godkänn G", form => form["Input.Responsible"] = "Körledaren");

        var told = await theirs.Submit("Släpp X");

        told.Status.ShouldBe(HttpStatusCode.Conflict);
        var first = (await Planned.Found(app, draft))[0];
        (first.Review, first.ReviewedBy, first.Reading.Responsible).ShouldBe((ReviewState.Accepted, Cast.Ombudsman.Id, "Körledaren"));
        (await app.Read(db => db.ReviewSteps.CountAsync())).ShouldBe(1);
        await (await Open(app, draft, 1, Cast.DistrictChair)).Submit("Släpp X");
        (await Planned.Found(app, draft))[0].Review.ShouldBe(ReviewState.Dropped);
    }

    [Fact]
    public async Task In_a_plan_where_nothing_was_found_one_can_point()
    {
        await using var app = await AppUnderTest.Start();
        var draft = await Planned.Draft(app, "Kören bildades 1974. Den är stor.");

        var page = await Point(await Open(app, draft));

        page.Status.ShouldBe(HttpStatusCode.OK);
        (await States(app, draft)).ShouldBe(["Accepted: Kören bildades 1974."]);
    }

    [Theory]
    [InlineData("kvar", 3)]
    [InlineData("slappta", 1)]
    [InlineData("tveksamma", 0)]
    [InlineData("vadsomhelst", 4)]
    public async Task One_can_look_at_some_of_them(string filter, int marks)
    {
        await using var app = await AppUnderTest.Start();
        var draft = await Planned.Draft(app);
        await (await Open(app, draft)).Submit("Släpp X");

        var page = await (await app.As(Cast.Ombudsman)).Open($"/planen/granska/{draft}?visa={filter}");

        page.Html.QuerySelectorAll("mark.commitment").Length.ShouldBe(marks);
    }

    [Fact]
    public async Task Every_word_of_the_plan_is_on_the_page()
    {
        await using var app = await AppUnderTest.Start();
        var draft = await Planned.Draft(app);

        var page = await Open(app, draft);

        foreach (var note in page.Html.QuerySelectorAll(".note, a.ref"))
            note.Remove();
        string.Concat(page.Html.QuerySelector("article.doc")!.TextContent.Where(c => !char.IsWhiteSpace(c)))
            .ShouldBe(string.Concat(Planned.Choir.Where(c => !char.IsWhiteSpace(c) && c != '#')));
    }

    [Fact]
    public async Task Anothers_draft_is_not_there()
    {
        await using var app = await AppUnderTest.Start();
        var draft = await Planned.Draft(app, unit: Cast.Stora);

        (await (await app.As(Cast.AssociationChair)).Open($"/planen/granska/{draft}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Cast.AssociationChair)).Open($"/planen/granska/{draft}/lagg-till")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Cast.MemberOfStora)).Open($"/planen/granska/{draft}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task One_points_in_the_text_itself_at_what_is_not_found_and_comes_to_it()
    {
        await using var app = await AppUnderTest.Start();
        var draft = await Planned.Draft(app);
        var tove = await app.As(Cast.Ombudsman);

        var page = await tove.Open($"/planen/granska/{draft}/lagg-till");
        page.Html.QuerySelectorAll("a.point").Select(a => a.TextContent).ShouldBe(["Kören bildades 1974."]); // the rest is found already
        page.Html.QuerySelector(".verdict button").ShouldBeNull();
        var chosen = await page.Follow("Kören bildades 1974.");
        chosen.Html.QuerySelector("a.point[aria-current]")!.TextContent.ShouldBe("Kören bildades 1974.");
        var added = await chosen.Submit("Lägg till den");

        added.Url.ShouldBe($"/planen/granska/{draft}?nr=1");
        added.Html.QuerySelector("mark[aria-current]")!.TextContent.ShouldBe("Kören bildades 1974.");
        (await tove.Open($"/planen/granska/{draft}/lagg-till")).Html.QuerySelectorAll("a.point").ShouldBeEmpty();
        (await tove.Open($"/planen/granska/{draft}/lagg-till?start=3&length=5")).Html.QuerySelector(".verdict button").ShouldBeNull();
    }

    [Fact]
    public async Task What_no_page_does_is_not_there()
    {
        await using var app = await AppUnderTest.Start();
        var draft = await Planned.Draft(app);
        var page = await Open(app, draft);
        foreach (var button in page.Html.QuerySelectorAll("[formaction]"))
            button.SetAttribute("formaction", $"/planen/granska/{draft}?handler=Nope");

        (await page.Send("Godkänn G")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        app.Log.Lines.ShouldBeEmpty();
    }

    private static async Task<Sheet> Point(Sheet review)
    {
        var page = await review.Follow(review.Html.QuerySelector(".empty") is null ? "Lägg till L" : "Lägg till det första");
        return await (await page.Follow(page.Html.QuerySelector("a.point")!.TextContent)).Submit("Lägg till den");
    }

    private static async Task<Sheet> Open(AppUnderTest app, Id<PlanVersion> draft, int? nr = null, Someone? by = null) =>
        await (await app.As(by ?? Cast.Ombudsman)).Open($"/planen/granska/{draft}{(nr is null ? "" : $"?nr={nr}")}");

    private static async Task<List<string>> States(AppUnderTest app, Id<PlanVersion> draft)
    {
        var text = (await app.Read(db => db.PlanVersions.SingleAsync())).Text;
        return [.. (await Planned.Found(app, draft)).Select(c => $"{c.Review}: {string.Join(" … ", c.RangesIn(draft).Select(r => r.In(text)))}")];
    }
}
