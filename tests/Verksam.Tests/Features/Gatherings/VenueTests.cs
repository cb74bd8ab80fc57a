using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>The register of places, and the kinds of gathering.</summary>
public sealed class VenueTests
{
    [Fact]
    public async Task A_place_is_entered_once_and_tells_on_every_gathering_who_can_get_in()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        await (await tove.Open("/aktiviteter/platser/ny")).Submit("Spara", f =>
        {
            (f["Input.Name"], f["Input.PostalCode"], f["Input.Town"], f["Input.CheckedOn"]) = ("Folkets hus", "83130", "Norrsjö", "2026-03-01");
            (f["Input.Access[0].Answer"], f["Input.Access[0].Note"]) = ("Yes", "Dörren är 95 cm bred.");
        });
        var venue = await app.Read(db => db.Venues.SingleAsync());
        (venue.PostalCode, venue.CheckedById).ShouldBe(("831 30", Cast.Ombudsman.Id));

        var page = await (await (await app.As(Cast.AssociationChair)).Open("/aktiviteter/ny")).Submit("Spara utkastet", f => (f["Input.Title"], f["Input.Venue"]) = ("Ett möte", venue.Id.ToString()));

        page.Text.ShouldContain("831 30 Norrsjö");
        page.Text.ShouldContain("Plan entré. Dörren är 95 cm bred.");
        page.Text.ShouldContain("Kontrollerat på plats 1 mars.");
    }

    [Fact]
    public async Task A_place_of_the_district_is_used_below_and_changed_there_only()
    {
        await using var app = await AppUnderTest.Start();
        var hall = new Venue(Cast.District.Id);
        hall.Describe("Folkets hus", null, null, null);
        await app.Write(db => Task.FromResult(db.Add(hall)));
        var birgitta = await app.As(Cast.AssociationChair);

        var places = await birgitta.Open("/aktiviteter/platser");
        places.Text.ShouldContain("Folkets hus");
        places.Html.QuerySelector($"a[href$='{hall.Id}']").ShouldBeNull(); // no link that leads nowhere
        (await birgitta.Open($"/aktiviteter/platser/{hall.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_no_postal_code_is_said()
    {
        await using var app = await AppUnderTest.Start();

        var page = await (await (await app.As(Cast.Ombudsman)).Open("/aktiviteter/platser/ny")).Submit("Spara", f => (f["Input.Name"], f["Input.PostalCode"]) = ("Folkets hus", "12"));

        page.Errors.ShouldBe(["Skriv fem siffror, till exempel 831 30."]);
    }

    [Fact]
    public async Task A_place_that_is_put_away_is_not_offered_and_stays_where_it_was()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var hall = new Venue(Cast.District.Id);
        hall.Describe("Folkets hus", null, null, null);
        await app.Write(db => Task.FromResult(db.Add(hall)));
        var page = await (await tove.Open("/aktiviteter/ny")).Submit("Spara utkastet", f => (f["Input.Title"], f["Input.Venue"]) = ("Ett möte", hall.Id.ToString()));

        await (await tove.Open($"/aktiviteter/platser/{hall.Id}")).Submit("Ta bort ur listan att välja");

        (await tove.Open("/aktiviteter/ny")).Html.QuerySelector("#Input_Venue")!.TextContent.ShouldNotContain("Folkets hus");
        (await tove.Open(page.Url + "/andra")).Html.QuerySelector("#Input_Venue")!.TextContent.ShouldContain("Folkets hus");
    }

    [Fact]
    public async Task Kinds_are_renamed_put_away_and_added()
    {
        await using var app = await AppUnderTest.Start();
        var siv = await app.As(Cast.Administrator);

        await (await siv.Open("/installningar/aktivitetsslag")).Submit("Spara namnen", f => f["names[stand]"] = "Bokbord");
        var page = await (await siv.Open("/installningar/aktivitetsslag")).Submit("Lägg till", f => f["Name"] = "Studiecirkel");
        page.Text.ShouldContain("”Studiecirkel” går att välja.");
        await page.Submit("Erbjud inte Möte");

        var offered = (await siv.Open("/aktiviteter/ny")).Html.QuerySelectorAll("#Input_Kind option").Select(o => o.TextContent).ToList();
        offered.ShouldContain("Bokbord");
        offered.ShouldContain("Studiecirkel");
        offered.ShouldNotContain("Möte");
        offered[^1].ShouldBe("Annat");
    }
}
