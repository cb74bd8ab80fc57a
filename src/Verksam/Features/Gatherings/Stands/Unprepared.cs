using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Calendars;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>Stands to come where something is not seen to in time, or has less than a week left.</summary>
internal sealed class Unprepared(AppDb db, CurrentUser me, OurTime time, Texts texts) : INeedsSomebody
{
    public const int NearDays = 7;

    // of so many stands at once the nearest are read
    private const int MostItems = 400;

    public async Task<IReadOnlyList<Need>> Now(int most)
    {
        var (now, today) = (time.Now, time.Today);
        var (due, near) = (today.AddDays(NearDays), now.AddDays(NearDays));
        var open = db.Gatherings.EditableBy(me, db).Where(g => (g.State == GatheringState.Published || g.State == GatheringState.Draft) && g.Starts > now);
        var found = await (
            from item in db.KitItems.AsNoTracking()
            where item.State != KitState.Done
            join g in open on item.GatheringId equals g.Id
            where item.Due == null ? g.Starts < near : item.Due <= due
            orderby g.Starts, item.Due == null, item.Due, item.Order
            select new Row(item, g.Id, g.Title, g.Starts, g.Ends)).Take(MostItems).ToListAsync();
        return [.. found.GroupBy(f => f.Id).Take(most).Select(items => Of([.. items], today))];
    }

    private Need Of(IReadOnlyList<Row> items, DateOnly today)
    {
        var (first, isLate) = (items[0], items.Any(i => i.Item.Due < today));
        return new Need(first.Title, first.Starts, first.Ends, isLate ? "late" : "at-risk", Said([.. items.Select(i => i.Item)], OurTime.DayOf(first.Starts).DayNumber - today.DayNumber),
            texts["Stands.Kit.See"], $"/aktiviteter/{first.Id}/att-ordna", $"/aktiviteter/{first.Id}");
    }

    // "Tillståndet saknas, tre dagar kvar", with how many there are besides
    private string Said(IReadOnlyList<KitItem> items, int days)
    {
        var first = Kit.Lacks(texts, items[0]);
        return texts["Stands.Kit.Left", items.Count > 1 ? texts.Count("Stands.Kit.More", items.Count - 1, first) : first, days == 0 ? texts["Stands.Kit.Today"] : texts.Count("Stands.Kit.Days", days)];
    }

    private sealed record Row(KitItem Item, Id<Gathering> Id, string Title, DateTimeOffset Starts, DateTimeOffset Ends);
}
