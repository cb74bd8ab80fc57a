using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Sentences;

/// <summary>The main verb of a sentence, and the verb that follows it when it is a modal.</summary>
/// <param name="At">Which token it is.</param>
/// <param name="Modal">What modal it is, or null.</param>
/// <param name="Verb">What verb it is when it is no modal.</param>
/// <param name="Infinitive">The infinitive after a modal, or null.</param>
/// <param name="InfinitiveAt">Which token that is, or -1.</param>
internal sealed record Predicate(int At, Modal? Modal, Verb? Verb, Verb? Infinitive, int InfinitiveAt)
{
    /// <summary>The first finite verb that no subordinate clause has claimed. Swedish puts it second: what follows is of no
    /// concern.</summary>
    public static Predicate? Find(List<Token> tokens, int from = 0)
    {
        var owed = 0;
        var inClause = false;
        var depth = 0;
        for (var i = from; i < tokens.Count; i++)
        {
            var token = tokens[i];
            depth += token.Is("(") ? 1 : token.Is(")") && depth > 0 ? -1 : 0;
            if (!token.IsWord || depth > 0) continue;
            if (OpensClause(tokens, i, from)) { owed++; continue; }
            if (i == from && IsCondition(tokens, i)) { inClause = true; continue; }
            if (owed > 0 && i > from && tokens[i - 1].Is("som") && token.EndsWith("r")) { owed--; inClause = true; continue; }
            if (!IsFinite(tokens, i)) continue;
            if (owed > 0 && !IsInverted(tokens, i))
            {
                owed--;
                inClause = true;
                // "då budgeten ska tas": the infinitive belongs to the clause, though it bends like a present
                if (Modals.Find(token.Lower) is not null && i + 1 < tokens.Count && Verbs.Find(tokens[i + 1].Lower) is { } next && next.Is(VerbForm.PassiveInfinitive)) i++;
                continue;
            }
            if (inClause && i > from && tokens[i - 1].Lower is "och" or "eller" or "samt") continue;
            return At_(tokens, i);
        }
        return null;
    }

    // "Finns det pengar så köper vi …": a condition without "om"
    private static bool IsCondition(List<Token> tokens, int i)
    {
        if (tokens[i].Lower is not ("finns" or "blir" or "är" or "får" or "kan" or "har" or "behövs" or "vill")) return false;
        for (var j = i + 2; j + 1 < tokens.Count && j < i + 15; j++)
            if (tokens[j].Lower is "så" or "," && IsFinite(tokens, j + 1)) return true;
        return false;
    }

    // "Om ekonomin tillåter anställer vi": the subject behind the verb shows that the clause before it is over
    private static bool IsInverted(List<Token> tokens, int i) =>
        i > 1 && i + 1 < tokens.Count && tokens[i + 1].Is("vi") && !SmallWords.OpensClause(tokens[i - 1].Lower);

    /// <summary>Whether a text says something of somebody: a finite verb with a subject before or after it.</summary>
    public static bool IsSentence(string text)
    {
        var tokens = Tokens.Of(text);
        return Find(tokens) is { } p && tokens.Count > 2 && (p.At > 0 || p.Modal is not null) && IsPlausible(tokens, p);
    }

    /// <summary>"Fortsätta att …", "att …", "Se över …": an item that begins with its verb.</summary>
    public static bool StartsWithVerb(string text)
    {
        var end = Math.Min(text.Length, 60);
        return Opening.VerbAt(Tokens.Of(text[..end])) is not null;
    }

    public static bool TakesResponsibility(string text)
    {
        var tokens = Tokens.Of(text);
        return Find(tokens) is { At: > 0 } p && tokens[p.At].Lower is "ansvarar" or "svarar" && tokens.Skip(p.At).Any(t => t.Is("för"));
    }

    // a guess at a noun that looks like a passive needs company; modals and known verbs do not
    private static bool IsPlausible(List<Token> tokens, Predicate p) =>
        p.Modal is not null || tokens.Count > 3 || p.At == tokens.Count - 1 || tokens[^1].Is(".");

    private static Predicate At_(List<Token> tokens, int i)
    {
        var modal = Modals.Find(tokens[i].Lower);
        var (infinitive, at) = modal is null ? (null, -1) : InfinitiveAfter(tokens, i);
        return new Predicate(i, modal, modal is null ? Verbs.Find(tokens[i].Lower) : null, infinitive, at);
    }

