using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>On the page of each time of a series stand those that come next.</summary>
public sealed class SeriesNextTests
{
    [Fact]
    public async Task A_time_that_is_cancelled_is_struck_through_and_says_so()
    {
        await using var app = await AppUnderTest.Start();
        var all = await Weekly.In(app, Cast.Alnas);
        var cancelled = all[1].Id;
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == cancelled)).Cancel("Storm.", FakeTime.Start).ShouldBeNull());

        var next = (await (await app.As(Cast.MemberOfAlnas)).Open(all[0].Url())).Html.QuerySelector("section[aria-labelledby=serie-h]")!;

        next.QuerySelector("h2")!.TextContent.ShouldBe("Kommer igen");
        next.QuerySelectorAll("li").Length.ShouldBe(3);
        next.QuerySelectorAll("s").Select(s => s.TextContent).ShouldBe(["Tisdag 24 mars 09.30–13.30"]);
        next.QuerySelectorAll(".status").Select(s => s.TextContent).ShouldBe(["Inställd"]);
        next.QuerySelectorAll("li")[0].QuerySelector("a")!.GetAttribute("href").ShouldBe(all[1].Url());
        next.QuerySelectorAll("li")[1].TextContent.Trim().ShouldBe("Tisdag 31 mars 10.30–14.30"); // summer time by then
    }

    [Fact]
    public async Task None_that_is_on_is_struck_through()
    {
        await using var app = await AppUnderTest.Start();
        var all = await Weekly.In(app, Cast.Alnas);

        var next = (await (await app.As(Cast.MemberOfAlnas)).Open(all[0].Url())).Html.QuerySelector("section[aria-labelledby=serie-h]")!;

        next.QuerySelectorAll("li").Length.ShouldBe(3);
        next.QuerySelector("s").ShouldBeNull();
        next.QuerySelector(".status").ShouldBeNull();
    }
}
