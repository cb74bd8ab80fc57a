using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages;

/// <summary>Finds the count, share or change that a promise states, with the tables of a language.</summary>
internal sealed class Counting(LanguageRules rules)
{
    private readonly CountWords _words = rules.Count;

    /// <param name="due">The words that say when: their figures count nothing, but "twice a year" does.</param>
    public MeasureFound? Find(string text, string? due, bool isAim)
    {
        var tokens = Tokens.Of(text.Length > 600 ? text[..600] : text);
        var at = due is null ? -1 : text.IndexOf(due, StringComparison.Ordinal);
        var (from, to) = at < 0 ? (-1, -1) : (at, at + due!.Length);
        var stated = Enumerable.Range(0, tokens.Count).Where(i => tokens[i].Start < from || tokens[i].Start >= to)
            .Select(i => Stated(text, tokens, i, isAim)).FirstOrDefault(found => found is not null);
        return stated ?? Change(text, tokens) ?? (isAim ? null : Single(text, tokens, from, to)) ?? Each(text, tokens, from, to) ?? Times(text, tokens, from, to);
    }

    private MeasureFound? Stated(string text, List<Token> tokens, int i, bool isAim)
    {
        if (Figure(tokens, i) is not { } figure) return null;
        var (value, next) = figure;
        if (_words.AtMost.At(tokens, i - 1) > 0 || Ends(_words.AtMost, tokens, i)) return null;
        // "from 81 to 85": the second is the one to reach
        if (next + 1 < tokens.Count && tokens[next].Is(_words.To) && tokens[next + 1].StartsWithDigit) return null;
        var isShare = next < tokens.Count && _words.Percent.At(tokens, next) > 0;
        if (!isShare && (next >= tokens.Count || !tokens[next].IsWord || rules.Time.Month(tokens[next].Lower) is not null) && !IsMoney(tokens, i)) return null;
        var reaches = i > 0 && tokens[i - 1].Is(_words.To);
        var change = reaches ? null : Direction(tokens, i);
        var direction = change is { } c && (isShare || IsBy(tokens, i)) ? c
            : isShare || reaches && Direction(tokens, i) is not null || Ends(_words.AtLeast, tokens, i) || isAim || IsRange(tokens, i)
                ? MeasureDirection.AtLeast : MeasureDirection.Exactly;
        return new MeasureFound(What(text, tokens, isShare ? i : next), direction, value, null);
    }

    // 4–6, 20,000, 2,5: several tokens, one figure
    private (decimal Value, int Next)? Figure(List<Token> tokens, int i)
    {
        var lower = tokens[i].Lower;
        if (_words.Articles.Contains(lower) || _words.Value(lower) is not { } value || Numbers.Year(lower) is not null) return null;
        if (i > 0 && (rules.Time.Week.At(tokens, i - 1) > 0 || tokens[i - 1].Lower is "/" or "kl" or "§" || rules.Time.Month(tokens[i - 1].Lower) is not null)) return null;
        var next = i + 1;
        while (next + 1 < tokens.Count && tokens[next].Is(",") && tokens[next].Start == tokens[next - 1].End && tokens[next + 1].Start == tokens[next].End
            && _words.Value(tokens[next + 1].Lower) is { } part)
        {
            var digits = tokens[next + 1].Lower.Length;
            if (digits > 6 || value > 1_000_000_000) return null;
            value = rules.Code == "en" && digits == 3 ? (value * 1000) + part : value + (part / (decimal)Math.Pow(10, digits));
            next += 2;
        }
        // "10 000" in Norwegian
        if (next < tokens.Count && tokens[next].Lower is { Length: 3 } rest && tokens[next].StartsWithDigit && lower.Length < 4 && _words.Value(rest) is { } low
            && value < 1_000_000) (value, next) = ((value * 1000) + low, next + 1);
        if (next + 1 < tokens.Count && tokens[next].Lower is "–" or "-" && _words.Value(tokens[next + 1].Lower) is not null) next += 2;
        if (next < tokens.Count && tokens[next].Is(".") && next + 1 < tokens.Count && rules.Time.Month(tokens[next + 1].Lower) is not null) return null;
        return (value, next);
    }

    private static bool IsMoney(List<Token> tokens, int i) => i > 0 && tokens[i - 1].Lower is "£" or "€" or "$";

    private static bool IsRange(List<Token> tokens, int i) => i + 2 < tokens.Count && tokens[i + 1].Lower is "–" or "-" && tokens[i + 2].StartsWithDigit;

    // "with 20 …", "by 20 …"
    private static bool IsBy(List<Token> tokens, int i) => i > 0 && tokens[i - 1].Lower is "by" or "med";

    private static bool Ends(Phrases phrases, List<Token> tokens, int i)
    {
        for (var length = 1; length <= 3 && length <= i; length++)
            if (phrases.At(tokens, i - length) == length) return true;
        return false;
    }

    private MeasureDirection? Direction(List<Token> tokens, int before) =>
        _words.More.Find(tokens, 0, before) >= 0 ? MeasureDirection.Increase : _words.Less.Find(tokens, 0, before) >= 0 ? MeasureDirection.Decrease : null;

    // "the number shall be halved", "more women"
    private MeasureFound? Change(string text, List<Token> tokens)
    {
        if (_words.Half.Find(tokens) is >= 0 and var half) return new MeasureFound(What(text, tokens, half), MeasureDirection.Decrease, 50, null);
        return Direction(tokens, int.MaxValue) is { } direction
            ? new MeasureFound(What(text, tokens, Math.Max(_words.More.Find(tokens), _words.Less.Find(tokens)) + 1), direction, null, null) : null;
    }

    private MeasureFound? Each(string text, List<Token> tokens, int from, int to)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
            if ((tokens[i].Start < from || tokens[i].Start >= to) && _words.Each.At(tokens, i) is > 0 and var length && i + length < tokens.Count
                && tokens[i + length].IsWord && !rules.Time.IsUnit(tokens[i + length].Lower))
                return new MeasureFound(What(text, tokens, i + length), MeasureDirection.Exactly, null, null);
        return null;
    }

    // "a course": one is counted among what is held or made one by one, at most two words on
    private MeasureFound? Single(string text, List<Token> tokens, int from, int to)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (!_words.Articles.Contains(tokens[i].Lower) || tokens[i].Start >= from && tokens[i].Start < to) continue;
            for (var j = i + 1; j < tokens.Count && j < i + 4 && tokens[j].IsWord && rules.Promise.Prepositions.At(tokens, j) == 0; j++)
                if (_words.Things.Match(tokens[j].Lower) || rules.Plan.Events.Match(tokens[j].Lower))
                    return new MeasureFound(What(text, tokens, i + 1), MeasureDirection.Exactly, 1, null);
        }
        return null;
    }

    // "twice a year", "at least once a month": a figure within the words that say when
    private MeasureFound? Times(string text, List<Token> tokens, int from, int to)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Start < from || tokens[i].Start >= to || rules.Time.Times.At(tokens, i + 1) == 0 || _words.Value(tokens[i].Lower) is not { } value) continue;
            var atLeast = Ends(_words.AtLeast, tokens, i);
            if (value > 1 || atLeast) return new MeasureFound(What(text, tokens, i + 1), atLeast ? MeasureDirection.AtLeast : MeasureDirection.Exactly, value, null);
        }
        return null;
    }

    private static string What(string text, List<Token> tokens, int at)
    {
        if (at >= tokens.Count) return text.Trim();
        var end = at;
        while (end + 1 < tokens.Count && end < at + 3 && tokens[end + 1].IsWord) end++;
        return text[tokens[at].Start..tokens[end].End];
    }
}
