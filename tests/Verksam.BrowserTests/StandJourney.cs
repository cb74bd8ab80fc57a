using System.Text.RegularExpressions;
using System.Globalization;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>On the square with a phone where the net comes and goes: all is counted once, whoever wants to join in is kept, and in the evening it is told.</summary>
public sealed class StandJourney(Browsers browsers, DemoHouse demo)
{
    private const string Stand = "Söndag på torget";

    [Fact]
    public async Task All_that_is_tapped_with_a_net_and_without_is_counted_once()
    {
        var page = await browsers.Open(Browsers.Phone, ColorScheme.Light);
        var complaints = page.Complaints();
        await page.SignIn(demo.House, "Lejla Mehmedović");
        await GoThere(page);
        await page.MustBeWell();
        var (talks, leaflets, topic) = (await Count(page, "Conversation"), await Count(page, "Leaflet"), await TopicCount(page, "Torget"));
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(async () => { while (!await caches.match('/ute') || !await caches.match('/stand.js')) await new Promise(go => setTimeout(go, 50)); })");

        await Tap(page, "Ett samtal till");
        await Expect(page, "Conversation", talks + 1);
        await page.Context.SetOfflineAsync(true);
        foreach (var button in new[] { "Ett samtal till", "Ett samtal till", "+10 flygblad", "+1 flygblad" })
            await Tap(page, button);
        await page.Locator("[data-topic-list] button", new() { HasText = "Torget" }).ClickAsync();
        await Tap(page, "Ett samtal till");
        await Tap(page, "Ångra det senaste");
        await Expect(page, "Conversation", talks + 3);
        (await page.Locator("[data-waits]").TextContentAsync())!.ShouldContain("väntar i telefonen");
        (await page.GetByText("tryck igen när nätet är tillbaka").CountAsync()).ShouldBe(0); // nobody is asked to count twice
        complaints.Clear(); // what was asked for without a net

        await page.ReloadAsync();
        (await page.Locator("h1:visible").TextContentAsync()).ShouldBe(Stand);
        await Expect(page, "Conversation", talks + 3);
        await Expect(page, "Leaflet", leaflets + 11);
        (await TopicCount(page, "Torget")).ShouldBe(topic + 1);
        await page.MustBeWell();
        await RaiseHand(page, "Kerstin Fontän", "kerstin@fontan.example");

        await page.Context.SetOfflineAsync(false);
        await page.Locator("[data-waits]").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await GoThere(page);
        await Expect(page, "Conversation", talks + 3);
        await Expect(page, "Leaflet", leaflets + 11);
        (await TopicCount(page, "Torget")).ShouldBe(topic + 1);
        await Tell(await browsers.Open(Browsers.Phone, ColorScheme.Dark), talks + 3);
    }

    [Fact]
    public async Task Without_script_one_taps_with_forms_and_somebody_signs_up()
    {
        var page = await browsers.Open(Browsers.Phone, ColorScheme.Light, script: false);
        await page.SignIn(demo.House, "Ingela Rönnkvist");
        await page.GotoAsync($"{demo.House.Url}/aktiviteter?manad=2026-07&vy=lista");
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Forsmarknaden" }).First);
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Ändra listan" }).First);
        await page.Locator("[name='Lines[3].Note']").FillAsync("Hämtas på fredagen");
        await page.Press("Spara");
        (await page.Said()).ShouldBe("Listan är sparad.");
        await GoThere(page);
        var talks = await Count(page, "Conversation");

        await page.Press("Ett samtal till");
        (await Count(page, "Conversation")).ShouldBe(talks + 1);
        await page.Press("Ångra det senaste");
        (await Count(page, "Conversation")).ShouldBe(talks);
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Någon vill vara med" }));
        await page.GetByLabel("Namn", new() { Exact = true }).FillAsync("Stig Utanskript");
        await page.GetByLabel("Telefon eller e-post").FillAsync("stig@fontan.example");
        await page.GetByLabel("Ja, det vill jag").CheckAsync();
        await page.Press("Skicka");

        (await page.Locator("h1:visible").TextContentAsync()).ShouldBe("Tack!");
        (await page.ContentAsync()).ShouldNotContain("Stig Utanskript");
    }

    private async Task GoThere(IPage page)
    {
        await page.GotoAsync($"{demo.House.Url}/aktiviteter?manad=2026-06&vy=lista");
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = Stand }).First);
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Räkna samtal" }));
    }

    private static Task Tap(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task<int> Count(IPage page, string what) => int.Parse((await page.Locator($"[data-count={what}]").TextContentAsync())!, CultureInfo.InvariantCulture);

    private static async Task<int> TopicCount(IPage page, string topic) => int.Parse((await page.Locator("[data-topic-list] button", new() { HasText = topic }).Locator(".count").TextContentAsync())!, CultureInfo.InvariantCulture);

    private static Task Expect(IPage page, string what, int count) => page.Locator($"[data-count={what}]", new() { HasTextRegex = new($"^{count}$", RegexOptions.None, TimeSpan.FromSeconds(1)) }).WaitForAsync();

    // the phone is handed over, and nothing of what was written is left on it
    private static async Task RaiseHand(IPage page, string name, string contact)
    {
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Någon vill vara med" }));
        await page.MustBeWell();
        await page.GetByLabel("Namn", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Telefon eller e-post").FillAsync(contact);
        await page.GetByText("Bli medlem", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Ja, det vill jag").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Tack!" }).WaitForAsync();
        await page.MustBeWell();
        await page.GetByRole(AriaRole.Link, new() { Name = "En till vill vara med" }).ClickAsync();
        (await page.GetByLabel("Namn", new() { Exact = true }).InputValueAsync()).ShouldBe("");
        await page.Press(page.Locator("[data-writing] [data-back]"));
    }

    private async Task Tell(IPage page, int talks)
    {
        await page.SignIn(demo.House, "Ingela Rönnkvist");
        await page.Open($"{demo.House.Url}/nya-medlemmar");
        (await page.Locator("main").TextContentAsync())!.ShouldContain("Kerstin Fontän");
        await page.GotoAsync($"{demo.House.Url}/aktiviteter?manad=2026-06&vy=lista");
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = Stand }).First);
        await page.MustBeWell();
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Skriv rapporten" }));
        await page.MustBeWell();
        (await page.GetByLabel("Samtal", new() { Exact = true }).InputValueAsync()).ShouldBe(talks.ToString(CultureInfo.InvariantCulture));
        await page.GetByLabel("Vad gick bra?").FillAsync("Folk stannade.");
        await page.Press("Spara rapporten");
        await page.MustBeWell();
        (await page.Locator("#rapport").TextContentAsync())!.ShouldContain("Folk stannade.");
        foreach (var at in new[] { "/aktiviteter/platser/utfall", "/aktiviteter/samtal", "/aktiviteter" })
            await page.Open(demo.House.Url + at);
    }
}
