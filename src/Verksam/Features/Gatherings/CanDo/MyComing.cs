using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.CanDo;

/// <summary>On one's own page: what one comes to, waits for a seat at or brings something to, the next first.</summary>
internal sealed class MyComing(AppDb db, GatheringWords words) : IMyPageCard
{
    private const int Most = 6;

    public int Order => 16;

    public async Task<MyCard?> For(CurrentUser me)
    {
        var (self, now) = (new Id<Person>(me.PersonId), db.Clock.GetUtcNow());
        var rows = await (
            from g in db.Gatherings.AsNoTracking()
            where (g.State == GatheringState.Published || g.State == GatheringState.Cancelled) && g.Ends > now
                && (db.SignUps.Any(s => s.GatheringId == g.Id && s.PersonId == self && s.State != SignUpState.Left) || db.BringItems.Any(b => b.GatheringId == g.Id && b.ById == self))
            join venue in db.Venues on g.VenueId equals venue.Id into at
            from venue in at.DefaultIfEmpty()
            orderby g.Starts, g.Id
            select new Row(g, venue, db.SignUps.Where(s => s.GatheringId == g.Id && s.PersonId == self && s.State != SignUpState.Left).Select(s => (SignUpState?)s.State).FirstOrDefault(),
                db.BringItems.Where(b => b.GatheringId == g.Id && b.ById == self).OrderBy(b => b.Order).Select(b => b.What).FirstOrDefault())).Take(Most).ToListAsync();
        return rows.Count == 0 ? null : new MyCard("/Features/Gatherings/CanDo/_MyComing.cshtml", new Card(rows, words)) { IsPromised = true };
    }

    /// <param name="State">Null for who only brings something.</param>
    /// <param name="Bring">The first thing to bring.</param>
    internal sealed record Row(Gathering Gathering, Venue? Venue, SignUpState? State, string? Bring);

    internal sealed record Card(IReadOnlyList<Row> Rows, GatheringWords Words);
}
