using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Versions;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Review;

/// <summary>What is carried today and does not stand in a new text: before the text is shown, somebody has said of each that it leaves the plan.</summary>
internal static class Leaving
{
    /// <summary>Those that are carried and that nobody has said anything of.</summary>
    /// <param name="db">The database.</param>
    /// <param name="version">The new text.</param>
    /// <param name="lost">What it has lost, with all passages.</param>
    public static async Task<IReadOnlySet<Id<Commitment>>> Waiting(AppDb db, PlanVersion version, IEnumerable<Commitment> lost)
    {
        var carried = lost.Where(c => c.Number is not null).ToList();
        if (carried.Count == 0)
            return new HashSet<Id<Commitment>>();
        var versions = await db.PlanVersions.Where(v => v.PlanId == version.PlanId).Select(v => new { v.Id, v.FollowsId }).ToDictionaryAsync(v => v.Id, v => v.FollowsId);
        versions[version.Id] = version.FollowsId; // it may not be saved yet
        var steps = await (from step in db.ReviewSteps.AsNoTracking() join v in db.PlanVersions on step.VersionId equals v.Id where v.PlanId == version.PlanId select step).ToListAsync();
        var touched = steps.SelectMany(s => s.Before.Select(b => (s.VersionId, b.Id))).ToHashSet();
        return carried.Where(c => !IsAnswered(c)).Select(c => c.Id).ToHashSet();

        // who pressed something for one that is not in the text let it go: there is no other way out of a text. An answer holds for the texts made of that one.
        bool IsAnswered(Commitment commitment)
        {
            for (Id<PlanVersion>? at = version.Id; at is { } text && commitment.RangesIn(text).Count == 0; at = versions.GetValueOrDefault(text))
            {
                if (touched.Contains((text, commitment.Id.Value)))
                    return true;
            }
            return false;
        }
    }

    /// <summary>How many of them a version has.</summary>
    public static async Task<int> CountWaiting(AppDb db, PlanVersion version) => (await Waiting(db, version, await NextVersion.Lost(db, version))).Count;
}
