using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Sharing;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Replanning;

/// <summary>What has been said, handed over and decided of a plan's commitments, to see them as they were at the end of a day.</summary>
internal sealed class Past
{
    private readonly ILookup<Id<Commitment>, Report> _reports;
    private readonly ILookup<Id<Commitment>, DateTimeOffset> _linked;
    private readonly ILookup<Id<Commitment>, Handover> _handovers;
    private readonly ILookup<Id<Commitment>, Replan> _later;

    private Past(List<Report> reports, List<LinkedThing> linked, List<Handover> handovers, List<Replan> later)
    {
        _reports = reports.ToLookup(r => r.CommitmentId);
        _linked = linked.ToLookup(l => l.CommitmentId, l => l.At);
        _handovers = handovers.ToLookup(h => h.CommitmentId);
        _later = later.ToLookup(r => r.CommitmentId);
    }

    public static async Task<Past> Of(AppDb db, Plan plan, DateOnly day)
    {
        var until = OurTime.EndOf(day);
        var commitments = db.Commitments.Where(c => c.PlanId == plan.Id).Select(c => c.Id);
        return new Past(
            await db.Reports.AsNoTracking().Where(r => r.At < until && commitments.Contains(r.CommitmentId)).ToListAsync(),
            await db.LinkedThings.AsNoTracking().Where(t => t.At < until && commitments.Contains(t.CommitmentId)).ToListAsync(),
            await db.Handovers.AsNoTracking().Where(h => h.At < until && commitments.Contains(h.CommitmentId)).ToListAsync(),
            await db.Replans.AsNoTracking().Where(r => r.DecidedOn > day && commitments.Contains(r.CommitmentId)).ToListAsync());
    }

    /// <summary>Turns one that is not tracked back to how it was.</summary>
    public void TurnBack(Commitment commitment)
    {
        commitment.TurnBack(_handovers[commitment.Id].MaxBy(h => h.At));
        foreach (var replan in _later[commitment.Id].OrderByDescending(r => r.DecidedOn).ThenByDescending(r => r.At))
            commitment.TurnBack(replan);
    }

    public Said Said(Commitment commitment) => Carrying.Said.Of(_reports[commitment.Id].Where(r => r.PartId is null), _linked[commitment.Id]);

    public Said Said(Part part) => Carrying.Said.Of(_reports[part.CommitmentId].Where(r => r.PartId == part.Id));
}
