using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>The form of a new gathering sees what one who hurries does not.</summary>
public sealed class NewGatheringPageTests
{
    [Fact]
    public async Task The_browsers_back_and_the_same_once_more_makes_no_second()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);
        async Task<Sheet> Make(string title) => await (await birgitta.Open("/aktiviteter/ny")).Submit("Spara utkastet", f => (f["Input.Title"], f["Input.Again"], f["Input.Until"]) = (title, "Weekly", "2026-04-30"));

        await Make("Språkkafé");
        var again = await Make("Språkkafé"); // another form, with an id of its own

        again.Errors.ShouldBe(["”Språkkafé” finns redan den tiden på samma plats. Vill du ha en till, ge den ett annat namn."]);
        var made = await app.Read(db => db.Gatherings.CountAsync(g => g.Title == "Språkkafé"));
        await Make("Språkkafé för barn");
        (await app.Read(db => db.Gatherings.CountAsync(g => g.Title == "Språkkafé för barn"))).ShouldBe(made);
    }

    [Fact]
    public async Task Two_at_one_time_in_two_places_are_two_and_one_that_was_cancelled_may_be_made_anew()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);
        async Task Make(string spot) => (await (await birgitta.Open("/aktiviteter/ny")).Submit("Spara utkastet", f => (f["Input.Title"], f["Input.Spot"]) = ("Torgmöte", spot))).Errors.ShouldBeEmpty();

        await Make("Torget");
        await Make("Stationen");
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Spot == "Torget")).Discard(FakeTime.Start).ShouldBeNull());
        await Make("Torget");

        (await app.Read(db => db.Gatherings.CountAsync(g => g.Title == "Torgmöte"))).ShouldBe(3);
    }

    [Fact]
    public async Task A_place_that_is_not_in_the_list_is_written_in_the_form_and_is_in_it_from_then()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);
        async Task<Sheet> Make(string title) => await (await birgitta.Open("/aktiviteter/ny")).Submit("Spara utkastet", f =>
            (f["Input.Title"], f["Input.PlaceName"], f["Input.PlaceStreet"], f["Input.PlaceTown"]) = (title, "Bystugan", "Byvägen 3", "Alnäs"));

        (await Make("Fika")).Text.ShouldContain("Bystugan");
        await Make("Möte");

        var venue = await app.Read(db => db.Venues.SingleAsync(v => v.Name == "Bystugan"));
        (venue.UnitId, venue.Street, venue.Town).ShouldBe((Cast.Alnas.Id, "Byvägen 3", "Alnäs"));
        (await app.Read(db => db.Gatherings.CountAsync(g => g.VenueId == venue.Id))).ShouldBe(2);
        (await birgitta.Open("/aktiviteter/ny")).Html.QuerySelector("[name='Input.Venue']")!.TextContent.ShouldContain("Bystugan, Alnäs");
    }

    [Fact]
    public async Task A_place_is_written_as_one_changes_it_too()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);

        await (await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/andra")).Submit("Spara", f => f["Input.PlaceName"] = "Bystugan");

        var venue = await app.Read(db => db.Venues.SingleAsync(v => v.Name == "Bystugan"));
        (await app.Read(db => db.Gatherings.SingleAsync(g => g.Id == gathering.Id))).VenueId.ShouldBe(venue.Id);
    }

    [Theory]
    [InlineData("1900-01-01")]
    [InlineData("2126-03-20")]
    public async Task A_day_of_another_age_is_a_slip(string day)
    {
        await using var app = await AppUnderTest.Start();

        var page = await (await (await app.As(Cast.AssociationChair)).Open("/aktiviteter/ny")).Submit("Spara utkastet", f => (f["Input.Title"], f["Input.Day"]) = ("Fika", day));

        page.Errors.ShouldBe(["Välj en dag inom tio år."]);
        (await app.Read(db => db.Gatherings.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_the_calendar_has_that_day_is_said_in_the_form()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);

        (await birgitta.Open("/aktiviteter/ny?dag=2026-06-20")).Html.QuerySelector(".notice[role=note]")!.TextContent.ShouldContain("idsommardagen");
        (await birgitta.Open("/aktiviteter/ny?dag=2026-06-16")).Html.QuerySelector(".notice[role=note]").ShouldBeNull();
    }
}
