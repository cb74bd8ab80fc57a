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
internal sealed class Seating(AppDb db, SignUpLinks links, OutboxBell bell, Seating.Parts parts)
{
    /// <summary>How long a seat is held for an answer; nearer to the gathering half of the time that is left.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromHours(24);

    /// <summary>Somebody wants to come, or to come otherwise than said before.</summary>
    public Task<Refusal?> SignUp(Id<Gathering> id, Id<Person> person, Wish wish) => Alone(id, async (room, now) =>
        await Seat(room, await db.SignUps.SingleOrDefaultAsync(s => s.GatheringId == id && s.PersonId == person) ?? db.SignUps.Add(new SignUp(id, person)).Entity, wish, now));

    /// <summary>
    /// Somebody without an account. Who writes an address that has signed up already changes nothing and is told nothing: the letter with the link
    /// goes there once more. All who stand in line for it are seated in one transaction, each by what was before them.
    /// </summary>
    public async Task<Refusal?> SignUp(Guest guest, Wish wish)
    {
        var own = parts.Line.Enter(new Newcomer(guest, wish, db.Actor));
        using var waits = parts.Rush.Enter();
        using var turn = await db.Turn(guest.GatheringId);
        if (!own.IsOver)
            await parts.Line.Serve(own, all => SeatAll(guest.GatheringId, all));
        return own.Answer;
    }

    private async Task SeatAll(Id<Gathering> id, IReadOnlyList<Newcomer> all)
    {
        db.ChangeTracker.Clear(); // what a try before this one has left
        var no = await Within(id, async (room, now) =>
        {
            var (addresses, known) = (all.Select(n => n.Guest.Email).ToList(), new Dictionary<string, SignUp>(StringComparer.Ordinal));
            var before = from g in db.Guests where g.GatheringId == id && addresses.Contains(g.Email) join own in db.SignUps on g.Id equals own.GuestId select new { g.Email, Own = own };
            await foreach (var one in before.AsAsyncEnumerable())
                known.Add(one.Email, one.Own);
            foreach (var one in all)
                one.Answer = await Seat(room, one, known, now);
            return null;
        });
        if (no is not null)
        {
            foreach (var one in all)
                one.Answer = no;
        }
    }

    private async Task<Refusal?> Seat(Room room, Newcomer one, Dictionary<string, SignUp> known, DateTimeOffset now)
    {
        if (room.Gathering.Audience != Audience.Everybody)
            return SignUpRefusals.Closed;
        if (known.TryGetValue(one.Guest.Email, out var before) && before.State != SignUpState.Left)
        {
            if (room.Gathering.Seats < Asked(room.Gathering, one.Wish).Seats)
                return SignUpRefusals.MoreThanThereAre; // as for an address that is not known
            await Tell(room, before, now);
            return null;
        }
        var own = before ?? new SignUp(one.Guest);
        if (Place(room, own, one.Wish, now) is { } no)
            return no;
        if (before is null)
        {
            db.Add(one.Guest);
            db.Add(known[one.Guest.Email] = own);
        }
        await Finish(room, own, one.Wish, now);
        return null;
    }

    /// <summary>Somebody who has said something before says it otherwise.</summary>
    public Task<Refusal?> Change(SignUp before, Wish wish) => Alone(before.GatheringId, async (room, now) => await Seat(room, await db.SignUps.SingleAsync(s => s.Id == before.Id), wish, now));

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

    private Task<Refusal?> Leave(Id<Gathering> id, Expression<Func<SignUp, bool>> whose) => Alone(id, async (room, now) =>
    {
        if (await db.SignUps.Where(s => s.GatheringId == id && s.State != SignUpState.Left).SingleOrDefaultAsync(whose) is not { } own)
            return SignUpRefusals.Closed;
        own.Leaves();
        await Tell(room, own, now);
        return null;
    });

    /// <summary>Whoever was offered a seat takes it.</summary>
    public Task<Refusal?> Take(Id<Gathering> id, Id<Person> person) => Take(id, s => s.PersonId == person);

