using Verksam.PlanReading.Languages.Danish;
using Verksam.PlanReading.Languages.English;
using Verksam.PlanReading.Languages.Norwegian;
using Verksam.PlanReading.Lines;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages;

/// <summary>Tells the language of a plan by its little words. Swedish unless another is clear.</summary>
internal static class Tongues
{
    /// <summary>The code of the language that has a reader of its own and is not in the tables here.</summary>
    public const string Swedish = "sv";

    // a plan shows its language in its first pages
    private const int LookAt = 20_000;
    private const int Few = 3;

    private static readonly LanguageRules[] _all = [NorwegianRules.Rules, DanishRules.Rules, EnglishRules.Rules];

    private static readonly System.Collections.Frozen.FrozenSet<string> _swedish =
        WordList.Set("och att vi är som för från inte ska skall har av på ett med det bör kommer även också verksamheten föreningen styrelsen år efter under");

    /// <summary>The rules for a plan whose lines are known; null for Swedish.</summary>
    public static LanguageRules? Of(List<Line> lines)
    {
        var length = 0;
        return Of(string.Join('\n', lines.TakeWhile(l => (length += l.Text.Length) - l.Text.Length < LookAt).Select(l => l.Text)));
    }

    /// <summary>The rules for a text; null for Swedish.</summary>
    public static LanguageRules? Of(string text)
    {
        var tokens = Tokens.Of(text.Length > LookAt ? text[..LookAt] : text);
        var counts = new int[_all.Length];
        var swedish = 0;
        foreach (var token in tokens)
        {
            if (_swedish.Contains(token.Lower)) swedish++;
            for (var i = 0; i < _all.Length; i++)
                if (_all[i].Marks.Contains(token.Lower)) counts[i]++;
        }
        var best = Array.IndexOf(counts, counts.Max());
        return counts[best] >= Few && counts[best] > swedish ? _all[best] : null;
    }
}
