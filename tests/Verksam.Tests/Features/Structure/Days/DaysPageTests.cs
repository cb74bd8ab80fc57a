using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Structure.Days;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Structure.Days;

public sealed class DaysPageTests
{
    [Theory]
    [InlineData("Ett parti", "Valdagen")]
    [InlineData("Ett fackförbund", "Världsdagen för anständigt arbete")]
    [InlineData("En förening", "Internationella frivilligdagen")]
    public async Task An_organisation_begins_with_the_days_of_its_sort(string sort, string has)
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await (await app.As(Cast.Ombudsman)).Open("/dagar/2026")).Submit(sort);

        page.Url.ShouldBe("/dagar/2026");
        page.Text.ShouldContain(has);
        page.Html.QuerySelectorAll("h2").Select(h => h.TextContent).ShouldNotContain("Inga dagar än");
    }

    [Fact]
    public async Task What_is_taken_up_stands_on_the_wheel_on_its_day_or_another_and_can_be_unsaid()
    {
        await using var app = await WithDays();
        var tove = await app.As(Cast.Ombudsman);

        var taken = await Press(app, tove, "Take", "Första maj");
        taken.Text.ShouldContain("Första maj står på årshjulet 2026.");
        await Press(app, tove, "Take", "Valdagen", "2026-09-20");
        (await app.Read(db => db.DayAnswers.Select(a => a.Day).ToListAsync())).ShouldBe([new DateOnly(2026, 5, 1), new DateOnly(2026, 9, 20)], ignoreOrder: true);

        var undone = await taken.Submit("Ångra");
        undone.Text.ShouldContain("Första maj är ett förslag igen.");
        (await app.Read(db => db.DayAnswers.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Not_this_year_is_an_answer_for_this_year_only()
    {
        await using var app = await WithDays();
        var tove = await app.As(Cast.Ombudsman);

        var left = await Press(app, tove, "Leave", "Första maj");

        Names(left, "#forslag-h").ShouldNotContain("Första maj");
        left.Html.QuerySelector("details.fold:last-of-type h3")!.TextContent.ShouldBe("Första maj");
        Names(await tove.Open("/dagar/2027"), "#forslag-h").ShouldContain("Första maj");
    }

    [Fact]
    public async Task What_nobody_answered_before_it_came_is_not_asked_for_any_more()
    {
        await using var app = await WithDays();

        var page = await (await app.As(Cast.Ombudsman)).Open("/dagar/2026");

        Names(page, "#forslag-h").ShouldNotContain("Internationella kvinnodagen"); // two days ago
        page.Html.QuerySelector("details.fold summary")!.TextContent.ShouldStartWith("Har redan varit");
    }

    [Fact]
    public async Task A_day_of_another_year_is_refused()
    {
        await using var app = await WithDays();

        var page = await Press(app, await app.As(Cast.Ombudsman), "Take", "Valdagen", "2027-09-12");

        page.Errors.ShouldBe(["Välj en dag i det året."]);
        (await app.Read(db => db.DayAnswers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_day_is_answered_by_those_who_edit_the_plan_of_its_unit()
    {
        await using var app = await WithDays();
        foreach (var other in new[] { Cast.AssociationChair, Cast.MemberOfAlnas, Cast.Auditor })
        {
            var page = await (await app.As(other)).Open("/dagar/2026");
            page.Text.ShouldContain("Valdagen");
            page.Html.QuerySelectorAll("main form").Length.ShouldBe(0, other.Name);
            (await Press(app, await app.As(other), "Take", "Valdagen")).Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
        }
        (await app.Read(db => db.DayAnswers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task An_association_has_days_of_its_own_that_its_neighbour_does_not_see()
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await (await app.As(Cast.AssociationChair)).Open("/dagar/ny")).Submit("Spara dagen", form =>
        {
            form["Input.Name"] = "Föreningen bildades";
            form["Input.Kind"] = "Anniversary";
            form["Input.Month"] = "11";
            form["Input.Day"] = "4";
            form["Input.FirstYear"] = "1926";
        });

        page.Text.ShouldContain("Föreningen bildades är sparad.");
        page.Text.ShouldContain("Årsdag. 100 år.");
        (await (await app.As(Cast.Ombudsman)).Open("/dagar/2026")).Text.ShouldContain("Föreningen bildades");
        (await (await app.As(Cast.MemberOfStora)).Open("/dagar/2026")).Text.ShouldNotContain("Föreningen bildades");
        var id = await app.Read(db => db.YearDays.Select(d => d.Id).SingleAsync());
        (await (await app.As(Cast.AssociationChair)).Open($"/dagar/dag/{id}")).Text.ShouldContain("Faller nästa gång 4 november");
        (await (await app.As(Cast.GroupLeader)).Open($"/dagar/dag/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await (await app.As(Cast.Ombudsman)).Open($"/dagar/dag/{id}")).Submit("Ta bort")).Text.ShouldContain("Föreningen bildades är borttagen.");
    }

    private static async Task<AppUnderTest> WithDays()
    {
        var app = await AppUnderTest.Start();
        await app.Write(db =>
        {
            db.YearDays.AddRange(UsualDays.Of("party", Cast.District.Id, new()));
            return Task.CompletedTask;
        });
        return app;
    }

    // what the form sends, also for those who are shown none
    private static async Task<Sheet> Press(AppUnderTest app, Visitor visitor, string what, string name, string? on = null)
    {
        var id = await app.Read(db => db.YearDays.Where(d => d.Name == name).Select(d => d.Id).SingleAsync());
        var page = await visitor.Open("/dagar/2026");
        using var form = new FormUrlEncodedContent(
        [
            new("day", id.ToString()),
            new("on", on ?? page.Html.GetElementById($"dag-{id}")?.GetAttribute("value") ?? ""),
            new("__RequestVerificationToken", page.Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!),
        ]);
        return await visitor.Follow(await visitor.Post($"/dagar/2026?handler={what}", form));
    }

    private static IEnumerable<string> Names(Sheet page, string heading) =>
        page.Html.QuerySelector(heading)?.Closest("section")?.QuerySelectorAll("h3").Select(h => h.TextContent.Trim()) ?? [];
}
