using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>Restrictions replan the whole winter: all that is large and at a place becomes digital in one act, and all who are concerned are told.</summary>
public sealed partial class RearrangeJourney(Browsers browsers)
{
    private const string Why = "Nya restriktioner: högst 50 i en lokal, hela vintern.", Link = "https://moten.example/vinterkvallar", Hall = "Folkets hus, stora salen";

    [Theory]
    [InlineData(Browsers.Desktop, ColorScheme.Light)]
    [InlineData(Browsers.Phone, ColorScheme.Dark)]
    public async Task Restrictions_replan_the_whole_winter(string device, ColorScheme scheme)
    {
        await using var house = await HouseOnAPort.Open(demo: true); // its clock is put forward
        var page = await browsers.Open(device, scheme);
        var complaints = page.Complaints();
        await page.SignIn(house, "Ingela Rönnkvist");
        var evening = await MakeEvenings(page, house);
        var lucia = await Make(page, house, "Luciafika i Granviken", "2026-12-13", unit: "Granviken", spot: "Bygdegården i Granviken", seats: "80");
        var circle = await Make(page, house, "Bokcirkel", "2026-12-10", unit: null, spot: null, seats: "12");
        var promise = await Tie(page, evening);
        foreach (var name in new[] { "Lejla Mehmedović", "Gun-Britt Holmdal" })
            await Come(await browsers.Open(device, scheme), house, name, evening);

        await Show(page, house);
        await Do(page);
        house.ItIs(new DateTimeOffset(2026, 6, 14, 12, 0, 0, TimeSpan.FromHours(2)));
        await Left(page);
        var letter = await ReadLetter(house);
        letter.ShouldContain(Why);
        letter.ShouldContain($"Blir digital: {Link}");

        await LookOpenly(await browsers.Open(device, scheme), house, evening);
        await page.Open(promise);
        (await page.Locator("#kopplat").TextContentAsync())!.ShouldContain($"Publicerad: {Why}");
        await page.Open(lucia);
        (await page.Locator("main").TextContentAsync())!.ShouldContain(Why);
        await page.Open(circle);
        (await page.Locator(".when").TextContentAsync())!.ShouldContain(Hall);
        (await page.Locator("main").TextContentAsync())!.ShouldNotContain(Why);
        complaints.ShouldBeEmpty();
    }

    // in the large hall, open to all, every second Thursday
    private static async Task<string> MakeEvenings(IPage page, HouseOnAPort house)
    {
        await page.GotoAsync($"{house.Url}/aktiviteter/ny");
        await Fill(page, "Vinterkvällar", "2026-11-05");
        await page.Locator("#Input_Venue").SelectOptionAsync($"{Hall}, Norrlid");
        await page.Locator("#for-vem").SelectOptionAsync("Everybody");
        await page.Locator("#Input_Again").SelectOptionAsync("Varannan vecka");
        await page.Locator("#Input_Until").FillAsync("2026-12-17");
        await page.Press("Spara utkastet");
        await page.Press("Publicera fyra utkast");
        await page.Press(page.Locator("main .rows a").First);
        return Here(page);
    }

    private static async Task<string> Make(IPage page, HouseOnAPort house, string title, string day, string? unit, string? spot, string seats)
    {
        await page.GotoAsync($"{house.Url}/aktiviteter/ny");
        await Fill(page, title, day);
        if (unit is not null)
            await page.Locator("#enhet").SelectOptionAsync(unit);
        if (spot is null)
            await page.Locator("#Input_Venue").SelectOptionAsync($"{Hall}, Norrlid");
        else
            await page.Locator("#Input_Spot").FillAsync(spot);
        await page.Locator("#Input_Seats").FillAsync(seats);
        await page.Press("Spara utkastet");
        await page.Press("Publicera");
        return Here(page);
    }

    private static async Task Fill(IPage page, string title, string day)
    {
        await page.Locator("#Input_Title").FillAsync(title);
        await page.Locator("#Input_Kind").SelectOptionAsync("Samtalskväll");
        await page.Locator("#Input_Day").FillAsync(day);
        await page.Locator("#Input_From").FillAsync("18:00");
        await page.Locator("#Input_To").FillAsync("20:00");
    }

    // what it carries out, and where that is shown
    private static async Task<string> Tie(IPage page, string evening)
    {
        await page.Open(evening + "/planen");
        await page.GetByLabel("minst 16 samtalskvällar").CheckAsync();
        await page.Press("Spara");
        return new Uri(evening).GetLeftPart(UriPartial.Authority) + await page.Locator(".decided cite a").GetAttributeAsync("href");
    }

