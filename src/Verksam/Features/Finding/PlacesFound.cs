using Verksam.Kernel;
using Verksam.Kernel.Search;
using Verksam.Kernel.Text;

namespace Verksam.Features.Finding;

/// <summary>The places of the menu that one may go to, in the search over everything.</summary>
internal sealed class PlacesFound(IEnumerable<MenuEntry> menu, CurrentUser me, Texts texts) : ISearchSource
{
    public string Heading => "Finding.Places";

    public int Order => 40;

    public Task<Finds> Find(SearchWords words, int most) => Task.FromResult(new Finds(
        [.. menu.Where(m => me.Can(m.Needs)).OrderBy(m => m.Order).Select(m => new Find(texts[m.Text], m.Url)).Where(f => words.FitIn(SearchWords.In(f.Text))).Take(most)]));
}
