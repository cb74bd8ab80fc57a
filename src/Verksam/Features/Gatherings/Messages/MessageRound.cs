using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Messages;

/// <summary>
/// Every morning: who comes tomorrow is reminded and asked to confirm, who comes today is reminded, who came yesterday is thanked and asked.
/// A letter has its gathering's time in its key: run twice it is one, and what was moved is told of anew.
/// </summary>
internal sealed class MessageRound(AppDb db, Chain chain) : IJob
{
    public const string JobName = "gathering-messages";

    public string Name => JobName;

    public async Task Run(DateTimeOffset dueAt, CancellationToken cancelled)
    {
        var (now, today) = (db.Clock.GetUtcNow(), OurTime.DayOf(dueAt));
        var published = db.Gatherings.Where(g => g.State == GatheringState.Published);
        var (midnight, tomorrow, after) = (OurTime.EndOf(today.AddDays(-1)), OurTime.EndOf(today), OurTime.EndOf(today.AddDays(1)));
        await Write(MessageStep.DayBefore, published.Where(g => g.Starts >= tomorrow && g.Starts < after), now, cancelled);
        await Write(MessageStep.SameDay, published.Where(g => g.Starts >= midnight && g.Starts < tomorrow && g.Starts > now), now, cancelled);
        var yesterday = OurTime.EndOf(today.AddDays(-2));
        // what ended at midnight was yesterday's
        await Write(MessageStep.Thanks, db.Gatherings.Where(g => (g.State == GatheringState.Published || g.State == GatheringState.Held || g.State == GatheringState.Reported) && g.Ends > yesterday && g.Ends <= midnight), now, cancelled);
        await db.SaveChangesAsync(cancelled);
    }

    private async Task Write(MessageStep step, IQueryable<Gathering> gatherings, DateTimeOffset now, CancellationToken cancelled)
    {
        foreach (var gathering in await gatherings.AsNoTracking().ToListAsync(cancelled))
        {
            if ((await chain.Of(step, gathering.Kind)).IsOff)
                continue;
            var coming = await db.SignUps.AsNoTracking().Where(s => s.GatheringId == gathering.Id && s.State == SignUpState.Coming && (s.PersonId != null || s.GuestId != null)).ToListAsync(cancelled);
            if (step == MessageStep.Thanks)
                coming = await Came(gathering, coming, cancelled);
            var letters = coming.ConvertAll(s => StepLetter.Write(step, s, gathering, now));
            var keys = letters.ConvertAll(l => l.Key);
            var known = await db.Letters.Where(l => keys.Contains(l.Key)).Select(l => l.Key).ToListAsync(cancelled);
            db.Letters.AddRange(letters.Where(l => !known.Contains(l.Key)));
        }
    }

    // where somebody stood at the door and ticked, those who came are thanked; else all who had said so
    private async Task<List<SignUp>> Came(Gathering gathering, List<SignUp> coming, CancellationToken cancelled)
    {
        var here = await db.Attendances.Where(a => a.GatheringId == gathering.Id && a.IsHere).Select(a => a.SignUpId).ToListAsync(cancelled);
        return here.Count == 0 ? coming : coming.FindAll(s => s.IsOnline || here.Contains(s.Id));
    }
}
