using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Search;

namespace Verksam.Features.Finding;

/// <summary>Everything one may see that fits some words. What is searched for is written down nowhere; what is opened from here, where it is opened.</summary>
[Requires(Permission.None)]
[EnableRateLimiting(Limits.Search)]
internal sealed class SearchPage(IEnumerable<ISearchSource> sources) : PageModel
{
    private const int MostOnPage = 20, MostAsOneTypes = 6;

    public SearchWords Words { get; private set; } = null!;
    public IReadOnlyList<(string Heading, Finds Finds)> Groups { get; private set; } = [];
    public int Count => Groups.Sum(g => g.Finds.Rows.Count);

    public async Task OnGet(string? text) => await Find(text, MostOnPage);

    /// <summary>Only the finds, for a page that asks while one types.</summary>
    public async Task<IActionResult> OnGetFinds(string? text)
    {
        await Find(text, MostAsOneTypes);
        Response.Headers.CacheControl = "no-store";
        return Partial("/Features/Finding/_Finds.cshtml", this);
    }

    private async Task Find(string? text, int most)
    {
        Words = SearchWords.Of(text);
        if (!Words.IsEnough)
            return;
        foreach (var source in sources.OrderBy(s => s.Order))
        {
            if (await source.Find(Words, most) is { Rows.Count: > 0 } finds)
                Groups = [.. Groups, (source.Heading, finds)];
        }
    }
}
