using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Tests.House;
using Xunit;
using static Verksam.Tests.Features.Gatherings.Rearrangings;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>The open page of what was rearranged says what is otherwise, and only that.</summary>
public sealed class OpenRearrangedTests
{
    private const string Then = "Tisdag 17 mars 09.30–11.30";

    [Theory]
    [InlineData("Move", "Input.Day", "2026-03-20", Then, "Fredag 20 mars 09.30–11.30")]
    [InlineData("Move", "Input.To", "12:00", Then, "Tisdag 17 mars 09.30–12.00")]
    [InlineData("Place", "Input.Venue", "Medborgarhuset", "Folkets hus", "Medborgarhuset")]
    [InlineData("Place", "Input.Spot", "Parken", "Folkets hus", "Parken")]
    [InlineData("Digital", "Input.Link", "https://moten.example/vinter", "Folkets hus", "Digitalt")]
    [InlineData("Hybrid", "Input.Link", "https://moten.example/vinter", "Folkets hus", "Folkets hus och på nätet")]
    public async Task What_is_otherwise_stands_with_what_it_was(string kind, string field, string value, string was, string becomes)
    {
        await using var app = await AppUnderTest.Start();
        var (gathering, other) = await InTheHall(app);

        await Rearrange(app, gathering, kind, field, value == "Medborgarhuset" ? other.Id.ToString() : value);

        var page = await app.Anybody().Open($"/kalender/{gathering.Id}");
        page.Text.ShouldContain($"Det har blivit ändrat{Why}");
        page.Html.QuerySelectorAll(".event del").Select(d => d.TextContent).ShouldBe([was]);
        page.Html.QuerySelectorAll(".event ins").Select(i => i.TextContent).ShouldBe([becomes]);
        page.Html.DocumentElement.OuterHtml.ShouldNotContain("moten.example");
    }

    [Fact]
    public async Task What_was_changed_twice_stands_with_what_it_was_at_first()
    {
        await using var app = await AppUnderTest.Start();
        var (gathering, other) = await InTheHall(app);

        await Rearrange(app, gathering, "Move", "Input.Day", "2026-03-20");
        await Rearrange(app, gathering, "Place", "Input.Venue", other.Id.ToString());

        var page = await app.Anybody().Open($"/kalender/{gathering.Id}");
        page.Html.QuerySelectorAll(".event del").Select(d => d.TextContent).ShouldBe([Then, "Folkets hus"]);
        page.Html.QuerySelectorAll(".event ins").Select(i => i.TextContent).ShouldBe(["Fredag 20 mars 09.30–11.30", "Medborgarhuset"]);
        await Rearrange(app, gathering, "Move", "Input.Day", "2026-03-17");
        page = await app.Anybody().Open($"/kalender/{gathering.Id}");
        page.Html.QuerySelectorAll(".event del").Select(d => d.TextContent).ShouldBe(["Folkets hus"]); // when it is as it was at first
    }

    [Fact]
    public async Task What_was_taken_back_says_nothing()
    {
        await using var app = await AppUnderTest.Start();
        var (gathering, _) = await InTheHall(app);

        await (await Rearrange(app, gathering, "Move", "Input.Day", "2026-03-20")).Submit("Ångra alltihop");

        var page = await app.Anybody().Open($"/kalender/{gathering.Id}");
        page.Text.ShouldNotContain("Det har blivit ändrat");
        page.Html.QuerySelectorAll(".event del, .event ins").ShouldBeEmpty();
    }

    private static async Task<(Gathering Gathering, Venue Other)> InTheHall(AppUnderTest app)
    {
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        var (hall, other) = (new Venue(Cast.Alnas.Id), new Venue(Cast.Alnas.Id));
        hall.Describe("Folkets hus", null, null, null);
        other.Describe("Medborgarhuset", null, null, null);
        await app.Write(async db =>
        {
            db.AddRange(hall, other);
            var row = await db.Gatherings.SingleAsync();
            row.Take(new Hours(row.Starts, row.Ends), new Whereabouts(hall.Id, null, null), FakeTime.Start).ShouldBeNull();
        });
        return (gathering, other);
    }

    private static async Task<Sheet> Rearrange(AppUnderTest app, Gathering gathering, string kind, string field, string value)
    {
        var birgitta = await app.As(Cast.AssociationChair);
        return await Do(app, birgitta, await birgitta.Open($"/aktiviteter/planera-om?en={gathering.Id}&gor={kind}"), f =>
        {
            if (kind == "Place")
                f["Input.Venue"] = "";
            f[field] = value;
        });
    }
}
