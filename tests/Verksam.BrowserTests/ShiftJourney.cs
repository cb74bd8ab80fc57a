using System.Globalization;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>A stand gets a rota, people are asked, one gives back and the next is asked by itself; it is held, told of, and the plan moves.</summary>
public sealed class ShiftJourney(Browsers browsers, DemoHouse demo)
{
    private const string Stand = "Bokbord vid sjön";

    [Theory]
    [InlineData(Browsers.Desktop, ColorScheme.Light)]
    [InlineData(Browsers.Phone, ColorScheme.Dark)]
    public async Task A_stand_is_arranged_filled_held_and_told_of_and_the_plan_moves(string device, ColorScheme scheme)
    {
        await using var house = await HouseOnAPort.Open(demo: true); // its clock is put forward
        var page = await browsers.Open(device, scheme);
        var complaints = page.Complaints();
        await page.SignIn(house, "Ingela Rönnkvist");
        await Make(page, Stand, "2026-06-20");
        await AskTwo(page);
        var (shift, stand) = (page.Url, new Uri(page.Url).GetLeftPart(UriPartial.Path).Split("/pass/")[0]);
        await GiveBack(await browsers.Open(Browsers.Phone, scheme), house);

        await page.Open(shift);
        (await page.Locator("section:has(#fragas-h)").TextContentAsync())!.ShouldContain("Gun-Britt Holmdal");
        var chair = await browsers.Open(device, scheme);
        await chair.SignIn(house, "Gun-Britt Holmdal");
        await Answer(chair, Stand);
        await chair.Open(stand);
        await chair.Press("Jag kommer");
        await Look(page, stand);
        var promise = await Tie(page, stand);
        var before = await Progress(page, promise);

        house.ItIs(new DateTimeOffset(2026, 6, 20, 10, 30, 0, TimeSpan.FromHours(2)));
        await CheckIn(page, stand);
        house.ItIs(new DateTimeOffset(2026, 6, 20, 16, 15, 0, TimeSpan.FromHours(2)));
        complaints.Clear(); // what was asked for without a net
        await Tell(page, stand);
        (await Progress(page, promise)).ShouldBe(before + 1);
        (await page.Locator("#kopplat").TextContentAsync())!.ShouldContain(Stand);
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_script_a_member_takes_a_shift_and_lets_somebody_else_have_it()
    {
        var page = await browsers.Open(Browsers.Phone, ColorScheme.Light, script: false);
        await page.SignIn(demo.House, "Lejla Mehmedović");
        await page.GotoAsync($"{demo.House.Url}/aktiviteter?manad=2026-08&vy=lista");
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Älvmässan" }));
        await page.Press("Anmäl mig");
        (await page.Said()).ShouldStartWith("Passet är ditt: Älvmässan");
        await page.Press(page.Locator("#pass").GetByRole(AriaRole.Link, new() { Name = "Du" }));

        await page.Press("Fråga om byte");

        (await page.Said()).ShouldStartWith("Passet är ditt tills någon tar över");
    }

    private static async Task Make(IPage page, string title, string day)
    {
        await page.Open(new Uri(page.Url).GetLeftPart(UriPartial.Authority) + "/aktiviteter/ny");
        await page.Locator("#Input_Title").FillAsync(title);
        await page.Locator("#Input_Kind").SelectOptionAsync("Bokbord, mässa eller marknad");
        await page.Locator("#Input_Day").FillAsync(day);
        await page.Locator("#Input_From").FillAsync("10:00");
        await page.Locator("#Input_To").FillAsync("16:00");
        await page.Locator("#Input_Spot").FillAsync("Vid badplatsen");
        await page.Press("Spara utkastet");
        await page.Press("Publicera");
        await page.MustBeWell();
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Gör ett passchema" }));
        await page.MustBeWell();
        foreach (var (i, from, to, what, need) in new[] { (0, "10:00", "13:00", "Bokbord och samtal", "1"), (1, "13:00", "16:00", "Bokbord och packa ihop", "2") })
        {
            await page.Locator($"#Input_Rows_{i}__From").FillAsync(from);
            await page.Locator($"#Input_Rows_{i}__To").FillAsync(to);
            await page.Locator($"#Input_Rows_{i}__What").FillAsync(what);
            await page.Locator($"#Input_Rows_{i}__Need").FillAsync(need);
        }
        await page.Press("Lägg in passen");
        (await page.Said()).ShouldBe("Två pass är inlagda.");
        await page.MustBeWell();
    }

    // the member first, then the chair of Alnäs
    private static async Task AskTwo(IPage page)
    {
        await page.Press(page.Locator(".shifts a").First);
        await page.MustBeWell();
        foreach (var (name, button) in new[] { ("Lejla", "Fråga i tur och ordning"), ("Gun-Britt Holmdal", "Ställ fler i tur") })
        {
            await page.Locator("#namn").FillAsync(name);
            await page.Press("Sök");
            await page.GetByLabel(name).First.CheckAsync();
            await page.Press(button);
            (await page.Said()).ShouldStartWith("De frågas i tur och ordning.");
            await page.MustBeWell();
        }
    }

    private static async Task GiveBack(IPage page, HouseOnAPort house)
    {
        await page.SignIn(house, "Lejla Mehmedović");
        await Answer(page, Stand);
        await page.Press(page.Locator("#pass").GetByRole(AriaRole.Link, new() { Name = "Du" }));
        await page.MustBeWell();
        await page.Press("Jag kan inte stå");
        (await page.Said()).ShouldStartWith("Du står inte längre på " + Stand);
    }

    // what it carries out, and where that is shown
    private static async Task<string> Tie(IPage page, string stand)
    {
        await page.Open(stand + "/planen");
        await page.GetByLabel("minst 16 samtalskvällar").CheckAsync();
        await page.Press("Spara");
        await page.MustBeWell();
        return new Uri(stand).GetLeftPart(UriPartial.Authority) + await page.Locator(".decided cite a").GetAttributeAsync("href");
    }

    private static async Task<int> Progress(IPage page, string promise)
    {
        await page.Open(promise);
        var said = await page.Locator(".page-head .lead b").TextContentAsync();
        return int.Parse(said!.Split(' ')[0], CultureInfo.InvariantCulture);
    }

    // one who has signed up and one who walks by, while there is no net
    private static async Task CheckIn(IPage page, string stand)
    {
        await page.Open(stand + "/dorren");
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await page.WaitForFunctionAsync("caches.match('/dorren').then(Boolean)");
        await page.Context.SetOfflineAsync(true);
        await page.Locator(".door > li", new() { HasText = "Gun-Britt" }).Locator("[name=har]").CheckAsync();
        await page.Locator("#gn").FillAsync("Elin");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till" }).ClickAsync();
        await page.Locator("[data-away]", new() { HasText = "Två väntar i telefonen" }).WaitForAsync();
        await page.Context.SetOfflineAsync(false);
        await page.Locator("[data-away]").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await page.Open(stand + "/dorren");
        (await page.Locator("[data-said=here]").TextContentAsync())!.ShouldContain("2 är här");
    }

    private static async Task Tell(IPage page, string stand)
    {
        await page.Open(stand);
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Skriv rapporten" }));
        await page.MustBeWell();
        await page.GetByLabel("Samtal", new() { Exact = true }).FillAsync("12");
        await page.GetByLabel("Vad gick bra?").FillAsync("Folk stannade.");
        await page.Press("Spara rapporten");
        await page.MustBeWell();
        (await page.Locator("#rapport").TextContentAsync())!.ShouldContain("Folk stannade.");
    }

    private static async Task Answer(IPage page, string title)
    {
        await page.Open(new Uri(page.Url).GetLeftPart(UriPartial.Authority) + "/min-sida");
        await page.Press(page.Locator("#mina-pass").GetByRole(AriaRole.Link, new() { Name = $"Svara {title}" }));
        await page.MustBeWell();
        await page.Press("Ja, jag står");
        (await page.Said()).ShouldStartWith("Passet är ditt: " + title);
        await page.MustBeWell();
    }

    private static async Task Look(IPage page, string stand)
    {
        await page.Open(stand);
        (await page.Locator("#pass").TextContentAsync())!.ShouldContain("1 av 3 platser är fyllda.");
        await page.Open(stand + "/pass/utskrift");
        (await page.Locator(".rota").TextContentAsync())!.ShouldContain("Gun-Britt Holmdal");
        await page.Open(new Uri(stand).GetLeftPart(UriPartial.Authority) + "/aktiviteter/bemanning");
    }
}
