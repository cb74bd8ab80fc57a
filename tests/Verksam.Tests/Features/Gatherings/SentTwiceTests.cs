using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>Two presses, or the back button and once more, do what one does.</summary>
public sealed class SentTwiceTests
{
    [Theory]
    [InlineData("", "", 1)]
    [InlineData("Weekly", "2026-05-05", 8)]
    public async Task A_form_that_is_sent_twice_makes_one_gathering_or_one_series(string again, string until, int made)
    {
        await using var app = await AppUnderTest.Start();
        var form = await (await app.As(Cast.AssociationChair)).Open("/aktiviteter/ny");
        Task<Sheet> Send() => form.Submit("Spara utkastet", f => (f["Input.Title"], f["Input.Again"], f["Input.Until"]) = ("Språkkafé", again, until));

        var (first, second) = (await Send(), await Send());

        second.Url.ShouldBe(first.Url);
        second.Status.ShouldBe(HttpStatusCode.OK);
        (await app.Read(db => db.Gatherings.CountAsync(g => g.Title == "Språkkafé"))).ShouldBe(made);
    }

    [Fact]
    public async Task A_form_whose_gathering_was_thrown_away_makes_another_and_nobody_elses_is_reached_by_it()
    {
        await using var app = await AppUnderTest.Start();
        var theirs = await Arranged.In(app, Cast.Stora, published: false);
        var form = await (await app.As(Cast.AssociationChair)).Open("/aktiviteter/ny");
        Task<Sheet> Send(string? id = null) => form.Submit("Spara utkastet", f => (f["Input.Title"], f["Input.Asked"]) = ("Språkkafé", id ?? f["Input.Asked"]));
        var first = await Send();
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Title == "Språkkafé")).Discard(FakeTime.Start).ShouldBeNull());

        (await Send()).Url.ShouldNotBe(first.Url);
        (await Send(theirs.Id.ToString())).Text.ShouldContain("Språkkafé");

        (await app.Read(db => db.Gatherings.SingleAsync(g => g.Id == theirs.Id))).Title.ShouldBe("Samtal om skolan");
    }

    [Fact]
    public async Task What_to_bring_stands_once_however_often_it_is_sent_and_twice_when_two_bring_it()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var form = await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/ta-med");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await form.Submit("Spara", f =>
            {
                (f["Lines[0].What"], f["Lines[1].What"]) = ("Kaka", "Kaka");
                (f["Lines[0].Note"], f["Lines[1].Note"]) = ("utan nötter", "med nötter");
            });
        }

        (await app.Read(db => db.BringItems.Select(b => b.Note).ToListAsync())).ShouldBe(["utan nötter", "med nötter"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("12.50", 12.5)]
    [InlineData("1 250,50 kr", 1250.5)]
    public async Task What_it_cost_is_read_as_it_is_written(string written, double kronor)
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await app.As(Cast.AssociationChair)).Open((await Arranged.In(app, Cast.Alnas)).Url() + "/kostnader");

        var unclear = await page.Submit("Lägg till", f => (f["Input.What"], f["Input.Amount"]) = ("Kaffe", "1.250"));
        unclear.Errors.Single().ShouldStartWith("Skriv ett tal från 0 till");
        await unclear.Submit("Lägg till", f =>
        {
            f["Input.Amount"].ShouldBe("1.250");
            f["Input.Amount"] = written;
        });

        (await app.Read(db => db.GatheringCosts.SingleAsync())).Amount.ShouldBe((decimal)kronor);
    }

    [Fact]
    public async Task What_it_cost_is_written_down_once_however_often_it_is_sent()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == gathering.Id)).MayCost(100));
        var page = await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/kostnader");
        Task<Sheet> Send() => page.Submit("Lägg till", f => (f["Input.What"], f["Input.Amount"]) = ("Kaffe", "80"));

        await Send();
        page = await Send();
        page.Text.ShouldContain("80 av 100 kronor");
        page = await Send(); // another form, another cost

        page.Text.ShouldContain("160 av 100 kronor");
        (await app.Read(db => db.GatheringCosts.CountAsync())).ShouldBe(2);
    }
}
