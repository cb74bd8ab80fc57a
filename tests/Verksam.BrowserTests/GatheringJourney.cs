using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>A stand that comes again: made, published, changed from a day on, tied to the plan and packed for, by those who arrange it and those who come.</summary>
public sealed class GatheringJourney(Browsers browsers, DemoHouse demo)
{
    [Theory]
    [InlineData(Browsers.Desktop, ColorScheme.Dark)]
    [InlineData(Browsers.Phone, ColorScheme.Light)]
    public async Task From_a_draft_that_comes_again_to_what_a_member_packs(string device, ColorScheme scheme)
    {
        var title = $"Bokbord vid stationen ({device})";
        var page = await browsers.Open(device, scheme);
        var complaints = page.Complaints();
        await page.SignIn(demo.House, "Ingela Rönnkvist");
        await page.Open($"{demo.House.Url}/aktiviteter");
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Ny aktivitet" }));
        await page.MustBeWell();

        await Make(page, title);
        await page.MustBeWell();
        await page.Press("Publicera fyra utkast");
        (await page.Said()).ShouldBe("Fyra utkast är publicerade.");
        await page.MustBeWell();
        await ChangeFromTheSecond(page);
        await TieAndPack(page);
        await Look(page);

        var member = await browsers.Open(device, scheme);
        await member.SignIn(demo.House, "Lejla Mehmedović");
        await Pack(member, title);
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_keys_alone_it_is_made_published_and_cancelled()
    {
        var page = await browsers.Open(Browsers.Desktop, ColorScheme.Light);
        await page.SignIn(demo.House, "Gun-Britt Holmdal");
        await page.Open($"{demo.House.Url}/aktiviteter");
        await Enter(page, page.GetByRole(AriaRole.Link, new() { Name = "Ny aktivitet" }));
        await Write(page, "#Input_Title", "Vi målar skyltar");
        await Write(page, "#Input_Spot", "Biblioteket i Alnäs");
        await Enter(page, page.GetByRole(AriaRole.Button, new() { Name = "Spara utkastet" }));
        await Enter(page, page.GetByRole(AriaRole.Button, new() { Name = "Publicera" }));
        (await page.Said()).ShouldStartWith("”Vi målar skyltar” är publicerad.");

        await Enter(page, page.GetByRole(AriaRole.Link, new() { Name = "Ställ in och berätta" }));
        await page.MustBeWell();
        await Write(page, "#Input_Why", "Färgen kom inte.");
        await Enter(page, page.GetByRole(AriaRole.Button, new() { Name = "Visa vad det blir" }));
        await page.MustBeWell();
        await Enter(page, page.GetByRole(AriaRole.Button, new() { Name = "Ställ in och berätta" }));
        await page.GetByRole(AriaRole.Heading, new() { Name = "Omplanerat" }).WaitForAsync();
        await page.MustBeWell();
        await Enter(page, page.GetByRole(AriaRole.Button, new() { Name = "Ångra alltihop" }));

        (await page.Said()).ShouldBe("Allt är som förut. Inga brev går.");
    }

    [Fact]
    public async Task A_member_signs_up_on_a_phone_and_signs_off()
    {
        var page = await browsers.Open(Browsers.Phone, ColorScheme.Dark);
        await page.SignIn(demo.House, "Lejla Mehmedović");
        await page.Open($"{demo.House.Url}/aktiviteter?manad=2026-08&vy=lista");
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Valupptakt" }));
        await page.MustBeWell();
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Vi är flera, eller jag behöver något" }));
        await page.MustBeWell();
        await page.Locator("#antal").SelectOptionAsync("Vi är 3");
        await page.Press("Jag kommer");
        (await page.Said()).ShouldBe("Du är anmäld till ”Valupptakt”.");
        await page.MustBeWell();
        var organiser = await browsers.Open(Browsers.Desktop, ColorScheme.Light);
        await organiser.SignIn(demo.House, "Ingela Rönnkvist");
        await organiser.Open(new Uri(page.Url).GetLeftPart(UriPartial.Path) + "/anmalda");
        (await organiser.Locator("main").TextContentAsync())!.ShouldContain("Lejla Mehmedović");

        await page.Press("Jag kan inte komma");

        (await page.Said()).ShouldStartWith("Du är avanmäld från ”Valupptakt”.");
    }

    [Fact]
    public async Task Without_script_it_comes_again_and_is_packed_for()
    {
        var page = await browsers.Open(Browsers.Phone, ColorScheme.Light, script: false);
        await page.SignIn(demo.House, "Ingela Rönnkvist");
        await page.GotoAsync($"{demo.House.Url}/aktiviteter/ny");
        await Make(page, "Bokbord utan skript");
        await page.Press("Publicera fyra utkast");
        await page.Press(page.Locator("main .rows a").First);
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Ändra listan" }));
        await page.Locator("#vad-0").FillAsync("Bord");
        await page.Press("Spara");

        await page.GetByLabel("Bord").CheckAsync();
        await page.Press("Spara listan");

        (await page.Said()).ShouldBe("Listan är sparad.");
        (await page.Locator("#ta-med header").TextContentAsync())!.ShouldContain("1 av 1 klara");
    }

    // every second Saturday, four times
    private static async Task Make(IPage page, string title)
    {
        await page.Locator("#Input_Title").FillAsync(title);
        await page.Locator("#Input_Kind").SelectOptionAsync("Bokbord, mässa eller marknad");
        await page.Locator("#Input_Day").FillAsync("2026-09-05");
        await page.Locator("#Input_From").FillAsync("10:00");
        await page.Locator("#Input_To").FillAsync("13:00");
        await page.Locator("#Input_Again").SelectOptionAsync("Varannan vecka");
        await page.Locator("#Input_Until").FillAsync("2026-10-17");
        await page.Locator("#Input_Spot").FillAsync("Vid stationens södra ingång, till vänster om biljettautomaten");
        await page.Press("Spara utkastet");
        (await page.Said()).ShouldStartWith($"”{title}” är sparad som utkast");
    }

    private static async Task ChangeFromTheSecond(IPage page)
    {
        await page.Press(page.Locator("main .rows a").Nth(1));
        await page.MustBeWell();
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Ändra", Exact = true }));
        await page.MustBeWell();
        await page.Locator("#Input_From").FillAsync("11:00");
        await page.GetByLabel("Den här och de som följer").CheckAsync();
        await page.Press("Spara");
        (await page.Said()).ShouldBe("Sparat, också för två gånger till.");
        (await page.Locator(".when").TextContentAsync())!.ShouldContain("11.00–13.00");
        await page.MustBeWell();
    }

    private static async Task TieAndPack(IPage page)
    {
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Koppla till planen" }));
        await page.MustBeWell();
        await page.Locator("[name=valda]").First.CheckAsync();
        await page.Press("Spara");
        (await page.Locator(".decided").CountAsync()).ShouldBe(1);
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Ändra listan" }));
        await page.MustBeWell();
        await page.Locator("#vad-0").FillAsync("Bord och duk");
        await page.Locator("#not-0").FillAsync("I förrådet på expeditionen, hyllan längst in");
        await page.Press("Spara");
        (await page.Said()).ShouldBe("Listan är sparad.");
        await page.MustBeWell();
    }

    /// <summary>What else those who arrange have.</summary>
    private static async Task Look(IPage page)
    {
        var here = new Uri(page.Url).GetLeftPart(UriPartial.Path);
        var house = new Uri(page.Url).GetLeftPart(UriPartial.Authority);
        foreach (var address in new[] { here + "/kostnader", $"{house}/aktiviteter/ny?som={here[^36..]}", house + "/aktiviteter?manad=2026-09&vy=lista", house + "/aktiviteter/platser", house + "/aktiviteter/platser/ny", house + "/sok?text=bokbord" })
            await page.Open(address);
        await page.Open(house + "/aktiviteter?manad=2026-09&vy=lista");
        (await page.Locator(".agenda a").First.IsVisibleAsync()).ShouldBeTrue(); // also where the month is a table
    }

    private static async Task Pack(IPage page, string title)
    {
        await page.Open(new Uri(page.Url).GetLeftPart(UriPartial.Authority) + "/aktiviteter?manad=2026-09");
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = title }).Nth(1)); // the 19th, as long as the first is the 5th
        await page.MustBeWell();
        await page.GetByLabel("Bord och duk").CheckAsync();
        await page.Press("Spara listan");
        (await page.Said()).ShouldBe("Listan är sparad.");
        (await page.Locator("#ta-med header").TextContentAsync())!.ShouldContain("1 av 1 klara");
        await page.MustBeWell();
    }

    private static async Task Enter(IPage page, ILocator element)
    {
        await page.Reach(element);
        await page.PressKey("Enter");
    }

    private static async Task Write(IPage page, string field, string text)
    {
        await page.Reach(page.Locator(field));
        await page.Keyboard.TypeAsync(text);
    }
}
