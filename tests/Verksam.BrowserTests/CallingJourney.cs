using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>An evening of calls: one with a net, two without, which arrive once; and nothing is left in the phone afterwards.</summary>
public sealed class CallingJourney(Browsers browsers, DemoHouse demo)
{
    private const string Kept = "(async () => JSON.stringify([localStorage.getItem('ute'), ...(await indexedDB.databases()).map(d => d.name)]))()";

    [Fact]
    public async Task Two_calls_without_a_net_arrive_once_and_signing_out_wipes_the_phone()
    {
        var house = demo.House;
        var page = await browsers.Open(Browsers.Phone, ColorScheme.Light);
        await page.SignIn(house, "Fartun Jimcale");
        await page.Open($"{house.Url}/min-sida");
        await page.Press(page.Locator("section:has(#ringa-h)").GetByRole(AriaRole.Link, new() { Name = "Ring", Exact = true }).First);
        await page.Press("Visa den första");
        await page.MustBeWell();
        await Outcome(page, "Vi pratade");
        await page.MustBeWell(); // the questions are there now
        await page.Locator("[data-saved]", new() { HasText = "Sparat." }).WaitForAsync();
        await page.Press("Spara och visa nästa");

        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta med 20 i telefonen" }).ClickAsync();
        await page.WaitForURLAsync("**/ringlistor/kvall");
        await page.Locator("[data-one-person]").WaitForAsync();
        await page.MustBeWell();
        await page.Context.SetOfflineAsync(true);
        await CallWithoutNet(page, "Svarade inte");
        await page.ReloadAsync(); // the screen is there without a net
        await CallWithoutNet(page, "Vill vara med");
        (await page.Locator("[data-waits]").TextContentAsync())!.ShouldContain("2 samtal väntar i telefonen");
        await page.MustBeWell();

        await page.Context.SetOfflineAsync(false);
        await page.Locator("[data-sent]", new() { HasText = "2 samtal är skickade" }).WaitForAsync();
        await page.Open($"{house.Url}/min-sida");
        await page.Locator(".more > button").ClickAsync();
        await page.Press(page.GetByRole(AriaRole.Button, new() { Name = "Logga ut" }));
        (await page.EvaluateAsync<string>(Kept)).ShouldBe("[null]");

        await page.SignIn(house, "Ingela Rönnkvist");
        await page.Open($"{house.Url}/ringlistor");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sommarkampanjen" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Vilka det är" }).ClickAsync();
        await page.MustBeWell();
        (await page.EvaluateAsync<string>(Kept)).ShouldBe("[null]");
    }

    [Fact]
    public async Task What_is_told_of_the_one_on_the_screen_when_the_net_goes_is_sent_later_and_the_next_is_there()
    {
        var house = demo.House;
        var page = await browsers.Open(Browsers.Phone, ColorScheme.Light);
        await page.SignIn(house, "Lejla Mehmedović");
        await page.Open($"{house.Url}/min-sida");
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await page.Press(page.Locator("section:has(#ringa-h)").GetByRole(AriaRole.Link, new() { Name = "Ring", Exact = true }).First);
        await page.Press("Visa den första");
        var first = await page.Locator("#namn").TextContentAsync();
        await Outcome(page, "Vi pratade");
        var number = page.Locator("[data-number]");
        await number.FillAsync("tolv");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och visa nästa" }).ClickAsync();
        (await number.EvaluateAsync<string>("field => field.validationMessage")).ShouldBe("Skriv svaret som ett tal med siffror, högst nio.");
        (await page.Locator("#namn").TextContentAsync()).ShouldBe(first);
        await number.FillAsync("2");

        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och visa nästa" }).ClickAsync();
        await page.WaitForURLAsync("**/ringlistor/kvall");
        await page.Locator("[data-waits]", new() { HasText = "Ett samtal väntar i telefonen" }).WaitForAsync();
        (await page.Locator("[data-away]").TextContentAsync())!.Trim().ShouldBe("Inget nät, och ingen är sparad i telefonen");
        await page.Context.SetOfflineAsync(false);
        await page.Locator("[data-sent]", new() { HasText = "Ett samtal är skickat" }).WaitForAsync();

        await page.Open($"{house.Url}/min-sida");
        await page.Press(page.Locator("section:has(#ringa-h)").GetByRole(AriaRole.Link, new() { Name = "Ring", Exact = true }).First);
        (await page.Locator("#namn").TextContentAsync()).ShouldNotBe(first);
        (await page.Locator("section:has(#senast-h)").TextContentAsync())!.ShouldContain($"{first}: vi pratade");
    }

    [Fact]
    public async Task What_is_under_way_when_the_net_goes_keeps_nobody_waiting()
    {
        await using var house = await HouseOnAPort.Open(demo: true);
        var page = await browsers.Open(Browsers.Phone, ColorScheme.Light);
        await page.SignIn(house, "Lejla Mehmedović");
        await page.Open($"{house.Url}/min-sida");
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await page.Press(page.Locator("section:has(#ringa-h)").GetByRole(AriaRole.Link, new() { Name = "Ring", Exact = true }).First);
        await page.Press("Visa den första");
        var asked = new TaskCompletionSource();
        // the first is never answered; what comes after finds no net
        await page.Context.RouteAsync("**/utan-nat/nyckel", route => asked.TrySetResult() ? Task.CompletedTask : route.AbortAsync("internetdisconnected"));

        await Outcome(page, "Svarade inte");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och visa nästa" }).ClickAsync();

        await page.WaitForURLAsync("**/ringlistor/kvall", new() { Timeout = 8_000 });
        await page.Locator("[data-waits]", new() { HasText = "Ett samtal väntar i telefonen" }).WaitForAsync();
    }

    [Fact]
    public async Task Whoever_leads_makes_a_list_with_questions_opens_it_and_sees_how_it_goes()
    {
        var house = demo.House;
        var page = await browsers.Open(Browsers.Desktop, ColorScheme.Dark);
        await page.SignIn(house, "Gun-Britt Holmdal");
        await page.Open($"{house.Url}/ringlistor/ny");
        await page.Locator("#Input_Name").FillAsync("Bakluckeloppis");
        await page.Locator("#Input_Purpose").FillAsync("Vi frågar vem som kan hjälpa till i augusti.");
        await page.Press("Spara utkastet");
        await page.MustBeWell();
        await page.GetByRole(AriaRole.Link, new() { Name = "Frågorna" }).ClickAsync();
        await page.Locator("#Input_Text").FillAsync("Kan du hjälpa till?");
        await page.Locator("#Input_Kind").SelectOptionAsync("YesNo");
        await page.Press("Lägg till frågan");
        await page.MustBeWell();
        await page.GetByRole(AriaRole.Link, new() { Name = "Bakluckeloppis" }).ClickAsync();
        await page.Press("Öppna listan");
        (await page.Said()).ShouldContain("”Bakluckeloppis” är öppen.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ring", Exact = true }).ClickAsync();
        await page.Press("Visa den första");
        await page.MustBeWell();
        (await page.GetByText("Kan du hjälpa till?").IsVisibleAsync()).ShouldBeFalse(); // asked of those who answer
        await Outcome(page, "Vi pratade");
        (await page.GetByText("Kan du hjälpa till?").IsVisibleAsync()).ShouldBeTrue();
    }

    private static async Task CallWithoutNet(IPage page, string outcome)
    {
        var first = page.Locator("#namn");
        await first.WaitForAsync();
        var called = await first.TextContentAsync();
        await Outcome(page, outcome);
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och visa nästa" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Ändra det senaste, om {called}" }).WaitForAsync();
    }

    private static Task Outcome(IPage page, string outcome) => page.Locator(".outcome").GetByText(outcome, new() { Exact = true }).ClickAsync();
}
