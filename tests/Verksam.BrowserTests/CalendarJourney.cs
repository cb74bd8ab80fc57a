using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>The calendar that anybody reads, in all its views; and one's own, made, changed and turned off.</summary>
public sealed class CalendarJourney(Browsers browsers, DemoHouse demo)
{
    [Theory]
    [InlineData(Browsers.Desktop, ColorScheme.Light)]
    [InlineData(Browsers.Desktop, ColorScheme.Dark)]
    [InlineData(Browsers.Phone, ColorScheme.Light)]
    [InlineData(Browsers.Phone, ColorScheme.Dark)]
    public async Task Anybody_reads_what_is_open_to_all_and_no_cookie_is_left(string device, ColorScheme scheme)
    {
        var page = await browsers.Open(device, scheme);
        var complaints = page.Complaints();
        await page.Open($"{demo.House.Url}/kalender");
        (await page.Locator(".agenda h3").AllTextContentsAsync()).ShouldContain("Valupptakt");
        (await page.Locator("main h2").AllTextContentsAsync()).Take(7).ShouldBe(["Juni", "Juli", "Augusti", "September", "Oktober", "November", "December"]); // the demo's year goes on after the election
        foreach (var view in new[] { "Månad", "Vecka", "Årshjul" })
        {
            await page.Press(page.GetByRole(AriaRole.Link, new() { Name = view, Exact = true }));
            await page.MustBeWell();
        }
        await page.Press(page.Locator(".year-parts a").Nth(7)); // August
        await page.MustBeWell();
        (await page.Locator("main").TextContentAsync())!.ShouldContain("Sommarlov");
        await page.Locator("#k-var").SelectOptionAsync("Storälven");
        await page.Press("Visa");
        await page.MustBeWell();

        new Uri(page.Url).Query.ShouldContain("var=storalven");
        (await page.Locator(".agenda h3").AllTextContentsAsync()).ShouldBe(["Älvmässan"]);
        (await page.GetByLabel("Adressen, att kopiera till ett annat kalenderprogram").InputValueAsync()).ShouldEndWith("/kalender/storalven.ics");
        (await page.Context.CookiesAsync()).ShouldBeEmpty();
        complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Browsers.Desktop, ColorScheme.Dark)]
    [InlineData(Browsers.Phone, ColorScheme.Light)]
    public async Task A_member_subscribes_changes_the_address_and_turns_it_off(string device, ColorScheme scheme)
    {
        var page = await browsers.Open(device, scheme);
        await page.SignIn(demo.House, device == Browsers.Phone ? "Gun-Britt Holmdal" : "Lejla Mehmedović");
        await page.Open($"{demo.House.Url}/aktiviteter");
        foreach (var view in new[] { "Vecka", "Lista", "Årshjul" })
        {
            await page.Press(page.GetByRole(AriaRole.Link, new() { Name = view, Exact = true }));
            await page.MustBeWell();
        }
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Prenumerera" }));
        await page.MustBeWell();
        await page.GetByLabel("Allt jag får se").CheckAsync();
        await page.Press("Skapa en adress");
        await page.MustBeWell();
        var first = await page.Locator("#adress").InputValueAsync();
        (await Fetched(page, first)).ShouldNotBeNull().ShouldContain("Introduktionskväll för nya");

        await page.Open($"{demo.House.Url}/aktiviteter/prenumerera");
        await page.Press("Byt adress");
        var second = await page.Locator("#adress").InputValueAsync();
        (await Fetched(page, first)).ShouldBeNull();
        await page.Open($"{demo.House.Url}/aktiviteter/prenumerera");
        await page.Press("Stäng av");

        (await page.Said()).ShouldStartWith("Avstängd.");
        (await Fetched(page, second)).ShouldBeNull();
        await page.MustBeWell();
    }

    [Fact]
    public async Task Who_administers_sees_the_days_behind_on_a_phone()
    {
        var page = await browsers.Open(Browsers.Phone, ColorScheme.Dark);
        await page.SignIn(demo.House, "Pekka");
        await page.Open($"{demo.House.Url}/installningar/kalenderdagar");
        await page.Locator("summary").ClickAsync();
        await page.MustBeWell();
    }

    private async Task<string?> Fetched(IPage page, string address)
    {
        var answer = await page.APIRequest.GetAsync(demo.House.Url + new Uri(address).AbsolutePath);
        return answer.Status == 404 ? null : await answer.TextAsync();
    }
}
