using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;

namespace Verksam.Features.Gatherings.Shifts;

/// <summary>Asks those in line, one for each open place, until the shift is full or nobody is left.</summary>
internal sealed class Asking(AppDb db, Clashes clashes)
{
    /// <summary>How long a place is held for an answer: half of the time that is left, but at least and at most so long.</summary>
    public static readonly TimeSpan AtLeast = TimeSpan.FromHours(2), AtMost = TimeSpan.FromHours(24);

    public static DateTimeOffset Deadline(DateTimeOffset starts, DateTimeOffset now)
    {
        var half = (starts - now) / 2;
        var until = now + (half > AtMost ? AtMost : half < AtLeast ? AtLeast : half);
        return until < starts ? until : starts;
    }

    /// <summary>Gatherings are on again, or at another time: where people are asked it goes on. Whoever calls saves.</summary>
    public static async Task WakeUp(AppDb db, IReadOnlyCollection<Id<Gathering>> gatherings, DateTimeOffset now, CancellationToken cancelled) =>
        db.Jobs.AddRange((await db.Shifts.Where(s => s.IsAsking && gatherings.Contains(s.GatheringId)).Select(s => s.Id).ToListAsync(cancelled)).Select(s => new Job(AskJob.JobName, s.Value, now)));

    /// <summary>Whoever calls holds the gathering, and saves.</summary>
    public async Task GoOn(Scene scene)
    {
        if (!scene.Shift.IsAsking || !scene.IsOpen)
            return;
        foreach (var next in scene.Line.ToList())
        {
            if (scene.Open < 1)
                return;
            if (await IsGone(scene, next))
                scene.Forget(next);
            else
                Ask(scene, next);
        }
        // told once, by the act that made it so
        if (scene.Open > 0 && !scene.All.Any(p => p.State == PlaceState.Asked) && scene.Gathering.ContactId is { } contact
            && scene.LastNo is { } last)
            db.Letters.Add(ShiftLetter.Write(ShiftNews.Nobody, last, contact, scene.Now));
    }

    private void Ask(Scene scene, ShiftPlace next)
    {
        var until = Deadline(scene.Starts, scene.Now);
        next.IsAsked(until, scene.Now);
        db.Letters.Add(ShiftLetter.Write(ShiftNews.Asked, next, next.PersonId, scene.Now));
        db.Jobs.Add(new Job(AskJob.JobName, scene.Shift.Id.Value, until));
    }

    // what has become of somebody since the line was made
    private async Task<bool> IsGone(Scene scene, ShiftPlace place) =>
        !await db.People.AnyAsync(p => p.Id == place.PersonId && !p.IsProtected && !p.DoNotCall) || (await clashes.Of(place.PersonId, scene.Gathering, scene.Shift)).Any(c => c.IsInTheWay);
}

/// <summary>When the time of somebody who was asked is out. Run twice, the second finds nothing.</summary>
internal sealed class AskJob(Rota rota) : IAskedJob
{
    public const string JobName = "shifts-ask";

    public string Name => JobName;

    public Task Run(Guid subject, Progress progress, CancellationToken cancelled) => rota.Settle(new Id<Shift>(subject));

    public Task GiveUp(Guid subject) => Task.CompletedTask;
}
