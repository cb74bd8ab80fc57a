using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Shifts;

/// <summary>Gives out the places of shifts, one act after the other: the last one goes to one, also when two phones ask at once.</summary>
internal sealed class Rota(AppDb db, Clashes clashes, Asking asking)
{
    /// <summary>Somebody takes an open place, or says yes to one that is held.</summary>
    public Task<Refusal?> Take(Id<Shift> id, Id<Person> person, bool ride, bool ring) => Alone(id, async scene => await Takes(scene, person, ride, ring));

    /// <summary>Those who arrange put somebody there, who is told.</summary>
    public Task<Refusal?> Put(Id<Shift> id, Id<Person> person) => Alone(id, async scene =>
    {
        var own = scene.Of(person);
        if (own?.State == PlaceState.Taken)
            return null;
        if (await Takes(scene, person, own?.NeedsRide == true, own?.MayBeRung == true) is { } no)
            return no;
        Tell(scene, ShiftNews.On, scene.Of(person)!, person);
        return null;
    }, byArranger: true);

    /// <summary>Whoever stands there cannot; the next in line is asked, or whoever arranges is told.</summary>
    public Task<Refusal?> GiveBack(Id<Shift> id, Id<Person> person) => Alone(id, scene =>
    {
        if (scene.Of(person) is not { State: PlaceState.Taken } own)
            return No(ShiftRefusals.NotYours);
        own.Leaves(scene.Now);
        if (!scene.Shift.IsAsking && scene.Gathering.ContactId is { } contact && contact != person)
            Tell(scene, ShiftNews.Left, own, contact);
        return Yes;
    });

    /// <summary>Those who arrange take somebody off, who is told.</summary>
    public Task<Refusal?> Remove(Id<Shift> id, Id<Person> person) => Alone(id, scene =>
    {
        if (scene.Of(person) is not { State: PlaceState.Taken } own)
            return No(ShiftRefusals.NotYours);
        own.Leaves(scene.Now);
        Tell(scene, ShiftNews.Off, own, person);
        return Yes;
    }, byArranger: true);

    /// <summary>Who gave a place back stands there after all, unless it is somebody else's by now. Who was asked a moment ago has no letter yet.</summary>
    public Task<Refusal?> Regret(Id<Shift> id, Id<Person> person) => Alone(id, async scene =>
    {
        if (scene.Of(person) is not { State: PlaceState.GivenBack } own)
            return ShiftRefusals.NotYours;
        if (scene.Open < 1 && own.At + ShiftPlace.Pause > scene.Now && scene.All.LastOrDefault(p => p.State == PlaceState.Asked && p.At >= own.At) is { } next)
            next.Waits(next.Turn, scene.Now);
        return await Takes(scene, person, own.NeedsRide, own.MayBeRung);
    });

    /// <summary>No to being asked. Who was only in line has said nothing, and is no longer in it.</summary>
    public Task<Refusal?> Decline(Id<Shift> id, Id<Person> person) => Alone(id, scene =>
    {
        if (scene.Of(person) is not { State: PlaceState.Asked or PlaceState.Listed or PlaceState.Silent or PlaceState.Declined } own)
            return No(ShiftRefusals.NotYours);
        if (own.State == PlaceState.Listed)
            scene.Forget(own);
        else
            own.Declines(scene.Now);
        return Yes;
    });

    /// <summary>Whoever stands there would rather somebody else did: one of the others, or anybody.</summary>
    public Task<Refusal?> Offer(Id<Shift> id, Id<Person> person, Id<Person>? to) => Alone(id, scene =>
    {
        if (scene.Of(person) is not { State: PlaceState.Taken } own || to == person)
            return No(ShiftRefusals.NotYours);
        own.IsOffered(to);
        if (to is { } other)
            Tell(scene, ShiftNews.Swap, own, other);
        return Yes;
    });

    public Task<Refusal?> Keep(Id<Shift> id, Id<Person> person) => Alone(id, scene =>
    {
        scene.Of(person)?.IsKept();
        return Yes;
    });

    /// <summary>Somebody takes the place that another stands on and has offered.</summary>
    public Task<Refusal?> TakeOver(Id<Shift> id, Id<Person> from, Id<Person> person) => Alone(id, async scene =>
    {
        if (scene.Of(from) is not { } offered || !offered.IsUpFor(person) || scene.Of(person)?.State == PlaceState.Taken)
            return ShiftRefusals.NotOffered;
        offered.Leaves(scene.Now);
        if (await Takes(scene, person, ride: false, ring: false) is { } no)
            return no;
        Tell(scene, ShiftNews.Over, offered, from);
        return null;
    });

    /// <summary>These are asked in turn, after those who are in line already.</summary>
    public Task<Refusal?> Ask(Id<Shift> id, IReadOnlyCollection<Id<Person>> line) => Alone(id, scene =>
    {
        if (line.Count == 0)
            return No(ShiftRefusals.NobodyChosen);
        if (!scene.IsOpen)
            return No(ShiftRefusals.Closed);
        Line(scene, line.Where(p => scene.Of(p) is null or { State: PlaceState.Silent or PlaceState.GivenBack }));
        return Yes;
    }, byArranger: true);

