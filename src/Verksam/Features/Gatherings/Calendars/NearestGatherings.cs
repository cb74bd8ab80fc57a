using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.Planning.Overview;
using Verksam.Kernel;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Calendars;

/// <summary>On the overview: the next gatherings of today and later that one may see, with how many come and stand on their shifts.</summary>
internal sealed class NearestGatherings(AppDb db, CurrentUser me, Seen seen, Kept kept, NearestGatherings.Parts parts) : INearest
{
    public (string Text, string Url) All => ("Calendars.Open", "/aktiviteter");

    public async Task<IReadOnlyList<Near>> Next(int most) =>
        await kept.Get((nameof(NearestGatherings), most, me.PersonId, me.Reach, parts.Time.Today, CultureInfo.CurrentUICulture.Name), () => Read(most));

    // today's stay all day: a page that is kept says the same in the evening
    private async Task<IReadOnlyList<Near>> Read(int most)
    {
        var begins = OurTime.EndOf(parts.Time.Today.AddDays(-1));
        var earliest = begins - Gathering.Longest; // what has been is never looked through
        var rows = await (
            from g in (await seen.All()).Where(g => g.State == GatheringState.Published && g.Starts > earliest && g.Ends > begins).OrderBy(g => g.Starts).ThenBy(g => g.Id).Take(most)
            join venue in db.Venues.AsNoTracking() on g.VenueId equals venue.Id into at
            from venue in at.DefaultIfEmpty()
            orderby g.Starts, g.Id
            select new Row(g.Id, g.Title, g.Starts, g.Ends, venue, g.Spot, g.Link != null)
            {
                Filled = new Filled(
                    db.SignUps.Where(s => s.GatheringId == g.Id && s.State == SignUpState.Coming).Sum(s => 1 + s.Companions),
                    db.SignUps.Where(s => s.GatheringId == g.Id && s.State == SignUpState.Coming && !s.IsOnline).Sum(s => 1 + s.Companions),
                    g.Seats,
                    db.ShiftPlaces.Count(p => p.State == PlaceState.Taken && db.Shifts.Any(s => s.Id == p.ShiftId && s.GatheringId == g.Id)),
                    db.Shifts.Where(s => s.GatheringId == g.Id).Sum(s => s.Need)),
            }).ToListAsync();
        return [.. rows.Select(r => new Near(OurTime.DayOf(r.Starts) is var first && first < parts.Time.Today ? parts.Time.Today : first, r.Title, $"/aktiviteter/{r.Id}", Said(r)))];
    }

    // "18.00–20.00, Biblioteket. 12 av 16 anmälda."
    private string Said(Row row)
    {
        var when = OurTime.DayOf(row.Starts) == GatheringWords.LastDay(row.Starts, row.Ends) ? GatheringWords.Hours(row.Starts, row.Ends) : parts.Words.Days(row.Starts, row.Ends);
        return string.Join(' ', new[] { $"{when}, {parts.Words.Where(row.Venue, row.Spot, row.IsDigital)}", row.Filled.Manned(parts.Texts), row.Filled.SignedUp(parts.Texts) }.OfType<string>().Select(s => parts.Texts.Capital(s) + "."));
    }

    private sealed record Row(Id<Gathering> Id, string Title, DateTimeOffset Starts, DateTimeOffset Ends, Venue? Venue, string? Spot, bool IsDigital)
    {
        public required Filled Filled { get; init; }
    }

    internal sealed record Parts(GatheringWords Words, Texts Texts, OurTime Time);
}
