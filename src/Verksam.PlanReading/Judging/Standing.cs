using System.Collections.Frozen;
using Verksam.PlanReading.Sentences;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Judging;

/// <summary>What is done in the end, where the first verb only says that one tries or goes on, and whether that ever ends.</summary>
internal static class Standing
{
    // "arbeta för att öka", "försöka få", "fortsätta bevaka": the verb that follows says what is done
    private static readonly FrozenSet<string> _efforts = WordList.Set("arbeta jobba verka sträva eftersträva försöka fortsätta börja");

    private static readonly FrozenSet<string> _light =
        WordList.Set("fortsätta utveckla vidareutveckla driva bedriva hålla ha föra lyfta bygga intensifiera fördjupa förbättra genomföra skapa erbjuda bilda knyta uppmärksamma belysa synliggöra");

    // what goes on for as long as there is an organisation
    private static readonly Endings _works = new(WordList.Split("""
        samarbete samarbetet samarbeten samverkan verksamhet verksamheten arbete arbetet dialog dialogen kontakt kontakten kontakter
        kontakterna relation relationen relationer relationerna engagemang engagemanget bevakning bevakningen kampen fråga frågan frågor
        frågorna kunskap kunskapen kunskaper information informationen perspektiv perspektiven opposition oppositionen opinion opinionsbildning gemenskap
        gemenskapen front närvaro stöd stödet synpunkter synpunkterna budskap budskapet informerad informerade ansvar ansvaret
        atmosfär klimat trivsel trygghet delaktighet förståelse intresse fostran möjlighet möjligheter kvalitet
        uppdaterad uppdaterade uppdaterat
        """));

    private static readonly FrozenSet<string> _always = WordList.Set("ständigt alltid jämt fortlöpande löpande kontinuerligt");

    private static readonly FrozenSet<string> _ends = WordList.Set("slutföra avsluta påbörja starta färdigställa fullfölja");

    private static readonly FrozenSet<string> _arranged =
        WordList.Set("anordna arrangera ordna hålla genomföra bjuda erbjuda ha starta utbilda");

    /// <summary>The verb that says what is done, and where it stands.</summary>
    public static (Verb Verb, int At)? Doing(List<Token> tokens)
    {
        var at = First(tokens);
        if (at < 0 || Verbs.Find(tokens[at].Lower) is not { } verb) return null;
        while (_efforts.Contains(verb.Lemma) && Next(tokens, at) is > 0 and var next)
            (at, verb) = (next, Verbs.Find(tokens[next].Lower)!.Value);
        return (verb, at);
    }

    /// <summary>Whether a verb says that something is held or arranged.</summary>
    public static bool IsArranged(Verb verb) => _arranged.Contains(verb.Lemma);

    /// <summary>"driva kampen", "fortsätta samarbetet", "ständigt följa": a work without end.</summary>
    public static bool IsWork(List<Token> tokens) => Doing(tokens) is { } doing
        ? IsOfWork(tokens, doing.Verb) || _light.Contains(doing.Verb.Lemma) && HasWork(tokens, doing.At + 1, doing.Verb.Lemma)
            || tokens.Exists(t => _always.Contains(t.Lower)) && !_arranged.Contains(doing.Verb.Lemma)
        : tokens.Count > 1 && HasWork(tokens, 0, "");

    // "Arbetet ska bedrivas öppet": how the work is done, whenever it is done
    private static bool IsOfWork(List<Token> tokens, Verb verb) =>
        Predicate.Find(tokens) is { Modal.Use: ModalUse.Plain, Infinitive: not null } predicate
            && (predicate.At == 1 || SmallWords.IsPreposition(tokens[1].Lower)) && _works.Match(tokens[0].Lower)
            && (verb.Is(VerbForm.PassiveInfinitive) && verb.Sense is not VerbSense.Change && !_ends.Contains(verb.Lemma) || verb.Lemma is "fortsätta");

    private static int First(List<Token> tokens)
    {
        var opening = Opening.VerbAt(tokens);
        if (Predicate.Find(tokens) is not { } predicate || opening?.At < predicate.At) return opening?.At ?? -1;
        return predicate.InfinitiveAt > 0 ? predicate.InfinitiveAt : predicate.Modal is null or { Word: "fortsätter" } ? predicate.At : -1;
    }

    // within "för att", "efter att" or right behind
    private static int Next(List<Token> tokens, int at)
    {
        for (var i = at + 1; i < tokens.Count && i < at + 5; i++)
        {
            if (Verbs.Find(tokens[i].Lower) is { } verb && verb.Is(VerbForm.Infinitive)
                && (i == at + 1 || tokens[i - 1].Is("att") || tokens[i - 2].Is("att"))) return i;
            if (!tokens[i].IsWord || tokens[i].Lower is "genom" or "med" or "som") return -1;
        }
        return -1;
    }

    // the object ends where a preposition or a clause begins
    private static bool HasWork(List<Token> tokens, int from, string lemma)
    {
        // "fortsätta med tillsynen"
        if (lemma is "fortsätta" && from < tokens.Count && tokens[from].Is("med")) from++;
        for (var i = from; i < tokens.Count && i < from + 8 && tokens[i].IsWord; i++)
        {
            if (SmallWords.IsPreposition(tokens[i].Lower) || tokens[i].Lower is "att" or "som") return false;
            // "genomföra våra aktiviteter": those we have anyway
            if (tokens[i].Lower is "våra" or "sina" && i + 1 < tokens.Count && tokens[i + 1].Lower is "aktiviteter" or "arrangemang" or "möten")
                return true;
            if (!_works.Match(tokens[i].Lower)) continue;
            // an information that is held or made is a meeting or a thing
            return !tokens[i].Lower.StartsWith("information", StringComparison.Ordinal);
        }
        return false;
    }
}
