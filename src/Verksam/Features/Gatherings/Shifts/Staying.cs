using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Shifts;

/// <summary>Shifts follow a gathering that moves. Where it only begins earlier or later, and ends as before, they stay at their hour.</summary>
internal static class Staying
{
    /// <summary>Of all gatherings that are about to be saved. Whoever calls saves.</summary>
    public static async Task Keep(AppDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<Gathering>().Where(e => e.State == EntityState.Modified).ToList())
        {
            var (id, starts, ends) = (entry.Entity.Id, entry.OriginalValues.GetValue<DateTimeOffset>(nameof(Gathering.Starts)), entry.OriginalValues.GetValue<DateTimeOffset>(nameof(Gathering.Ends)));
            if (ends - starts == entry.Entity.Ends - entry.Entity.Starts)
                continue;
            foreach (var shift in await db.Shifts.Where(s => s.GatheringId == id).ToListAsync())
                shift.Stays(starts, entry.Entity.Starts);
        }
    }
}
