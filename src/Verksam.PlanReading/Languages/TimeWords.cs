using System.Collections.Frozen;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages;

/// <summary>The words of a language for when something is due.</summary>
internal sealed class TimeWords
{
    private FrozenDictionary<string, int> _months = FrozenDictionary<string, int>.Empty;
    private FrozenDictionary<string, string> _seasons = FrozenDictionary<string, string>.Empty;

    /// <summary>One row a month, January first: all the words for it.</summary>
    public required string Months
    {
        init => _months = WordList.Lines(value).SelectMany((row, i) => WordList.Split(row).Select(word => (word, i)))
            .ToFrozenDictionary(p => p.word, p => p.i + 1, StringComparer.Ordinal);
    }

    /// <summary>One row a season: vår, sommar, höst or vinter, and then the language's words for it.</summary>
    public required string Seasons
    {
        init => _seasons = WordList.Lines(value).Select(WordList.Split).SelectMany(row => row.Skip(1).Select(word => (word, row[0])))
            .ToFrozenDictionary(p => p.word, p => p.Item2, StringComparer.Ordinal);
    }

    public required FrozenSet<string> Weekdays { get; init; }

    public required FrozenSet<string> Units { get; init; }

    /// <summary>"every", "each", with the ordinals and "other" that may follow.</summary>
    public required Phrases Every { get; init; }

    /// <summary>"monthly", "ongoing", "all year": recurring by themselves.</summary>
    public required Phrases Recurring { get; init; }

    /// <summary>"times", "once", between a count and "a year".</summary>
    public required Phrases Times { get; init; }

    /// <summary>"a", "per", between times and a unit.</summary>
    public required Phrases Per { get; init; }

    /// <summary>"by", "no later than": the last day counts.</summary>
    public required Phrases Until { get; init; }

    /// <summary>"before": the day before is the last.</summary>
    public required Phrases Before { get; init; }

    /// <summary>Other little words that belong to what follows: "in", "on", "during", "the end of".</summary>
    public required Phrases Leading { get; init; }

    /// <summary>"the election", "the season starts", "two weeks": a day only when a word that leads stands before.</summary>
    public required Phrases Moments { get; init; }

    public required Phrases Week { get; init; }

    /// <summary>"and", "to": between two days.</summary>
    public required Phrases Between { get; init; }

    public int? Month(string lower) => _months.TryGetValue(lower, out var month) ? month : null;

    public string? Season(string lower) => _seasons.TryGetValue(lower, out var season) ? season : null;

    public bool IsUnit(string lower) => Units.Contains(lower) || Weekdays.Contains(lower) || Season(lower) is not null || Month(lower) is not null;
}
