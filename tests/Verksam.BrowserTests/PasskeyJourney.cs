using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>A phone's lock instead of a letter, with an authenticator that the browser plays.</summary>
public sealed class PasskeyJourney(Browsers browsers)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_passkey_is_added_used_and_taken_away(ColorScheme scheme)
    {
        await using var house = await HouseOnAPort.Open(demo: true);
        var url = house.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal); // passkeys are made for names
        var phone = await browsers.Open(Browsers.Phone, scheme);
        var complaints = phone.Complaints();
        await PlayAuthenticator(phone);
        await SignIn(phone, url, "Pekka Rautiola");
        await phone.Open($"{url}/konto/nycklar");

        await phone.Press("Lägg till den här enheten");
        (await phone.Said()).ShouldStartWith("Låset är sparat.");
        await phone.MustBeWell();
        await SignOut(phone, url);
        await phone.Open($"{url}/logga-in?till=/konto/enheter");
        await phone.Press("Använd skärmlåset");
        phone.Url.ShouldBe($"{url}/konto/enheter");
        await phone.MustBeWell();
        (await phone.GetByText("Här och nu").CountAsync()).ShouldBe(1);

        await phone.Open($"{url}/konto/nycklar");
        await phone.Press(phone.Locator("main .act button"));
        (await phone.Said()).ShouldBe("Låset är borttaget.");
        await SignOut(phone, url);
        await phone.Open($"{url}/logga-in");
        await phone.Press("Använd skärmlåset"); // the device still has it, the house has not
        (await phone.Locator(".errors").TextContentAsync())!.ShouldContain("Det låset känner vi inte till.");
        await phone.MustBeWell();
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_lock_on_the_device_one_is_told_to_take_the_link()
    {
        await using var house = await HouseOnAPort.Open(demo: true);
        var page = await browsers.Open(Browsers.Desktop, ColorScheme.Light);
        await PlayAuthenticator(page, isUserVerified: false);
        await page.Open($"{house.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}/logga-in");

        await page.GetByRole(AriaRole.Button, new() { Name = "Använd skärmlåset" }).ClickAsync();

        await page.GetByText("Har du inget lås sparat här tar du länken i stället.").WaitForAsync();
        await page.MustBeWell();
    }

    private static async Task SignIn(IPage page, string url, string name)
    {
        await page.GotoAsync($"{url}/logga-in");
        await page.Press(page.GetByRole(AriaRole.Button, new() { Name = name }));
    }

    private static async Task SignOut(IPage page, string url)
    {
        await page.Open($"{url}/konto");
        await page.Press("Logga ut här");
    }

    private static async Task PlayAuthenticator(IPage page, bool isUserVerified = true)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = isUserVerified,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
