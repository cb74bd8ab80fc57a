using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages;

/// <summary>Whom a sentence speaks of: tokens from <paramref name="From"/> to before <paramref name="To"/>.</summary>
internal readonly record struct Subject(Actor Actor, int From = -1, int To = -1)
{
    public string? In(string text, List<Token> tokens) => From < 0 || To <= From ? null : text[tokens[From].Start..tokens[To - 1].End];
}

/// <summary>Finds the subject before the verb, or behind it where something else stands first.</summary>
internal sealed class Subjects(LanguageRules rules)
{
    private readonly PromiseWords _words = rules.Promise;

    public bool IsOurs(List<Token> tokens, int i) => i >= 0 && i < tokens.Count && KindAt(tokens, i) is Actor.We or Actor.Own;

    public Subject Of(List<Token> tokens, int from, int verb, int after)
    {
        if (verb > from && IsOurs(tokens, verb - 1)) return KindAt(tokens, verb - 1) is Actor.We ? new Subject(Actor.We) : At(tokens, from, verb - 1);
        // "In May shall the board": behind the verb, with at most an article between
        for (var i = after; i < tokens.Count && i < after + 2; i++)
            if (IsOurs(tokens, i)) return At(tokens, after, i);
        var found = new Subject(Actor.None);
        var adverbial = _words.Prepositions.At(tokens, from) > 0;
        for (var i = from; i < verb; i++)
        {
            var kind = KindAt(tokens, i);
            if (kind is Actor.None || kind is Actor.Everybody && i != verb - 1) continue;
            found = kind is Actor.We ? new Subject(Actor.We) : At(tokens, from, i);
            if (!adverbial) break;
        }
        return found;
    }

    /// <summary>"by the board", after a passive.</summary>
    public string? Agent(string text, List<Token> tokens, int from)
    {
        for (var i = from; i < tokens.Count; i++)
        {
            if (!tokens[i].Is(_words.Agent)) continue;
            for (var j = i + 1; j < tokens.Count && j < i + 4; j++)
                if (KindAt(tokens, j) is Actor.Own) return text[tokens[i + 1].Start..tokens[j].End];
        }
        return null;
    }

    private Subject At(List<Token> tokens, int least, int at)
    {
        var start = at;
        while (start > least && tokens[start - 1].IsWord && !tokens[start - 1].StartsWithDigit && _words.Prepositions.At(tokens, start - 1) == 0
            && _words.Openers.At(tokens, start - 1) == 0) start--;
        return new Subject(KindAt(tokens, at), start, at + 1);
    }

    private Actor KindAt(List<Token> tokens, int i)
    {
        if (!tokens[i].IsWord) return Actor.None;
        if (_words.We.At(tokens, i) > 0) return Actor.We;
        if (_words.Others.At(tokens, i) > 0) return Actor.Other;
        if (_words.Members.At(tokens, i) > 0) return Actor.Members;
        if (_words.Everybody.At(tokens, i) > 0) return Actor.Everybody;
        return rules.Promise.Own.Match(tokens[i].Lower) && !EndsOther(tokens, i) ? Actor.Own : Actor.None;
    }

    // the council of "the city council" is not ours
    private bool EndsOther(List<Token> tokens, int i)
    {
        for (var length = 2; length <= 3 && length <= i + 1; length++)
            if (_words.Others.At(tokens, i - length + 1) == length) return true;
        return false;
    }
}
