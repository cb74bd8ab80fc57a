using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>A stand gets a rota, people are asked, one gives back and the next is asked by itself.</summary>
public sealed class ShiftJourney(Browsers browsers, DemoHouse demo)
{
    [Theory]
    [InlineData(Browsers.Desktop, ColorScheme.Light)]
    [InlineData(Browsers.Phone, ColorScheme.Dark)]
    public async Task A_stand_is_filled_and_when_one_gives_back_the_next_is_asked(string device, ColorScheme scheme)
    {
        var title = $"Bokbord vid sjön ({device})";
        var page = await browsers.Open(device, scheme);
        var complaints = page.Complaints();
        await page.SignIn(demo.House, "Ingela Rönnkvist");
        await Make(page, title, device == Browsers.Phone ? "2026-08-09" : "2026-08-08"); // nobody stands in two places at once
        await AskTwo(page);
        var (shift, stand) = (page.Url, new Uri(page.Url).GetLeftPart(UriPartial.Path).Split("/pass/")[0]);

        var member = await browsers.Open(Browsers.Phone, scheme);
        await member.SignIn(demo.House, "Lejla Mehmedović");
        await Answer(member, title);
        await member.Press(member.Locator("#pass").GetByRole(AriaRole.Link, new() { Name = "Du" }));
        await member.MustBeWell();
        await member.Press("Jag kan inte stå");
        (await member.Said()).ShouldStartWith("Du står inte längre på " + title);

        await page.Open(shift);
        (await page.Locator("section:has(#fragas-h)").TextContentAsync())!.ShouldContain("Gun-Britt Holmdal");
        var chair = await browsers.Open(device, scheme);
        await chair.SignIn(demo.House, "Gun-Britt Holmdal");
        await Answer(chair, title);
        await Look(page, stand);
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
