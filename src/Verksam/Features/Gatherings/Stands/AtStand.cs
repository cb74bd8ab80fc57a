using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>The gatherings where whoever asks stands out there, or that they answer for.</summary>
internal static class AtStand
{
    /// <summary>Of a unit where one may arrange, or whoever is asked about it.</summary>
    public static IQueryable<Gathering> ReportedBy(this IQueryable<Gathering> gatherings, CurrentUser me, AppDb db)
    {
        var (self, mine) = (new Id<Person>(me.PersonId), db.Gatherings.EditableBy(me, db).Select(g => g.Id));
        return gatherings.Where(g => g.State != GatheringState.Discarded && (mine.Contains(g.Id) || (g.State != GatheringState.Draft && g.ContactId == self)));
    }

    /// <summary>Those, and where one stands on a shift.</summary>
    public static IQueryable<Gathering> StoodAtBy(this IQueryable<Gathering> gatherings, CurrentUser me, AppDb db)
    {
        var (self, mine) = (new Id<Person>(me.PersonId), db.Gatherings.ReportedBy(me, db).Select(g => g.Id));
        var shifts = db.ShiftPlaces.Where(p => p.PersonId == self && p.State == PlaceState.Taken).Select(p => p.ShiftId);
        return gatherings.Where(g => mine.Contains(g.Id) || ((g.State == GatheringState.Published || g.State == GatheringState.Held || g.State == GatheringState.Reported)
            && db.Shifts.Any(s => s.GatheringId == g.Id && shifts.Contains(s.Id))));
    }
}
