using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>Round the year: the days of the next, what deviates before the board and carried out, and the next plan begun from this one.</summary>
public sealed class YearJourney(Browsers browsers)
{
    [Theory]
    [InlineData(Browsers.Desktop, ColorScheme.Dark)]
    [InlineData(Browsers.Phone, ColorScheme.Light)]
    public async Task From_the_days_of_the_year_by_way_of_the_board_to_the_next_plan(string device, ColorScheme scheme)
    {
        await using var house = await HouseOnAPort.Open(demo: true);
        var page = await browsers.Open(device, scheme);
        var complaints = page.Complaints();
        await page.SignIn(house, "Ingela Rönnkvist");

        await Days(page, house);
        await Board(page, house);
        await NextPlan(page, house);
        complaints.ShouldBeEmpty();
    }

    private static async Task Days(IPage page, HouseOnAPort house)
    {
        await page.Open($"{house.Url}/dagar/2027");
        await page.MustBeWell();
        await page.GetByLabel("Dag för Årsmöte").FillAsync("2027-03-13");
        await page.Press(page.GetByRole(AriaRole.Button, new() { Name = "Ta med Årsmöte" }));
        (await page.Said()).ShouldStartWith("Årsmöte står på årshjulet 2027.");
        await page.MustBeWell();
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Ny dag" }));
        await page.MustBeWell();
        await page.GetByLabel("Vad den heter").FillAsync("Styrelsens planeringsdag");
        await page.Press("Spara dagen");
        (await page.Said()).ShouldBe("Styrelsens planeringsdag är sparad.");
    }

    private static async Task Board(IPage page, HouseOnAPort house)
    {
        await page.Open($"{house.Url}/uppfoljning");
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Till styrelsen" }));
        await page.MustBeWell();
        await page.GetByLabel("Vem som möts").FillAsync("Verkställande utskottet");
        await page.GetByLabel("Mötesdag").FillAsync("2026-06-14");
        await page.Press("Gör dagordningspunkten");
        var first = page.Locator("#avviker li").First;
        await first.GetByText("Föreslå något").ClickAsync();
        await page.MustBeWell(); // unfolded
        await first.GetByLabel("Ny sista dag").FillAsync("2026-10-01");
        await first.GetByLabel("Varför").FillAsync("Lokalen blev inte ledig.");
        await page.Press(first.GetByRole(AriaRole.Button, new() { Name = "Lägg på dagordningen" }));
        await page.MustBeWell();
        await page.Locator("#forslag").GetByLabel("Bifall").CheckAsync();
        await page.GetByLabel("Paragraf i protokollet").FillAsync("§ 12");
        await page.Press("Anteckna besluten");
        (await page.Said()).ShouldBe("Ett beslut är antecknat. Det som fick bifall är genomfört.");
        await page.MustBeWell();
        (await page.Locator("#forslag .daybox").TextContentAsync())!.ShouldEndWith("1 okt");
    }

    private static async Task NextPlan(IPage page, HouseOnAPort house)
    {
        await page.Open($"{house.Url}/planen");
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Börja på 2027 års plan" }));
        await page.MustBeWell();
        await page.GetByLabel("Ta med åtagande 2.1").UncheckAsync();
        await page.Press("Skriv texten");
        await page.MustBeWell();
        await page.Press("Läs planen");
        (await page.Locator("main").TextContentAsync())!.ShouldContain("Fortsätter från 2026:");
        await page.MustBeWell();
    }
}
