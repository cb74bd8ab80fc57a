using Verksam.Kernel;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Today;

/// <summary>All that waits for whoever asks, in the order one begins with it. Each socket is asked once.</summary>
internal sealed class TodayList(IEnumerable<INeedsSomebody> sockets, CurrentUser me, WaitingCounts counts)
{
    /// <summary>Of one kind; whoever has more sees them where they are.</summary>
    private const int MostOfAKind = 100;

    public async Task<IReadOnlyList<Need>> Now()
    {
        var all = new List<Need>();
        foreach (var socket in sockets)
            all.AddRange((await socket.Now(MostOfAKind)).Where(n => !n.IsWithOthers));
        counts.Put(me, all.Count);
        // what is late by its day; the rest by when it is due, what has no day after what has
        return [.. all.OrderByDescending(n => n.CannotWait).ThenBy(n => n.Due ?? DateOnly.MaxValue).ThenBy(n => n.Since ?? DateOnly.MaxValue).ThenBy(n => n.Status == "at-risk" ? 0 : 1).ThenBy(n => n.Key, StringComparer.Ordinal)];
    }

    public Task<NeedDone?> Do(string? key) => Of(key) is { } socket ? socket.Do(key!) : Task.FromResult<NeedDone?>(null);

    public Task<NeedDone?> TakeBack(string? key) => Of(key) is { } socket ? socket.TakeBack(key!) : Task.FromResult<NeedDone?>(null);

    private INeedsSomebody? Of(string? key) => key is null ? null : sockets.FirstOrDefault(s => key.StartsWith(s.Kind + "-", StringComparison.Ordinal));
}
