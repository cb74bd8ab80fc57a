using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Needs;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>Stands to come where something is not seen to in time, or has less than a week left.</summary>
internal sealed class Unprepared(AppDb db, CurrentUser me, ArrangedByMe mine, OurTime time, Texts texts) : INeedsSomebody
{
    public string Kind => "att-ordna";

    public bool IsOfCalendar => true;

    public const int NearDays = 7;

    // of so many stands at once the nearest are read
    private const int MostItems = 400;

    public async Task<IReadOnlyList<Need>> Now(int most)
    {
        var (now, today) = (time.Now, time.Today);
        var (due, near) = (today.AddDays(NearDays), now.AddDays(NearDays));
        var own = mine.Own;
        var open = db.Gatherings.EditableBy(me, db).Where(g => (g.State == GatheringState.Published || g.State == GatheringState.Draft) && g.Starts > now);
        var found = await (
            from item in db.KitItems.AsNoTracking()
            where item.State != KitState.Done
            join g in open on item.GatheringId equals g.Id
            where item.Due == null ? g.Starts < near : item.Due <= due
            orderby g.Starts, item.Due == null, item.Due, item.Order
            select new Row(item, g.Id, g.Title, g.Starts, g.Ends, own.Contains(g.Id))).Take(MostItems).ToListAsync();
        return [.. found.GroupBy(f => f.Id).Take(most).Select(items => Of([.. items], today))];
    }

    private Need Of(IReadOnlyList<Row> items, DateOnly today)
    {
        var (first, isLate) = (items[0], items.Any(i => i.Item.Due < today));
        var (page, see) = ($"/aktiviteter/{first.Id}", new NeedAct(texts["Stands.Kit.See"], $"/aktiviteter/{first.Id}/att-ordna"));
        var said = Said([.. items.Select(i => i.Item)], OurTime.DayOf(first.Starts).DayNumber - today.DayNumber);
        return new Need($"{Kind}-{first.Id}", texts["Stands.Kit.Need", first.Title], said, isLate ? "late" : "at-risk", Takes.Finding)
        {
            Due = items.Min(i => i.Item.Due) ?? OurTime.DayOf(first.Starts),
            Acts = [see],
            IsWithOthers = !first.IsOwn,
            Occasion = new(first.Title, first.Starts, first.Ends, page) { Status = isLate ? "late" : "at-risk", What = said, Do = see },
        };
    }

    // "Tillståndet saknas, tre dagar kvar", with how many there are besides
    private string Said(IReadOnlyList<KitItem> items, int days)
    {
        var first = Kit.Lacks(texts, items[0]);
        return texts["Stands.Kit.Left", items.Count > 1 ? texts.Count("Stands.Kit.More", items.Count - 1, first) : first, days == 0 ? texts["Stands.Kit.Today"] : texts.Count("Stands.Kit.Days", days)];
    }

    private sealed record Row(KitItem Item, Id<Gathering> Id, string Title, DateTimeOffset Starts, DateTimeOffset Ends, bool IsOwn);
}
