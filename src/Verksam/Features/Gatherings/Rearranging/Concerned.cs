using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Rearranging;

/// <summary>Who is concerned when gatherings change: whoever is asked about them, who brings something, who comes or waits to, with or without an account, and who stands on a shift or is asked to.</summary>
internal sealed class Concerned(AppDb db)
{
    public async Task<ILookup<Id<Gathering>, Id<Person>>> By(IReadOnlyCollection<Id<Gathering>> gatherings, CancellationToken cancelled)
    {
        var contacts = await db.Gatherings.Where(g => gatherings.Contains(g.Id) && g.ContactId != null).Select(g => new { g.Id, Person = g.ContactId!.Value }).ToListAsync(cancelled);
        var bringers = await db.BringItems.Where(b => gatherings.Contains(b.GatheringId) && b.ById != null).Select(b => new { Id = b.GatheringId, Person = b.ById!.Value }).ToListAsync(cancelled);
        var coming = await db.SignUps.Where(s => gatherings.Contains(s.GatheringId) && s.State != SignUpState.Left && s.PersonId != null).Select(s => new { Id = s.GatheringId, Person = s.PersonId!.Value }).ToListAsync(cancelled);
        var standing = await (
            from place in db.ShiftPlaces
            where place.State == PlaceState.Taken || place.State == PlaceState.Asked
            join shift in db.Shifts on place.ShiftId equals shift.Id
            where gatherings.Contains(shift.GatheringId)
            select new { Id = shift.GatheringId, Person = place.PersonId }).ToListAsync(cancelled);
        return contacts.Concat(bringers).Concat(coming).Concat(standing).Distinct().ToLookup(c => c.Id, c => c.Person);
    }

    public async Task<IReadOnlyList<Guest>> Guests(IReadOnlyCollection<Id<Gathering>> gatherings, CancellationToken cancelled) =>
        await Guests(gatherings).OrderBy(u => u.Id).ToListAsync(cancelled);

    /// <summary>The same address may have signed up for several.</summary>
    public IQueryable<Guest> Guests(IReadOnlyCollection<Id<Gathering>> gatherings) =>
        db.Guests.AsNoTracking().Where(u => gatherings.Contains(u.GatheringId) && db.SignUps.Any(s => s.GuestId == u.Id && s.State != SignUpState.Left));

    /// <summary>Which of some gatherings concern one person.</summary>
    public IQueryable<Gathering> Of(IQueryable<Gathering> gatherings, Id<Person> person) =>
        gatherings.Where(g => g.ContactId == person || db.BringItems.Any(b => b.GatheringId == g.Id && b.ById == person)
            || db.SignUps.Any(s => s.GatheringId == g.Id && s.PersonId == person && s.State != SignUpState.Left)
            || db.ShiftPlaces.Any(p => p.PersonId == person && (p.State == PlaceState.Taken || p.State == PlaceState.Asked) && db.Shifts.Any(s => s.Id == p.ShiftId && s.GatheringId == g.Id)));
}
