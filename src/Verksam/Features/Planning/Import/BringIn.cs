using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Files;
using Verksam.PlanReading;

namespace Verksam.Features.Planning.Import;

/// <summary>Puts a plan that was read into the database as a draft to review.</summary>
internal sealed class BringIn(AppDb db, TimeProvider clock)
{
    /// <summary>A new draft of the unit's plan for the year; an earlier draft or proposal of the same plan is put aside, not erased.</summary>
    public async Task<(PlanVersion? Version, Refusal? Refusal)> Draft(Id<Unit> unit, int year, PlanAsRead read, string sourceName, StoredFile? source)
    {
        if (string.IsNullOrWhiteSpace(read.Document.Text))
            return (null, PlanningRefusals.NothingToRead);
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.UnitId == unit && p.Year == year);
        var versions = plan is null ? [] : await db.PlanVersions.Where(v => v.PlanId == plan.Id).ToListAsync();
        if (versions.Exists(v => v.State == VersionState.Adopted))
            return (null, PlanningRefusals.AlreadyAdopted);
        versions.ForEach(v => v.Discard());
        if (plan is null)
            db.Plans.Add(plan = new Plan(unit, year));
        if (source is not null)
            db.Files.Add(source);
        var version = PlanVersion.BringIn(plan.Id, versions.Count + 1, read.Document, sourceName, source?.Id, clock.GetUtcNow());
        db.PlanVersions.Add(version);
        db.Commitments.AddRange(read.Commitments.Select(found => Commitment.Found(plan.Id, version.Id, found)));
        await db.SaveChangesAsync();
        return (version, null);
    }
}
