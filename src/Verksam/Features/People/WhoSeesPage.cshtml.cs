using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.People;

/// <summary>Everybody's right to know: what is kept of me, who can see it today and by which duty, and who has looked.</summary>
[Requires(Permission.None)]
internal sealed class WhoSeesPage(AppDb db, CurrentUser me, IWaysIn ways, OurTime time) : PageModel
{
    private const int MostLooks = 50;

    /// <summary>Those who can see my page.</summary>
    public IReadOnlyList<Watcher> Watchers { get; private set; } = [];

    /// <summary>Those who can read the log, where my name stands at what I have done.</summary>
    public IReadOnlyList<Watcher> Readers { get; private set; } = [];

    public IReadOnlyList<Look> Looks { get; private set; } = [];

    public async Task OnGet()
    {
        var self = new Id<Person>(me.PersonId);
        var path = await db.People.Where(p => p.Id == self).Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => u.Path).SingleAsync();
        Watchers = await Watcher.Of(db, ways, self, path, Permission.SeePeople, time.Today).ToListAsync();
        Readers = await Watcher.Of(db, ways, self, path, Permission.ReadAudit, time.Today).ToListAsync();
        Looks = await Look.Latest(db, self, MostLooks);
    }
}
