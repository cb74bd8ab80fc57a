using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Calendars;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Shifts;

/// <summary>What is within a month and has shifts that lack people.</summary>
internal sealed class Unstaffed(AppDb db, CurrentUser me, Texts texts) : INeedsSomebody
{
    public async Task<IReadOnlyList<Need>> Now(int most)
    {
        var (now, near) = (db.Clock.GetUtcNow(), db.Clock.GetUtcNow().AddDays(30));
        var found = await db.Gatherings.EditableBy(me, db).Where(g => g.State == GatheringState.Published && g.Ends > now && g.Starts < near)
            .Select(g => new { g.Id, g.Title, g.Starts, g.Ends, Short = db.Shifts.Count(s => s.GatheringId == g.Id && s.Need > db.ShiftPlaces.Count(p => p.ShiftId == s.Id && p.State == PlaceState.Taken)) })
            .Where(g => g.Short > 0).OrderBy(g => g.Starts).Take(most).ToListAsync();
        return [.. found.Select(g => new Need(g.Title, g.Starts, g.Ends, "at-risk", texts.Capital(texts.Count("Gatherings.Wants.Shifts", g.Short)), texts["Gatherings.Do.Shifts"], $"/aktiviteter/{g.Id}/pass", $"/aktiviteter/{g.Id}"))];
    }
}
