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