    /// <inheritdoc cref="Take(Id{Gathering}, Id{Person})"/>
    public Task<Refusal?> Take(SignUp own) => Take(own.GatheringId, s => s.Id == own.Id);

    private Task<Refusal?> Take(Id<Gathering> id, Expression<Func<SignUp, bool>> whose) => Alone(id, async (room, now) =>
    {
        if (await db.SignUps.Where(s => s.GatheringId == id).SingleOrDefaultAsync(whose) is not { State: SignUpState.Offered } own || own.Until <= now)
            return SignUpRefusals.TooLate;
        own.Comes(now);
        await Tell(room, own, now);
        return null;
    });

    /// <summary>The time to answer is out, or there are more seats: who waits moves up.</summary>
    public Task<Refusal?> Settle(Id<Gathering> id) => Alone(id, (_, _) => Task.FromResult<Refusal?>(null));

    private async Task<Refusal?> Alone(Id<Gathering> id, Func<Room, DateTimeOffset, Task<Refusal?>> act)
    {
        using var waits = parts.Rush.Enter();
        using var turn = await db.Turn(id);
        return await Within(id, act);
    }

    private async Task<Refusal?> Within(Id<Gathering> id, Func<Room, DateTimeOffset, Task<Refusal?>> act)
    {
        await using var whole = await db.Database.BeginTransactionAsync();
        db.Database.AutoSavepointsEnabled = false; // all of it or nothing
        await db.Hold(id);
        var now = db.Clock.GetUtcNow();
        var room = await Look(id, now);
        if (room.Gathering.State != GatheringState.Published || room.Gathering.Starts <= now)
            return SignUpRefusals.Closed;
        if (await LetGo(room, now))
            room = await Look(id, now);
        var waiting = room.Waiting;
        if (await act(room, now) is { } no)
        {
            db.ChangeTracker.Clear(); // nothing of it is saved by whoever saves next
            return no;
        }
        await db.SaveChangesAsync();
        if (waiting > 0 && await MoveUp(room.Gathering, now))
            await db.SaveChangesAsync();
        await whole.CommitAsync();
        bell.Ring();
        return null;
    }

    // one question: whoever stands in line after this waits for it
    private async Task<Room> Look(Id<Gathering> id, DateTimeOffset now)
    {
        var own = db.SignUps.Where(s => s.GatheringId == id);
        var holding = own.Holding();
        return await db.Gatherings.AsNoTracking().Where(g => g.Id == id).Select(g => new Room(g,
            g.Seats == null ? 0 : holding.Sum(s => 1 + s.Companions),
            own.Where(s => s.State == SignUpState.Waiting).Take(2).Count(),
            own.Count(s => s.State == SignUpState.Offered && s.Until <= now))).SingleAsync();
    }

    // the seats of those whose time to answer is out
    private async Task<bool> LetGo(Room room, DateTimeOffset now)
    {
        if (room.Late == 0)
            return false;
        var late = await db.SignUps.Where(s => s.GatheringId == room.Gathering.Id && s.State == SignUpState.Offered && s.Until <= now).ToListAsync();
        late.ForEach(s => s.Leaves());
        return await db.SaveChangesAsync() > 0;
    }

    private async Task<Refusal?> Seat(Room room, SignUp own, Wish wish, DateTimeOffset now)
    {
        if (Place(room, own, wish, now) is { } no)
            return no;
        await Finish(room, own, wish, now);
        return null;
    }

    // nothing is changed when it is refused
    private Refusal? Place(Room room, SignUp own, Wish wish, DateTimeOffset now)
    {
        var asked = Asked(room.Gathering, wish);
        if (room.Gathering.Seats < asked.Seats)
            return SignUpRefusals.MoreThanThereAre;
        var (before, held) = (own.State, own.Holds ? own.Seats : 0);
        var goesFirst = own.Holds || room.Waiting == (before == SignUpState.Waiting ? 1 : 0);
        var comes = asked.Seats == 0 || (goesFirst && room.Free >= asked.Seats - held);
        if (own.Holds && !comes)
            return SignUpRefusals.MoreThanThereAre; // nobody loses the seat they have by asking for one more
        own.Asks(asked);
        if (own.LinkPrint is null)
            links.Give(own);
        if (comes)
            own.Comes(now);
        else
            own.Waits(now);
        room.Gives((own.Holds ? own.Seats : 0) - held, (own.State == SignUpState.Waiting ? 1 : 0) - (before == SignUpState.Waiting ? 1 : 0));
        return null;
    }

