using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>Somebody is found with the keyboard alone, what has happened is read, and some of the list are chosen for something.</summary>
public sealed class FindJourney(Browsers browsers)
{
    [Theory]
    [InlineData(Browsers.Desktop, ColorScheme.Light)]
    [InlineData(Browsers.Desktop, ColorScheme.Dark)]
    [InlineData(Browsers.Phone, ColorScheme.Light)]
    public async Task From_a_key_to_a_person_and_from_the_list_to_an_act(string device, ColorScheme scheme)
    {
        await using var house = await HouseOnAPort.Open(demo: true);
        var page = await browsers.Open(device, scheme);
        var complaints = page.Complaints();
        await page.SignIn(house, "Ingela Rönnkvist");

        await ByKeys(page, house);
        await InTheList(page, house);
        await OnAPage(page, house);
        complaints.ShouldBeEmpty();
    }

    private static async Task ByKeys(IPage page, HouseOnAPort house)
    {
        await page.Open($"{house.Url}/oversikt");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("ingela rönn");
        var found = page.Locator("dialog.finder .finds a").First;
        await Assertions.Expect(found).ToContainTextAsync("Ingela Rönnkvist");
        await page.MustBeWell(); // with the box open
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(found).ToBeFocusedAsync();
        await page.PressKey("Enter");
        (await page.Locator("h1").TextContentAsync())!.ShouldContain("Ingela Rönnkvist");
        await page.MustBeWell();
        (await page.Locator("#handelser li").CountAsync()).ShouldBeGreaterThan(0);

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("zzzz");
        await Assertions.Expect(page.Locator("dialog.finder [role=status]")).ToContainTextAsync("Inget passar in");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("dialog.finder")).ToBeHiddenAsync();
    }

    private static async Task InTheList(IPage page, HouseOnAPort house)
    {
        await page.Open($"{house.Url}/manniskor");
        await page.Locator("tbody [type=checkbox]").First.CheckAsync();
        await page.Locator("tbody [type=checkbox]").Nth(1).CheckAsync();
        await Assertions.Expect(page.Locator(".bulkbar output")).ToHaveTextAsync("2 valda");
        await page.MustBeWell(); // with the bar
        await page.Press("Bjud in till konto");
        await page.MustBeWell();
    }

    private static async Task OnAPage(IPage page, HouseOnAPort house)
    {
        await page.Open($"{house.Url}/sok?text=styrelse");
        (await page.Locator(".finds a").CountAsync()).ShouldBeGreaterThan(0);
    }
}
