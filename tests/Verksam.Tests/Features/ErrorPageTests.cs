using System.Net;
using System.Text.RegularExpressions;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features;

public sealed partial class ErrorPageTests
{
    [Theory]
    [InlineData(400, "Sidan hann bli gammal")]
    [InlineData(403, "Det här ser bara den som behöver det")]
    [InlineData(404, "Sidan finns inte")]
    [InlineData(409, "Någon annan hann före")]
    [InlineData(413, "Filen är för stor")]
    [InlineData(429, "Vänta en liten stund")]
    [InlineData(503, "Vi kommer inte åt planen just nu")]
    [InlineData(507, "Det gick inte att spara")]
    [InlineData(405, "Något gick fel hos oss")]
    public async Task An_error_is_said_in_words_with_what_to_do_and_a_way_home(int code, string heading)
    {
        await using var app = await AppUnderTest.StartEmpty();

        var page = await app.Anybody().Open($"/fel/{code}");

        page.Heading.ShouldBe(heading);
        page.Html.QuerySelectorAll("main p").Length.ShouldBeGreaterThanOrEqualTo(3);
        page.Html.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldBe(["/"]);
        Code().IsMatch(page.Text).ShouldBeFalse();
    }

    [Fact]
    public async Task A_page_that_is_not_there_and_one_that_is_not_yours_look_different_from_a_fault()
    {
        await using var app = await AppUnderTest.Start();
        var lena = await app.As(Cast.MemberOfAlnas);

        var missing = await lena.Open("/finns-inte");
        var forbidden = await lena.Open("/planen/ta-in");

        (missing.Status, missing.Heading).ShouldBe((HttpStatusCode.NotFound, "Sidan finns inte"));
        (forbidden.Status, forbidden.Heading).ShouldBe((HttpStatusCode.Forbidden, "Det här ser bara den som behöver det"));
    }

    [Fact]
    public async Task Whoever_came_second_finds_the_way_back_and_the_help_is_not_asked_about_the_fault()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var url = $"/manniskor/{Cast.MemberOfAlnas.Id}/uppgifter";
        var (one, two) = (await tove.Open(url), await tove.Open(url));

        await one.Submit("Spara", f => f["Input.Called"] = "Lollo");
        var late = await two.Submit("Spara", f => f["Input.Called"] = "Lenan");

        (late.Status, late.Heading).ShouldBe((HttpStatusCode.Conflict, "Någon annan hann före"));
        late.Html.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldBe([url, "/"]);
        late.Html.QuerySelector("a[href^='/hjalp']")!.GetAttribute("href").ShouldBe("/hjalp");
    }

    [Fact]
    public async Task Who_is_signed_in_keeps_the_menu_and_is_told_as_whom()
    {
        await using var app = await AppUnderTest.Start();
        var lena = await app.As(Cast.MemberOfAlnas);
        var menu = Menu(await lena.Open("/oversikt"));
        menu.ShouldContain("/planen");

        var (missing, forbidden) = (await lena.Open("/finns-inte"), await lena.Open("/brev"));

        Menu(missing).ShouldBe(menu);
        Menu(forbidden).ShouldBe(menu);
        missing.Text.ShouldNotContain("Lena Lund");
        forbidden.Text.ShouldContain("Du är inloggad som Lena Lund, medlem.");
        Menu(await app.Anybody().Open("/fel/404")).ShouldBeEmpty();
        (await lena.Open(missing.Html.QuerySelector("nav.nav a[href^='/hjalp']")!.GetAttribute("href")!)).Url.ShouldBe("/hjalp");

        static IEnumerable<string?> Menu(Sheet page) => page.Html.QuerySelectorAll("nav.nav a:not([href^='/hjalp'])").Select(a => a.GetAttribute("href"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_an_old_page()
    {
        await using var app = await AppUnderTest.Start();
        var visitor = app.Anybody();

        var page = await Sheet.Of(visitor, await visitor.Post("/logga-in"));

        (page.Status, page.Heading).ShouldBe((HttpStatusCode.BadRequest, "Sidan hann bli gammal"));
    }

    [GeneratedRegex(@"\b[1-5]\d\d\b", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
