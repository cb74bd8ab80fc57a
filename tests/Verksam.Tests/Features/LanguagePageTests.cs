using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features;

public sealed class LanguagePageTests
{
    [Fact]
    public async Task The_language_one_chooses_stays()
    {
        await using var app = await AppUnderTest.Start();
        var visitor = app.Anybody();
        (await visitor.Open("/logga-in")).Heading.ShouldBe("Logga in");

        var page = await visitor.Open("/sprak/en?till=/logga-in");

        page.Url.ShouldBe("/logga-in");
        page.Html.DocumentElement.GetAttribute("lang").ShouldBe("en");
        (await visitor.Open("/logga-in")).Heading.ShouldBe("Sign in");
        (await visitor.Open("/sprak/sv?till=/logga-in")).Heading.ShouldBe("Logga in");
    }

    [Fact]
    public async Task The_browsers_own_wish_is_not_asked()
    {
        await using var app = await AppUnderTest.Start();
        var visitor = app.Anybody();

        var page = await visitor.Follow(await visitor.Send(new HttpRequestMessage(HttpMethod.Get, "/logga-in") { Headers = { { "Accept-Language", "en" } } }));

        page.Html.DocumentElement.GetAttribute("lang").ShouldBe("sv");
    }

    [Fact]
    public async Task An_unknown_language_is_Swedish() =>
        await Leads("/sprak/klingon?till=/logga-in", "/logga-in");

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("https://elsewhere.example")]
    public async Task The_choice_never_leads_out_of_the_house(string till) => await Leads("/sprak/en?till=" + Uri.EscapeDataString(till), "/");

    private static async Task Leads(string from, string to)
    {
        await using var app = await AppUnderTest.Start();
        (await app.Anybody().Get(from)).Headers.Location!.ToString().ShouldBe(to);
    }
}
