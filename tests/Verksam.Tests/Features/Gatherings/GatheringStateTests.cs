using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>How far a gathering has come is said to those who arrange it; to others where it is not as they would think.</summary>
public sealed class GatheringStateTests
{
    [Fact]
    public async Task That_it_is_published_is_for_those_who_arrange()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);

        var page = await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url());

        Said(page).ShouldBeNull();
        page.Text.ShouldNotContain("Publicerad");
        Said(await (await app.As(Cast.AssociationChair)).Open(gathering.Url())).ShouldBe("Publicerad");
    }

    [Fact]
    public async Task That_it_is_cancelled_or_has_been_is_said_to_all()
    {
        await using var app = await AppUnderTest.Start();
        var (cancelled, over) = (await Arranged.In(app, Cast.Alnas), await Arranged.In(app, Cast.Alnas, days: -1));
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == cancelled.Id)).Cancel("Vattenskada.", FakeTime.Start).ShouldBeNull());

        foreach (var who in new[] { Cast.MemberOfAlnas, Cast.AssociationChair })
        {
            var visitor = await app.As(who);
            Said(await visitor.Open(cancelled.Url())).ShouldBe("Inställd");
            Said(await visitor.Open(over.Url())).ShouldBe("Har varit");
        }
    }

    // beside the heading
    private static string? Said(Sheet page) => page.Html.QuerySelector(".page-head .lead .status")?.TextContent;
}
