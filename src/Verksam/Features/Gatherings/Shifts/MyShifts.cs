using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Shifts;

/// <summary>On one's own page: the shifts one stands on and is asked about. What is open stands among what one can do.</summary>
internal sealed class MyShifts(AppDb db) : IMyPageCard
{
    private const int Most = 8;

    public int Order => 15;

    public async Task<MyCard?> For(CurrentUser me)
    {
        var own = (await Of(db, new Id<Person>(me.PersonId), db.Clock.GetUtcNow())).Take(Most).ToList();
        return own.Count == 0 ? null : new MyCard("/Features/Gatherings/Shifts/_MyShifts.cshtml", own) { IsPromised = true };
    }

    /// <summary>What somebody stands on, is asked about or is offered, and that is not over; the next first.</summary>
    public static async Task<IReadOnlyList<Mine>> Of(AppDb db, Id<Person> person, DateTimeOffset now)
    {
        var earliest = now - Shift.Margin;
        var rows = await (
            from place in db.ShiftPlaces.AsNoTracking()
            where (place.PersonId == person && (place.State == PlaceState.Taken || (place.State == PlaceState.Asked && place.Until > now))) || (place.State == PlaceState.Taken && place.IsUp && place.UpForId == person)
            join shift in db.Shifts.AsNoTracking() on place.ShiftId equals shift.Id
            join gathering in db.Gatherings.AsNoTracking() on shift.GatheringId equals gathering.Id
            where gathering.State == GatheringState.Published && gathering.Ends > earliest
            select new { place, shift, gathering }).ToListAsync();
        return [.. rows.Select(r => new Mine(r.gathering, r.shift, r.place, r.place.PersonId == person)).Where(m => m.Ends > now).OrderBy(m => m.Starts)];
    }

    /// <param name="IsOwn">Else another's, offered to the person.</param>
    internal sealed record Mine(Gathering Gathering, Shift Shift, ShiftPlace Place, bool IsOwn)
    {
        public DateTimeOffset Starts => Shift.Starts(Gathering.Starts);
        public DateTimeOffset Ends => Shift.Ends(Gathering.Starts);
        public string Url => $"/aktiviteter/{Gathering.Id}/mitt-pass/{Shift.Id}";

        /// <summary>Somebody waits for an answer.</summary>
        public bool IsToAnswer => !IsOwn || Place.State == PlaceState.Asked;
    }
}
