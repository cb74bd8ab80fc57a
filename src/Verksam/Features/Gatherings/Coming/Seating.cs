using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>
/// Gives out the seats of a gathering, one act after the other: two people and one seat make one who comes and one who waits. Whoever waits comes
/// before whoever asks later, and is offered a seat as soon as one is free.
/// </summary>
internal sealed class Seating(AppDb db, SignUpLinks links, OutboxBell bell)
{
    /// <summary>How long a seat is held for an answer; nearer to the gathering half of the time that is left.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromHours(24);

    /// <summary>Somebody wants to come, or to come otherwise than said before.</summary>
    public Task<Refusal?> SignUp(Id<Gathering> id, Id<Person> person, Wish wish) => Alone(id, async (gathering, now) =>
        await Seat(gathering, await db.SignUps.SingleOrDefaultAsync(s => s.GatheringId == id && s.PersonId == person) ?? db.SignUps.Add(new SignUp(id, person)).Entity, wish, now));

    /// <summary>
    /// Somebody without an account. Who writes an address that has signed up already changes nothing and is told nothing: the letter with the link
    /// goes there once more.
    /// </summary>
    public Task<Refusal?> SignUp(Guest guest, Wish wish) => Alone(guest.GatheringId, async (gathering, now) =>
    {
        if (gathering.Audience != Audience.Everybody)
            return SignUpRefusals.Closed;
        var known = await db.SignUps.SingleOrDefaultAsync(s => db.Guests.Any(g => g.Id == s.GuestId && g.GatheringId == guest.GatheringId && g.Email == guest.Email));
        if (known is null or { State: SignUpState.Left })
            return await Seat(gathering, known ?? db.SignUps.Add(new SignUp(db.Guests.Add(guest).Entity)).Entity, wish, now);
        if (gathering.Seats < Asked(gathering, wish).Seats)
            return SignUpRefusals.MoreThanThereAre; // as for an address that is not known
        await Tell(known, now);
        return null;
    });

    /// <summary>Somebody who has said something before says it otherwise.</summary>
    public Task<Refusal?> Change(SignUp before, Wish wish) => Alone(before.GatheringId, async (gathering, now) => await Seat(gathering, await db.SignUps.SingleAsync(s => s.Id == before.Id), wish, now));

    /// <summary>Near to it somebody says that they still come.</summary>
    public Task<Refusal?> Confirm(SignUp own) => Alone(own.GatheringId, async (_, now) =>
    {
        if (await db.SignUps.SingleAsync(s => s.Id == own.Id) is not { State: SignUpState.Coming } coming)
            return SignUpRefusals.TooLate;
        coming.Confirms(now);
        return null;
    });

    public Task<Refusal?> Leave(Id<Gathering> id, Id<Person> person) => Leave(id, s => s.PersonId == person);

    public Task<Refusal?> Leave(SignUp own) => Leave(own.GatheringId, s => s.Id == own.Id);

    private Task<Refusal?> Leave(Id<Gathering> id, Expression<Func<SignUp, bool>> whose) => Alone(id, async (_, now) =>
    {
        if (await db.SignUps.Where(s => s.GatheringId == id && s.State != SignUpState.Left).SingleOrDefaultAsync(whose) is not { } own)
            return SignUpRefusals.Closed;
        own.Leaves();
        await Tell(own, now);
        return null;
    });

    /// <summary>Whoever was offered a seat takes it.</summary>
    public Task<Refusal?> Take(Id<Gathering> id, Id<Person> person) => Take(id, s => s.PersonId == person);

    /// <inheritdoc cref="Take(Id{Gathering}, Id{Person})"/>
    public Task<Refusal?> Take(SignUp own) => Take(own.GatheringId, s => s.Id == own.Id);

    private Task<Refusal?> Take(Id<Gathering> id, Expression<Func<SignUp, bool>> whose) => Alone(id, async (_, now) =>
    {
        if (await db.SignUps.Where(s => s.GatheringId == id).SingleOrDefaultAsync(whose) is not { State: SignUpState.Offered } own || own.Until <= now)
            return SignUpRefusals.TooLate;
        own.Comes(now);
        await Tell(own, now);
        return null;
    });

    /// <summary>The time to answer is out, or there are more seats: who waits moves up.</summary>
    public Task<Refusal?> Settle(Id<Gathering> id) => Alone(id, (_, _) => Task.FromResult<Refusal?>(null));

