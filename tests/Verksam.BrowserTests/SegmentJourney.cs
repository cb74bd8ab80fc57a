using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>A sentence that chooses people is built, saved and used: at a desk, on a phone in the dark, and where there is no script.</summary>
public sealed class SegmentJourney(Browsers browsers)
{
    [Theory]
    [InlineData(false, ColorScheme.Light, true)]
    [InlineData(true, ColorScheme.Dark, true)]
    [InlineData(true, ColorScheme.Light, false)]
    public async Task Members_with_a_phone_are_chosen_saved_and_used_in_another_segment(bool small, ColorScheme scheme, bool script)
    {
        await using var house = await HouseOnAPort.Open(demo: true);
        var page = await browsers.Open(small ? Browsers.Phone : Browsers.Desktop, scheme, script: script);
        var complaints = page.Complaints();
        await page.SignIn(house, "Ingela Rönnkvist");
        (await page.GotoAsync($"{house.Url}/urval"))!.Status.ShouldBe(200);
        await Look(page, script);
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Nytt urval" }));
        await Look(page, script);

        await Add(page, "r", "ar", script);
        await Add(page, "r", "telefon", script);
        var members = await Count(page);
        await Choose(page, "inte.r-1", "nej", script);
        var without = await Count(page);
        without.ShouldNotBe(members);
        await Choose(page, "inte.r-1", "", script);
        (await Count(page)).ShouldBe(members);
        await Look(page, script);
        page.Url.ShouldEndWith("?urval=1.alla(ar:Member;telefon)" + (script ? "" : "#r"));

        await page.GetByLabel("Namn", new() { Exact = true }).FillAsync("Medlemmar vi når");
        await page.Press("Spara urvalet");
        (await page.Said()).ShouldStartWith("Urvalet Medlemmar vi når är sparat.");
        (await page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Button, new() { Name = "Ångra" }).CountAsync()).ShouldBe(1);
        (await page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First.TextContentAsync()).ShouldBe(members);
        await Look(page, script);

        await page.GotoAsync($"{house.Url}/urval/nytt");
        await Add(page, "r", "urval", script);
        var saved = await page.Locator("[id='svar.r-0.0'] option").Filter(new() { HasText = "Medlemmar vi når" }).GetAttributeAsync("value");
        await Choose(page, "svar.r-0.0", saved!, script);
        (await Count(page)).ShouldBe(members);
        await page.Press("Visa dem");
        (await page.Locator("tbody .who").CountAsync()).ShouldBeGreaterThan(0);
        await Look(page, script);
        complaints.ShouldBeEmpty();
    }

    private static async Task Add(IPage page, string place, string kind, bool script)
    {
        var button = page.Locator($"button[value='till.{place}']");
        await page.Locator($"[id='ny.{place}']").SelectOptionAsync(kind);
        await (script ? InPlace(page, () => button.ClickAsync()) : page.Press(button));
    }

    private static async Task Choose(IPage page, string control, string answer, bool script)
    {
        Task Select() => page.Locator($"[id='{control}']").SelectOptionAsync(answer);
        if (script)
        {
            await InPlace(page, Select);
            return;
        }
        await Select();
        await page.Press(page.GetByRole(AriaRole.Button, new() { Name = "Räkna om" }));
    }

    // with script the page stays and a part of it is put in place of another
    private static async Task InPlace(IPage page, Func<Task> act)
    {
        await page.EvaluateAsync("document.getElementById('bygge').dataset.old = 'yes'");
        await act();
        await page.Locator("#bygge:not([data-old])").WaitForAsync();
    }

    private static async Task<string> Count(IPage page) => (await page.Locator(".verdict output").TextContentAsync())!.Trim();

    // axe asks the page with a script of its own, and would wait for ever for an answer where there is none
    private static Task Look(IPage page, bool script) => script ? page.MustBeWell() : Task.CompletedTask;
}
