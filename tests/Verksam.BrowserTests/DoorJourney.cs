using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>At the door of a coffee: two are ticked without a net and somebody walks by, another phone ticks too, all of it agrees, and nothing is left in the phone.</summary>
public sealed class DoorJourney(Browsers browsers, DemoHouse demo)
{
    private const string Kept = "(async () => JSON.stringify([localStorage.getItem('ute'), ...(await indexedDB.databases()).map(d => d.name)]))()";

    [Fact]
    public async Task What_is_ticked_without_a_net_is_there_once_agrees_with_another_phone_and_is_wiped()
    {
        var house = demo.House;
        var page = await browsers.Open(Browsers.Phone, ColorScheme.Light);
        await page.SignIn(house, "Ingela Rönnkvist");
        var door = await Find(page, house);
        await page.Open(door);
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await page.WaitForFunctionAsync("caches.match('/dorren').then(Boolean)");
        await Here(page, "0 är här");

        await page.Context.SetOfflineAsync(true);
        await Tick(page, 0);
        await Tick(page, 1);
        await page.Locator("[data-away]", new() { HasText = "Två väntar i telefonen" }).WaitForAsync();
        await page.ReloadAsync(); // the list is there without a net
        await Here(page, "2 är här");
        await page.Locator("#gn").FillAsync("Elin");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till" }).ClickAsync();
        await page.Locator("[data-away]", new() { HasText = "Tre väntar i telefonen" }).WaitForAsync();
        await page.ReloadAsync();
        await page.Locator("[data-away]", new() { HasText = "Tre väntar i telefonen" }).WaitForAsync();
        await page.MustBeWell();

        var other = await browsers.Open(Browsers.Phone, ColorScheme.Dark);
        await other.SignIn(house, "Mattias Sundelöf");
        await other.Open(door);
        await Tick(other, 0); // the same as the first phone, which has not been heard of
        await Tick(other, 3);
        await Here(other, "2 är här");

        await page.Context.SetOfflineAsync(false);
        await page.Locator("[data-back]", new() { HasText = "Nätet är tillbaka, och allt är skickat" }).WaitForAsync();
        await Here(page, "4 är här");
        await page.Open(door);
        await Here(page, "4 är här");
        (await page.Locator(".lead").First.TextContentAsync())!.ShouldContain("en som gick förbi");
        await other.ReloadAsync();
        await Here(other, "4 är här");
        await other.MustBeWell();

        (await page.EvaluateAsync<string>(Kept)).ShouldContain("verksam-ute");
        await page.Locator(".more > button").ClickAsync();
        await page.Press(page.GetByRole(AriaRole.Button, new() { Name = "Logga ut" }));
        (await page.EvaluateAsync<string>(Kept)).ShouldBe("[null]");
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync(door);
        await page.Locator("[data-none]", new() { HasText = "Inget är sparat i telefonen." }).WaitForAsync();
    }

    [Fact]
    public async Task The_list_is_searched_as_one_types_a_code_finds_its_row_and_whoever_walks_by_is_taken_back()
    {
        var house = demo.House;
        var page = await browsers.Open(Browsers.Desktop, ColorScheme.Dark);
        await page.SignIn(house, "Pekka Rautiola");
        await page.Open(await Find(page, house));
        await page.MustBeWell();
        var lines = page.Locator(".door > li:visible");
        var all = await lines.CountAsync();
        await page.Locator("#sok-n").FillAsync("brännsjö");
        (await lines.CountAsync()).ShouldBeInRange(1, all - 1);
        await page.Locator("#sok-n").FillAsync("");
        await page.Locator("[data-part=nya]").ClickAsync();
        (await lines.CountAsync()).ShouldBe(4);

        await page.Locator("#kod-n").FillAsync("0000 0000");
        (await page.Locator("[data-camera]").IsVisibleAsync()).ShouldBeFalse(); // this browser reads no codes
        await page.Locator("#gn").FillAsync("Olle");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till" }).ClickAsync();
        // the list is asked for when what was undone is sent
        await page.RunAndWaitForResponseAsync(() => page.Locator("[data-walk-said]").GetByRole(AriaRole.Button, new() { Name = "Ångra" }).ClickAsync(), answer => answer.Url.EndsWith("handler=State", StringComparison.Ordinal));
        await page.Locator("[data-walk-said]", new() { HasText = "Ångrat." }).WaitForAsync();
        await page.ReloadAsync();
        (await page.Locator("#gick-forbi").TextContentAsync())!.ShouldNotContain("Olle");
    }

    [Fact]
    public async Task The_list_leaves_the_phone_when_another_comes_when_one_may_something_else_and_after_a_day()
    {
        var page = await browsers.Open(Browsers.Phone, ColorScheme.Light);
        var door = await Keep(page, "Ingela Rönnkvist");
        await page.EvaluateAsync("localStorage.setItem('ute', JSON.stringify({ ...JSON.parse(localStorage.getItem('ute')), reach: 'a role that has ended' }))");
        await page.GotoAsync(demo.House.Url + "/min-sida");
        await Wiped(page);

        await Keep(page, null, door);
        await page.Context.ClearCookiesAsync(); // somebody else takes the phone, and nobody has signed out
        await page.SignIn(demo.House, "Mattias Sundelöf");
        await page.GotoAsync(demo.House.Url + "/min-sida");
        await Wiped(page);

        await Keep(page, null, door);
        await page.Context.SetOfflineAsync(true);
        await page.Clock.SetFixedTimeAsync(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(23));
        await page.GotoAsync(door);
        await page.Locator(".door > li:visible").First.WaitForAsync();
        await page.Clock.SetFixedTimeAsync(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(25));
        await page.GotoAsync(door);
        await page.Locator("[data-none]", new() { HasText = "Inget är sparat i telefonen." }).WaitForAsync();
        (await page.Locator(".door > li:visible").CountAsync()).ShouldBe(0);
    }

    // somebody's list lies in the phone
    private async Task<string> Keep(IPage page, string? who, string? door = null)
    {
        if (who is not null)
            await page.SignIn(demo.House, who);
        door ??= await Find(page, demo.House);
        await page.Open(door);
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await page.WaitForFunctionAsync("caches.match('/dorren').then(Boolean)");
        await page.WaitForFunctionAsync($"{Kept}.then(kept => kept.includes('verksam-ute'))");
        return door;
    }

    private static Task Wiped(IPage page) => page.WaitForFunctionAsync($"{Kept}.then(kept => kept === '[null]')");

    private static async Task<string> Find(IPage page, HouseOnAPort house)
    {
        await page.Open($"{house.Url}/sok?text=S%C3%B6ndagsfika");
        return house.Url + await page.Locator("main a", new() { HasText = "Söndagsfika" }).First.GetAttributeAsync("href") + "/dorren";
    }

    private static Task Here(IPage page, string words) => page.Locator("[data-said=here]", new() { HasText = words }).WaitForAsync();

    private static Task Tick(IPage page, int number) => page.Locator(".door [name=har]").Nth(number).CheckAsync();
}
