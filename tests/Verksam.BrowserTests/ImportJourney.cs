using System.Globalization;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>The messy register of 1,200 comes in by a preview, is undone as a whole, and comes in again with its columns remembered.</summary>
public sealed class ImportJourney(Browsers browsers)
{
    private const string Register = "Medlemsregister.csv";

    [Theory]
    [InlineData(Browsers.Desktop, ColorScheme.Light)]
    [InlineData(Browsers.Phone, ColorScheme.Dark)]
    public async Task A_messy_register_comes_in_is_undone_and_comes_in_again(string device, ColorScheme scheme)
    {
        await using var house = await HouseOnAPort.Open(demo: true);
        var page = await browsers.Open(device, scheme);
        var complaints = page.Complaints();
        await page.SignIn(house, "Ingela Rönnkvist");
        var before = await Members(page, house);

        await BringIn(page, house);
        await page.MustBeWell();
        (await page.Locator("select[name^='Input.UnitsMeant']").CountAsync()).ShouldBe(4);
        for (var at = 0; at < 4; at++)
            await page.Locator($"select[name='Input.UnitsMeant[{at}]']").SelectOptionAsync(new SelectOptionValue { Index = at + 2 });
        await Preview(page);
        var would = await Counts(page);
        await LookThrough(page);
        await Apply(page);
        (await Members(page, house)).ShouldBeGreaterThan(before + 1_000);

        await page.GoBackAsync();
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Ångra importen" }));
        await page.MustBeWell();
        await page.Press("Ångra hela importen");
        await Until(page, "Ångrad import till");
        (await Members(page, house)).ShouldBe(before);

        await BringIn(page, house);
        await Preview(page);
        (await Counts(page)).ShouldBe(would);
        await Apply(page);
        (await Members(page, house)).ShouldBeGreaterThan(before + 1_000);
        complaints.ShouldBeEmpty();
    }

    private static async Task BringIn(IPage page, HouseOnAPort house)
    {
        await page.Open($"{house.Url}/manniskor/importera");
        using var register = new MemoryStream();
        await using (var kept = typeof(ImportJourney).Assembly.GetManifestResourceStream(Register)!)
            await kept.CopyToAsync(register);
        await page.GetByLabel("Fil", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = Register, MimeType = "text/csv", Buffer = register.ToArray() });
        await page.Press("Läs filen");
    }

    private static async Task Preview(IPage page)
    {
        await page.Press("Visa vad som skulle hända");
        await Until(page, "Ta in till");
        await page.MustBeWell();
    }

    // what was refused and what is doubtful, row by row
    private static async Task LookThrough(IPage page)
    {
        var url = page.Url;
        foreach (var part in new[] { "nya", "tveksamma", "avvisade" })
        {
            await page.Open($"{url}?visa={part}");
            (await page.Locator($"#{part}").CountAsync()).ShouldBe(1);
        }
        await page.Open(url);
    }

    private static async Task Apply(IPage page)
    {
        await page.Press("Genomför importen");
        await Until(page, "Intaget till");
        await page.MustBeWell();
    }

    // the page of a work that goes on looks again by itself
    private static Task Until(IPage page, string heading) =>
        Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(heading, new() { Timeout = 60_000 });

    private static async Task<string> Counts(IPage page) => string.Join(' ', await page.Locator("nav .chips .count").AllTextContentsAsync());

    // "1 212 människor"
    private static async Task<int> Members(IPage page, HouseOnAPort house)
    {
        await page.GotoAsync($"{house.Url}/manniskor");
        var said = (await page.Locator("#lista-h").TextContentAsync())!;
        return int.Parse(string.Concat(said.Where(char.IsDigit)), CultureInfo.InvariantCulture);
    }
}
