using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>The list of members has room for what somebody asks of it, at a desk and on a phone.</summary>
public sealed class ListJourney(Browsers browsers, DemoHouse demo)
{
    [Theory]
    [InlineData("enhet,uppdrag,gickmed,avgift,konto,epost")]
    [InlineData("uppdrag,gickmed,konto,epost,kan,nummer")]
    public async Task Six_columns_and_the_number_to_press_fit_beside_each_other(string columns)
    {
        var page = await browsers.Open(Browsers.Desktop, ColorScheme.Light);
        await page.SignIn(demo.House, "Ingela Rönnkvist");

        await page.Open($"{demo.House.Url}/manniskor?kol={columns}");
    }

    [Fact]
    public async Task All_that_can_be_done_with_those_who_are_ticked_is_seen_on_a_phone()
    {
        var page = await browsers.Open(Browsers.Phone, ColorScheme.Dark);
        await page.SignIn(demo.House, "Ingela Rönnkvist");
        await page.Open($"{demo.House.Url}/manniskor");

        await page.Locator("tbody [type=checkbox]").First.CheckAsync();

        (await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.bulkbar button')].filter(b => { const r = b.getBoundingClientRect(); return r.left < 0 || r.right > innerWidth || r.bottom > innerHeight; }).map(b => b.textContent)")).ShouldBeEmpty();
        (await page.Locator(".bulkbar button").CountAsync()).ShouldBeGreaterThan(3);
        await page.MustBeWell();
    }

    [Fact]
    public async Task A_choice_is_walked_through_with_the_arrows_and_sent_with_enter()
    {
        var page = await browsers.Open(Browsers.Desktop, ColorScheme.Light);
        await page.SignIn(demo.House, "Ingela Rönnkvist");
        await page.Open($"{demo.House.Url}/manniskor");
        var choice = page.Locator("form[data-auto] select").First;
        await choice.FocusAsync();

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");

        (await choice.EvaluateAsync<bool>("e => e === document.activeElement && e.selectedIndex === 2")).ShouldBeTrue();
        new Uri(page.Url).Query.ShouldBeEmpty();
        await page.PressKey("Enter");
        new Uri(page.Url).Query.ShouldContain("vilka=");
    }
}
