using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Versions;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Files;
using Verksam.PlanReading;

namespace Verksam.Features.Planning.Import;

/// <summary>Puts a plan that was read into the database as a draft to review.</summary>
internal sealed class BringIn(AppDb db, NextVersion next)
{
    /// <summary>
    /// A new draft of the unit's plan for the year. An earlier draft or proposal of it is put aside, not erased; what is adopted holds
    /// until a meeting adopts the new. What is unchanged keeps what was decided of it.
    /// </summary>
    public async Task<(PlanVersion? Version, Refusal? Refusal)> Draft(Id<Unit> unit, int year, PlanAsRead read, string sourceName, StoredFile? source)
    {
        if (string.IsNullOrWhiteSpace(read.Document.Text))
            return (null, PlanningRefusals.NothingToRead);
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.UnitId == unit && p.Year == year);
        if (plan is null)
            db.Plans.Add(plan = new Plan(unit, year));
        var version = await next.Of(plan, read, sourceName, source, earlier => earlier.Discard());
        await db.SaveChangesAsync();
        return (version, null);
    }
}
