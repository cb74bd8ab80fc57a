using System.Globalization;
using Verksam.Kernel;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Search;
using Verksam.Kernel.Text;

namespace Verksam.Features.Finding;

/// <summary>The places of the menu that one may go to, in the search over everything.</summary>
internal sealed class PlacesFound(IEnumerable<MenuEntry> menu, CurrentUser me, Kept kept, Texts texts) : ISearchSource
{
    public string Heading => "Finding.Places";

    public int Order => 40;

    public async Task<Finds> Find(SearchWords words, int most)
    {
        var places = await kept.Get((nameof(PlacesFound), me.Reach, CultureInfo.CurrentUICulture.Name), () => Task.FromResult(Places()));
        return new([.. places.Where(p => words.FitIn(p.Words)).Take(most).Select(p => p.Find)]);
    }

    private List<(Find Find, string Words)> Places() =>
        [.. menu.Where(m => me.Can(m.Needs)).OrderBy(m => m.Order).Select(m => (new Find(texts[m.Text], m.Url), SearchWords.In(texts[m.Text])))];
}
