using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.People.Doing;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.CanDo;

/// <summary>Gatherings within some days, near, that one may come to and has said nothing of.</summary>
internal sealed class GatheringsToCome(AppDb db, Seen seen, GatheringWords words, Texts texts) : ICanDo
{
    private const int DaysAhead = 10, Most = 40;

    private static readonly TimeSpan LongestHour = TimeSpan.FromMinutes(75);

    public async Task<IReadOnlyList<Doable>> For(DoAsk ask)
    {
        var (now, until, self) = (db.Clock.GetUtcNow(), db.Clock.GetUtcNow().AddDays(DaysAhead), ask.Self.Id);
        var coming = await (
            from g in (await seen.All()).AsNoTracking()
            where g.State == GatheringState.Published && g.Starts > now && g.Starts < until && g.ContactId != self
                && !db.SignUps.Any(s => s.GatheringId == g.Id && s.PersonId == self && s.State != SignUpState.Left) && !db.GatheringInvitations.Any(i => i.GatheringId == g.Id && i.PersonId == self)
            join venue in db.Venues on g.VenueId equals venue.Id into at
            from venue in at.DefaultIfEmpty()
            orderby g.Starts, g.Id
            select new Row(g, venue, db.PersonPlaces.Any(p => p.PersonId == self && p.UnitId == g.UnitId))).Take(Most).ToListAsync();
        return [.. coming.Where(r => r.IsWanted || ask.Line.Contains(r.Gathering.UnitId)).Select(r => Come(r, ask))];
    }

    /// <summary>What is done in ten minutes, in an hour, or takes an evening or a day.</summary>
    public static Spare TimeOf(DateTimeOffset starts, DateTimeOffset ends) => ends - starts <= LongestHour ? Spare.Hour : Spare.Evening;

    private Doable Come(Row r, DoAsk ask)
    {
        var (g, page) = (r.Gathering, ask.SeesPlan ? $"/aktiviteter/{r.Gathering.Id}" : $"/kalender/{r.Gathering.Id}");
        return new(texts["Gatherings.Can.Come", g.Title], "medlemmar", texts["Gatherings.Can.Meta", texts.Capital(words.Moment(g)), words.Where(g, r.Venue)], g.Lead ?? texts["Gatherings.Can.ComeWhat"])
        {
            Takes = TimeOf(g.Starts, g.Ends),
            Suits = Taste.People | (g.IsPhysical ? Taste.Out : Taste.Any) | (g.IsDigital ? Taste.Home : Taste.Any),
            Fit = 40 + (ask.Self.UnitId == g.UnitId ? 10 : r.IsWanted ? 8 : 0),
            Acts = [new(texts["Gatherings.Can.DoCome"], page + (ask.SeesPlan ? "#anmal" : ""))],
        };
    }

    /// <param name="IsWanted">Of a unit where the person would like to take part.</param>
    private sealed record Row(Gathering Gathering, Venue? Venue, bool IsWanted);
}
