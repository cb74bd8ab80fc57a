using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Carrying;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings;

/// <summary>The gatherings that carry out a commitment, on the commitment's page.</summary>
internal sealed class GatheringsShown(AppDb db, Seen seen, OurTime time, Texts texts) : IEvidence
{
    private const int Most = 30;

    public async Task<IReadOnlyList<Evidence>> Of(Id<Commitment> commitment)
    {
        var now = time.Now;
        var tied = db.GatheringTies.Where(t => t.CommitmentId == commitment).Select(t => t.GatheringId);
        var found = await (await seen.All()).AsNoTracking().Where(g => tied.Contains(g.Id)).OrderByDescending(g => g.Starts).Take(Most).ToListAsync();
        return [.. found.Select(g => new Evidence(g.Title, $"/aktiviteter/{g.Id}", OurTime.DayOf(g.Starts), texts[$"Gatherings.State.{g.StateOn(now)}"], g.StatusOn(now)) { Why = Why(g) })];
    }

    // what is otherwise than it was meant to be stands there with the reason
    private static string? Why(Gathering gathering) => gathering is { Why: { } why, State: GatheringState.Published or GatheringState.Cancelled } ? OneLine.Of(why) : null;
}
