using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Search;

namespace Verksam.Features.People.Searching;

/// <summary>People one may see, in the search over everything.</summary>
internal sealed class PeopleFound(AppDb db, CurrentUser me) : ISearchSource
{
    public string Heading => "People.Menu";

    public int Order => 10;

    public async Task<Finds> Find(SearchWords words, int most)
    {
        if (!me.Can(Permission.SeePeople))
            return Finds.Nothing;
        var first = (await PeopleIndex.Everybody.First(db, words, PeopleIndex.Scopes(me), most)).Select(id => new Id<Person>(id)).ToList();
        var rows = await (
            from person in db.People.VisibleTo(me, db)
            where first.Contains(person.Id)
            join unit in db.Units on person.UnitId equals unit.Id
            select new { person.Id, person.Name, Unit = unit.Name }).ToDictionaryAsync(p => p.Id);
        return new([.. first.Where(rows.ContainsKey).Select(id => new Find(rows[id].Name, $"/manniskor/{id}", rows[id].Unit))],
            first.Count == most ? $"/manniskor?text={Uri.EscapeDataString(words.Text)}" : null);
    }
}
