using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;

namespace Verksam.Features.People.Calling;

/// <summary>Hands out the next to call. A lease is one row a person: of two who take the same, the database says no to the second.</summary>
internal sealed class CallQueue(AppDb db, CurrentUser me, OnLists people)
{
    private const int AtOnce = 20, MostRounds = 5;

    private Id<Person> Self => new(me.PersonId);
    private DateTimeOffset Now => db.Clock.GetUtcNow();

    /// <summary>The one I have on the screen for this list.</summary>
    public Task<CallLease?> Held(CallList list)
    {
        var (self, id, now) = (Self, list.Id, Now);
        return db.CallLeases.AsNoTracking().Where(l => l.ById == self && l.ListId == id && !l.IsInPocket && l.Until > now).OrderByDescending(l => l.At).FirstOrDefaultAsync();
    }

    /// <summary>Gives back the one on the screen and takes the next; null when nobody is in turn. What else is unsaved is saved.</summary>
    /// <param name="not">Somebody that one has just passed over.</param>
    public async Task<CallLease?> Next(CallList list, Id<Person>? not = null)
    {
        await GiveBack(list);
        return await Take(list, 1, isInPocket: false, not) is [var lease, ..] ? lease : null;
    }

    /// <summary>For an evening where the net is bad. Who asks again gets a whole pocket anew instead of what the phone had: never more than one holds.</summary>
    public async Task<IReadOnlyList<CallLease>> Pocket(CallList list)
    {
        var (self, id) = (Self, list.Id);
        await db.CallLeases.Where(l => l.ById == self && l.ListId == id && l.IsInPocket).ExecuteDeleteAsync();
        return await Take(list, list.PocketSize, isInPocket: true, null);
    }

    public Task GiveBack(CallList list)
    {
        var (self, id) = (Self, list.Id);
        return db.CallLeases.Where(l => l.ById == self && l.ListId == id && !l.IsInPocket).ExecuteDeleteAsync();
    }

    /// <summary>How many of the list lie in phones: one's own, and others'.</summary>
    public async Task<(int Mine, int Others)> InPhones(CallList list)
    {
        var (self, id, now) = (Self, list.Id, Now);
        var kept = await db.CallLeases.Where(l => l.ListId == id && l.IsInPocket && l.Until > now).Select(l => l.ById).ToListAsync();
        return (kept.Count(by => by == self), kept.Count(by => by != self));
    }

    /// <summary>All that a caller has of the list is free for others, also what lies in a phone.</summary>
    public Task FreeAllOf(Id<CallList> list, Id<Person> caller) => db.CallLeases.Where(l => l.ById == caller && l.ListId == list).ExecuteDeleteAsync();

    public Task GiveBack(Id<Person> person)
    {
        var self = Self;
        return db.CallLeases.Where(l => l.ById == self && l.PersonId == person).ExecuteDeleteAsync();
    }

    /// <summary>The person is mine to call from now, unless somebody else has the person.</summary>
    public async Task<CallLease?> TryTake(Id<CallList> list, Id<Person> person, bool isInPocket)
    {
        var (self, now) = (Self, Now);
        await db.CallLeases.Where(l => l.PersonId == person && (l.Until <= now || l.ById == self)).ExecuteDeleteAsync();
        var lease = new CallLease(list, person, self, now, isInPocket);
        db.CallLeases.Add(lease);
        try
        {
            await db.SaveChangesAsync();
            return lease;
        }
        catch (DbUpdateException taken) when (Database.IsBefore(taken))
        {
            db.Entry(lease).State = EntityState.Detached;
            return null;
        }
    }

    private async Task<IReadOnlyList<CallLease>> Take(CallList list, int most, bool isInPocket, Id<Person>? not)
    {
        var taken = new List<CallLease>();
        for (var round = 0; round < MostRounds && taken.Count < most; round++)
        {
            var free = await (await Free(list, not)).Select(o => o.Person.Id).Take(AtOnce + most - taken.Count).ToListAsync();
            if (free.Count == 0)
                break;
            foreach (var person in free.TakeWhile(_ => taken.Count < most))
                if (await TakeIfInTurn(list, person, isInPocket) is { } lease)
                    taken.Add(lease);
        }
        return taken;
    }

    // between the look and the lease somebody else may have called and told: then the person is not in turn any more
    private async Task<CallLease?> TakeIfInTurn(CallList list, Id<Person> person, bool isInPocket)
    {
        if (await TryTake(list.Id, person, isInPocket) is not { } lease)
            return null;
        if (await (await people.Of(list)).InTurn(Now).AnyAsync(o => o.Person.Id == person))
            return lease;
        await GiveBack(person);
        return null;
    }

    private async Task<IQueryable<Standings.OnList>> Free(CallList list, Id<Person>? not)
    {
        var (now, self) = (Now, Self);
        return (await people.Of(list)).InTurn(now)
            .Where(o => o.Person.Id != not && o.Person.Id != self && !db.CallLeases.Any(l => l.PersonId == o.Person.Id && l.Until > now));
    }
}
