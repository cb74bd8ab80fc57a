using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Calendars;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Time;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Gatherings.Needs;

/// <summary>What one stands on, comes to or arranges on a day.</summary>
internal sealed class GatheringsToday(AppDb db, CurrentUser me, GatheringWords words) : IMyDay
{
    public async Task<IReadOnlyList<DayItem>> On(DateOnly day)
    {
        var (self, begins, ends) = (new Id<Person>(me.PersonId), OurTime.EndOf(day.AddDays(-1)), OurTime.EndOf(day));
        var stands = (await MyShifts.Of(db, self, begins)).Where(m => !m.IsToAnswer && m.Starts < ends && m.Ends > begins).ToList();
        var shown = stands.Select(s => s.Gathering.Id).ToHashSet();
        var gatherings = await (
            from g in db.Gatherings.AsNoTracking().With(self, db)
            where g.State == GatheringState.Published && g.Starts < ends && g.Ends > begins
            join venue in db.Venues on g.VenueId equals venue.Id into at
            from venue in at.DefaultIfEmpty()
            orderby g.Starts, g.Id
            select new { g, venue }).ToListAsync();
        return [.. stands.Select(s => new DayItem(Clock(s.Starts, day), s.Gathering.Title, $"{GatheringWords.Hours(s.Starts, s.Ends)}, {s.Shift.What}", s.Url))
            .Concat(gatherings.Where(g => !shown.Contains(g.g.Id)).Select(g => new DayItem(Clock(g.g.Starts, day), g.g.Title, words.Where(g.g, g.venue), $"/aktiviteter/{g.g.Id}")))];
    }

    // what began yesterday goes on from the morning
    private static TimeOnly? Clock(DateTimeOffset at, DateOnly day) => OurTime.DayOf(at) < day ? null : TimeOnly.FromDateTime(OurTime.Here(at).DateTime);
}
