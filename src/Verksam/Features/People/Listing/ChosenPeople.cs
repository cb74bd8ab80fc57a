using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Listing;

/// <summary>The people of a choice, as far as one may see them now.</summary>
internal sealed class ChosenPeople(AppDb db, CurrentUser me, ListPeople list, OurTime time)
{
    private const int LongestFilter = 8000;

    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Those of <paramref name="choice"/>, to build a query on; null when there is none of one's own, or it is too old.</summary>
    public async Task<IQueryable<Person>?> Of(Guid? choice)
    {
        var (id, oldest) = (new Id<Chosen>(choice ?? Guid.Empty), time.Now - Kept);
        if (await db.Chosen.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.ById == me.PersonId && c.At > oldest) is not { } chosen)
            return null;
        if (chosen.Filter is { } filter)
            return await Shown(filter);
        var people = chosen.People;
        return db.People.VisibleTo(me, db).Where(p => people.Contains(p.Id));
    }

    /// <summary>Keeps those who are ticked, in any list; the id goes to the page of an act. Saves.</summary>
    public Task<Id<Chosen>> Keep(IEnumerable<Id<Person>> ticked) => Keep(null, ticked);

    /// <summary>Keeps all that the list of members shows at an address. Saves.</summary>
    public async Task<Id<Chosen>> KeepAll(string query) => query.Length <= LongestFilter ? await Keep(query, [])
        : await Keep(await (await Shown(query)).Select(p => p.Id).ToListAsync()); // a long segment has no room: those it has now

    private Task<IQueryable<Person>> Shown(string query)
    {
        var asked = QueryHelpers.ParseQuery(query);
        return list.Of(ListFilter.Of(name => asked.GetValueOrDefault(name).FirstOrDefault(), time.Today));
    }

    private async Task<Id<Chosen>> Keep(string? filter, IEnumerable<Id<Person>> ticked)
    {
        var chosen = new Chosen(me.PersonId, time.Now, filter, ticked);
        db.Chosen.Add(chosen);
        await db.SaveChangesAsync();
        return chosen.Id;
    }
}
