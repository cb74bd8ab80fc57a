namespace Verksam.Demo;

/// <summary>
/// Chance that falls the same way in every demo. Each part has dice of its own, so that a new part changes nothing for the others.
/// </summary>
internal sealed class Dice(uint seed)
{
    private ulong _state = seed;

    /// <summary>From 0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count)
    {
        // a linear congruential generator modulo 2^64; its high bits are the good ones
        _state = unchecked((_state * 6364136223846793005UL) + 1442695040888963407UL);
        return (int)((_state >> 33) % (uint)count);
    }

    public bool OneIn(int count) => Below(count) == 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public List<T> Shuffled<T>(IEnumerable<T> things)
    {
        var left = things.ToList();
        for (var last = left.Count - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (left[last], left[other]) = (left[other], left[last]);
        }
        return left;
    }
}
