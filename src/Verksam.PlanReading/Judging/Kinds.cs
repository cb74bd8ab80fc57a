using System.Collections.Frozen;
using Verksam.PlanReading.Sentences;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Judging;

/// <summary>Tells activities, goals, duties and encouragements apart.</summary>
internal static class Kinds
{
    private static readonly FrozenSet<string> _states =
        WordList.Set("vara ha finnas bli nå uppnå öka minska växa få fördubbla halvera sluta landa höja sänka gå kunna");

    private static readonly FrozenSet<string> _becoming = WordList.Set("""
        känd kända känt synlig synliga synligt tydlig tydliga tydligare tillgänglig tillgängliga attraktiv attraktiva bättre starkare
        större mer mera enklare lättare öppnare tryggare
        """);

    // "se till", "lägga vikt vid", "ge stöd", "ta del": duties made of a common verb and its company
    private static readonly string[] _duties =
        ["se till", "ser till", "vikt ska", "vikt läggs", "fokus ska", "läggas vid", "ge stöd", "ger stöd", "ta ansvar", "hålla kontakt",
            "håller kontakt", "hålls uppdaterad", "ha dialog", "har ansvar",
         "ett tydligt ansvar", "ansvar för ", "präglas av", "kännetecknas av", "genomsyra", "driva fråg", "verka för ", "arbeta för ",
             "arbetar för ", "bli bättre på", "stå till", "ställa upp", "användning", "finnas på plats", "fokus ligg", "tyngdpunkt",
             "berätta om", "rikta sig", "ta del av", "tar del av",
         "ta ställning", "tar ställning", "förutsättningar", "söka samarbete", "skapa intresse", "skapa trivsel", "aktualisera"];

    public static CommitmentKind Of(Passage passage, Verdict verdict, MeasureFound? measure, DueFound? due)
    {
        var lower = passage.Text.InLower();
        var predicate = Predicate.Find(passage.Tokens);
        if (verdict.Modality is Modality.Encouraged) return CommitmentKind.Encouragement;
        if (predicate is not null && verdict.Modality is Modality.Should
            && Subject.Of(passage.Tokens, predicate.At).Actor is Actor.Members) return CommitmentKind.Encouragement;
        if (IsGoal(passage, verdict, lower, predicate, measure)) return CommitmentKind.Goal;
        return verdict.Reasons[0].Code is "responsible" || Standing.IsWork(passage.Tokens) || IsDuty(passage, lower, predicate, due) ? CommitmentKind.Duty : CommitmentKind.Activity;
    }

    private static bool IsGoal(Passage passage, Verdict verdict, string lower, Predicate? predicate, MeasureFound? measure)
    {
        if (verdict.Reasons[0].Code is "goal" or "aim")
            return !(verdict.Reasons[0].Code is "goal" && passage.LeadIn is null && predicate is null
            && Opening.VerbAt(passage.Tokens) is { Verb.Sense: VerbSense.Action });
        if (passage.LeadIn is { IsGoal: true } || lower.Contains("mål är att", StringComparison.Ordinal)) return true;
        if (IsChange(passage.Tokens, predicate)) return true;
        if (measure?.Direction is MeasureDirection.Increase or MeasureDirection.Decrease && IsAboutAmount(passage.Tokens)
            && Opening.VerbAt(passage.Tokens) is not { Verb.Sense: VerbSense.Duty }) return true;
        if (predicate?.Modal is not { } modal || modal.Modality is Modality.Encouraged) return false;
        if (modal.Word is "hoppas" or "siktar" or "önskar" || passage.Tokens[0].Is("fler")) return true;
        if (predicate.Infinitive is not { } verb || !_states.Contains(verb.Lemma)) return false;
        return IsState(passage.Tokens, predicate, verb, lower, measure);
    }

    // "Öka deltagandet", "arbeta för att minska avhoppen", "göra klubben känd", "Fler ledare"
    private static bool IsChange(List<Token> tokens, Predicate? predicate)
    {
        if (Standing.Doing(tokens) is not { } doing)
            return predicate is null && tokens.Count > 0 && tokens[0].Lower is "ökad" or "ökat" or "ökade" or "minskad" or "minskat" or "minskade" or "fler";
        if (predicate?.Modal is null && doing.Verb is { Sense: VerbSense.Change, Form: VerbForm.Infinitive, Lemma: not "få" }) return true;
        if (doing.At > 0 && tokens[doing.At - 1].Is("att") && doing.Verb is { Sense: VerbSense.Change, Lemma: not "få" }) return true;
        var after = tokens.Skip(doing.At + 1).TakeWhile(t => t.IsWord).Take(5).ToList();
        return doing.Verb.Lemma is "få" && after.Exists(t => t.Is("fler"))
            || doing.Verb is { Lemma: "göra" } && doing.Verb.Is(VerbForm.Infinitive) && after.Exists(t => _becoming.Contains(t.Lower));
    }

    // whole words: "rörelse tillsammans" is no "se till"
    private static bool HasDuty(string lower) =>
        Array.Exists(_duties, d => lower.StartsWith(d, StringComparison.Ordinal) || lower.Contains(" " + d, StringComparison.Ordinal));

    // "hitta former för att ge stöd": what it is for is no part of what is done
    private static string WithoutPurpose(string lower)
    {
        foreach (var purpose in (ReadOnlySpan<string>)[" för att ", " så att "])
            if (lower.IndexOf(purpose, StringComparison.Ordinal) is > 0 and var at) lower = lower[..(at + purpose.Length - 3)];
        return lower;
    }

