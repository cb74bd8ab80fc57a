using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>A browser where script is turned off is a browser.</summary>
public sealed class NoScriptJourney(Browsers browsers, DemoHouse demo)
{
    private const string Plan = "Verksamhetsplan 2028\n\n# Möten\n\nDistriktet ska hålla minst fyra medlemsmöten. Styrelsen ska besöka alla föreningar före 1 juni.";

    [Fact]
    public async Task A_plan_is_proposed_and_amended_without_script()
    {
        var page = await browsers.Open(Browsers.Phone, ColorScheme.Light, script: false);
        await page.SignIn(demo.House, "Ingela Rönnkvist");
        await page.GotoAsync($"{demo.House.Url}/planen/ta-in");
        await page.GetByLabel("Eller klistra in").FillAsync(Plan);
        await page.Press("Läs planen");
        await page.Press(page.GetByRole(AriaRole.Button, new() { Name = "Godkänn" }).First);
        await page.Press(page.GetByRole(AriaRole.Button, new() { Name = "Godkänn" }).First);
        await page.Press("Visa som förslag till plan");

        await page.GotoAsync(page.Url + "/yrkanden/nytt");
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Distriktet ska hålla minst fyra medlemsmöten." }));
        await page.GetByLabel("De nya orden").FillAsync("Distriktet ska hålla minst sex medlemsmöten.");
        await page.Press("Lämna yrkandet");

        (await page.Said()).ShouldBe("Yrkande 1 är lämnat.");
        (await page.Locator("#y1 del").TextContentAsync()).ShouldBe("fyra");
        (await page.Locator("#y1 ins").TextContentAsync()).ShouldBe("sex");
    }

    [Fact]
    public async Task A_commitment_is_reported_without_script()
    {
        var page = await browsers.Open(Browsers.Phone, ColorScheme.Light, script: false);
        await page.SignIn(demo.House, "Ingela Rönnkvist");
        await page.GotoAsync($"{demo.House.Url}/planen/2026/2.1");
        await page.GetByLabel("Vad har hänt?").FillAsync("Listan är på väg till trycket.");
        await page.Locator("summary").Filter(new() { HasText = "Sätt läget själv" }).ClickAsync();
        await page.Locator("#rapportera").GetByLabel("Läge").SelectOptionAsync("I riskzonen");
        await page.Press("Spara", "#rapportera");

        (await page.Said()).ShouldBe("Sparat. Tack för att du berättar.");
        (await page.Locator(".log li").First.TextContentAsync())!.ShouldContain("Listan är på väg till trycket.");
        (await page.Locator(".when .status").TextContentAsync()).ShouldBe("I riskzonen");
    }
}
