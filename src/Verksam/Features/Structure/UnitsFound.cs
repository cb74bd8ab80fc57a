using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Search;

namespace Verksam.Features.Structure;

/// <summary>The units one may see, in the search over everything. They are few, and kept.</summary>
internal sealed class UnitsFound(AppDb db, CurrentUser me, Kept kept) : ISearchSource
{
    public string Heading => "Structure.Menu";

    public int Order => 20;

    public async Task<Finds> Find(SearchWords words, int most)
    {
        var seen = await kept.Get((nameof(UnitsFound), me.Reach), Seen);
        return new([.. seen.Where(u => words.FitIn(u.Words)).OrderBy(u => u.Path.Length).Take(most).Select(u => new Find(u.Name, Place(u), u.Municipality == u.Name ? null : u.Municipality))]);
    }

    private async Task<IReadOnlyList<Known>> Seen()
    {
        var units = await db.Units.VisibleTo(me, db).Select(u => new { u.Name, u.Slug, u.Path, u.Municipality }).ToListAsync();
        return [.. units.Select(u => new Known(u.Name, u.Slug, u.Path, u.Municipality, SearchWords.In($"{u.Name} {u.Municipality}")))];
    }

    // the page where one may do most
    private string Place(Known unit) => me.Can(Permission.EditStructure, unit.Path) ? $"/organisation/{unit.Slug}"
        : me.Can(Permission.SeePeople, unit.Path) ? $"/manniskor?enhet={unit.Slug}" : "/organisation";

    private sealed record Known(string Name, string Slug, string Path, string? Municipality, string Words);
}
