using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Rearranging;

/// <summary>Whom a letter about what was rearranged goes to: a person of the register, or everything that one address has signed up for without an account.</summary>
internal sealed class Addressees(AppDb db, Concerned concerned, SignUpLinks links, OurTime time, Installation installation)
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
        var states = await db.SignUps.Where(s => s.PersonId == person.Id && s.State != SignUpState.Left && changed.Any(g => g.Id == s.GatheringId)).ToDictionaryAsync(s => s.GatheringId, s => s.State, cancelled);
        var arranged = await changed.EditableBy(await Reader(person, cancelled), db).Select(g => g.Id).ToListAsync(cancelled);
        return new Addressee(person.Name, person.First, email, own, states, arranged) { Page = Page, Url = Page };

        string Page(Gathering g) => $"{installation.PublicUrl}/aktiviteter/{g.Id}";
    }

    // by the rights of the day, as the page would answer them
    private async Task<CurrentUser> Reader(Person person, CancellationToken cancelled)
    {
        var (reader, grants) = (new CurrentUser(), await Rights.Of(db, db.People.Where(p => p.Id == person.Id).Select(p => p.Id), time.Today).ToListAsync(cancelled));
        reader.Is(person.Id.Value, person.Name, [.. grants.Select(g => g.Grant)], inTwoSteps: false);
        return reader;
    }

    private async Task<Addressee> Of(Guest guest, IQueryable<Gathering> changed, CancellationToken cancelled)
    {
        var own = await changed.OrderBy(g => g.Starts).ToListAsync(cancelled);
        var guests = concerned.Guests([.. own.Select(g => g.Id)]).Where(u => u.Email == guest.Email).Select(u => (Id<Guest>?)u.Id);
        var all = await db.SignUps.AsNoTracking().Where(s => guests.Contains(s.GuestId)).ToDictionaryAsync(s => s.GatheringId, cancelled);
        return new Addressee(guest.Name, guest.First, guest.Email, own.FindAll(g => all.ContainsKey(g.Id)), all.ToDictionary(s => s.Key, s => s.Value.State), [])
        { Page = Page, Url = g => links.UrlOf(all[g.Id]) ?? Page(g) };

        string Page(Gathering g) => $"{installation.PublicUrl}/kalender/{g.Id}";
    }
}

/// <param name="Own">Those that concern them.</param>
/// <param name="States">How it stands with them where they have signed up.</param>
/// <param name="Arranged">Those that they may change.</param>
internal sealed record Addressee(string Name, string First, string Email, IReadOnlyList<Gathering> Own, IReadOnlyDictionary<Id<Gathering>, SignUpState> States, IReadOnlyList<Id<Gathering>> Arranged)
{
    /// <summary>The page of each.</summary>
    public required Func<Gathering, string> Page { get; init; }

    /// <summary>Where they see how it stands with them, and can change it.</summary>
    public required Func<Gathering, string> Url { get; init; }

    /// <summary>The link to take part from afar is for those who come and those who arrange, as on the page.</summary>
    public bool HasLink(Gathering gathering) => Arranged.Contains(gathering.Id) || (States.TryGetValue(gathering.Id, out var state) && state == SignUpState.Coming);

    /// <summary>They wait for a seat, or have one to answer.</summary>
    public bool Waits(Gathering gathering) => States.TryGetValue(gathering.Id, out var state) && state != SignUpState.Coming;
}