    /// <summary>Somebody wants a place on a shift that is full, and is asked when one is free.</summary>
    public Task<Refusal?> Queue(Id<Shift> id, Id<Person> person) => Alone(id, async scene =>
    {
        if (scene.Open > 0)
            return ShiftRefusals.IsFree;
        if (!await db.People.AnyAsync(p => p.Id == person && p.Email != null && !p.DoNotCall && !p.IsProtected))
            return ShiftRefusals.CannotBeAsked;
        Line(scene, scene.Of(person) is { State: PlaceState.Listed or PlaceState.Asked or PlaceState.Taken } ? [] : [person]);
        return null;
    });

    /// <summary>Nobody more is asked; whoever was asked so lately that the letter waits gets none.</summary>
    public Task<Refusal?> Stop(Id<Shift> id) => Alone(id, scene =>
    {
        foreach (var place in scene.All.Where(p => p.State == PlaceState.Listed || (p.State == PlaceState.Asked && p.At + ShiftPlace.Pause > scene.Now)).ToList())
            scene.Forget(place);
        scene.Shift.Asks(false);
        return Yes;
    }, byArranger: true);

    /// <summary>What the shift is, and when; who stands there is told when that moves.</summary>
    public Task<Refusal?> Change(Id<Shift> id, Func<Gathering, Shift, Refusal?> change) => Alone(id, scene =>
    {
        var (after, lasts) = (scene.Shift.After, scene.Shift.Lasts);
        if (change(scene.Gathering, scene.Shift) is { } no)
            return No(no);
        if (scene.Shift.Need < scene.Standing)
            return No(ShiftRefusals.FewerThanStand);
        if ((after, lasts) != (scene.Shift.After, scene.Shift.Lasts))
        {
            foreach (var place in scene.All.Where(p => p.State == PlaceState.Taken))
                Tell(scene, ShiftNews.Moved, place, place.PersonId);
        }
        return Yes;
    }, byArranger: true);

    /// <summary>The shift goes, as long as nobody counts on it.</summary>
    public Task<Refusal?> Drop(Id<Shift> id) => Alone(id, scene =>
    {
        if (scene.All.Any(p => p.Holds))
            return No(ShiftRefusals.SomebodyStands);
        db.Shifts.Remove(scene.Shift);
        return Yes;
    }, byArranger: true);

    /// <summary>The time to answer is out, or a place is free: the next in line is asked.</summary>
    public Task<Refusal?> Settle(Id<Shift> id) => Alone(id, _ => Yes);

    private static void Line(Scene scene, IEnumerable<Id<Person>> people)
    {
        var turn = scene.All.Select(p => p.Turn).DefaultIfEmpty(0).Max();
        foreach (var person in people.ToList())
            (scene.Of(person) ?? scene.New(person)).Waits(++turn, scene.Now);
        scene.Shift.Asks(true);
    }

    private static Task<Refusal?> Yes => Task.FromResult<Refusal?>(null);

    private static Task<Refusal?> No(Refusal refusal) => Task.FromResult<Refusal?>(refusal);

    private async Task<Refusal?> Takes(Scene scene, Id<Person> person, bool ride, bool ring)
    {
        var own = scene.Of(person);
        if (own?.State == PlaceState.Taken)
            return null; // pressed twice it is one place
        if (own?.State != PlaceState.Asked && scene.Open < 1)
            return ShiftRefusals.Full;
        if ((await clashes.Of(person, scene.Gathering, scene.Shift)).FirstOrDefault(c => c.IsInTheWay) is { } other)
            return ShiftRefusals.Overlaps with { Facts = [other.Title, GatheringWords.Hours(other.Starts, other.Ends)] };
        (own ?? scene.New(person)).Takes(ride, ring, scene.Now);
        return null;
    }

    private void Tell(Scene scene, ShiftNews news, ShiftPlace about, Id<Person> to) => db.Letters.Add(ShiftLetter.Write(news, about, to, scene.Now));

    private async Task<Refusal?> Alone(Id<Shift> id, Func<Scene, Task<Refusal?>> act, bool byArranger = false)
    {
        // before the transaction: a first read in it would keep the next from writing
        if (await db.Shifts.Where(s => s.Id == id).Select(s => (Id<Gathering>?)s.GatheringId).SingleOrDefaultAsync() is not { } of)
            return ShiftRefusals.Closed;
        await using var whole = await db.Database.BeginTransactionAsync();
        await db.Hold(of);
        if (await Open(of, id) is not { } scene || !(byArranger ? scene.IsArrangeable : scene.IsOpen))
            return ShiftRefusals.Closed;
        foreach (var late in scene.All.Where(p => p.State == PlaceState.Asked && p.Until <= scene.Now))
            late.TimeIsOut(scene.Now);
        await db.SaveChangesAsync();
        if (await act(scene) is { } no)
        {
            db.ChangeTracker.Clear(); // nothing of it is saved by whoever saves next
            return no;
        }
        await db.SaveChangesAsync();
        await asking.GoOn(scene);
        await db.SaveChangesAsync();
        await whole.CommitAsync();
        return null;
    }

    private async Task<Scene?> Open(Id<Gathering> of, Id<Shift> id)
    {
        if (await db.Shifts.SingleOrDefaultAsync(s => s.Id == id) is not { } shift)
            return null;
        return new Scene(db, await db.Gatherings.AsNoTracking().SingleAsync(g => g.Id == of), shift,
            await db.ShiftPlaces.Where(p => p.ShiftId == id).OrderBy(p => p.At).ThenBy(p => p.Id).ToListAsync(), db.Clock.GetUtcNow());
    }
}
