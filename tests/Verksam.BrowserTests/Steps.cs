using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>What is done in every journey: come in, press, go on to the page that it leads to.</summary>
internal static class Steps
{
    /// <summary>As one of the demo's people.</summary>
    public static async Task SignIn(this IPage page, HouseOnAPort house, string name)
    {
        await page.GotoAsync($"{house.Url}/logga-in");
        await page.Press(page.GetByRole(AriaRole.Button, new() { Name = name }));
        new Uri(page.Url).AbsolutePath.ShouldNotBe("/logga-in", name);
    }

    /// <summary>Opens a page, which must be well.</summary>
    public static async Task Open(this IPage page, string url)
    {
        (await page.GotoAsync(url))!.Status.ShouldBe(200, url);
        await page.MustBeWell();
    }

    /// <summary>The button with that name, in that part of the page.</summary>
    public static Task Press(this IPage page, string button, string within = "main") =>
        page.Press(page.Locator(within).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

    public static Task Press(this IPage page, ILocator button) => Onward(page, () => button.ClickAsync());

    public static Task PressKey(this IPage page, string key) => Onward(page, () => page.Keyboard.PressAsync(key));

    /// <summary>Goes there by Tab, as one does who uses no mouse.</summary>
    public static async Task Reach(this IPage page, ILocator element)
    {
        for (var tabs = 0; tabs < 100; tabs++)
        {
            if (await element.EvaluateAsync<bool>("e => e === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        throw new InvalidOperationException($"No number of tabs on {page.Url} leads to {element}.");
    }

    /// <summary>The key of "yes" until nothing is left to review.</summary>
    public static async Task AcceptAllByKey(this IPage page)
    {
        while (await page.Locator("mark[data-review=open], mark[data-review=doubt]").CountAsync() > 0)
            await page.PressKey("g");
    }

    /// <summary>What the plan in force has and this text has not leaves it.</summary>
    public static Task LetTheRestLeave(this IPage page) => page.Press(page.Locator("#lamnar button"));

    /// <summary>What the program says after something was done.</summary>
    public static async Task<string> Said(this IPage page) => (await page.GetByRole(AriaRole.Status).TextContentAsync())!.Trim();

    // the next page may have the same address: what tells is that one was loaded
    private static async Task Onward(IPage page, Func<Task> act)
    {
        var loaded = new TaskCompletionSource();
        page.Load += OnLoad;
        await act();
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        page.Load -= OnLoad;

        void OnLoad(object? sender, IPage which) => loaded.TrySetResult();
    }
}
