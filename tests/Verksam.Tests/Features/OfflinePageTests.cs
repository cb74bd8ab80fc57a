using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features;

public sealed class OfflinePageTests
{
    [Fact]
    public async Task The_page_that_is_kept_in_a_browser_says_nothing_of_anybody_and_sets_no_cookie()
    {
        await using var app = await AppUnderTest.Start();
        var lena = await app.As(Cast.MemberOfAlnas);

        var page = await lena.Open("/utan-nat");

        page.Heading.ShouldBe("Inget nät");
        page.Html.DocumentElement.TextContent.ShouldNotContain("Lena");
        page.Answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await app.Anybody().Open("/utan-nat")).Html.QuerySelector("a.primary")!.GetAttribute("href").ShouldBe("");
    }
}
