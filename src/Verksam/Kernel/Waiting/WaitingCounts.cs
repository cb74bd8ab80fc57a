using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Verksam.Kernel.Waiting;

/// <summary>
/// How many things wait for each, as it was when somebody last counted: for the menu. No page waits for the count; what is older than a minute is counted
/// again behind it, and is there on the next page.
/// </summary>
internal sealed class WaitingCounts(TimeProvider clock)
{
    private const int MostKept = 2_000, MostAsked = 200;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1), Longest = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(Guid Person, string Reach), (int Count, DateTimeOffset At)> _counts = new();
    private readonly ConcurrentDictionary<Guid, bool> _asked = new();
    private readonly Channel<Asked> _line = Channel.CreateBounded<Asked>(new BoundedChannelOptions(MostAsked) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Null as long as nobody has counted, and for those who have no duty.</summary>
    public int? Of(CurrentUser me)
    {
        if (!me.HasDuty)
            return null;
        var (known, age) = (_counts.TryGetValue((me.PersonId, me.Reach), out var kept), clock.GetUtcNow() - kept.At);
        if ((!known || age > Fresh) && _asked.TryAdd(me.PersonId, true))
            _line.Writer.TryWrite(new Asked(me.PersonId, me.Name, me.Grants, me.CameInTwoSteps));
        return known && age < Longest ? kept.Count : null;
    }

    public void Put(CurrentUser me, int count)
    {
        if (_counts.Count > MostKept)
            _counts.Clear();
        _counts[(me.PersonId, me.Reach)] = (count, clock.GetUtcNow());
        _asked.TryRemove(me.PersonId, out _);
    }

    /// <summary>Nobody counts for the person just now: the next page may ask again.</summary>
    public void Leave(Guid person) => _asked.TryRemove(person, out _);

    public IAsyncEnumerable<Asked> Line(CancellationToken cancelled) => _line.Reader.ReadAllAsync(cancelled);

    /// <summary>Whose things are to be counted, by the rights that one had who asked.</summary>
    internal sealed record Asked(Guid Person, string Name, IReadOnlyList<Grant> Grants, bool InTwoSteps);
}