    private static bool IsAboutAmount(List<Token> tokens) =>
        tokens.Exists(t => t.Lower.StartsWith("antal", StringComparison.Ordinal) || t.Lower.StartsWith("andel", StringComparison.Ordinal)
            || t.Lower is "öka" or "ökas" or "minska" or "fördubblas" or "fler" or "halverat" or "ökar");

    // to be, have or reach something is a goal; to be somewhere, to have a meeting, to go on a course is not
    private static bool IsState(List<Token> tokens, Predicate predicate, Verb verb, string lower, MeasureFound? measure)
    {
        var next = predicate.InfinitiveAt + 1 < tokens.Count ? tokens[predicate.InfinitiveAt + 1] : default;
        if (HasDuty(WithoutPurpose(lower))) return false;
        return verb.Lemma switch
        {
            "vara" => !(next.Lower is "aktiva" or "synliga" or "med" or "öppen" or "öppet" or "tillgängliga" or "valda" or "värd"),
            "ha" => !Standing.IsWork(tokens) && next.Lower is not ("möte" or "möten" or "blivit" or "dialog" or "kontakt" or "öppet"),
            "finnas" => !lower.StartsWith("det ", StringComparison.Ordinal),
            "få" => next.Is("igenom"),
            "gå" => next.Lower is "upp" or "ihop" or "runt",
            "kunna" => false,
            _ => measure is not null || verb.Sense is VerbSense.Change,
        };
    }

    // "få igång en cirkel", "arbeta fram en plan": the particle makes a doing of it
    private static bool IsBrought(List<Token> tokens) =>
        Standing.Doing(tokens) is { Verb.Lemma: "få" or "arbeta" } doing && doing.At + 1 < tokens.Count
            && tokens[doing.At + 1].Lower is "igång" or "fram" or "till";

    private static bool IsDuty(Passage passage, string lower, Predicate? predicate, DueFound? due)
    {
        if (IsBrought(passage.Tokens)) return false;
        if (HasDuty(WithoutPurpose(lower))) return true;
        if (predicate?.Modal is { Word: "uppmuntras" or "ansvarar" or "svarar" or "eftersträvar" or "strävar" }
            || (due is null && lower.Contains("vid behov", StringComparison.Ordinal))) return true;
        if (predicate?.Modal is { Word: "behöver" } && predicate.Infinitive is not { Sense: VerbSense.Action, Lemma: not "ske" })
            return true;
        if (Opening.VerbAt(passage.Tokens) is { Verb.Sense: VerbSense.Duty, At: var at } && (predicate is null || at < predicate.At))
            return true;
        if (due is null && (predicate?.Infinitive ?? predicate?.Verb) is { Lemma: "ske" } && predicate?.Modal is not { Word: "kommer" })
            return true;
        if (predicate is { Modal: { } modal } && predicate.Infinitive is { } verb) return ByVerb(passage, verb, modal.Word, lower);
        if (predicate?.Verb is { } present) return IsStanding(present, passage, due);
        if (passage.LeadIn is { IsTask: true } && due is null && !passage.Tokens.Exists(t => Numbers.Value(t.Lower) is not null))
            return true;
        return Opening.VerbAt(passage.Tokens) is { } opening
            && (opening.Verb.Sense is VerbSense.Duty || opening.Verb.Lemma is "driva" or "möjliggöra"
            || opening.Verb.Lemma is "ha" or "berätta" || Continued(passage.Tokens, opening.At));
    }

    // "Fortsätta att bevaka": what is continued decides
    private static bool Continued(List<Token> tokens, int at)
    {
        if (!tokens[at].Lower.StartsWith("fortsätt", StringComparison.Ordinal)) return false;
        for (var i = at + 1; i < tokens.Count && i < at + 4; i++)
            if (Verbs.Find(tokens[i].Lower) is { } verb && verb.Is(VerbForm.Infinitive)) return verb.Sense is VerbSense.Duty;
        return false;
    }

    private static bool ByVerb(Passage passage, Verb verb, string modal, string lower)
    {
        var isEach = lower.StartsWith("varje", StringComparison.Ordinal) || lower.StartsWith("alla", StringComparison.Ordinal);
        if (isEach && (verb.Is(VerbForm.PassiveInfinitive) || verb.Lemma is "ha")) return true;
        if (verb.Lemma is "kunna" && modal is "räknar" or "hoppas" or "vill" or "önskar") return false;
        if (verb.Lemma is "kunna" or "få" or "finnas" or "handla" or "vara" && !lower.Contains("vara aktiva", StringComparison.Ordinal))
            return true;
        if (verb.Lemma is "ske" && passage.Tokens.Exists(t => t.Lower is "samarbete" or "kommunikation")) return true;
        return verb.Sense is VerbSense.Duty && (modal is not "kommer" || verb.Lemma is "uppmuntra" or "stödja" or "verka" or "arbeta");
    }

    private static bool IsStanding(Verb verb, Passage passage, DueFound? due)
    {
        if (Subject.Of(passage.Tokens, Predicate.Find(passage.Tokens)!.At).Actor is Actor.Members && verb.Is(VerbForm.PassivePresent))
            return true;
        if (verb.Sense is VerbSense.Duty) return due is not { From: not null, Every: null };
        // without a time, a passive is the way one works: "Motioner förankras hos medlemmarna"
        return verb.Lemma is "följa" or "erbjuda" or "kalla" or "meddela" or "ge" && passage.LeadIn is null && due?.From is null;
    }
}
