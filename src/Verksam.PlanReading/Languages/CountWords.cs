using System.Collections.Frozen;
using System.Globalization;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages;

/// <summary>The words of a language for how many and how much more.</summary>
internal sealed class CountWords
{
    private FrozenDictionary<string, decimal> _numbers = FrozenDictionary<string, decimal>.Empty;

    /// <summary>A word and its value, one a line.</summary>
    public required string Numbers
    {
        init => _numbers = WordList.Lines(value).Select(WordList.Split)
            .ToFrozenDictionary(p => p[0], p => decimal.Parse(p[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    /// <summary>"a", "one": counts only before what is held or made one by one.</summary>
    public required FrozenSet<string> Articles { get; init; }

    /// <summary>What is counted one by one besides events.</summary>
    public required Endings Things { get; init; }

    public required Phrases AtLeast { get; init; }

    public required Phrases AtMost { get; init; }

    public required Phrases Each { get; init; }

    public required Phrases Percent { get; init; }

    public required Phrases Half { get; init; }

    public required Phrases More { get; init; }

    public required Phrases Less { get; init; }

    /// <summary>"to", before the figure that is to be reached.</summary>
    public required string To { get; init; }

    public decimal? Value(string lower)
    {
        if (_numbers.TryGetValue(lower, out var value)) return value;
        if (lower.Length is 0 or > 12 || !char.IsAsciiDigit(lower[0])) return null;
        var dot = lower.IndexOf('.', StringComparison.Ordinal);
        var plain = dot > 0 && lower.Length - dot == 4 ? lower.Replace(".", "", StringComparison.Ordinal) : lower;
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) ? value : null;
    }
}
