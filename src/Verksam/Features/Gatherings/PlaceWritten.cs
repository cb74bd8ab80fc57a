using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings;

/// <summary>A place that is not in the list is written in the form of the gathering itself, and is in the list from then.</summary>
internal static class PlaceWritten
{
    /// <summary>The form is at that place. One of the unit with that name is taken for the same, so that a form that is sent twice makes one. Whoever calls saves.</summary>
    public static async Task<Refusal?> Settle(AppDb db, GatheringForm form)
    {
        if (OneLine.OrNull(form.PlaceName) is not { } name)
            return null;
        var unit = form.Unit;
        var venue = await db.Venues.FirstOrDefaultAsync(v => v.UnitId == unit && v.Name == name && v.RetiredOn == null);
        if (venue is null && (venue = new Venue(unit)).Describe(name, form.PlaceStreet, null, form.PlaceTown) is { } no)
            return no;
        if (db.Entry(venue).State == EntityState.Detached)
            db.Venues.Add(venue);
        form.Venue = venue.Id;
        return null;
    }
}
