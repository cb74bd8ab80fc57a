using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>Last Monday's letter, read where letters lie, leads a phone to one field; whoever is signed in sees what was written.</summary>
public sealed partial class ReminderJourney(Browsers browsers)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_reminder_is_answered_from_a_phone_without_signing_in(ColorScheme scheme)
    {
        await using var house = await HouseOnAPort.Open(demo: true);
        var desk = await browsers.Open(Browsers.Desktop, scheme);
        await desk.SignIn(house, "Pekka Rautiola");
        var letter = await ReadLetter(desk, house, "Fartun Jimcale");

        var phone = await browsers.Open(Browsers.Phone, scheme);
        var complaints = phone.Complaints();
        await phone.GotoAsync(house.Url + Link().Match(letter).Value);
        await phone.MustBeWell();
        var words = (await phone.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync())!.Trim();
        await phone.GetByLabel("Vad har hänt?").FillAsync("Tryckeriet har texten.");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await phone.GetByRole(AriaRole.Heading, new() { Name = "Tack för att du berättar" }).WaitForAsync();
        await phone.MustBeWell();
        await phone.GetByRole(AriaRole.Link, new() { Name = "Nästa som behöver en rad" }).ClickAsync();
        await phone.GetByLabel("Vad har hänt?").WaitForAsync();
        await phone.MustBeWell();
        (await phone.Context.CookiesAsync()).ShouldBeEmpty();
        complaints.ShouldBeEmpty();
        await phone.GotoAsync($"{house.Url}/lage/gissning");
        await phone.MustBeWell();

        await phone.SignIn(house, "Fartun Jimcale");
        await phone.GotoAsync($"{house.Url}/mina-ataganden");
        await phone.GetByRole(AriaRole.Link, new() { Name = words }).ClickAsync();
        (await phone.Locator(".log li").First.TextContentAsync())!.ShouldContain("Tryckeriet har texten.");
    }

    private static async Task<string> ReadLetter(IPage page, HouseOnAPort house, string to)
    {
        await page.GotoAsync($"{house.Url}/brev");
        await page.MustBeWell();
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = to }).Filter(new() { HasText = "Påminnelse" }).GetByRole(AriaRole.Link, new() { Name = "Läs" }).ClickAsync();
        await page.MustBeWell();
        return (await page.Locator("article.letter").TextContentAsync())!;
    }

    [GeneratedRegex(@"/lage/[\w-]{43}", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
