using System.Net;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People;

/// <summary>What the page says is what the doors do.</summary>
public sealed class WhoSeesPageTests
{
    [Theory]
    [InlineData("Lena Lund")]
    [InlineData("Ahmed Nilsson")]
    [InlineData("Siv Berg")]
    [InlineData("Maja Främling")]
    public async Task Those_it_names_can_open_ones_page_and_nobody_else(string name)
    {
        await using var app = await AppUnderTest.Start();
        var somebody = Cast.Named(name);
        var can = new List<string>();
        foreach (var other in Cast.All.Where(p => p != somebody))
        {
            if ((await (await app.As(other)).Get($"/manniskor/{somebody.Id}")).StatusCode == HttpStatusCode.OK)
                can.Add(other.Name);
        }

        var page = await (await app.As(somebody)).Open("/konto/vem-ser");

        page.Html.QuerySelectorAll("section[aria-labelledby=ser-h] .row-title").Select(n => n.TextContent).Distinct().ShouldBe(can, ignoreOrder: true);
        can.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Whoever_looked_is_named_and_oneself_is_not()
    {
        await using var app = await AppUnderTest.Start();
        var lena = await app.As(Cast.MemberOfAlnas);
        (await lena.Open("/konto/vem-ser")).Text.ShouldContain("Ingen annan har öppnat den.");
        await lena.Open($"/manniskor/{Cast.MemberOfAlnas.Id}");
        await (await app.As(Cast.AssociationChair)).Open($"/manniskor/{Cast.MemberOfAlnas.Id}");

        var page = await lena.Open("/konto/vem-ser");

        page.Html.QuerySelectorAll("section[aria-labelledby=tittat-h] li div").Select(l => l.TextContent).ShouldBe([Cast.AssociationChair.Name]);
    }
}
