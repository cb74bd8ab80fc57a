using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Carrying;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings;

/// <summary>Each gathering that was held carries out the commitments it is tied to, once: "En valupptakt" is done when it has been.</summary>
internal sealed class GatheringsDone(AppDb db) : ICompletes
{
    public async Task<IReadOnlyList<Completed>> Of(IReadOnlyCollection<Id<Commitment>> commitments, DateOnly until)
    {
        var end = OurTime.EndOf(until);
        return await (
            from tie in db.GatheringTies
            where commitments.Contains(tie.CommitmentId)
            join gathering in db.Gatherings.WereHeld() on tie.GatheringId equals gathering.Id
            where gathering.Starts < end
            join unit in db.Units on gathering.UnitId equals unit.Id
            select new Completed(tie.CommitmentId, unit.Path, gathering.Starts)).ToListAsync();
    }
}
