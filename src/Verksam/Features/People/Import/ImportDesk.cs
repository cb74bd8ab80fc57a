using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;

namespace Verksam.Features.People.Import;

/// <summary>Which imports somebody may see and go on with: those of units where one may change people, there and in all below.</summary>
internal sealed class ImportDesk(AppDb db, CurrentUser me, JobBell bell)
{
    public async Task<IReadOnlyList<Unit>> Units()
    {
        var units = await db.Units.AsNoTracking().Within(me.Where(Permission.EditPeople)).OrderBy(u => u.Path.Length).ThenBy(u => u.Name).ToListAsync();
        return [.. units.Where(u => me.CanAll(Permission.EditPeople, u.Path, below: true))];
    }

    public static IReadOnlyList<SelectListItem> Choices(IReadOnlyList<Unit> units) => [.. units.Select(u => new SelectListItem(u.Name, u.Id.ToString()))];

    public async Task<ImportRun?> Find(Id<ImportRun> id)
    {
        var run = await db.Imports.SingleOrDefaultAsync(r => r.Id == id);
        return run is not null && await db.Units.Where(u => u.Id == run.UnitId).Select(u => u.Path).SingleAsync() is var path
            && me.CanAll(Permission.EditPeople, path, below: true) ? run : null;
    }

    /// <summary>Saves what was said, and asks for the step that it waits for.</summary>
    public async Task Ask(ImportRun run)
    {
        db.Jobs.Add(new Job(ImportJob.JobName, run.Id.Value, db.Clock.GetUtcNow()));
        await db.SaveChangesAsync();
        bell.Ring();
    }

    /// <summary>The last ones, as far as one may see them.</summary>
    public async Task<IReadOnlyList<ImportRun>> Earlier(IReadOnlyList<Unit> units)
    {
        const int shown = 10;
        var ids = units.Select(u => u.Id).ToList();
        return await db.Imports.AsNoTracking().Where(r => ids.Contains(r.UnitId) && r.State != RunState.Abandoned).OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(shown).ToListAsync();
    }
}
