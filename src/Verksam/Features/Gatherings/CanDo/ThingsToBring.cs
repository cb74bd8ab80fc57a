using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Doing;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.CanDo;

/// <summary>Things to bring to what is near, that nobody has taken.</summary>
internal sealed class ThingsToBring(AppDb db, Seen seen, GatheringWords words, Texts texts) : ICanDo
{
    private const int DaysAhead = 21, Most = 2;

    public async Task<IReadOnlyList<Doable>> For(DoAsk ask)
    {
        if (!ask.SeesPlan)
            return [];
        var (now, until, self, line) = (db.Clock.GetUtcNow(), db.Clock.GetUtcNow().AddDays(DaysAhead), ask.Self.Id, ask.Line);
        var near = (await seen.All()).AsNoTracking().Where(g => g.State == GatheringState.Published && g.Starts > now && g.Starts < until
            && (line.Contains(g.UnitId) || db.PersonPlaces.Any(p => p.PersonId == self && p.UnitId == g.UnitId)));
        var rows = await (
            from item in db.BringItems.AsNoTracking()
            where item.ById == null && !item.IsDone
            join g in near on item.GatheringId equals g.Id
            orderby g.Starts, item.Order, item.Id
            select new { Item = item, Gathering = g }).Take(Most).ToListAsync();
        return [.. rows.Select(r => new Doable(texts["Gatherings.Can.Bring", r.Gathering.Title, r.Item.What], "lada", texts.Capital(words.Days(r.Gathering.Starts, r.Gathering.Ends)), $"{texts["Gatherings.Can.BringWhat"]} {r.Item.Note}".Trim())
        {
            Takes = Spare.TenMinutes,
            Suits = Taste.Home,
            Fit = 30,
            Acts = [new(texts["Gatherings.Can.DoBring"], $"/aktiviteter/{r.Gathering.Id}?handler=Bring&item={r.Item.Id}", Posts: true), new(texts["Gatherings.Can.Read"], $"/aktiviteter/{r.Gathering.Id}#ta-med", IsQuiet: true)],
        })];
    }
}
