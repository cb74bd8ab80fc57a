using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Rearranging;

/// <summary>Does what somebody asked for, in one transaction: all is changed and everybody's letter is written, or nothing is.</summary>
internal sealed class RearrangeJob(AppDb db, Concerned concerned) : IAskedJob
{
    public const string JobName = "gatherings-rearrange";

    // so many letters are written between two words of how far it has come
    private const int Some = 250;

    public string Name => JobName;

    public async Task Run(Guid subject, Progress progress, CancellationToken cancelled)
    {
        if (await db.Rearrangements.SingleOrDefaultAsync(r => r.Id == new Id<Rearrangement>(subject), cancelled) is not { State: RearrangementState.Asked } asked)
            return;
        db.Actor.Is(asked.ById?.Value, "web");
        var rows = await db.RearrangedGatherings.Where(r => r.RearrangementId == asked.Id).ToListAsync(cancelled);
        var ids = rows.ConvertAll(r => r.GatheringId);
        var gatherings = await db.Gatherings.Where(g => ids.Contains(g.Id)).ToDictionaryAsync(g => g.Id, cancelled);
        var now = db.Clock.GetUtcNow();
        foreach (var row in rows)
            Do(asked, row, gatherings[row.GatheringId], now);
        asked.Done(now);
        var changed = rows.Where(r => r.State == RearrangedState.Done).Select(r => r.GatheringId).ToList();
        var letters = await Letters(asked, changed, now, cancelled);
        await Asking.WakeUp(db, changed, now, cancelled);
        await Save(rows.Count, letters, progress, cancelled);
    }

    // in one transaction, and some at a time: whoever waits sees how far it has come
    private async Task Save(int reached, IReadOnlyList<Letter> letters, Progress progress, CancellationToken cancelled)
    {
        var whole = reached + letters.Count;
        await progress.Say(db, 0, whole, cancelled);
        await using var act = await db.Database.BeginTransactionAsync(cancelled);
        await db.SaveChangesAsync(cancelled);
        await progress.Say(db, reached, whole, cancelled);
        foreach (var some in letters.Chunk(Some))
        {
            db.ChangeTracker.Clear();
            db.Letters.AddRange(some);
            await db.SaveChangesAsync(cancelled);
            await progress.Say(db, reached += some.Length, whole, cancelled);
        }
        await act.CommitAsync(cancelled);
    }

    public async Task GiveUp(Guid subject)
    {
        if (await db.Rearrangements.SingleOrDefaultAsync(r => r.Id == new Id<Rearrangement>(subject)) is not { State: RearrangementState.Asked } asked)
            return;
        asked.Fail();
        await db.SaveChangesAsync();
    }

    private static void Do(Rearrangement asked, RearrangedGathering row, Gathering gathering, DateTimeOffset now)
    {
        if (gathering.Revision != row.Seen)
            row.Is(RearrangedState.Changed, row.Seen);
        else if (gathering.Starts <= now || Change(asked, gathering, now) is not null)
            row.Is(RearrangedState.Refused, row.Seen);
        else
            row.Is(RearrangedState.Done, row.Seen + 1);
    }

    /// <summary>Changes one gathering as is asked for.</summary>
    public static Refusal? Change(Rearrangement asked, Gathering g, DateTimeOffset now)
    {
        var (hours, where) = (new Hours(g.Starts, g.Ends), new Whereabouts(g.VenueId, g.Spot, g.Link));
        var no = asked.Kind switch
        {
            RearrangeKind.Resume => g.Resume(now),
            _ when g.State != GatheringState.Published => GatheringRefusals.NotNow,
            RearrangeKind.Move => g.Take(Moved(asked, hours), where, now),
            RearrangeKind.Place => g.Take(hours, where with { Venue = asked.VenueId, Spot = asked.Spot }, now),
            RearrangeKind.Digital => g.Take(hours, new Whereabouts(null, null, asked.Link), now),
            RearrangeKind.Hybrid => g.Take(hours, where with { Link = asked.Link }, now),
            _ => g.Cancel(asked.Why, now),
        };
        if (no is null)
            g.IsOtherwise(asked.Why);
        return no;
    }

    // by the clock on the wall: six in the evening stays six in the evening when summer time begins in between
    private static Hours Moved(Rearrangement asked, Hours hours)
    {
        var (starts, ends) = (OurTime.Here(hours.Starts).DateTime, OurTime.Here(hours.Ends).DateTime);
        var begins = starts.Date.AddDays(asked.Days) + (asked.From?.ToTimeSpan() ?? starts.TimeOfDay);
        var stops = asked.To is { } to ? ends.Date.AddDays(asked.Days) + to.ToTimeSpan() : begins + (ends - starts);
        return new Hours(At(begins), At(stops));
    }

    private static DateTimeOffset At(DateTime wall) => OurTime.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));

    // one letter each, however many of the gatherings concern somebody; whoever did it knows
    private async Task<IReadOnlyList<Letter>> Letters(Rearrangement done, IReadOnlyList<Id<Gathering>> changed, DateTimeOffset now, CancellationToken cancelled)
    {
        var told = (await concerned.By(changed, cancelled)).SelectMany(g => g).Distinct().Where(p => p != done.ById).ToList();
        var reached = await db.People.Where(p => told.Contains(p.Id) && p.Email != null).Select(p => p.Id).ToListAsync(cancelled);
        var guests = (await concerned.Guests(changed, cancelled)).DistinctBy(u => u.Email).Select(u => u.Id.Value);
        return [.. reached.Select(p => p.Value).Concat(guests).Select(to => RearrangedLetter.Write(done.Id, to, now))];
    }
}
