using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Doing;

/// <summary>What whoever asks can do this week, what fits best first. Each socket is asked once.</summary>
internal sealed class Doables(AppDb db, CurrentUser me, IEnumerable<ICanDo> sockets, OurTime time)
{
    /// <summary>One is enough; more than these nobody reads.</summary>
    public const int Most = 10;

    private const int MostOfASort = 2;

    public async Task<IReadOnlyList<Doable>> Now()
    {
        var self = new Id<Person>(me.PersonId);
        if (await db.People.AsNoTracking().Where(p => p.Id == self).Join(db.Units.AsNoTracking(), p => p.UnitId, u => u.Id, (person, unit) => new { person, unit }).SingleOrDefaultAsync() is not { } found)
            return [];
        var ask = new DoAsk(me, found.person, found.unit, time.Today);
        var all = new List<Doable>();
        foreach (var socket in sockets)
            all.AddRange((await socket.For(ask)).OrderByDescending(d => d.Fit).Take(MostOfASort));
        return [.. all.OrderByDescending(d => d.Fit).Take(Most)];
    }
}
