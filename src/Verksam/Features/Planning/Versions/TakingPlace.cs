using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Replanning;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.PlanReading;

namespace Verksam.Features.Planning.Versions;

/// <summary>An adopted version takes the place of the one before: by the meeting's decision what is gone is dropped, and what is reworded is understood anew.</summary>
internal sealed class TakingPlace(AppDb db, Texts texts, TimeProvider clock)
{
    /// <summary>Not saved here: it is one act with the adoption.</summary>
    public async Task Of(PlanVersion version, Plan plan, Id<Person> by)
    {
        if (await db.PlanVersions.SingleOrDefaultAsync(v => v.PlanId == version.PlanId && v.State == VersionState.Adopted && v.Id != version.Id) is not { } before)
            return;
        foreach (var lost in (await NextVersion.Lost(db, version)).Where(c => c.Number is not null))
            Keep(lost.DropFromPlan(Decided(version, "Planning.Lost.Reason"), by, clock.GetUtcNow(), out var replan), replan);
        var carried = await db.Commitments.Include(c => c.Passages).Where(c => c.PlanId == plan.Id && c.Chapter != null && c.Passages.Any(p => p.VersionId == version.Id)).ToListAsync();
        foreach (var commitment in carried.Where(c => c.RangesIn(before.Id).Count > 0 && c.WordsIn(before) != c.WordsIn(version)))
        {
            var reading = commitment.Reading.Reworded(Read(before, commitment, plan), Read(version, commitment, plan));
            Keep(commitment.Change(reading, Decided(version, "Planning.Versions.Reworded"), by, clock.GetUtcNow(), out var replan), replan);
        }
        before.Replace();
    }

    // other words that mean the same change nothing
    private void Keep(Refusal? refusal, Replan? replan)
    {
        if (refusal is null)
            db.Replans.Add(replan!);
    }

    private Decision Decided(PlanVersion version, string reason) => new(texts[reason], version.Meeting!, version.AdoptedOn!.Value);

    private static Interpretation Read(PlanVersion version, Commitment commitment, Plan plan) =>
        Interpretation.Of(PlanReader.Interpret(version.Document, commitment.RangesIn(version.Id), plan.Year));
}
