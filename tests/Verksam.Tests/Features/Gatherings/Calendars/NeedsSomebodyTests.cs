using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Calendars;

/// <summary>The head of the calendar speaks of the days that are looked at; the list below it of all that needs somebody.</summary>
public sealed class NeedsSomebodyTests
{
    [Theory]
    [InlineData("?manad=2026-03", "Två behöver någon.")]
    [InlineData("?manad=2026-04", "En behöver någon.")]
    [InlineData("?manad=2026-05", null)]
    [InlineData("?manad=2026-02", null)]
    [InlineData("?vy=vecka&vecka=2026-W12", "En behöver någon.")]
    [InlineData("?vy=ar&ar=2026", "Tre behöver någon.")]
    [InlineData("?vy=ar&ar=2027", null)]
    public async Task Only_what_is_in_the_days_that_are_looked_at_is_counted(string asked, string? said)
    {
        await using var app = await AppUnderTest.Start();
        foreach (var days in new[] { 7, 14, 27 }) // 17 and 24 March, 6 April
            await Shifts.Stands.At(app, Cast.Alnas, days: days, title: $"Bokbord om {days} dagar");

        var page = await (await app.As(Cast.AssociationChair)).Open("/aktiviteter" + asked);

        (page.Html.QuerySelector(".page-head .lead b")?.TextContent).ShouldBe(said);
        page.Html.QuerySelectorAll("#behover li").Length.ShouldBe(3);
    }

    [Fact]
    public async Task What_goes_on_over_the_end_of_a_month_is_in_both()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Shifts.Stands.At(app, Cast.Alnas, days: 21); // 31 March
        await app.Write(async db => (await db.Gatherings.SingleAsync()).Take(new Hours(stand.Starts, stand.Ends.AddDays(1)), new Whereabouts(null, stand.Spot, null), FakeTime.Start).ShouldBeNull());
        var birgitta = await app.As(Cast.AssociationChair);

        foreach (var month in new[] { "2026-03", "2026-04" })
            (await birgitta.Open("/aktiviteter?manad=" + month)).Html.QuerySelector(".page-head .lead b")!.TextContent.ShouldBe("En behöver någon.", month);
    }
}
