using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;

namespace Verksam.BrowserTests;

/// <summary>What every page must be, however it is looked at.</summary>
internal static class Looks
{
    /// <summary>Nothing that axe finds, nothing that sticks out to the side.</summary>
    public static async Task MustBeWell(this IPage page)
    {
#pragma warning disable CS0618 // the newer way opens a page more for each run, to look into frames from outside; our pages hold none
        var found = await page.RunAxeLegacy();
#pragma warning restore CS0618
        found.Violations.Select(v => $"{page.Url} {v.Id} ({v.Impact}): {v.Help} – {string.Join(" | ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, $"{page.Url} is wider than the window");
    }

    /// <summary>Collects what the console says is wrong: a blocked style, a script that fails, a file that is missing.</summary>
    public static List<string> Complaints(this IPage page)
    {
        var said = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                said.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => said.Add($"{page.Url}: {error}");
        return said;
    }
}
