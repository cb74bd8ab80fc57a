using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

public sealed class FirstStartJourney(Browsers browsers)
{
    private const string Email = "siv@norrsjo.example", Password = "tre gula hundar i regn";

    [Theory]
    [InlineData(Browsers.Desktop, ColorScheme.Light)]
    [InlineData(Browsers.Desktop, ColorScheme.Dark)]
    [InlineData(Browsers.Phone, ColorScheme.Light)]
    [InlineData(Browsers.Phone, ColorScheme.Dark)]
    public async Task From_the_first_link_to_the_plan_and_back_in_by_password_and_by_code(string size, ColorScheme scheme)
    {
        await using var house = await HouseOnAPort.Open();
        var page = await browsers.Open(size, scheme);
        var complaints = page.Complaints();

        await Begin(page, await house.FirstLink());
        page.Url.ShouldBe($"{house.Url}/planen/ta-in");
        await page.MustBeWell();

        await SignOut(page);
        await EnterByPassword(page);
        page.Url.ShouldBe($"{house.Url}/oversikt");
        await page.MustBeWell();

        await SignOut(page);
        await EnterByCode(page, house);
        page.Url.ShouldBe($"{house.Url}/oversikt");
        complaints.ShouldBeEmpty();
    }

    private static async Task Begin(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.MustBeWell();
        await page.GetByLabel("Organisationen heter").FillAsync("Norrsjö distrikt");
        await page.GetByLabel("Föreningar, ett namn på varje rad").FillAsync("Alnäs\nStorå");
        await page.GetByText("Gran", new() { Exact = true }).ClickAsync();
        await Press(page, "Spara och gå vidare");
        await page.MustBeWell();
        await page.GetByLabel("Namn", new() { Exact = true }).FillAsync("Siv Berg");
        await page.GetByLabel("E-post").FillAsync(Email);
        await page.GetByLabel("Lösenord").FillAsync(Password);
        await Press(page, "Spara och gå vidare");
    }

    private static async Task SignOut(IPage page)
    {
        // on a phone the way out lies behind "Mer"; a wide window shows it
        if (await page.GetByRole(AriaRole.Button, new() { Name = "Mer", Exact = true }).IsVisibleAsync())
            await page.GetByRole(AriaRole.Button, new() { Name = "Mer", Exact = true }).ClickAsync();
        await Press(page, "Logga ut");
        page.Url.ShouldEndWith("/logga-in");
        await page.MustBeWell();
    }

    private static async Task EnterByPassword(IPage page)
    {
        await page.GetByText("Jag har ett lösenord").ClickAsync();
        await page.GetByLabel("E-post").FillAsync(Email);
        await page.GetByLabel("Lösenord").FillAsync("inte det rätta ordet");
        await Press(page, "Logga in");
        await page.MustBeWell(); // with an error
        await page.GetByLabel("Lösenord").FillAsync(Password);
        await Press(page, "Logga in");
    }

    private static async Task EnterByCode(IPage page, HouseOnAPort house)
    {
        await page.GetByLabel("E-post").FillAsync(Email);
        await Press(page, "Skicka en länk till mig");
        await page.MustBeWell();
        await page.GetByLabel("Kod ur brevet, sex siffror").FillAsync(await house.CodeTo(Email, TestContext.Current.CancellationToken));
        await Press(page, "Gå in");
    }

    private static async Task Press(IPage page, string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.Load);
    }
}
