using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Accounts;

public sealed class SignOutTests
{
    [Fact]
    public async Task The_button_in_the_menu_leads_out()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var inside = await tove.Open("/planen");

        var door = await inside.Submit("Logga ut");

        door.Url.ShouldBe("/logga-in");
        tove.Cookies.Has("verksam").ShouldBeFalse();
        (await tove.Open("/planen")).Url.ShouldStartWith("/logga-in?till=");
    }

    [Fact]
    public async Task Following_a_link_to_the_page_does_not_sign_out()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        var page = await tove.Open("/logga-ut");

        page.Heading.ShouldBe("Logga ut?");
        (await tove.Open("/planen")).Url.ShouldBe("/planen");
    }
}
