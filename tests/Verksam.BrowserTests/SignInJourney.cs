using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>Many who sign in at once, each from a place of their own, and one who tries too often from one place.</summary>
public sealed class SignInJourney(Browsers browsers, DemoHouse demo)
{
    [Fact]
    public async Task A_dozen_sign_in_within_a_minute_and_only_one_who_tries_a_dozen_times_is_asked_to_wait()
    {
        for (var windows = 0; windows < 12; windows++)
        {
            var page = await browsers.Open(Browsers.Phone, ColorScheme.Light, script: false);
            await page.SignIn(demo.House, "Lejla Mehmedović");
            await page.Context.CloseAsync();
        }
        var one = await browsers.Open(Browsers.Phone, ColorScheme.Light, script: false);
        for (var tries = 0; tries < 10; tries++)
        {
            await one.SignIn(demo.House, "Lejla Mehmedović");
            await one.Context.ClearCookiesAsync();
        }
        await one.GotoAsync($"{demo.House.Url}/logga-in");
        await one.Press(one.GetByRole(AriaRole.Button, new() { Name = "Lejla Mehmedović" }));
        new Uri(one.Url).AbsolutePath.ShouldBe("/logga-in");
    }
}