    private async Task<Refusal?> Alone(Id<Gathering> id, Func<Gathering, DateTimeOffset, Task<Refusal?>> act)
    {
        using var turn = await db.Turn(id);
        await using var whole = await db.Database.BeginTransactionAsync();
        db.Database.AutoSavepointsEnabled = false; // all of it or nothing
        await db.Hold(id);
        var (gathering, now) = (await db.Gatherings.AsNoTracking().SingleAsync(g => g.Id == id), db.Clock.GetUtcNow());
        if (gathering.State != GatheringState.Published || gathering.Starts <= now)
            return SignUpRefusals.Closed;
        await LetGo(id, now);
        if (await act(gathering, now) is { } no)
        {
            db.ChangeTracker.Clear(); // nothing of it is saved by whoever saves next
            return no;
        }
        await db.SaveChangesAsync();
        if (await MoveUp(gathering, now))
            await db.SaveChangesAsync();
        await whole.CommitAsync();
        bell.Ring();
        return null;
    }

    // the seats of those whose time to answer is out
    private async Task LetGo(Id<Gathering> id, DateTimeOffset now)
    {
        var late = await db.SignUps.Where(s => s.GatheringId == id && s.State == SignUpState.Offered && s.Until <= now).ToListAsync();
        late.ForEach(s => s.Leaves());
        if (late.Count > 0)
            await db.SaveChangesAsync();
    }

    private async Task<Refusal?> Seat(Gathering gathering, SignUp own, Wish wish, DateTimeOffset now)
    {
        var (before, held) = (own.State, own.Holds ? own.Seats : 0);
        own.Asks(Asked(gathering, wish));
        if (own.LinkPrint is null)
            links.Give(own);
        if (gathering.Seats < own.Seats)
            return SignUpRefusals.MoreThanThereAre;
        var goesFirst = before is SignUpState.Coming or SignUpState.Offered || !await Waiting(gathering.Id).AnyAsync(s => s.Id != own.Id);
        if (own.Seats == 0 || (goesFirst && await Free(gathering) + held >= own.Seats))
            own.Comes(now);
        else if (before is SignUpState.Coming or SignUpState.Offered)
            return SignUpRefusals.MoreThanThereAre; // nobody loses the seat they have by asking for one more
        else
            own.Waits(now);
        if (wish.Answers is { Count: > 0 } answers)
            await Questioning.Keep(db, own, answers);
        await Tell(own, now);
        return null;
    }

    // from home only what is at a place too
    private static Wish Asked(Gathering gathering, Wish wish) => wish with { Online = wish.Online && gathering.IsDigital && gathering.IsPhysical };

    // one letter says how it is when it leaves, however often somebody changes their mind before
    private async Task Tell(SignUp own, DateTimeOffset now)
    {
        var start = SignedUpLetter.StartOfKey(own.Id);
        if (db.Entry(own).State == EntityState.Added || !await db.Letters.AnyAsync(l => l.State == LetterState.Due && l.LeasedUntil == null && l.Key!.StartsWith(start)))
            db.Letters.Add(SignedUpLetter.Write(own, now));
    }

    /// <summary>Whether somebody did.</summary>
    private async Task<bool> MoveUp(Gathering gathering, DateTimeOffset now)
    {
        if (!await Waiting(gathering.Id).AnyAsync())
            return false;
        var (free, moved) = (await Free(gathering), false);
        // strictly in turn: a family that waits for three seats is not passed by all who want one
        foreach (var next in await Waiting(gathering.Id).OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync())
        {
            if (next.Seats > free)
                break;
            free -= next.Seats;
            var until = Deadline(gathering.Starts, now);
            next.IsOffered(until);
            db.Letters.Add(OfferedLetter.Write(next, now));
            db.Jobs.Add(new Job(SettleJob.JobName, gathering.Id.Value, until));
            moved = true;
        }
        return moved;
    }

    private IQueryable<SignUp> Waiting(Id<Gathering> id) => db.SignUps.Where(s => s.GatheringId == id && s.State == SignUpState.Waiting);

    public static DateTimeOffset Deadline(DateTimeOffset starts, DateTimeOffset now) => now + (AnswerWithin < (starts - now) / 2 ? AnswerWithin : (starts - now) / 2);

    private async Task<int> Free(Gathering gathering) => gathering.Seats is { } seats ? seats - await db.SignUps.Held(gathering.Id) : int.MaxValue;
}

internal static class SeatsHeld
{
    /// <summary>How many seats of a gathering are somebody's, or held for an answer; from home none is needed.</summary>
    public static Task<int> Held(this IQueryable<SignUp> all, Id<Gathering> gathering) =>
        all.Where(s => s.GatheringId == gathering && (s.State == SignUpState.Coming || s.State == SignUpState.Offered) && !s.IsOnline).SumAsync(s => 1 + s.Companions);
}

/// <summary>When an offer's time is out, or seats are added. Run twice, the second finds nothing.</summary>
internal sealed class SettleJob(Seating seating) : IAskedJob
{
    public const string JobName = "seats-settle";

    public string Name => JobName;

    public Task Run(Guid subject, Progress progress, CancellationToken cancelled) => seating.Settle(new Id<Gathering>(subject));

    public Task GiveUp(Guid subject) => Task.CompletedTask;
}
