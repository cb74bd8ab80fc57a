using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Segments;
using Verksam.Kernel.Audit;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Segments;

/// <summary>Somebody puts a sentence together, sees how many are left at each step, and saves it.</summary>
public sealed class BuilderPageTests
{
    [Fact]
    public async Task A_condition_is_added_filled_in_counted_and_taken_away_without_script()
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await app.As(Cast.Ombudsman)).Open("/urval/nytt");
        page.Text.ShouldContain("Tio personer");

        page = await page.Submit("Lägg till", f => f["ny.r"] = "enhet");
        page.Text.ShouldContain("hör till");
        page = await page.Submit("Räkna om", f => f["svar.r-0.0"] = "alnas");
        page.Text.ShouldContain("Tre kvar, sju föll bort.");
        page = await page.Submit("Lägg till", f => f["ny.r"] = "uppdrag");
        page = await page.Submit("Räkna om", f => f["inte.r-1"] = "nej");
        page.Text.ShouldContain("En kvar, två föll bort.");
        page.Url.ShouldBe("/urval/nytt?urval=1.alla(enhet:alnas;!uppdrag:*,*)");

        page = await page.Submit("Visa dem");
        Names(page).ShouldBe(["Lena Lund"]);
        page.Text.ShouldContain("Personer som hör till Alnäs med allt under och som inte har uppdrag som vad som helst i hela organisationen.");

        page = await Press(page, "bort.r-0");
        page.Url.ShouldBe("/urval/nytt?urval=1.alla(!uppdrag:*,*)");
    }

    [Fact]
    public async Task What_is_chosen_and_not_yet_added_counts_when_one_saves_or_asks_who_they_are()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        var page = await (await tove.Open("/urval/nytt")).Submit("Visa dem", f => f["ny.r"] = "uppdrag");
        page.Url.ShouldBe("/urval/nytt?urval=1.alla(uppdrag:*,*)&visa=true");
        page = await page.Submit("Räkna om", f => f["ny.r"] = "epost"); // what is only counted waits
        page.Url.ShouldNotContain("epost");
        await page.Submit("Spara urvalet", f => (f["ny.r"], f["Input.Name"]) = ("epost", "De som nås"));

        SegmentText.Write((await app.Read(db => db.Segments.SingleAsync(s => s.Name == "De som nås"))).Question).ShouldContain("epost");
    }

    [Fact]
    public async Task A_day_follows_the_day_somebody_asks_until_a_certain_one_is_chosen()
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await app.As(Cast.Ombudsman)).Open("/urval/nytt");

        page = await page.Submit("Lägg till", f => f["ny.r"] = "betalt");
        page.Url.ShouldBe("/urval/nytt?urval=1.alla(betalt:idag)");
        page.Html.QuerySelector("input[type=date]").ShouldBeNull();
        page = await page.Submit("Räkna om", f => f["dag.r-0.0"] = "idag-30");
        (await page.Submit("Visa dem")).Text.ShouldContain("som har betald avgift för 30 dagar sedan.");
        page = await page.Submit("Räkna om", f => f["dag.r-0.0"] = "viss");
        page.Url.ShouldBe("/urval/nytt?urval=1.alla(betalt:2026-03-10)");
        page = await page.Submit("Räkna om", f => f["svar.r-0.0"] = "2026-02-01");
        (await page.Submit("Visa dem")).Text.ShouldContain("som har betald avgift den 1 februari.");
    }

    [Fact]
    public async Task Groups_stand_in_each_other_and_any_adds_up()
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await app.As(Cast.Ombudsman)).Open("/urval/nytt");

        page = await page.Submit("Lägg till en grupp");
        page = await Press(page, "till.r-0", f => f["ny.r-0"] = "just-enhet");
        page = await Press(page, "till.r-0", f => (f["ny.r-0"], f["svar.r-0-0.0"]) = ("just-enhet", "alnas"));
        page = await page.Submit("Räkna om", f => f["svar.r-0-1.0"] = "stora");

        page.Url.ShouldBe("/urval/nytt?urval=1.alla(nagon(just-enhet:alnas;just-enhet:stora))");
        page.Text.ShouldContain("Tre till, tre hittills.");
        page.Text.ShouldContain("Tre till, sex hittills.");
        page.Text.ShouldContain("Sex kvar, fyra föll bort.");
    }

    [Fact]
    public async Task What_is_not_filled_in_or_not_understood_is_said_and_chooses_nobody()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        (await tove.Open("/urval/nytt?urval=1.alla(ort:)")).Text.ShouldContain("Fyll i det som saknas så räknar vi.");
        var foreign = await tove.Open("/urval/nytt?urval=1.alla(epost;horoskop:fisk;hm(&visa=true");
        foreign.Text.ShouldContain("Vi förstår inte");
        Names(foreign).ShouldBeEmpty();
        var unknown = await tove.Open("/urval/nytt?urval=1.alla(epost;!horoskop:fisk)&visa=true");
        unknown.Text.ShouldContain("Vi förstår inte ”horoskop”");
        Names(unknown).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1.alla(alder:x,y)")]
    [InlineData("1.alla(alder:-5,999)")]
    [InlineData("1.alla(betalt:2026-02-31)")]
    [InlineData("1.alla(betalt:idag-)")]
    [InlineData("1.alla(betalt:idag+99999999999)")]
    [InlineData("1.alla(betalt:idag--3)")]
    [InlineData("1.alla(var:Nobody,alnas,0001-01-01)")]
    [InlineData("1.alla(urval:00000000-0000-0000-0000-000000000000)")]
    [InlineData("1.alla(valda:abc)")]
    [InlineData("1.alla(fyller-i:13;ledig:9,Morning;sprak:xx;enhet:finns-inte;etikett:00000000-0000-0000-0000-000000000000)")]
    [InlineData("1.ingen(epost:1,2,3)")]
    [InlineData("%00%ff")]
    public async Task No_address_breaks_the_page(string address)
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        var page = await tove.Open($"/urval/nytt?urval={address}&visa=true&sida=-4");

        page.Status.ShouldBe(HttpStatusCode.OK);
        Names(page).ShouldBeEmpty();
        (await tove.Open("/urval/nytt?andra=nonsens")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_segment_is_saved_renamed_changed_removed_and_taken_back()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        var page = await (await tove.Open("/urval/nytt?urval=1.alla(enhet:alnas)")).Submit("Spara urvalet", f => f["Input.Name"] = "Alnäs");
        page.Text.ShouldContain("Urvalet Alnäs är sparat.");
        page.Text.ShouldContain("Tre personer");
        (await tove.Open("/urval")).Text.ShouldContain("Personer som hör till Alnäs med allt under.");
        page = await page.Submit("Byt namn", f => f["Input.Name"] = "Vi i Alnäs");
        page.Heading.ShouldBe("Vi i Alnäs");
        page = await (await page.Follow("Ändra")).Submit("Lägg till", f => f["ny.r"] = "uppdrag");
        page = await page.Submit("Spara urvalet");
        page.Text.ShouldContain("Två personer");

        page = await page.Submit("Ta bort urvalet");
        page.Text.ShouldContain("Inget urval är sparat än");
        (await page.Submit("Ångra")).Heading.ShouldBe("Vi i Alnäs");
        (await app.Read(db => db.Audit.CountAsync(e => e.What == nameof(Segment) && e.Kind == AuditKind.Read && e.By == Cast.Ombudsman.Id.Value))).ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task What_cannot_be_saved_is_refused_and_what_was_written_stays()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        var page = await (await tove.Open("/urval/nytt?urval=1.alla(ort:)")).Submit("Spara urvalet", f => f["Input.Name"] = "Tomt");
        page.Text.ShouldContain("Fyll i alla villkor först.");
        page.Html.QuerySelector("#Input_Name")!.GetAttribute("value").ShouldBe("Tomt");
        page = await (await tove.Open("/urval/nytt?urval=1.alla(epost)")).Submit("Spara urvalet", f => f["Input.Name"] = "  ");
        page.Text.ShouldContain("Skriv ett namn");
        (await app.Read(db => db.Segments.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_segment_in_others_stays_while_they_rest_on_it_and_leads_nowhere_round()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var inner = await Save(app, "Nåbara", "1.alla(epost)");
        var outer = await Save(app, "I Alnäs", $"1.alla(enhet:alnas;urval:{inner.Id})");

        var page = await tove.Open($"/urval/{outer.Id}");
        page.Text.ShouldContain("finns i urvalet Nåbara, Norrsjö distrikt");
        Names(page).Count.ShouldBe(3);
        (await tove.Open($"/urval/{inner.Id}")).Text.ShouldContain("Används av urvalet I Alnäs.");

        page = await (await tove.Open($"/urval/nytt?andra={inner.Id}&urval=1.alla(urval:{outer.Id})")).Submit("Spara urvalet");
        page.Text.ShouldContain("leda runt till sig självt");
    }

    private static async Task<Segment> Save(AppUnderTest app, string name, string question)
    {
        var segment = new Segment(Cast.District.Id, Cast.Ombudsman.Id, name, SegmentText.Read(question));
        await app.Write(db => Task.FromResult(db.Add(segment)));
        return segment;
    }

    // the words on the buttons are the same in each group; their values are not
    private static async Task<Sheet> Press(Sheet page, string value, Action<Fields>? fill = null) => await page.Submit("Räkna om", f =>
    {
        fill?.Invoke(f);
        f.Forge(BuildingSteps.Button, value);
    });

    private static List<string> Names(Sheet page) => [.. page.Html.QuerySelectorAll("tbody .who").Select(a => a.TextContent)];
}
