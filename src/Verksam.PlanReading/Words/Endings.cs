using System.Collections.Frozen;

namespace Verksam.PlanReading.Words;

/// <summary>
/// Knows compounds by their last part, with one look-up for each length that an ending can have.
/// An ending of up to four letters is a word of its own, unless it is said to be <paramref name="alsoShort"/>.
/// </summary>
internal sealed class Endings(string[] words, params string[] alsoShort)
{
    private const int LongEnough = 4;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words =
        words.Concat(alsoShort).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly FrozenSet<string> _short = alsoShort.ToFrozenSet(StringComparer.Ordinal);
    private readonly int _longest = words.Concat(alsoShort).Max(w => w.Length);

    public bool Match(string word)
    {
        if (_words.Contains(word)) return true;
        // what stands before the last part has at least two letters
        for (var start = Math.Max(2, word.Length - _longest); start < word.Length; start++)
        {
            var ending = word.AsSpan(start);
            if (ending.Length < LongEnough && _short.Count == 0) return false;
            if (_words.Contains(ending) && (ending.Length >= LongEnough || _short.Contains(ending.ToString()))) return true;
        }
        return false;
    }
}
