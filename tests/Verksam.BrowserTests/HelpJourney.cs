using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>Help where one stands: by the link, by the key, and without being signed in.</summary>
public sealed class HelpJourney(Browsers browsers, DemoHouse demo)
{
    [Theory]
    [InlineData(Browsers.Desktop, ColorScheme.Dark)]
    [InlineData(Browsers.Phone, ColorScheme.Light)]
    public async Task From_a_screen_to_what_is_written_of_it(string device, ColorScheme scheme)
    {
        var page = await browsers.Open(device, scheme);
        var complaints = page.Complaints();
        await page.Open($"{demo.House.Url}/logga-in");
        await page.Press(page.Locator("footer").GetByRole(AriaRole.Link, new() { Name = "Hjälp" }));
        page.Url.ShouldBe($"{demo.House.Url}/hjalp/konto#logga-in");
        await page.MustBeWell();

        await page.SignIn(demo.House, "Ingela Rönnkvist");
        await page.Open($"{demo.House.Url}/uppfoljning");
        await page.Keyboard.PressAsync("?");
        var keys = page.Locator("#tangenter");
        (await keys.InnerTextAsync()).ShouldContain("Hjälp om den här sidan");
        await page.MustBeWell();
        await page.Press(keys.GetByRole(AriaRole.Link));
        Uri.UnescapeDataString(page.Url).ShouldBe($"{demo.House.Url}/hjalp/folj-upp#uppföljning-till-styrelsen");
        await page.MustBeWell();
        await page.Open($"{demo.House.Url}/hjalp/drift");
        complaints.ShouldBeEmpty();
    }
}
