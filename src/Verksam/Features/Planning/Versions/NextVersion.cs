using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.NextYear;
using Verksam.Kernel;
using Verksam.Kernel.Files;
using Verksam.PlanReading;

namespace Verksam.Features.Planning.Versions;

/// <summary>Puts a text into the database as the next version of a plan, on the ground of those before it.</summary>
internal sealed class NextVersion(AppDb db, TimeProvider clock)
{
    /// <param name="settled">How an open version that this one takes the place of ends.</param>
    public async Task<PlanVersion> Of(Plan plan, PlanAsRead read, string sourceName, StoredFile? source, Action<PlanVersion> settled)
    {
        var versions = await db.PlanVersions.Where(v => v.PlanId == plan.Id).OrderBy(v => v.Number).ToListAsync(); // what is put aside has no number: it takes no part
        var open = versions.FindLast(v => v.State is VersionState.Draft or VersionState.Proposal);
        var adopted = versions.FindLast(v => v.State == VersionState.Adopted);
        versions.Where(v => v.State is VersionState.Draft or VersionState.Proposal).ToList().ForEach(settled);
        var next = PlanVersion.BringIn(plan.Id, Free(versions), read.Document, sourceName, source?.Id, clock.GetUtcNow());
        next.Follows((open ?? adopted)?.Id);
        db.PlanVersions.Add(next);
        var commitments = await db.Commitments.Include(c => c.Passages).Where(c => c.PlanId == plan.Id && c.Review != ReviewState.Joined && c.DroppedOn == null).ToListAsync();
        var marked = Carry(next, new[] { open, adopted }.OfType<PlanVersion>(), commitments);
        var fresh = Succession.Besides(next, read.Commitments, marked);
        await Descent.Trace(db, plan, next, fresh);
        db.Commitments.AddRange(fresh);
        return next;
    }

    /// <summary>The number of the version that comes after these.</summary>
    public static int Free(IEnumerable<PlanVersion> versions) => (versions.Max(v => v.Number) ?? 0) + 1;

    /// <summary>Those of a plan that a version has lost: they stand in what it follows or in what is adopted, and not in it.</summary>
    public static async Task<List<Commitment>> Lost(AppDb db, PlanVersion version) => await (
        from commitment in db.Commitments.Include(c => c.Passages)
        where commitment.PlanId == version.PlanId && commitment.Review == ReviewState.Accepted && commitment.DroppedOn == null
            && commitment.Passages.All(p => p.VersionId != version.Id)
            && commitment.Passages.Any(p => p.VersionId == version.FollowsId
                || db.PlanVersions.Any(v => v.Id == p.VersionId && v.State == VersionState.Adopted))
        orderby commitment.Chapter, commitment.Running
        select commitment).ToListAsync();

    // what the draft already had comes first; what it had lost may stand in the new text again
    private static List<Commitment> Carry(PlanVersion next, IEnumerable<PlanVersion> grounds, List<Commitment> commitments)
    {
        foreach (var ground in grounds)
            Succession.Anchor(ground, next, commitments.Where(c => c.RangesIn(next.Id).Count == 0 && c.RangesIn(ground.Id).Count > 0));
        return [.. commitments.Where(c => c.RangesIn(next.Id).Count > 0)];
    }
}
