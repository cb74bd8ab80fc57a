using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>An ordinary member calls somebody new from a phone; the organiser sees who waits and gives one to somebody else.</summary>
public sealed class WelcomeJourney(Browsers browsers)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Somebody_new_is_welcomed_by_phone_and_it_can_be_undone(ColorScheme scheme)
    {
        await using var house = await HouseOnAPort.Open(demo: true);
        var phone = await browsers.Open(Browsers.Phone, scheme);
        var complaints = phone.Complaints();
        await phone.SignIn(house, "Lejla Mehmedović");
        await phone.Open($"{house.Url}/min-sida");
        await phone.Press(phone.GetByRole(AriaRole.Link, new() { Name = "Börja Birgit Sällforsen" }));
        await phone.MustBeWell();
        (await phone.GetByRole(AriaRole.Link, new() { Name = "Ring 070-174" }).GetAttributeAsync("href"))!.ShouldStartWith("tel:");
        await phone.GetByLabel("Anteckning").FillAsync("Bakar gärna.");
        await phone.Press("Vi pratade");
        (await phone.Said()).ShouldStartWith("Birgit Sällforsen är kontaktad och inbjuden.");
        await phone.MustBeWell(); // the next one
        (await phone.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync()).ShouldBe("Leyla Bispmo");
        await phone.Press("Ångra");
        (await phone.Said()).ShouldBe("Birgit Sällforsen: det senaste är ogjort.");
        await phone.Press("Svarade inte");
        (await phone.Said()).ShouldStartWith("Birgit Sällforsen svarade inte.");
        complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Browsers.Desktop, ColorScheme.Light)]
    [InlineData(Browsers.Desktop, ColorScheme.Dark)]
    public async Task The_organiser_sees_who_waits_and_gives_one_to_somebody_else(string device, ColorScheme scheme)
    {
        await using var house = await HouseOnAPort.Open(demo: true);
        var page = await browsers.Open(device, scheme);
        var complaints = page.Complaints();
        await page.SignIn(house, "Ingela Rönnkvist");
        await page.Open($"{house.Url}/nya-medlemmar");
        var late = await page.Locator("section[aria-labelledby=andras-h] li[data-status=late]").AllTextContentsAsync();
        late.ShouldNotBeEmpty();
        late.ShouldAllBe(row => row.Contains("Styrelsen är påmind", StringComparison.Ordinal));
        await page.Locator("li").Filter(new() { HasText = "Ronja Kallbäck" }).GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.MustBeWell(); // with what can be done
        await page.GetByLabel("Ge de valda till").SelectOptionAsync(new SelectOptionValue { Label = "Mattias Sundelöf" });
        await page.Press("Ge");
        (await page.Said()).ShouldStartWith("En person har nu Mattias Sundelöf som kontaktperson.");
        await page.Open($"{house.Url}/organisation/granviken/valkomna");
        await page.GetByText("Lejla Mehmedović").First.ClickAsync();
        await page.MustBeWell(); // unfolded
        complaints.ShouldBeEmpty();
    }
}