    private async Task Finish(Room room, SignUp own, Wish wish, DateTimeOffset now)
    {
        if (wish.Answers is { Count: > 0 } answers)
            await Questioning.Keep(db, own, answers);
        await Tell(room, own, now);
    }

    // from home only what is at a place too
    private static Wish Asked(Gathering gathering, Wish wish) => wish with { Online = wish.Online && gathering.IsDigital && gathering.IsPhysical };

    // one letter says how it is when it leaves, however often somebody changes their mind before
    private async Task Tell(Room room, SignUp own, DateTimeOffset now)
    {
        var start = SignedUpLetter.StartOfKey(own.Id);
        if (room.IsFirstWordTo(own) && (db.Entry(own).State == EntityState.Added || !await db.Letters.AnyAsync(l => l.State == LetterState.Due && l.LeasedUntil == null && l.Key!.StartsWith(start))))
            db.Letters.Add(SignedUpLetter.Write(own, now));
    }

    /// <summary>Whether somebody did.</summary>
    private async Task<bool> MoveUp(Gathering gathering, DateTimeOffset now)
    {
        var (free, moved) = (gathering.Seats is { } seats ? seats - await db.SignUps.Held(gathering.Id) : int.MaxValue, false);
        if (free <= 0)
            return false;
        // strictly in turn: a family that waits for three seats is not passed by all who want one
        foreach (var next in await db.SignUps.Where(s => s.GatheringId == gathering.Id && s.State == SignUpState.Waiting).OrderBy(s => s.At).ThenBy(s => s.Id).Take(free).ToListAsync())
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

    public static DateTimeOffset Deadline(DateTimeOffset starts, DateTimeOffset now) => now + (AnswerWithin < (starts - now) / 2 ? AnswerWithin : (starts - now) / 2);

    /// <summary>How it stands with the seats, by what has been done within the transaction.</summary>
    /// <param name="late">Those whose time to answer was out when it began.</param>
    private sealed class Room(Gathering gathering, int held, int waiting, int late)
    {
        private readonly HashSet<Id<SignUp>> _told = [];
        private int _held = held;

        public Gathering Gathering => gathering;

        /// <summary>Seats that are nobody's; from home none is needed.</summary>
        public int Free => gathering.Seats is { } seats ? seats - _held : int.MaxValue;

        /// <summary>How many wait, as far as it matters: none, one, or more.</summary>
        public int Waiting { get; private set; } = waiting;

        public int Late => late;

        public void Gives(int seats, int toWait) => (_held, Waiting) = (_held + seats, Waiting + toWait);

        public bool IsFirstWordTo(SignUp own) => _told.Add(own.Id);
    }

    internal sealed record Parts(Newcomers Line, Rush Rush);
}

internal static class SeatsHeld
{
    /// <summary>How many seats of a gathering are somebody's, or held for an answer; from home none is needed.</summary>
    public static Task<int> Held(this IQueryable<SignUp> all, Id<Gathering> gathering) => all.Where(s => s.GatheringId == gathering).Holding().SumAsync(s => 1 + s.Companions);

    public static IQueryable<SignUp> Holding(this IQueryable<SignUp> all) => all.Where(s => (s.State == SignUpState.Coming || s.State == SignUpState.Offered) && !s.IsOnline);
}

/// <summary>When an offer's time is out, or seats are added. Run twice, the second finds nothing.</summary>
internal sealed class SettleJob(Seating seating) : IAskedJob
{
    public const string JobName = "seats-settle";

    public string Name => JobName;

    public Task Run(Guid subject, Progress progress, CancellationToken cancelled) => seating.Settle(new Id<Gathering>(subject));

    public Task GiveUp(Guid subject) => Task.CompletedTask;
}
