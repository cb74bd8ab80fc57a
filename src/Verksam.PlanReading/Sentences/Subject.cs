using System.Runtime.InteropServices;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Sentences;

/// <summary>Who or what a sentence is about: the words, and what sort of actor they name.</summary>
/// <param name="From">The first token of the subject; -1 when there is none to be seen.</param>
/// <param name="To">The token after its last.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Subject(Actor Actor, int From, int To)
{
    public static readonly Subject None = new(Actor.None, -1, -1);

    public static Subject Of(List<Token> tokens, int verb, int from = 0)
    {
        if (verb > from && !IsInverted(tokens, from, verb)) return Named(tokens, from, verb);
        return After(tokens, verb);
    }

    // "Under våren ska vi …", "Därför kommer distriktet …": V2 moves the subject behind the verb
    private static bool IsInverted(List<Token> tokens, int from, int verb)
    {
        var first = tokens[from];
        if (first.StartsWithDigit && from + 1 < verb && CalendarWords.Month(tokens[from + 1].Lower) is not null) return true;
        if (first.Is("varje") && from + 1 < verb) return CalendarWords.IsUnit(tokens[from + 1].Lower);
        if (first.Is("den") && from + 1 < verb && tokens[from + 1].StartsWithDigit) return true;
        if (first.Lower is "första" or "andra" or "sista" && from + 1 < verb)
            return tokens[from + 1].Lower is "helgen" or "veckan" or "veckoslutet" or "dagen" || CalendarWords.IsWeekday(tokens[from + 1].Lower);
        if (first.Is("vår") || first.Is("för-en")) return false;
        return SmallWords.OpensAdverbial(first) || (verb + 1 < tokens.Count && tokens[verb + 1].Is("vi"));
    }

    private static Subject After(List<Token> tokens, int verb)
    {
        var from = verb + 1;
        while (from < tokens.Count && (SmallWords.IsAdverb(tokens[from].Lower) || tokens[from].Is("sig"))) from++;
        var to = from;
        while (to < tokens.Count && to - from < 9 && ContinuesName(tokens, from, to)) to++;
        return to == from ? None : Named(tokens, from, to);
    }

    private static bool ContinuesName(List<Token> tokens, int from, int at)
    {
        var token = tokens[at];
        if (token.Is("vi")) return at == from;
        if (at > from && tokens[at - 1].Is("vi")) return false;
        if (!token.IsWord || token.Is("att") || SmallWords.IsAdverb(token.Lower) || SmallWords.OpensClause(token.Lower)) return false;
        if (at > from && Actors.Of(tokens[at - 1]) is Actor.Own && !token.IsCapital && !token.Is("och") && !token.Is("i")
            && !token.Is("län")) return false;
        if (SmallWords.IsPreposition(token.Lower)) return at > from && Actors.Of(tokens[at - 1]) is Actor.Own && token.Is("i")
            && at + 1 < tokens.Count && tokens[at + 1].IsCapital;
        return Verbs.Find(token.Lower) is not { } verb || !verb.Is(VerbForm.Infinitive | VerbForm.PassiveInfinitive | VerbForm.Supine);
    }

    private static Subject Named(List<Token> tokens, int from, int to)
    {
        var head = Head(tokens, from, to);
        while (to > from && (SmallWords.IsAdverb(tokens[to - 1].Lower) || !tokens[to - 1].IsWord)) to--;
        return new Subject(head, from, to);
    }

    // the last actor before a preposition or a relative clause: "Distriktets studieledare", "Representanter från …"
    private static Actor Head(List<Token> tokens, int from, int to)
    {
        var actor = Actor.None;
        var capitals = 0;
        var owns = false;
        for (var i = from; i < to; i++)
        {
            var token = tokens[i];
            if (IsQuantity(token.Lower)) return Actor.None;
            if (i > from && (SmallWords.IsPreposition(token.Lower) || token.Is("som") || token.Is("att"))) break;
            // "Norra Kustens tidning": whose something is, is nobody
            if (i > from && !token.IsCapital && tokens[i - 1].IsCapital && tokens[i - 1].EndsWith("s") && Actors.Of(token) is Actor.None
                && token.Lower is not ("och" or "i" or "län" or "läns" or "kommun")) owns = true;
            capitals = token.IsCapital ? capitals + 1 : token.IsWord ? capitals : 0;
            if (token.Lower is "alla" or "var" or "ingen" && i == from && to == from + 1) return Actor.Everybody;
            if (Actors.Of(token) is not Actor.None and var found) actor = found;
            else if (token.IsWord && i > from && !token.IsCapital && !SmallWords.IsAdverb(token.Lower)
                && token.Lower is not ("och" or "län" or "lokala" or "kommun"))
                actor = i == to - 1 && actor is not Actor.We ? Actor.None : actor;
        }
        return actor is Actor.None && capitals > 1 && !owns ? Actor.Own : actor;
    }

    private static bool IsQuantity(string lower) =>
        lower.StartsWith("antal", StringComparison.Ordinal) || lower.StartsWith("andel", StringComparison.Ordinal);
}
