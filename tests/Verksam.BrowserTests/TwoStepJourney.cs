using Microsoft.Playwright;
using OtpNet;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>One-time codes with an app that reads the secret off the page as it is written there.</summary>
public sealed class TwoStepJourney(Browsers browsers)
{
    [Theory]
    [InlineData(Browsers.Desktop, ColorScheme.Light)]
    [InlineData(Browsers.Desktop, ColorScheme.Dark)]
    [InlineData(Browsers.Phone, ColorScheme.Light)]
    [InlineData(Browsers.Phone, ColorScheme.Dark)]
    public async Task Codes_are_turned_on_and_used_and_then_a_recovery_code(string size, ColorScheme scheme)
    {
        await using var house = await HouseOnAPort.Open(demo: true);
        var page = await browsers.Open(size, scheme);
        var complaints = page.Complaints();
        await page.SignIn(house, "Pekka Rautiola");
        await page.Open($"{house.Url}/konto/engangskoder");
        (await page.Locator(".qr svg").BoundingBoxAsync())!.Width.ShouldBeGreaterThan(150);
        var secret = (await page.Locator(".secret").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);

        await page.GetByLabel("Kod", new() { Exact = true }).FillAsync(Code(secret, 0));
        await page.Press("Slå på engångskoder");
        await page.MustBeWell();
        var recovery = await page.Locator(".codes li").AllTextContentsAsync();
        recovery.Count.ShouldBe(10);
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Jag har sparat dem" }));
        await page.MustBeWell();
        await page.Open($"{house.Url}/konto");

        await Out(page, house);
        await page.SignIn(house, "Pekka Rautiola");
        await page.MustBeWell();
        await Type(page, "abc");
        await page.MustBeWell();
        (await page.Locator(".errors").TextContentAsync())!.ShouldContain("Koden stämmer inte");
        await Type(page, Code(secret, 1)); // the one of now is spent
        page.Url.ShouldStartWith($"{house.Url}/oversikt");

        await Out(page, house);
        await page.SignIn(house, "Pekka Rautiola");
        await Type(page, recovery[0]);
        await page.Open($"{house.Url}/konto/engangskoder");
        (await page.GetByText("Du har nio reservkoder kvar").CountAsync()).ShouldBe(1);
        complaints.ShouldBeEmpty();
    }

    private static string Code(string secret, int steps) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(30 * steps));

    private static async Task Type(IPage page, string code)
    {
        await page.GetByLabel("Kod", new() { Exact = true }).FillAsync(code);
        await page.Press("Gå in");
    }

    private static async Task Out(IPage page, HouseOnAPort house)
    {
        await page.Open($"{house.Url}/konto");
        await page.Press("Logga ut här");
    }
}
