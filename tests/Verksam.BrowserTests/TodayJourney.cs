using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>An organiser works off the morning on a phone, and takes one thing back; a member finds something to do and takes it in two taps.</summary>
public sealed class TodayJourney(Browsers browsers, DemoHouse demo)
{
    [Theory]
    [InlineData(Browsers.Phone, ColorScheme.Light)]
    [InlineData(Browsers.Desktop, ColorScheme.Dark)]
    public async Task The_organiser_works_off_two_things_and_takes_one_back(string device, ColorScheme scheme)
    {
        var page = await browsers.Open(device, scheme);
        var complaints = page.Complaints();
        await page.SignIn(demo.House, "Ingela Rönnkvist");
        await page.Open($"{demo.House.Url}/idag");
        (await page.Locator(".waiting > li").CountAsync()).ShouldBeGreaterThan(9);

        var reminding = page.Locator(".waiting button").Filter(new() { HasText = "Påminn fyra" });
        if (device == Browsers.Desktop)
            await page.Reach(reminding);
        await page.Press(reminding);
        (await page.Said()).ShouldStartWith("Fyra blir påminda om fem minuter.");
        await page.MustBeWell();
        await page.Press(page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Button, new() { Name = "Ångra" }));
        (await page.Said()).ShouldStartWith("Påminnelserna går inte ut.");

        await reminding.First.WaitForAsync();

        // by its key: others in the same house make and do things meanwhile
        var draft = page.Locator(".waiting > li").Filter(new() { Has = page.GetByRole(AriaRole.Button, new() { Name = "Publicera" }) }).First;
        var what = page.Locator($"[id='{await draft.GetAttributeAsync("id")}']");
        await page.Press(draft.GetByRole(AriaRole.Button, new() { Name = "Publicera" }));
        (await what.CountAsync()).ShouldBe(0);
        await page.Press(page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Button, new() { Name = "Ångra" }));
        (await what.CountAsync()).ShouldBe(1);
        await page.Locator("details.fold > summary").ClickAsync();
        await page.MustBeWell();
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_member_filters_and_takes_a_shift_in_two_taps()
    {
        var page = await browsers.Open(Browsers.Phone, ColorScheme.Dark);
        var complaints = page.Complaints();
        await page.SignIn(demo.House, "Lejla Mehmedović");
        new Uri(page.Url).AbsolutePath.ShouldBe("/min-sida");
        await page.MustBeWell();
        (await page.Locator(".tasks > li:visible").CountAsync()).ShouldBeGreaterThan(5);

        await Choose(page, "10 minuter");
        await Choose(page, "skriva");
        page.Url.ShouldEndWith("?tid=10&kan=skriva");
        (await page.Locator(".tasks > li:visible h3").AllTextContentsAsync()).ShouldAllBe(t => t.StartsWith("Bjud med", StringComparison.Ordinal));
        await Choose(page, "en timme");
        await Choose(page, "vara ute");
        await page.MustBeWell();
        await Choose(page, "vad som helst");
        await Choose(page, "All tid i världen");

        await page.Press(page.Locator(".tasks a").Filter(new() { HasText = "Ta passet: Ta ett pass: Sommarfika vid bryggan" }).First);
        await page.Press("Ta passet");

        (await page.Said()).ShouldStartWith("Passet är ditt: Sommarfika vid bryggan");
        await page.Open($"{demo.House.Url}/min-sida");
        (await page.Locator("#mina-pass").TextContentAsync())!.ShouldContain("Sommarfika vid bryggan");
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_script_the_choice_is_made_with_a_button_and_something_to_bring_is_taken()
    {
        var page = await browsers.Open(Browsers.Phone, ColorScheme.Light, script: false);
        await page.SignIn(demo.House, "Lejla Mehmedović");
        await page.GotoAsync($"{demo.House.Url}/min-sida");
        await Choose(page, "10 minuter");
        await page.Press("Visa");
        (await page.Locator(".tasks > li:visible h3").AllTextContentsAsync()).ShouldNotBeEmpty();

        await page.Press(page.Locator(".tasks button").Filter(new() { HasText = "Jag tar med det" }).First);

        (await page.Said()).ShouldStartWith("Du tar med");
    }

    private static Task Choose(IPage page, string words) => page.Locator(".doable .chips label").Filter(new() { HasText = words }).ClickAsync();
}
