using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>On a square where the net comes and goes: nothing that was written is lost, and a page that cannot be had says so.</summary>
public sealed class OfflineJourney(Browsers browsers, DemoHouse demo)
{
    [Fact]
    public async Task Without_a_net_one_is_told_and_goes_on_where_one_was()
    {
        var house = demo.House;
        var page = await browsers.Open(Browsers.Phone, ColorScheme.Light);
        await page.SignIn(house, "Ingela Rönnkvist");
        await page.Open($"{house.Url}/planen/2026/4.3");
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await page.Context.SetOfflineAsync(true);

        await page.GetByLabel("Vad har hänt?").FillAsync("Två kvällar är hållna.");
        await page.Locator("#rapportera button").First.ClickAsync();
        (await page.Locator("#rapportera [role=alert]").TextContentAsync())!.ShouldStartWith("Inget nät");
        await page.MustBeWell();
        (await page.GetByLabel("Vad har hänt?").InputValueAsync()).ShouldBe("Två kvällar är hållna.");

        var elsewhere = await page.Context.NewPageAsync();
        await elsewhere.GotoAsync($"{house.Url}/oversikt");
        (await elsewhere.Locator("h1").TextContentAsync()).ShouldBe("Inget nät");
        await elsewhere.MustBeWell();
        (await elsewhere.EvaluateAsync<string>("getComputedStyle(document.querySelector('.button.primary')).borderRadius")).ShouldNotBe("0px"); // it has its looks

        await page.Context.SetOfflineAsync(false);
        await elsewhere.Press(elsewhere.GetByRole(AriaRole.Link, new() { Name = "Försök igen" }));
        elsewhere.Url.ShouldEndWith("/oversikt");
        (await elsewhere.Locator("h1").TextContentAsync()).ShouldBe("Söndag 14 juni");
        (await page.Locator("#rapportera [role=alert]").CountAsync()).ShouldBe(0);
        await page.Press("Spara", "#rapportera");
        (await page.Said()).ShouldBe("Sparat. Tack för att du berättar.");
    }
}
