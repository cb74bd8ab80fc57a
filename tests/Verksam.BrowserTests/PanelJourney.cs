using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>An association arranges a panel that is open to all: who sits in it, what to read, help from the district, and the letters that go.</summary>
public sealed class PanelJourney(Browsers browsers, DemoHouse demo)
{
    [Theory]
    [InlineData(Browsers.Desktop, ColorScheme.Light)]
    [InlineData(Browsers.Phone, ColorScheme.Dark)]
    public async Task From_a_programme_and_help_to_what_a_visitor_reads(string device, ColorScheme scheme)
    {
        var title = $"Vem ska laga vägen? ({device})";
        var chair = await browsers.Open(device, scheme);
        var complaints = chair.Complaints();
        await chair.SignIn(demo.House, "Gun-Britt Holmdal");
        await Arrange(chair, title);
        await Fill(chair);
        await chair.Press(chair.GetByRole(AriaRole.Link, new() { Name = "Be om hjälp" }));
        await chair.Locator("#hjalp-slag").SelectOptionAsync("Människor");
        await chair.GetByLabel("Vad behöver ni?").FillAsync("Någon som leder samtalet");
        await chair.Press("Be om hjälp");
        await chair.MustBeWell();

        await Answer(await browsers.Open(device, scheme), title);
        await chair.ReloadAsync();
        (await chair.Locator("main li").First.TextContentAsync())!.ShouldContain("Jag gör det själv.");
        await Visit(await browsers.Open(device, scheme), chair.Url);
        await chair.Open(chair.Url.Replace("/hjalp", "/brev", StringComparison.Ordinal));
        (await chair.Locator("main").TextContentAsync())!.ShouldContain("Dagen före");
        complaints.ShouldBeEmpty();
    }

    private static async Task Arrange(IPage page, string title)
    {
        await page.Open(page.Url.Replace(new Uri(page.Url).PathAndQuery, "/aktiviteter/ny", StringComparison.Ordinal));
        await page.GetByLabel("Vad den heter").FillAsync(title);
        await page.GetByLabel("Slag", new() { Exact = true }).SelectOptionAsync("Panelsamtal");
        await page.GetByLabel("Dag", new() { Exact = true }).FillAsync("2026-10-08");
        await page.GetByLabel("Från klockan").FillAsync("18:00");
        await page.GetByLabel("Till klockan").FillAsync("20:00");
        await page.GetByLabel("Var på platsen").FillAsync("Biblioteket i Alnäs");
        await page.GetByLabel("Vem får komma?").SelectOptionAsync("Everybody");
        await page.Press("Spara utkastet");
        await page.Press("Publicera");
    }

    // a link that is none is refused, and what was written stands
    private static async Task Fill(IPage page)
    {
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Lägg till program" }));
        await page.MustBeWell();
        await page.Locator("#Input_Contributors_0__Name").FillAsync("Ylva Backlund");
        await page.Locator("#Input_Contributors_0__About").FillAsync("Väghållare");
        await page.Locator("#Input_Readings_0__Title").FillAsync("Så sköts vägen");
        await page.GetByLabel("Länk").First.FillAsync("http://example.org");
        await page.GetByLabel("Dörrarna öppnar").FillAsync("17:30");
        await page.GetByLabel("Inträde").FillAsync("20");
        await page.Press("Spara");
        await page.MustBeWell();
        (await page.Locator("#Input_Contributors_0__Name").InputValueAsync()).ShouldBe("Ylva Backlund");
        await page.GetByLabel("Länk").First.FillAsync("https://www.example.org/vagen");
        await page.Press("Spara");
        (await page.Said()).ShouldBe("Programmet är sparat.");
        await page.MustBeWell();
    }

    private async Task Answer(IPage page, string title)
    {
        await page.SignIn(demo.House, "Ingela Rönnkvist");
        await page.Open($"{demo.House.Url}/idag");
        await page.GetByText("Alnäs ber om hjälp: Någon som leder samtalet").First.WaitForAsync();
        await page.Open($"{demo.House.Url}/aktiviteter?manad=2026-10&vy=lista");
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = title }));
        await page.Press(page.Locator("#hjalp").GetByRole(AriaRole.Link));
        await page.MustBeWell();
        await page.GetByLabel("Svar", new() { Exact = true }).FillAsync("Jag gör det själv.");
        await page.Press(page.GetByRole(AriaRole.Button, new() { Name = "Vi hjälper till" }));
        (await page.Said()).ShouldStartWith("Ni har lovat");
        await page.MustBeWell();
    }

    private static async Task Visit(IPage page, string help)
    {
        await page.Open(help.Replace("/aktiviteter/", "/kalender/", StringComparison.Ordinal).Replace("/hjalp", "", StringComparison.Ordinal));
        var text = (await page.Locator("main").TextContentAsync())!;
        foreach (var part in new[] { "Ylva Backlund", "Så sköts vägen", "dörrarna öppnar 17.30", "inträde 20 kr" })
            text.ShouldContain(part);
        text.ShouldNotContain("Någon som leder samtalet");
    }
}
