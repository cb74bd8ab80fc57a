using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Search;

namespace Verksam.Features.People.Searching;

/// <summary>People one may see, in the search over everything.</summary>
internal sealed class PeopleFound(AppDb db, CurrentUser me, Ready ready, Kept kept) : ISearchSource
{
    public string Heading => "People.Menu";

    public int Order => 10;

    public async Task<Finds> Find(SearchWords words, int most)
    {
        if (!me.Can(Permission.SeePeople))
            return Finds.Nothing;
        var first = await PeopleIndex.Everybody.First(db, ready, words, PeopleIndex.Scopes(me), most);
        if (first.Count == 0)
            return Finds.Nothing;
        var units = await kept.Get(nameof(PeopleFound), () => db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id.Value));
        // as VisibleTo has it, by where each belongs now; oneself is found by those who see others
        var seen = (await Named(first, most)).Where(p => units.TryGetValue(p.Unit, out var unit) && me.Can(Permission.SeePeople, unit.Path)).ToDictionary(p => p.Id);
        return new([.. first.Where(f => seen.ContainsKey(f.Id)).Select(f => new Find(seen[f.Id].Name, $"/manniskor/{f.Id}", units[seen[f.Id].Unit].Name))],
            first.Count == most ? $"/manniskor?text={Uri.EscapeDataString(words.Text)}" : null);
    }

    // always as many places as there may be, so that there is one question to keep ready
    private async Task<IReadOnlyList<(Guid Id, string Name, Guid Unit)>> Named(IReadOnlyList<Hit> first, int most) => await ready.Ask(
        db, $"""SELECT "Id", "Name", "UnitId" FROM "People" WHERE "Id" IN ({string.Join(", ", Enumerable.Range(0, most).Select(at => $"@p{at}"))})""",
        row => (row.GetGuid(0), row.GetString(1), row.GetGuid(2)), [.. Enumerable.Range(0, most).Select(at => (object)first[Math.Min(at, first.Count - 1)].Id)]);
}
