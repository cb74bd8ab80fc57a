using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>A visitor without an account signs up for what is open to all, and cancels by the link of the letter; no cookie is set on the way.</summary>
public sealed partial class OpenJourney(Browsers browsers)
{
    [Theory]
    [InlineData(Browsers.Phone, ColorScheme.Dark, true)]
    [InlineData(Browsers.Desktop, ColorScheme.Light, true)]
    [InlineData(Browsers.Desktop, ColorScheme.Light, false)]
    public async Task A_visitor_without_an_account_signs_up_and_cancels(string device, ColorScheme scheme, bool script)
    {
        await using var house = await HouseOnAPort.Open(demo: true);
        var desk = await browsers.Open(Browsers.Desktop, scheme);
        await desk.SignIn(house, "Ingela Rönnkvist");
        await desk.Open($"{house.Url}/aktiviteter?manad=2026-09&vy=lista");
        await desk.Press(desk.GetByRole(AriaRole.Link, new() { Name = "Vem har råd med tänderna?" }));
        var address = await desk.GetByRole(AriaRole.Link, new() { Name = "Öppen sida" }).GetAttributeAsync("href");

        var visitor = await browsers.Open(device, scheme, script: script);
        await visitor.GotoAsync(house.Url + address);
        if (script)
            await visitor.MustBeWell();
        await visitor.GetByLabel("Namn").FillAsync("Disa Hed");
        await visitor.GetByLabel("E-post").FillAsync("disa@example.org");
        await visitor.GetByLabel("Jag går med på").CheckAsync();
        await visitor.GetByRole(AriaRole.Button, new() { Name = "Anmäl mig" }).ClickAsync();
        await visitor.GetByRole(AriaRole.Heading, new() { Name = "Tack!" }).WaitForAsync();
        if (script)
            await visitor.MustBeWell();

        await visitor.GotoAsync(house.Url + Link().Match(await ReadLetter(browsers, house)).Value);
        if (script)
            await visitor.MustBeWell();
        await visitor.GetByRole(AriaRole.Button, new() { Name = "Jag kan inte komma" }).ClickAsync();
        await visitor.GetByText("Du är avanmäld").WaitForAsync();

        (await visitor.Context.CookiesAsync()).ShouldBeEmpty();
    }

    private static async Task<string> ReadLetter(Browsers browsers, HouseOnAPort house)
    {
        var desk = await browsers.Open(Browsers.Desktop, ColorScheme.Light);
        await desk.SignIn(house, "Pekka Rautiola");
        await desk.GotoAsync($"{house.Url}/brev");
        await desk.GetByRole(AriaRole.Row).Filter(new() { HasText = "Besked om anmälan" }).GetByRole(AriaRole.Link, new() { Name = "Läs" }).ClickAsync();
        return (await desk.Locator("article.letter").TextContentAsync())!;
    }

    [GeneratedRegex(@"/anmalan/[\w-]{43}", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