    private static (Verb?, int) InfinitiveAfter(List<Token> tokens, int i)
    {
        for (var j = i + 1; j < tokens.Count && j < i + 25; j++)
        {
            if (SmallWords.OpensClause(tokens[j].Lower))
            {
                // "behöver vi som är med bli fler": the clause in between has a verb of its own
                var finite = tokens[j].Is("som") ? tokens.FindIndex(j, t => Verbs.Find(t.Lower) is { } own && own.Is(VerbForm.Finite)) : -1;
                if (finite < 0) return (null, -1);
                j = finite;
                continue;
            }
            if (Verbs.Find(tokens[j].Lower) is { } verb && verb.Is(VerbForm.Infinitive | VerbForm.PassiveInfinitive)
                && !IsNounHere(tokens, j)) return (verb, j);
        }
        return (null, -1);
    }

    private static bool IsFinite(List<Token> tokens, int i)
    {
        if (Modals.Find(tokens[i].Lower) is not null) return !IsNounHere(tokens, i);
        // "Distriktet och klubbar ansvarar": one of two actors, though it bends like a verb
        if (i > 0 && tokens[i - 1].Lower is "och" or "eller" or "samt" && Actors.Of(tokens[i]) is Actor.Own) return false;
        // mostly a preposition
        if (tokens[i].Is("inför") && (i == 0 || Actors.Of(tokens[i - 1]) is Actor.None)) return false;
        return Verbs.Find(tokens[i].Lower) is { } verb && verb.Is(VerbForm.Finite) && !IsNounHere(tokens, i)
            && !IsParticiple(tokens, i, verb) && !IsInName(tokens, i, verb);
    }

    // "en kommer", "alla planer": after a determiner stands a noun, unless the determiner stands alone ("det ska", "alla deltar")
    private static bool IsNounHere(List<Token> tokens, int i) =>
        i > 0 && tokens[i].Is("stadgar") && tokens[i - 1].EndsWith("s") || i > 0 && tokens[i - 1].Lower is "en" or "ett" or "vår" or "våra" or "vårt" or "sina" or "sin" or "sitt" or "nya" or "ny" or "egna"
            or "olika" or "två" or "tre" or "fyra" or "fem" or "sex";

    // "Sundets Förenade Byalag": a capital inside a sentence makes a name of a past form
    private static bool IsInName(List<Token> tokens, int i, Verb verb) =>
        verb.Form == VerbForm.Past && tokens[i].IsCapital && i > 0 && tokens[i - 1].IsWord;

    // "den planerade resan", "Ökade bidrag": a past form before a noun is no verb
    private static bool IsParticiple(List<Token> tokens, int i, Verb verb) =>
        verb.Form == VerbForm.Past && tokens[i].EndsWith("de")
            && (i == 0 || SmallWords.IsDeterminer(tokens[i - 1].Lower) || SmallWords.IsPreposition(tokens[i - 1].Lower)
            || tokens[i - 1].Lower is "och" or "av" or "redan" or "mycket"
                || Verbs.Find(tokens[i - 1].Lower) is { Lemma: "bli" or "vara" } || tokens[i - 1].EndsWith("a") && i + 1 < tokens.Count
                && tokens[i - 1].Lower.Length > 4 && tokens[i - 1].EndsWith("ka"));

    private static bool OpensClause(List<Token> tokens, int i, int from)
    {
        var word = tokens[i].Lower;
        if (word is "om" or "innan" or "såvida") return i == from || tokens[i - 1].Is(",");
        if (word is "att") return !IsInfinitiveNext(tokens, i);
        // "Som tack till ledarna ordnas en fest"
        if (word is "som" && i == from && i + 2 < tokens.Count && tokens[i + 1].Is("tack")) return false;
        if (word is "som") return !(i + 1 < tokens.Count
            && tokens[i + 1].Lower is "exempelvis" or "till" or "t.ex" or "en" or "ett" or "vanligt" or "tidigare");
        if (word is "där") return i > from;
        if (word is "då" or "vad" or "hur" or "så") return word is not "så"
            && (i == from ? word is not "då" : tokens[i - 1].Is(",") || word is "hur" or "vad" || IsTime(tokens[i - 1].Lower));
        return SmallWords.OpensClause(word);
    }

    // "i juni då budgeten ska tas"
    private static bool IsTime(string lower) =>
        CalendarWords.Month(lower) is not null || CalendarWords.Season(lower) is not null || CalendarWords.IsWeekday(lower) || Numbers.Year(lower) is not null;

    private static bool IsInfinitiveNext(List<Token> tokens, int i)
    {
        for (var j = i + 1; j < tokens.Count && j < i + 4; j++)
        {
            if (Verbs.Find(tokens[j].Lower) is { } verb && verb.Is(VerbForm.Infinitive | VerbForm.PassiveInfinitive)) return true;
            if (!SmallWords.IsAdverb(tokens[j].Lower) && !tokens[j].EndsWith("t")) return j == i + 1 && tokens[j].EndsWith("era");
        }
        return false;
    }
}
