using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Review;
using Verksam.Features.Planning.Versions;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.PlanReading;

namespace Verksam.Features.Planning.Amending;

/// <summary>What the meeting has approved becomes the next version of the plan.</summary>
internal sealed class TakeIn(AppDb db, NextVersion next, Texts texts, TimeProvider clock)
{
    /// <summary>A draft where only what is new is left to review; a proposal at once when nothing is.</summary>
    public async Task<(PlanVersion? Next, Refusal? Refusal)> Into(PlanVersion version, IReadOnlyList<Amendment> amendments)
    {
        var approved = amendments.Where(a => a.Decision == Ruling.Approved).ToList();
        if (amendments.Any(a => a.Decision == Ruling.None))
            return (null, PlanningRefusals.AmendmentsOpen);
        if (approved.Count == 0)
            return (null, PlanningRefusals.NothingApproved);
        if (AmendedText.Overlapping(approved) is var (first, second))
            return (null, PlanningRefusals.AmendmentsOverlap with { Facts = [first.Number, second.Number] });
        var document = version.Document;
        var amended = AmendedText.Apply(document, [.. approved.OrderBy(a => a.Number).Select(a => AmendedText.Of(document, a))]);
        return (await Save(version, amended), null);
    }

    private async Task<PlanVersion> Save(PlanVersion version, PlanDocument amended)
    {
        var plan = await db.Plans.SingleAsync(p => p.Id == version.PlanId);
        var made = await next.Of(plan, PlanReader.ReadDocument(amended, plan.Year), texts["Planning.Amendments.Source", version.Number], null, earlier => earlier.Amend());
        var all = db.ChangeTracker.Entries<Commitment>().Select(e => e.Entity).ToList();
        var marked = all.Where(c => c.RangesIn(made.Id).Count > 0).ToList();
        var lost = await Leaving.Waiting(db, made, all.Where(c => c.RangesIn(version.Id).Count > 0 && c.RangesIn(made.Id).Count == 0));
        made.Propose(marked.Count(c => c.Review == ReviewState.Open), marked.Count(c => c.Review == ReviewState.Accepted), lost.Count, clock.GetUtcNow()); // stays a draft when something is left
        await db.SaveChangesAsync();
        return made;
    }
}
