using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Timeline;

/// <summary>Everything that has happened with one person, from every room, the latest first.</summary>
internal sealed class PersonTimeline(CurrentUser me, IEnumerable<ITimelineSource> sources, OurTime time)
{
    public const int PageSize = 20;

    /// <param name="unitPath">Where the person belongs.</param>
    /// <param name="kind">Only this one; what is no kind is not asked for.</param>
    /// <param name="before">Only what was earlier; null is now.</param>
    public async Task<Part> Of(Person person, string unitPath, string? kind, DateTimeOffset? before)
    {
        var ask = new TimelineAsk(person, unitPath, me, before ?? time.Now, PageSize + 1);
        var kinds = sources.Where(s => s.IsFor(ask)).DistinctBy(s => s.Kind).Select(s => (s.Kind, s.Name)).OrderBy(k => k.Kind, StringComparer.Ordinal).ToList();
        var wanted = kinds.Exists(k => k.Kind == kind) ? kind : null;
        var all = new List<Happening>();
        foreach (var source in sources.Where(s => wanted is null ? !s.WaitsToBeAsked : s.Kind == wanted))
            all.AddRange(await source.Of(ask));
        return Cut([.. all.OrderByDescending(h => h.At)], kinds, wanted, before is not null);
    }

    // what happened at the same moment stays together: the next sheet asks for what was earlier
    private static Part Cut(List<Happening> all, IReadOnlyList<(string, string)> kinds, string? kind, bool isLater)
    {
        var most = all.Count <= PageSize ? all.Count : all.FindLastIndex(h => h.At == all[PageSize - 1].At) + 1;
        return new(all[..most], kinds, kind, isLater, most < all.Count ? all[most - 1].At : null);
    }

    /// <param name="IsLater">Somebody has gone back in time already.</param>
    /// <param name="Older">From when there is more; null when this is all.</param>
    internal sealed record Part(IReadOnlyList<Happening> Rows, IReadOnlyList<(string Kind, string Name)> Kinds, string? Kind, bool IsLater, DateTimeOffset? Older);
}
