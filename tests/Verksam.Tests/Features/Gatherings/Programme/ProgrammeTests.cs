using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Messages;
using Verksam.Features.Gatherings.Programme;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Programme;

/// <summary>Who takes part in a gathering, what to read before, with whom it is arranged, and how one comes in.</summary>
public sealed class ProgrammeTests
{
    private const string Report = "https://www.example.org/tandvard.pdf";

    [Fact]
    public async Task Panel_partner_and_reading_stand_on_the_page_that_anybody_reads_and_machines_too()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);

        var saved = await Fill(app, gathering);

        saved.Text.ShouldContain("Programmet är sparat.");
        foreach (var page in new[] { saved, await app.Anybody().Open($"/kalender/{gathering.Id}"), await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url()) })
        {
            page.Html.QuerySelectorAll("#program .person").Select(p => p.TextContent.Trim()).ShouldBe(["MSMargareta SjöhagTandläkare i 26 år", "AWAmina WarsameLeder samtalet"]);
            page.Text.ShouldContain("I samarbete med ABF Norrsjö.");
            page.Text.ShouldContain("09.30–11.30, dörrarna öppnar 09.00, fri entré");
            var reading = page.Html.QuerySelector($"a[href='{Report}']")!;
            (reading.TextContent, reading.GetAttribute("rel")).ShouldBe(("Utredningen", "noopener noreferrer"));
        }
        var machine = JsonDocument.Parse((await app.Anybody().Open($"/kalender/{gathering.Id}")).Html.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        machine.GetProperty("performer").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ShouldBe(["Margareta Sjöhag", "Amina Warsame"]);
        machine.GetProperty("contributor").GetProperty("name").GetString().ShouldBe("ABF Norrsjö");
        machine.GetProperty("isAccessibleForFree").GetBoolean().ShouldBeTrue();
        machine.GetProperty("doorTime").GetString().ShouldEndWith("T09:00:00+01:00");
    }

    [Fact]
    public async Task It_is_in_the_letter_of_the_day_before_and_the_doors_follow_a_gathering_that_is_moved()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, days: 3);
        await Fill(app, gathering);
        await (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url())).Submit("Jag kommer");
        await app.Write(async db =>
        {
            var moved = await db.Gatherings.SingleAsync();
            moved.Take(new Hours(moved.Starts.AddHours(3), moved.Ends.AddHours(3)), new Whereabouts(null, moved.Spot, moved.Link), FakeTime.Start);
        });

        await app.Work<IEnumerable<IJob>>(jobs => jobs.Single(j => j.Name == MessageRound.JobName).Run(FakeTime.Start.AddDays(2), CancellationToken.None));
        await app.SendLetters();

        var letter = app.Post.HandedOver.Single(l => l.Text.Contains(Report, StringComparison.Ordinal));
        letter.Text.ShouldContain("Att läsa innan:\nUtredningen\n" + Report);
        letter.Text.ShouldContain("dörrarna öppnar 12.00, fri entré");
    }

    [Fact]
    public async Task A_row_that_is_emptied_goes_and_what_is_no_link_is_refused_with_what_was_written()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await Fill(app, gathering);
        var form = await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/program");
        form.Html.QuerySelector("[name='Input.Fee']")!.GetAttribute("value").ShouldBe("0"); // not as a database writes it

        var refused = await form.Submit("Spara", f => (f["Input.Contributors[0].About"], f["Input.Readings[1].Title"], f["Input.Readings[1].Link"], f["Input.Doors"]) = ("", "Boken", "javascript:alert(1)", "09:00"));

        refused.Errors.ShouldBe(["Länken ska börja med https:// och vara hel."]);
        refused.Html.QuerySelector("[name='Input.Readings[1].Title']")!.GetAttribute("value").ShouldBe("Boken");
        (await app.Read(db => db.Contributors.CountAsync())).ShouldBe(2);
        (await form.Submit("Spara", f => f["Input.Doors"] = "10:30")).Errors.ShouldBe(["Dörrarna ska öppna innan det börjar, högst sex timmar före."]);
        (await form.Submit("Spara", f => f["Input.Contributors[0].Name"] = "")).Errors.ShouldBe(["Skriv ett namn."]); // of whom something is said
        (await form.Submit("Spara", f => f["Input.Readings[0].Link"] = "")).Errors.ShouldBe(["Skriv länken."]);
        await form.Submit("Spara", f => (f["Input.Contributors[0].Name"], f["Input.Contributors[0].About"], f["Input.Readings[0].Title"], f["Input.Readings[0].Link"]) = ("", "", "", ""));
        (await app.Read(db => db.Contributors.Select(c => c.Name).ToListAsync())).ShouldBe(["Amina Warsame"]);
        (await app.Read(db => db.Readings.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task As_many_as_there_is_room_for_are_saved_again_and_one_more_is_refused()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var birgitta = await app.As(Cast.AssociationChair);
        for (var n = 0; n < Contributor.Most; n += 2)
        {
            var at = n;
            await (await birgitta.Open(gathering.Url() + "/program")).Submit("Spara", f => (f[$"Input.Contributors[{at}].Name"], f[$"Input.Contributors[{at + 1}].Name"]) = ($"Namn {at}", $"Namn {at + 1}"));
        }

        var full = await birgitta.Open(gathering.Url() + "/program");
        (await full.Submit("Spara", f => f["Input.Fee"] = "20")).Text.ShouldContain("Programmet är sparat.");
        (await full.Submit("Spara", f => f[$"Input.Contributors[{Contributor.Most}].Name"] = "En till")).Errors.ShouldBe(["Högst 20 medverkande och 20 länkar får plats."]);
        (await app.Read(db => db.Contributors.CountAsync())).ShouldBe(Contributor.Most);
    }

    [Theory]
    [InlineData("www.example.org/bok", "https://www.example.org/bok")]
    [InlineData("HTTPS://example.org", "HTTPS://example.org")]
    [InlineData("http://example.org", null)]
    [InlineData("https://nagon:hemligt@example.org", null)]
    [InlineData("bok", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    public void A_link_is_on_the_web_and_safe(string written, string? link)
    {
        var reading = new Reading(Id<Gathering>.New());

        (reading.Write(0, "Boken", written) is null).ShouldBe(link is not null);
        reading.Link.ShouldBe(link ?? "");
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_has_each_once()
    {
        await using var app = await AppUnderTest.Start();
        var form = await (await app.As(Cast.AssociationChair)).Open((await Arranged.In(app, Cast.Alnas)).Url() + "/program");

        foreach (var _ in Enumerable.Range(0, 2))
            await form.Submit("Spara", f => (f["Input.Contributors[0].Name"], f["Input.Readings[0].Link"]) = ("Margareta Sjöhag", Report));

        (await app.Read(async db => (await db.Contributors.CountAsync(), await db.Readings.CountAsync()))).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Doors_before_midnight_are_saved_again()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await app.Write(async db =>
        {
            var night = await db.Gatherings.SingleAsync();
            night.Take(new Hours(night.Starts.AddHours(15), night.Ends.AddHours(16)), new Whereabouts(null, night.Spot, null), FakeTime.Start); // half past midnight
        });
        var page = await (await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/program")).Submit("Spara", f => f["Input.Doors"] = "23:45");
        page.Text.ShouldContain("dörrarna öppnar 23.45");

        (await (await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/program")).Submit("Spara")).Text.ShouldContain("Programmet är sparat.");
    }

    [Fact]
    public async Task Last_years_comes_along_in_a_copy()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await Fill(app, gathering);

        await (await (await app.As(Cast.AssociationChair)).Open($"/aktiviteter/ny?som={gathering.Id}")).Submit("Spara utkastet");

        var copy = await app.Read(db => db.Gatherings.SingleAsync(g => g.Id != gathering.Id));
        (copy.Partner, copy.Fee, copy.DoorsBefore).ShouldBe(("ABF Norrsjö", 0m, 30));
        (await app.Read(db => db.Contributors.Where(c => c.GatheringId == copy.Id).OrderBy(c => c.Order).Select(c => c.Name).ToListAsync())).ShouldBe(["Margareta Sjöhag", "Amina Warsame"]);
        (await app.Read(db => db.Readings.SingleAsync(r => r.GatheringId == copy.Id))).Link.ShouldBe(Report);
    }

    [Fact]
    public async Task Who_does_not_arrange_it_changes_nothing_and_others_read_nothing()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await Fill(app, gathering);

        (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url() + "/program")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.As(Cast.MemberOfStora)).Open(gathering.Url())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.Anybody().Get($"/kalender/{gathering.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_place_with_an_address_is_on_the_map_and_one_without_is_not()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        var (hall, hut) = (new Venue(Cast.Alnas.Id), new Venue(Cast.Alnas.Id));
        hall.Describe("Folkets hus", "Bruksgatan 4", "831 30", "Norrlid");
        hut.Describe("Stugan vid sjön", null, null, null);
        await app.Write(async db =>
        {
            db.AddRange(hall, hut);
            await At(db, hall);
        });

        var map = (await app.Anybody().Open($"/kalender/{gathering.Id}")).Html.QuerySelector(".when a")!;
        (map.TextContent, map.GetAttribute("href"), map.GetAttribute("rel")).ShouldBe(("Karta", "https://www.openstreetmap.org/search?query=Bruksgatan%204%2C%20831%2030%20Norrlid", "noopener noreferrer"));

        await app.Write(db => At(db, hut));
        var page = await app.Anybody().Open($"/kalender/{gathering.Id}");
        page.Html.QuerySelector(".when")!.TextContent.ShouldContain("Stugan vid sjön");
        page.Html.QuerySelector(".when a").ShouldBeNull();
        var place = JsonDocument.Parse(page.Html.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement.GetProperty("location")[0];
        (place.GetProperty("name").GetString(), place.GetProperty("address").GetString()).ShouldBe(("Stugan vid sjön", "Stugan vid sjön"));
        (await (await app.Anybody().Get($"/kalender/{gathering.Id}?handler=Calendar")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("LOCATION:Stugan vid sjön");

        async Task At(Verksam.Kernel.AppDb db, Venue venue)
        {
            var at = await db.Gatherings.SingleAsync();
            at.Take(new Hours(at.Starts, at.Ends), new Whereabouts(venue.Id, null, null), FakeTime.Start);
        }
    }

    private static async Task<Sheet> Fill(AppUnderTest app, Gathering gathering) =>
        await (await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/program")).Submit("Spara", f =>
        {
            (f["Input.Contributors[0].Name"], f["Input.Contributors[0].About"]) = ("Margareta Sjöhag", "Tandläkare i 26 år");
            (f["Input.Contributors[1].Name"], f["Input.Contributors[1].About"]) = ("Amina Warsame", "Leder samtalet");
            (f["Input.Readings[0].Title"], f["Input.Readings[0].Link"]) = ("Utredningen", Report);
            (f["Input.Partner"], f["Input.Fee"], f["Input.Doors"]) = ("ABF Norrsjö", "0", "09:00");
        });
}
