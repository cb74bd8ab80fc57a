using System.Collections.Frozen;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages;

/// <summary>A table of words and phrases, parted by commas: known by its first word, so that a look-up costs the same however long it is.</summary>
internal sealed class Phrases(string table)
{
    private readonly FrozenDictionary<string, string[][]> _byFirst = table
        .Split(',', StringSplitOptions.RemoveEmptyEntries).Select(WordList.Split).Where(p => p.Length > 0)
        .GroupBy(p => p[0], StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>How many tokens from a place are one of the phrases; 0 when they are none.</summary>
    public int At(List<Token> tokens, int at)
    {
        if (at < 0 || at >= tokens.Count || !_byFirst.TryGetValue(tokens[at].Lower, out var phrases)) return 0;
        return Array.Find(phrases, p => Stands(p, tokens, at))?.Length ?? 0;
    }

    /// <summary>Where the first of the phrases stands, before <paramref name="to"/>; -1 when none does.</summary>
    public int Find(List<Token> tokens, int from = 0, int to = int.MaxValue)
    {
        for (var i = Math.Max(0, from); i < tokens.Count && i < to; i++)
            if (At(tokens, i) > 0) return i;
        return -1;
    }

    public bool In(List<Token> tokens) => Find(tokens) >= 0;

    private static bool Stands(string[] phrase, List<Token> tokens, int at)
    {
        if (at + phrase.Length > tokens.Count) return false;
        for (var i = 1; i < phrase.Length; i++)
            if (!tokens[at + i].Is(phrase[i])) return false;
        return true;
    }
}