    private static async Task Come(IPage page, HouseOnAPort house, string name, string evening)
    {
        await page.SignIn(house, name);
        await page.GotoAsync(evening);
        await page.Press("Jag kommer");
        (await page.Said()).ShouldBe("Du är anmäld till ”Vinterkvällar”.");
    }

    private static async Task Show(IPage page, HouseOnAPort house)
    {
        await page.Open($"{house.Url}/aktiviteter");
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Planera om" }));
        await page.MustBeWell();
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Gör digitalt" }));
        await page.Locator("#Input_First").FillAsync("2026-11-01");
        await page.Locator("#Input_Last").FillAsync("2027-02-28");
        await page.Locator("#del").SelectOptionAsync("Allmänningen Norrlidens län");
        await page.Locator("#Input_Over").FillAsync("50");
        await page.GetByLabel("Bara det som är på en plats").CheckAsync();
        await page.Locator("#Input_Link").FillAsync(Link);
        await page.Locator("#Input_Why").FillAsync(Why);
        await page.Press("Visa vad det blir");
        var shown = (await page.Locator("#blir").TextContentAsync())!;
        (await page.Locator("#blir .rows b", new() { HasText = "Vinterkvällar" }).CountAsync()).ShouldBe(4);
        shown.ShouldContain("Luciafika i Granviken");
        shown.ShouldNotContain("Bokcirkel");
        await page.GetByText("Vilka som får brev").ClickAsync();
        var told = (await page.Locator("#blir details p").TextContentAsync())!;
        told.ShouldContain("Gun-Britt Holmdal");
        told.ShouldContain("Lejla Mehmedović");
        await JudgeTheUnknown(page);
        await page.MustBeWell();
    }

    // where nobody has written how many have room one judges by oneself
    private static async Task JudgeTheUnknown(IPage page)
    {
        foreach (var unknown in await page.Locator("#blir .rows li", new() { HasText = "Ingen har skrivit hur många som får plats." }).GetByRole(AriaRole.Checkbox).AllAsync())
            await unknown.UncheckAsync();
    }

    private static async Task Do(IPage page)
    {
        await page.Press("Planera om och berätta");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Omplanerat" }).WaitForAsync();
        var done = (await page.Locator("main").TextContentAsync())!;
        done.ShouldContain("Sju är ändrade."); // the four evenings, one in Granviken and two that the demo has in the large hall
        done.ShouldContain("Två brev väntar.");
        (await page.Locator("main .rows del", new() { HasText = Hall }).CountAsync()).ShouldBe(6);
        await page.MustBeWell();
    }

    // they leave by themselves, some seconds after their time has come
    private static async Task Left(IPage page)
    {
        for (var looks = 0; looks < 200 && await page.GetByText("Två brev har gått.").CountAsync() == 0; looks++)
            await page.ReloadAsync();
        await page.GetByText("Två brev har gått.").WaitForAsync();
        await page.MustBeWell();
    }

    private async Task<string> ReadLetter(HouseOnAPort house)
    {
        var desk = await browsers.Open(Browsers.Desktop, ColorScheme.Light);
        await desk.SignIn(house, "Pekka Rautiola");
        await desk.GotoAsync($"{house.Url}/brev");
        await desk.GetByRole(AriaRole.Row).Filter(new() { HasText = "Ändrade aktiviteter" }).GetByRole(AriaRole.Link, new() { Name = "Läs" }).First.ClickAsync();
        return (await desk.Locator("article.letter").TextContentAsync())!;
    }

    // anybody, on the address that it has always had
    private static async Task LookOpenly(IPage page, HouseOnAPort house, string evening)
    {
        await page.Open($"{house.Url}/kalender/{Identity().Match(evening).Value}");
        (await page.Locator(".notice").TextContentAsync())!.ShouldContain(Why);
        (await page.Locator(".event del").AllTextContentsAsync()).ShouldBe([$"{Hall}, Norrlid"]);
        (await page.Locator(".event ins").AllTextContentsAsync()).ShouldBe(["Digitalt"]);
        (await page.Locator("script[type='application/ld+json']").TextContentAsync())!.ShouldContain("OnlineEventAttendanceMode");
        (await page.ContentAsync()).ShouldNotContain(Link);
    }

    private static string Here(IPage page) => new Uri(page.Url).GetLeftPart(UriPartial.Path);

    [GeneratedRegex("[0-9a-f-]{36}$", RegexOptions.None, 1000)]
    private static partial Regex Identity();
}
