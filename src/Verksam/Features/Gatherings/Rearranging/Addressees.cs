using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;

namespace Verksam.Features.Gatherings.Rearranging;

/// <summary>Whom a letter about what was rearranged goes to: a person of the register, or everything that one address has signed up for without an account.</summary>
internal sealed class Addressees(AppDb db, Concerned concerned, SignUpLinks links, Installation installation)
{
    /// <summary>Null when they have no address, or are forgotten.</summary>
    public async Task<Addressee?> Find(Guid to, IQueryable<Gathering> changed, CancellationToken cancelled)
    {
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == new Id<Person>(to), cancelled) is { } person)
            return person.Email is { } email ? await Of(person, email, changed, cancelled) : null;
        return await db.Guests.AsNoTracking().SingleOrDefaultAsync(u => u.Id == new Id<Guest>(to), cancelled) is { } guest ? await Of(guest, changed, cancelled) : null;
    }

    private async Task<Addressee> Of(Person person, string email, IQueryable<Gathering> changed, CancellationToken cancelled)
    {
        var own = await concerned.Of(changed, person.Id).OrderBy(g => g.Starts).ToListAsync(cancelled);
        var waits = await Waiting(db.SignUps.Where(s => s.PersonId == person.Id)).ToListAsync(cancelled);
        return new Addressee(person.Name, person.First, email, own, waits, g => $"{installation.PublicUrl}/aktiviteter/{g.Id}");
    }

    private async Task<Addressee> Of(Guest guest, IQueryable<Gathering> changed, CancellationToken cancelled)
    {
        var own = await changed.OrderBy(g => g.Starts).ToListAsync(cancelled);
        var guests = concerned.Guests([.. own.Select(g => g.Id)]).Where(u => u.Email == guest.Email).Select(u => (Id<Guest>?)u.Id);
        var all = await db.SignUps.AsNoTracking().Where(s => guests.Contains(s.GuestId)).ToDictionaryAsync(s => s.GatheringId, cancelled);
        var waits = all.Values.Where(s => s.State != SignUpState.Coming).Select(s => s.GatheringId).ToList();
        return new Addressee(guest.Name, guest.First, guest.Email, own.FindAll(g => all.ContainsKey(g.Id)), waits, g => links.UrlOf(all[g.Id]) ?? $"{installation.PublicUrl}/kalender/{g.Id}");
    }

    private static IQueryable<Id<Gathering>> Waiting(IQueryable<SignUp> own) =>
        own.Where(s => s.State == SignUpState.Waiting || s.State == SignUpState.Offered).Select(s => s.GatheringId);
}

/// <param name="Own">Those that concern them.</param>
/// <param name="Waits">Those where they wait for a seat: the link to take part comes with it.</param>
/// <param name="Url">Where each is found.</param>
internal sealed record Addressee(string Name, string First, string Email, IReadOnlyList<Gathering> Own, IReadOnlyList<Id<Gathering>> Waits, Func<Gathering, string> Url);
