using System.Collections.Concurrent;

namespace Verksam.Kernel.Keeping;

/// <summary>
/// What has been worked out since the house was last saved to. All of it goes when the stamp moves, when it has grown too large, and after a
/// minute: what somebody has changed in the database by hand does not move the stamp.
/// </summary>
internal sealed class Shelf(TimeProvider clock)
{
    private const int MostCharacters = 4_000_000;

    // what is not text: a person's rights, a plan's rows
    private const int Thing = 2_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private volatile Things _things = new(0, DateTimeOffset.MinValue);

    public bool TryTake(long stamp, object key, out object? value)
    {
        value = null;
        var things = _things;
        return things.Stamp == stamp && !IsOld(things) && things.Kept.TryGetValue(key, out value);
    }

    /// <summary>A slow request that began before the last save keeps nothing.</summary>
    public void Put(long stamp, object key, object? value)
    {
        var things = _things;
        if (stamp < things.Stamp)
            return;
        if (stamp > things.Stamp || things.Characters > MostCharacters || IsOld(things))
            _things = things = new Things(stamp, clock.GetUtcNow());
        things.Put(key, value);
    }

    // born later than now: the clock was set back, and nobody knows how old it is
    private bool IsOld(Things things) => clock.GetUtcNow() - things.Born is var age && (age > Longest || age < TimeSpan.Zero);

    private sealed class Things(long stamp, DateTimeOffset born)
    {
        private int _characters;

        public long Stamp => stamp;
        public DateTimeOffset Born => born;
        public int Characters => _characters;
        public ConcurrentDictionary<object, object?> Kept { get; } = new();

        public void Put(object key, object? value)
        {
            if (Kept.TryAdd(key, value))
                Interlocked.Add(ref _characters, value switch { string text => text.Length, string[] texts => texts.Sum(t => t.Length), _ => Thing });
        }
    }
}
