using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>A tap as a phone or a form tells of it.</summary>
internal sealed class Tap
{
    /// <summary>Made by whoever taps: the same is the same tap.</summary>
    public Guid Nonce { get; set; }

    public TallySort Sort { get; set; }
    public int Amount { get; set; } = 1;
    public Id<TalkingPoint>? Topic { get; set; }

    /// <summary>Which tap was a mistake.</summary>
    public Guid? Undoes { get; set; }
}

/// <summary>Keeps the taps of a stand, and sums them.</summary>
internal sealed class Tally(AppDb db)
{
    /// <summary>Keeps it, if it is not kept already.</summary>
    /// <param name="ago">How long ago it was tapped: said so, because the clock of a phone may be wrong.</param>
    public async Task<Refusal?> Keep(Gathering gathering, Tap tap, TimeSpan ago = default)
    {
        if (await Refused(gathering, tap) is { } no)
            return no;
        if (await db.TallyActs.AnyAsync(a => a.GatheringId == gathering.Id && a.Nonce == tap.Nonce))
            return null;
        var act = new TallyAct(gathering, tap.Nonce, tap.Sort, ago, db.Clock.GetUtcNow());
        if (tap.Sort == TallySort.Undo)
            act.TakesBack(tap.Undoes!.Value);
        else if (act.Counts(tap.Amount) is { } absurd)
            return absurd;
        if (tap.Sort == TallySort.Topic)
            act.IsOf(tap.Topic!.Value);
        db.TallyActs.Add(act);
        return await Save();
    }

    private async Task<Refusal?> Refused(Gathering gathering, Tap tap)
    {
        if (!IsOpen(gathering, db.Clock.GetUtcNow()))
            return StandRefusals.NotOpen;
        if (tap.Nonce == Guid.Empty || !Enum.IsDefined(tap.Sort) || (tap.Sort == TallySort.Undo && tap.Undoes is null))
            return StandRefusals.NothingToUndo;
        if (tap.Sort == TallySort.Topic && (tap.Topic is not { } topic || !await db.TalkingPoints.Of(db, gathering).AnyAsync(p => p.Id == topic)))
            return StandRefusals.NoSuchTopic;
        return await db.TallyActs.CountAsync(a => a.GatheringId == gathering.Id) >= TallyAct.Most ? StandRefusals.TooMany : null;
    }

    // the same tap, sent twice at once: the other was first
    private async Task<Refusal?> Save()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException taken) when (Database.IsBefore(taken))
        {
            db.ChangeTracker.Clear();
        }
        return null;
    }

    public static bool IsOpen(Gathering gathering, DateTimeOffset now) =>
        gathering.State is GatheringState.Published or GatheringState.Held or GatheringState.Reported && gathering.Starts - TallyAct.Before <= now && now <= gathering.Ends + TallyAct.After;

    /// <summary>What was tapped at some gatherings, and not taken back.</summary>
    public static IQueryable<TallyAct> Standing(AppDb db, IQueryable<Id<Gathering>> gatherings) =>
        db.TallyActs.Where(a => gatherings.Contains(a.GatheringId) && a.Sort != TallySort.Undo && !db.TallyActs.Any(u => u.GatheringId == a.GatheringId && u.Undoes == a.Nonce));

    /// <summary>How much of each sort, by gathering; those where nothing was tapped are not in it.</summary>
    public static async Task<IReadOnlyDictionary<Id<Gathering>, Tapped>> Sums(AppDb db, IQueryable<Id<Gathering>> gatherings, CancellationToken cancelled = default)
    {
        var sums = await Standing(db, gatherings).Where(a => a.Sort != TallySort.Topic).GroupBy(a => new { a.GatheringId, a.Sort })
            .Select(g => new { g.Key.GatheringId, g.Key.Sort, Sum = g.Sum(a => a.Amount) }).ToListAsync(cancelled);
        return sums.GroupBy(s => s.GatheringId).ToDictionary(g => g.Key, g => new Tapped(
            g.Where(s => s.Sort == TallySort.Conversation).Sum(s => s.Sum), g.Where(s => s.Sort == TallySort.Leaflet).Sum(s => s.Sum)));
    }

    public async Task<Tapped> Of(Id<Gathering> gathering) =>
        (await Sums(db, db.Gatherings.Where(g => g.Id == gathering).Select(g => g.Id))).GetValueOrDefault(gathering, Tapped.Nothing);

    /// <summary>How often each topic was talked of, the most first.</summary>
    public async Task<IReadOnlyList<(Id<TalkingPoint> Topic, string Word, int Times)>> Topics(Id<Gathering> gathering)
    {
        var sums = await Standing(db, db.Gatherings.Where(g => g.Id == gathering).Select(g => g.Id)).Where(a => a.Sort == TallySort.Topic && a.TopicId != null)
            .GroupBy(a => a.TopicId).Select(g => new { Topic = g.Key, Times = g.Count() }).ToDictionaryAsync(s => s.Topic!.Value, s => s.Times);
        var words = await db.TalkingPoints.Where(p => sums.Keys.Contains(p.Id)).Select(p => new { p.Id, p.Topic }).ToListAsync();
        return [.. words.Select(w => (w.Id, w.Topic, sums[w.Id])).OrderByDescending(s => s.Item3).ThenBy(s => s.Topic, StringComparer.CurrentCulture)];
    }
}

/// <summary>How much was tapped.</summary>
internal sealed record Tapped(int Conversations, int Leaflets)
{
    public static readonly Tapped Nothing = new(0, 0);
}
