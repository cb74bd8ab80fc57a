using System.Collections.Frozen;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Sentences;

/// <summary>How an item begins: with an infinitive, an imperative, or an adverb and then its verb.</summary>
internal static class Opening
{
    // imperatives that are no common nouns
    private static readonly FrozenSet<string> _imperatives = WordList.Set("""
        ordna skapa se ta ge gör håll bygg skriv sök lägg undersök kartlägg genomför fortsätt utveckla öka minska inför informera uppdatera
        anordna arrangera planera starta utse köp bjud erbjud delta verka arbeta följ sprid förbättra förbered upprätta länka publicera
        hitta värva kontakta utbilda fixa rensa måla städa reparera förnya inventera samla
        """);

    // infinitives that are nouns as well
    private static readonly FrozenSet<string> _nouns =
        WordList.Set("""
        resa hälsa hyra lära låta sända fira måla byta söka gräva fixa spela fråga skola träna mässa lista utställa cykla visa stå gå
        se få bo segla
        """);

    // imperatives that a plan addresses to its reader
    private static readonly FrozenSet<string> _toReader =
        WordList.Set("kom hör läs se kontakta mejla maila ring anmäl välkommen följ besök gilla");

    /// <summary>The verb an item begins with; null when it begins otherwise.</summary>
    public static (Verb Verb, int At)? VerbAt(List<Token> tokens)
    {
        var i = AfterName(tokens);
        if (i < tokens.Count && tokens[i].Is("att")) i++;
        while (i < tokens.Count && i < 3 && IsBefore(tokens[i].Lower) && i + 1 < tokens.Count) i++;
        if (i >= tokens.Count || !tokens[i].IsWord) return null;
        if (Within(tokens, i) is { } later) return later;
        if (Between(tokens, i) is { } parted) return parted;
        var lower = tokens[i].Lower;
        if (Verbs.Find(lower) is { } verb && verb.Is(VerbForm.Infinitive)) return (verb, i);
        if (i > 0 && tokens[0].Is("att") && lower.EndsWith('a') && lower.Length > 4)
            return (new Verb(lower, VerbSense.Action, VerbForm.Infinitive), i);
        return i == 0 && _imperatives.Contains(lower)
            ? (Verbs.Find(lower + "a") ?? new Verb(lower, VerbSense.Action, VerbForm.Infinitive), i) : null;
    }

    // "Klubbstugan: Måla fasaden": what it is about stands before
    private static int AfterName(List<Token> tokens)
    {
        var colon = tokens.FindIndex(0, Math.Min(3, tokens.Count), t => t.Is(":"));
        return colon > 0 && colon + 1 < tokens.Count && tokens[colon + 1].IsCapital && tokens[colon + 1].Start > tokens[colon].End
            && IsVerb(tokens, colon + 1) ? colon + 1 : 0;
    }

    // "Med föredrag och cirklar öka kunskapen": an infinitive of its own, before any finite verb
    private static (Verb Verb, int At)? Within(List<Token> tokens, int from)
    {
        if (tokens[0].Is("att") || IsVerb(tokens, from)) return null;
        for (var i = from; i < tokens.Count && i < 20; i++)
        {
            if (tokens[i].Lower is "att" or "som" or ":" or "." || Modals.Find(tokens[i].Lower) is not null) return null;
            if (Verbs.Find(tokens[i].Lower) is { } finite && finite.Is(VerbForm.Finite) && tokens[i].Lower is not "inför") return null;
            if (i > from && IsVerb(tokens, i) && !_nouns.Contains(tokens[i].Lower) && !SmallWords.IsPreposition(tokens[i - 1].Lower)
                && !SmallWords.IsDeterminer(tokens[i - 1].Lower))
                return (Verbs.Find(tokens[i].Lower)!.Value, i);
        }
        return null;
    }

    // "att efter varje match duka fram fika": an adverbial between the mark and its infinitive
    private static (Verb Verb, int At)? Between(List<Token> tokens, int from)
    {
        if (!tokens[0].Is("att") || IsVerb(tokens, from) || !SmallWords.IsPreposition(tokens[from].Lower) && !SmallWords.IsAdverb(tokens[from].Lower)
            && tokens[from].Lower is not ("minst" or "snabbt")) return null;
        for (var i = from + 1; i < tokens.Count && i < 14; i++)
        {
            if (!tokens[i].IsWord || tokens[i].Lower is "att" or "som" || Modals.Find(tokens[i].Lower) is not null) return null;
            if (IsVerb(tokens, i) && !_nouns.Contains(tokens[i].Lower) && !SmallWords.IsPreposition(tokens[i - 1].Lower)
                && !SmallWords.IsDeterminer(tokens[i - 1].Lower)) return (Verbs.Find(tokens[i].Lower)!.Value, i);
        }
        return null;
    }

    private static bool IsVerb(List<Token> tokens, int i) => Verbs.Find(tokens[i].Lower) is { } verb && verb.Is(VerbForm.Infinitive);

    public static bool AddressesReader(List<Token> tokens) => tokens.Count > 0 && _toReader.Contains(tokens[0].Lower)
        && !(tokens.Count > 1 && tokens[1].Lower is "till" or "över" or "upp");

    /// <summary>"Se hemsidan", "Se bilaga 2": what is to be read there, not done.</summary>
    public static bool PointsElsewhere(List<Token> tokens) =>
        tokens.Count > 1 && tokens[0].Is("se") && !tokens.Skip(1).Take(4).Any(t => t.Lower is "till" or "över" or "ut" or "fram");

    private static bool IsBefore(string lower) =>
        lower is "inte" or "ej" or "aktivt" or "fortsatt" or "även" or "också" or "bättre" or "gärna" or "kontinuerligt" or "löpande"
            or "regelbundet" or "i" or "gemensamt" or "tillsammans" or "allmänt" or "särskilt" or "om" or "möjligt" or "årligen";
}
