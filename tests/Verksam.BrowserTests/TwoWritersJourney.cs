using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>Two have the same commitment open; the second, who uses no mouse, is shown both and chooses.</summary>
public sealed class TwoWritersJourney(Browsers browsers, DemoHouse demo)
{
    [Theory]
    [InlineData(ColorScheme.Light, "1.2")]
    [InlineData(ColorScheme.Dark, "2.2")]
    public async Task The_second_is_shown_both_and_chooses_by_keys(ColorScheme scheme, string number)
    {
        var url = $"{demo.House.Url}/planen/2026/{number}/planera-om";
        var (first, second) = (await browsers.Open(Browsers.Desktop, scheme), await browsers.Open(Browsers.Desktop, scheme));
        await first.SignIn(demo.House, "Ingela Rönnkvist");
        await second.SignIn(demo.House, "Mattias Sundelöf");
        var complaints = second.Complaints();
        await second.Open(url);
        await Replan(first, url);

        await ReplanByKeys(second);
        (await second.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync()).ShouldBe("Någon annan hann före");
        await second.MustBeWell();
        (await second.GetByRole(AriaRole.Alert).TextContentAsync())!.ShouldContain("Ingela Rönnkvist sparade");
        (await second.GetByRole(AriaRole.Radio).CountAsync()).ShouldBe(2);
        await second.Reach(second.GetByRole(AriaRole.Radio).First);
        await second.Keyboard.PressAsync("ArrowDown"); // from what stands to one's own
        await second.Reach(second.GetByRole(AriaRole.Button, new() { Name = "Spara det jag valt" }));
        await second.PressKey("Enter");

        (await second.Said()).ShouldBe("Åtagandet är omplanerat.");
        (await second.Locator(".facts").First.TextContentAsync())!.ShouldContain("senast 30 november");
        (await second.Locator(".log").First.TextContentAsync())!.ShouldContain("senast 31 oktober"); // what the first wrote is kept
        complaints.ShouldBeEmpty();
    }

    private static async Task Replan(IPage page, string url)
    {
        await page.Open(url);
        var form = page.Locator("form.narrow");
        await form.GetByLabel("Klart").FillAsync("senast 31 oktober");
        await form.GetByLabel("Varför?").FillAsync("Vi väntar på tryckeriet.");
        await form.GetByLabel("Beslutat av").FillAsync("Styrelsen, § 60");
        await page.Press(form.GetByRole(AriaRole.Button, new() { Name = "Planera om" }));
    }

    private static async Task ReplanByKeys(IPage page)
    {
        var form = page.Locator("form.narrow");
        await Write("Klart", "senast 30 november");
        await Write("Varför?", "Vi har inte råd i höst.");
        await Write("Beslutat av", "Styrelsen, § 61");
        await page.Reach(form.GetByRole(AriaRole.Button, new() { Name = "Planera om" }));
        await page.PressKey("Enter");

        async Task Write(string label, string text)
        {
            await page.Reach(form.GetByLabel(label));
            await page.Keyboard.PressAsync("Control+A");
            await page.Keyboard.TypeAsync(text);
        }
    }
}
