using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Import.Applying;

/// <summary>In whose name a run goes on: with the rights that whoever brought the file in has today.</summary>
internal sealed class Importer(AppDb db, OurTime time)
{
    public const string Through = "import";

    /// <summary>Null when somebody at the machine does it, who has everything anyway.</summary>
    public async Task<CurrentUser?> Of(ImportRun run, CancellationToken cancelled)
    {
        db.Actor.Is(run.ById?.Value, Through);
        if (run.ById is not { } by)
            return null;
        var grants = await Rights.Of(db, db.People.Where(p => p.Id == by).Select(p => p.Id), time.Today).ToListAsync(cancelled);
        var me = new CurrentUser();
        me.Is(by.Value, "", [.. grants.Select(g => g.Grant)], run.InTwoSteps);
        return me;
    }

    /// <summary>Those whose rights are more than one's own: letters that let in go to their address, and it stays (see Rights.Cover).</summary>
    public async Task<IReadOnlySet<Id<Person>>> Untouchable(CurrentUser? me, CancellationToken cancelled)
    {
        if (me is null)
            return new HashSet<Id<Person>>();
        var today = time.Today;
        var held = await (
            from assignment in db.Assignments
            where assignment.To == null || today <= assignment.To
            join role in db.Roles on assignment.RoleId equals role.Id
            join unit in db.Units on assignment.UnitId equals unit.Id
            select new { assignment.PersonId, role.Permissions, role.Below, unit.Path }).ToListAsync(cancelled);
        return held.Where(h => !me.CanAll(h.Permissions, h.Path, h.Below)).Select(h => h.PersonId).ToHashSet();
    }
}
