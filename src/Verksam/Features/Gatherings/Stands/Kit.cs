using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>What there is to see to before a stand: as it is written, and as it may be to begin with.</summary>
internal sealed class Kit(AppDb db, CurrentUser me, OurTime time)
{
    // how many days before; a permit takes the police some weeks
    private static readonly (KitSort Sort, int Days)[] Market = [(KitSort.Pitch, 45), (KitSort.Contact, 14), (KitSort.Tent, 7), (KitSort.Material, 7)];
    private static readonly (KitSort Sort, int Days)[] Street = [(KitSort.Permit, 30), (KitSort.Material, 7)];
    private static readonly (KitSort Sort, int Days)[] Cabin = [(KitSort.Permit, 60), (KitSort.Pitch, 60), (KitSort.Contact, 14), (KitSort.Material, 14)];
    private static readonly (KitSort Sort, int Days)[] Any = [(KitSort.Permit, 30), (KitSort.Pitch, 45), (KitSort.Contact, 14), (KitSort.Tent, 7), (KitSort.Material, 7)];

    public static async Task<IReadOnlyList<(KitItem Item, string? By)>> Of(AppDb db, Id<Gathering> gathering) =>
        [.. (await (from item in db.KitItems.AsNoTracking()
            where item.GatheringId == gathering
            orderby item.Order, item.Id
            select new { item, By = db.People.Where(p => p.Id == item.ById).Select(p => p.Name).FirstOrDefault() }).ToListAsync()).Select(r => (r.item, r.By))];

    /// <summary>What it may be: as the last time of the same series or at the same place, else as is usual for the kind. Nothing of it is saved.</summary>
    public async Task<(IReadOnlyList<KitItem> Items, Gathering? Like)> Suggested(Gathering gathering)
    {
        var like = await db.Gatherings.AsNoTracking().EditableBy(me, db)
            .Where(g => g.Id != gathering.Id && g.Starts < gathering.Starts && db.KitItems.Any(k => k.GatheringId == g.Id)
                && ((gathering.SeriesId != null && g.SeriesId == gathering.SeriesId) || (g.Kind == gathering.Kind && gathering.VenueId != null && g.VenueId == gathering.VenueId)))
            .OrderByDescending(g => g.Starts).FirstOrDefaultAsync();
        if (like is not null)
            return ([.. (await Of(db, like.Id)).Select(k => k.Item.For(like, gathering, time.Today))], like);
        var usual = gathering.Kind switch { "stand" => Market, "street" => Street, "cabin" => Cabin, _ => Any };
        return ([.. usual.Select((u, order) => One(gathering, u.Sort, u.Days, order))], null);
    }

    private KitItem One(Gathering gathering, KitSort sort, int days, int order)
    {
        var (item, due) = (new KitItem(gathering.Id, order), OurTime.DayOf(gathering.Starts).AddDays(-days));
        item.Write(sort, null, null);
        item.IsSeenToBy(null, due < time.Today ? time.Today : due);
        return item;
    }

    /// <summary>"Tillståndet saknas", "Platsen är sökt men inte klar", "Fika är inte klart".</summary>
    public static string Lacks(Texts texts, KitItem item) => item switch
    {
        { State: KitState.AskedFor } => texts["Stands.Kit.Waits", Name(texts, item)],
        { What: { } what } => texts["Stands.Kit.Open", what],
        _ => texts[$"Stands.Kit.Lacks.{item.Sort}"],
    };

    public static string Name(Texts texts, KitItem item) => item.What ?? texts[$"Stands.Kit.Sort.{item.Sort}"];
}
