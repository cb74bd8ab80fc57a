using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Messages;

/// <summary>
/// Every morning: who comes tomorrow is reminded and asked to confirm, and so is who stands on a shift; who comes today is reminded, who came yesterday is thanked and asked.
/// A letter has its gathering's time in its key: run twice it is one, and what was moved is told of anew.
/// </summary>
internal sealed class MessageRound(AppDb db, Chain chain) : IJob
{
    public const string JobName = "gathering-messages";

    /// <summary>When it runs, by the clock here.</summary>
    public static readonly TimeOnly Hour = new(8, 0);

    public string Name => JobName;

    public async Task Run(DateTimeOffset dueAt, CancellationToken cancelled)
    {
        var (now, today) = (db.Clock.GetUtcNow(), OurTime.DayOf(dueAt));
        var published = db.Gatherings.Where(g => g.State == GatheringState.Published);
        var (midnight, tomorrow, after) = (OurTime.EndOf(today.AddDays(-1)), OurTime.EndOf(today), OurTime.EndOf(today.AddDays(1)));
        await Write(MessageStep.DayBefore, published.Where(g => g.Starts >= tomorrow && g.Starts < after), now, cancelled);
        await Remind(tomorrow, after, now, cancelled);
        await Write(MessageStep.SameDay, published.Where(g => g.Starts >= midnight && g.Starts < tomorrow && g.Starts > now), now, cancelled);
        var yesterday = OurTime.EndOf(today.AddDays(-2));
        // what ended at midnight was yesterday's
        await Write(MessageStep.Thanks, db.Gatherings.Where(g => (g.State == GatheringState.Published || g.State == GatheringState.Held || g.State == GatheringState.Reported) && g.Ends > yesterday && g.Ends <= midnight), now, cancelled);
        await db.SaveChangesAsync(cancelled);
    }

    // a shift may be on another day than its gathering begins
    private async Task Remind(DateTimeOffset from, DateTimeOffset to, DateTimeOffset now, CancellationToken cancelled)
    {
        var (first, last) = (from - Shift.Margin, to + Shift.Margin);
        var places = await (
            from place in db.ShiftPlaces.AsNoTracking()
            where place.State == PlaceState.Taken
            join shift in db.Shifts on place.ShiftId equals shift.Id
            join gathering in db.Gatherings on shift.GatheringId equals gathering.Id
            where gathering.State == GatheringState.Published && gathering.Ends > first && gathering.Starts < last
            select new { place, shift, gathering }).ToListAsync(cancelled);
        var letters = new List<Letter>();
        foreach (var p in places.Where(p => p.shift.Starts(p.gathering.Starts) >= from && p.shift.Starts(p.gathering.Starts) < to))
        {
            if (!(await chain.Of(MessageStep.DayBefore, p.gathering.Kind)).IsOff)
                letters.Add(ShiftLetter.Remind(p.place, p.shift.Starts(p.gathering.Starts), now));
        }
        await Once(letters, cancelled);
    }

    private async Task Once(List<Letter> letters, CancellationToken cancelled)
    {
        var keys = letters.ConvertAll(l => l.Key);
        var known = await db.Letters.Where(l => keys.Contains(l.Key)).Select(l => l.Key).ToListAsync(cancelled);
        db.Letters.AddRange(letters.Where(l => !known.Contains(l.Key)));
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
            await Once(coming.ConvertAll(s => StepLetter.Write(step, s, gathering, now)), cancelled);
        }
    }

    // where somebody stood at the door and ticked, those who came are thanked; else all who had said so
    private async Task<List<SignUp>> Came(Gathering gathering, List<SignUp> coming, CancellationToken cancelled)
    {
        var here = await db.Attendances.Where(a => a.GatheringId == gathering.Id && a.IsHere).Select(a => a.SignUpId).ToListAsync(cancelled);
        return here.Count == 0 ? coming : coming.FindAll(s => s.IsOnline || here.Contains(s.Id));
    }
}
