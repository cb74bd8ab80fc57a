using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>Whom a letter about a sign-up goes to, and where its link leads.</summary>
internal sealed class Comers(AppDb db, SignUpLinks links, Installation installation)
{
    /// <summary>Null when they have no address, or are forgotten.</summary>
    public async Task<Comer?> Find(Id<SignUp> id, CancellationToken cancelled)
    {
        var found = await (
            from own in db.SignUps
            where own.Id == id
            join gathering in db.Gatherings on own.GatheringId equals gathering.Id
            from person in db.People.Where(p => p.Id == own.PersonId).DefaultIfEmpty()
            from guest in db.Guests.Where(g => g.Id == own.GuestId).DefaultIfEmpty()
            select new { own, gathering, person, guest }).AsNoTracking().SingleOrDefaultAsync(cancelled);
        var (name, first, email) = found switch
        {
            { guest: { } guest } => (guest.Name, guest.First, guest.Email),
            { person: { Email: { } address } person } => (person.Name, person.First, address),
            _ => default,
        };
        if (email is null)
            return null;
        var page = $"{installation.PublicUrl}/{(found!.guest is null ? "aktiviteter" : "kalender")}/{found.gathering.Id}";
        return new Comer(found.own, found.gathering, name, first, email) { Page = page, Url = links.UrlOf(found.own) ?? page + "#anmal" };
    }
}

internal sealed record Comer(SignUp SignUp, Gathering Gathering, string Name, string First, string Email)
{
    /// <summary>The page of the gathering.</summary>
    public required string Page { get; init; }

    /// <summary>Where they see how it is and can change it, without signing in.</summary>
    public required string Url { get; init; }
}
