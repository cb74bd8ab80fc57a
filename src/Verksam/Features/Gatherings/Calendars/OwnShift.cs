using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Calendars;

/// <summary>A shift that somebody stands on, as a calendar has it: with its own hours, not those of the gathering.</summary>
internal sealed record OwnShift(Gathering Gathering, Shift Shift, ShiftPlace Place, string Unit, Venue? Venue)
{
    public DateTimeOffset Starts { get; } = Shift.Starts(Gathering.Starts);

    public DateTimeOffset Ends { get; } = Shift.Ends(Gathering.Starts);

    public string Url => $"/aktiviteter/{Gathering.Id}/mitt-pass/{Shift.Id}";

    /// <summary>RFC 5545: each of the three only grows, so what a calendar has is old as soon as one of them has changed.</summary>
    public int Sequence => Gathering.Sequence + Shift.Revision + Place.Revision;

    public DateTimeOffset ChangedAt => Place.At > Gathering.ChangedAt ? Place.At : Gathering.ChangedAt;

    /// <summary>Those of some gatherings; whoever stands there knows of it, also where the gathering is for others.</summary>
    public static async Task<IReadOnlyList<OwnShift>> Of(AppDb db, IQueryable<Gathering> gatherings, Id<Person> person) => await (
        from place in db.ShiftPlaces.AsNoTracking()
        where place.PersonId == person && place.State == PlaceState.Taken
        join shift in db.Shifts on place.ShiftId equals shift.Id
        join g in gatherings on shift.GatheringId equals g.Id
        where g.State != GatheringState.Draft && g.State != GatheringState.Discarded
        join unit in db.Units on g.UnitId equals unit.Id
        join venue in db.Venues on g.VenueId equals venue.Id into at
        from venue in at.DefaultIfEmpty()
        orderby g.Starts, shift.After, place.Id
        select new OwnShift(g, shift, place, unit.Name, venue)).ToListAsync();
}
