using Verksam.Kernel;
using Verksam.Kernel.Jobs;

namespace Verksam.Features.Gatherings.Rearranging;

/// <summary>Takes in what somebody asks for; the job does it.</summary>
internal sealed class RearrangeDesk(AppDb db, JobBell bell)
{
    /// <summary>Whoever calls saves, and rings.</summary>
    public void Ask(Rearrangement asked, IEnumerable<Gathering> gatherings)
    {
        db.Rearrangements.Add(asked);
        db.RearrangedGatherings.AddRange(gatherings.Select(g => new RearrangedGathering(asked.Id, g)));
        db.Jobs.Add(new Job(RearrangeJob.JobName, asked.Id.Value, asked.At));
    }

    public void Ring() => bell.Ring();
}
