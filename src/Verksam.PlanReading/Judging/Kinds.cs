using System.Collections.Frozen;
using Verksam.PlanReading.Sentences;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Judging;

/// <summary>Tells activities, goals, duties and encouragements apart.</summary>
internal static class Kinds
{
    private static readonly FrozenSet<string> _states =
        WordList.Set("vara ha finnas behålla bli nå uppnå öka utöka minska växa få fördubbla halvera sluta landa höja sänka gå kunna vinna känna");

    private static readonly FrozenSet<string> _becoming = WordList.Set("""
        känd kända känt synlig synliga synligt tydlig tydliga tydligare tillgänglig tillgängliga attraktiv attraktiva bättre starkare
        större mer mera enklare lättare öppnare tryggare medveten medvetna nöjd nöjda trygg trygga stolt stolta
        """);

    private static readonly Endings _printed = new(WordList.Split("""
        blad bladet bladen folder foldern foldrar foldrarna broschyr broschyren broschyrer tidning tidningen tidningar affisch affischen
        affischer material materialet skrift skriften skrifter rapport rapporten kort vykort
        """));

    private static readonly Endings _documents = new(WordList.Split("""
        program programmet plan planen budget budgeten policy policyn stadga stadgan stadgar stadgarna avtal avtalet handlingsprogrammet
        """));

    private static readonly Endings _roles = new(WordList.Split(
        "stöd behjälplig behjälpliga behjälpligt resurs röst forum bollplank länk remissinstans kontaktperson samtalspartner samtalspart pådrivare"));

    private static readonly FrozenSet<string> _intentions =
        WordList.Set("fokus uppgift prioritet prioritering ambition ambitionen avsikt avsikten planen tanken inriktning inriktningen");

    // "se till", "lägga vikt vid", "ge stöd", "ta del": duties made of a common verb and its company
    private static readonly string[] _duties =
        ["se till", "ser till", "vikt ska", "vikt läggs", "fokus ska", "läggas vid", "ge stöd", "ger stöd", "ta ansvar", "hålla kontakt",
            "håller kontakt", "hålls uppdaterad", "ha dialog", "har ansvar",
         "ett tydligt ansvar", "ansvar för ", "präglas av", "kännetecknas av", "genomsyra", "driva fråg", "verka för ", "arbeta för ",
             "arbetar för ", "bli bättre på", "stå till", "ställa upp", "användning", "finnas på plats", "fokus ligg", "tyngdpunkt",
             "berätta om", "rikta sig", "ta på sig", "tar på sig", "ta till vara", "tas till vara", "tar till vara", "ta tillvara", "tas tillvara", "ge möjlighet", "ger möjlighet",
             "finnas där", "finnas till", "ta hand om", "tar hand om", "söka kontakt", "ge råd", "ger råd", "fungera som", "fungerar som", "fokus på", "sitt fokus", "ta del av", "tar del av",
         "ta ställning", "tar ställning", "förutsättningar", "söka samarbete", "aktualisera", "ligga till grund", "ligger till grund", "stå för ", "står för "];

    public static CommitmentKind Of(Passage passage, Verdict verdict, MeasureFound? measure, DueFound? due)
    {
        var lower = passage.Text.InLower();
        var predicate = Predicate.Find(passage.Tokens);
        if (verdict.Modality is Modality.Encouraged) return CommitmentKind.Encouragement;
        if (predicate is not null && verdict.Modality is Modality.Should
            && Subject.Of(passage.Tokens, predicate.At).Actor is Actor.Members) return CommitmentKind.Encouragement;
        if (Intended(passage, verdict, measure) is { } intended) return Of(intended, verdict with { Reasons = [new Reason("modal", "")] }, measure, due);
        if (predicate is not null && IsHeld(passage.Tokens, predicate)) return CommitmentKind.Activity;
        if (verdict.Reasons[0].Code is "modal" && passage.Chapter.Kind is not ChapterKind.Goals && due is null or { From: null, Every: null } && !IsInTheLongRun(lower) && measure is null && IsAskedOfThing(passage.Tokens, predicate)) return CommitmentKind.Duty;
        if (IsGoal(passage, verdict, predicate, measure, due)) return CommitmentKind.Goal;
        return verdict.Reasons[0].Code is "responsible" || Standing.IsWork(passage.Tokens) || IsDuty(passage, lower, predicate, due) ? CommitmentKind.Duty : CommitmentKind.Activity;
    }

    // "Vår prioritet är att stödja klubbarna", "I uppdraget ingår att stödja klubbarna": an intention is of the kind of what is intended; only an aim is a goal whatever it says
    private static Passage? Intended(Passage passage, Verdict verdict, MeasureFound? measure)
    {
        var isAimed = verdict.Reasons[0] is { Code: "aim" } reason && measure is null && _intentions.Contains(reason.Words);
        if (Predicate.Find(passage.Tokens) is not { } predicate || !isAimed && predicate is not { Verb.Lemma: "ingå" }) return null;
        var that = passage.Tokens.FindIndex(predicate.At, t => t.Is("att"));
        if (that < 0 || that + 1 >= passage.Tokens.Count) return null;
        var said = new Passage(passage.Text[passage.Tokens[that].Start..], passage.Ranges, passage.Block, passage.Chapter);
        return Opening.VerbAt(said.Tokens) is { Verb.Sense: VerbSense.Action or VerbSense.Duty } ? said : null;
    }

    // "Vi ska ha fyra styrelsemöten", "ett av dem bör vara en temakväll"
    private static bool IsHeld(List<Token> tokens, Predicate predicate) =>
        predicate.Infinitive is { Lemma: "ha" or "vara" or "bli" } && tokens.Skip(predicate.InfinitiveAt + 1).Take(4)
            .TakeWhile(t => t.IsWord && !SmallWords.IsPreposition(t.Lower)).Any(t => ItemRules.IsEvent(t.Lower) && !t.EndsWith("utbildning")
                || t.EndsWith("aktivitet") || t.EndsWith("aktiviteter") || t.EndsWith("arrangemang"));

    // "ha en träff varje termin"
    private static bool HoldsEvent(List<Token> tokens, int at) =>
        tokens.Skip(at + 1).Take(4).TakeWhile(t => t.IsWord && !SmallWords.IsPreposition(t.Lower)).Any(t => ItemRules.IsEvent(t.Lower));

    private static bool IsGoal(Passage passage, Verdict verdict, Predicate? predicate, MeasureFound? measure, DueFound? due)
    {
        var lower = passage.Text.InLower();
        if (verdict.Reasons[0].Code is "goal" or "aim")
            return !(verdict.Reasons[0].Code is "goal" && passage.LeadIn is null && predicate is null
            && Opening.VerbAt(passage.Tokens) is { Verb.Sense: VerbSense.Action });
        if (passage.LeadIn is { IsGoal: true } || lower.Contains("mål är att", StringComparison.Ordinal)) return true;
        if (passage.LeadIn is { IsTask: true } && measure?.Value is null && due is null) return false;
        if (IsChange(passage.Tokens, predicate)) return true;
        if (measure?.Direction is MeasureDirection.Increase or MeasureDirection.Decrease && IsAboutAmount(passage.Tokens)
            && Opening.VerbAt(passage.Tokens) is not { Verb.Sense: VerbSense.Duty }) return true;
        // "verka för att antalet ledare ökar": the amount is what counts
        if (measure?.Direction is MeasureDirection.Increase or MeasureDirection.Decrease && Opening.VerbAt(passage.Tokens) is { Verb.Lemma: "verka" or "arbeta" }
            && passage.Tokens.Exists(t => Measures.IsAmount(t.Lower))) return true;
        // "Värva minst tio medlemmar": a number of members to reach
        if (measure?.Value > 1 && Standing.Doing(passage.Tokens) is { Verb.Lemma: "värva" or "rekrytera" or "vinna" or "få" } gained
            && passage.Tokens.Skip(gained.At).Any(t => t.Lower.StartsWith("medlem", StringComparison.Ordinal))) return true;
        // "ha 400 medlemmar": a quantity to reach
        if (predicate is null && measure?.Value > 1 && Opening.VerbAt(passage.Tokens) is { Verb.Lemma: "ha" or "vara" } has
            && !passage.Tokens.Skip(has.At).Any(t => ItemRules.IsEvent(t.Lower))) return true;
        if (predicate?.Modal is not { } modal || modal.Modality is Modality.Encouraged) return false;
        // "siktar på att ordna en kurs": an intention like any other
        if (modal.Word is "hoppas" or "siktar" or "önskar" && predicate.Infinitive is { Sense: VerbSense.Action } && Standing.IsArranged(predicate.Infinitive.Value))
            return false;
        if (modal.Word is "hoppas" or "siktar" or "önskar" || passage.Tokens[0].Is("fler")) return true;
        if (modal.Word is "vill" && (IsInTheLongRun(lower) || IsClauseWanted(passage.Tokens, predicate))) return true;
        if (passage.Tokens.Take(predicate.At).Any(t => t.Lower is "procent" or "%" or "hälften")) return true;
        if (predicate.Infinitive is not { } verb || !_states.Contains(verb.Lemma)) return false;
        if (due?.Every is not null && verb.Lemma is "ha") return false;
        return IsState(passage.Tokens, predicate, verb, lower, measure);
    }

    // what one wants in the long run is a state to come to
    private static bool IsInTheLongRun(string lower) =>
        lower.Contains("på sikt", StringComparison.Ordinal) || lower.Contains("på lång sikt", StringComparison.Ordinal)
            || lower.Contains("på längre sikt", StringComparison.Ordinal);

    // "Vi vill att alla ska känna sig välkomna"
    private static bool IsClauseWanted(List<Token> tokens, Predicate predicate) =>
        tokens.FindIndex(predicate.At, Math.Min(4, tokens.Count - predicate.At), t => t.Is("att")) is > 0 and var that
            && Predicate.Find(tokens, that + 1) is not null && !(that + 1 < tokens.Count && Verbs.IsInfinitive(tokens[that + 1].Lower));

    // "Öka deltagandet", "arbeta för att minska avhoppen", "göra klubben känd", "Fler ledare"
    private static bool IsChange(List<Token> tokens, Predicate? predicate)
    {
        if (Standing.Doing(tokens) is not { } doing)
            return predicate is null && tokens.Count > 0 && tokens[0].Lower is "ökad" or "ökat" or "ökade" or "minskad" or "minskat" or "minskade" or "fler";
        if (predicate?.Modal is null && doing.Verb is { Sense: VerbSense.Change, Form: VerbForm.Infinitive, Lemma: not "få" }) return true;
        if (doing.At > 0 && tokens[doing.At - 1].Is("att") && doing.Verb is { Sense: VerbSense.Change, Lemma: not "få" }) return true;
        var after = tokens.Skip(doing.At + 1).TakeWhile(t => t.IsWord).Take(5).ToList();
        // "dra ned på resorna"
        if (doing.Verb.Lemma is "dra" && after is [{ Lower: "ned" or "ner" }, ..]) return true;
        return doing.Verb.Lemma is "få" && after.Exists(t => t.Is("fler"))
            || doing.Verb is { Lemma: "göra" } && doing.Verb.Is(VerbForm.Infinitive) && after.Skip(1).Any(t => _becoming.Contains(t.Lower));
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
        if (HasDuty(WithoutPurpose(lower)) || IsRole(tokens, predicate) || IsFocus(tokens, predicate)) return false;
        return verb.Lemma switch
        {
            "vara" => !(next.Lower is "aktiva" or "synliga" or "med" or "öppen" or "öppet" or "tillgängliga" or "valda" or "värd"),
            "ha" => (!Standing.IsWork(tokens) || IsDescribed(tokens, predicate.InfinitiveAt)) && next.Lower is not ("möte" or "möten" or "blivit" or "dialog" or "kontakt" or "öppet"),
            "finnas" => !lower.StartsWith("det ", StringComparison.Ordinal),
            "få" => next.Is("igenom"),
            "gå" => next.Lower is "upp" or "ihop" or "runt",
            "kunna" => false,
            // "känna sig trygga", "känna till reglerna"
            "känna" => next.Lower is "sig" or "till" or "att" || tokens.Skip(predicate.At + 1).Any(t => t.Is("sig")),
            _ => measure is not null || verb.Sense is VerbSense.Change,
        };
    }

    // "ha en organisation som klarar stormar": what it is to be like is a state to reach
    private static bool IsDescribed(List<Token> tokens, int at) =>
        at + 1 < tokens.Count && Numbers.IsArticle(tokens[at + 1].Lower) && tokens.Skip(at + 2).Take(6).Any(t => t.Is("som"));

    // "Hemsidan ska vara aktuell": what is asked of a thing, day after day, is no state to reach; of a count it is
    private static bool IsAskedOfThing(List<Token> tokens, Predicate? predicate)
    {
        if (predicate is not { Modal: not null, Infinitive.Lemma: "vara" or "finnas", InfinitiveAt: var at } || at + 1 >= tokens.Count) return false;
        return Subject.Of(tokens, predicate.At) is { Actor: Actor.None, From: >= 0 and var from } && tokens[from].Lower is not ("det" or "fler")
            && !Measures.IsAmount(tokens[from].Lower) && (predicate.Infinitive is { Lemma: "finnas" } || !SmallWords.IsPreposition(tokens[at + 1].Lower))
            && !tokens.Skip(at + 1).Take(2).Any(t => _becoming.Contains(t.Lower));
    }

    // "Distriktet ska vara ett stöd för klubbarna": to serve as something is a duty
    private static bool IsRole(List<Token> tokens, Predicate predicate) =>
        tokens.Skip(predicate.InfinitiveAt + 1).Take(4).TakeWhile(t => t.IsWord && !SmallWords.IsPreposition(t.Lower)).Any(t => _roles.Match(t.Lower) || t.Is("del"));

    // "få igång en cirkel", "arbeta fram en plan": the particle makes a doing of it
    private static bool IsBrought(List<Token> tokens) =>
        Standing.Doing(tokens) is { Verb.Lemma: "få" or "arbeta" } doing && doing.At + 1 < tokens.Count
            && tokens[doing.At + 1].Lower is "igång" or "fram" or "till";

    // knowledge is spread for as long as there is an organisation, a leaflet once
    private static bool IsHandedOut(List<Token> tokens) =>
        Standing.Doing(tokens) is { Verb.Lemma: "sprida" } doing
            && tokens.Skip(doing.At + 1).TakeWhile(t => t.IsWord && !SmallWords.IsPreposition(t.Lower)).Any(t => _printed.Match(t.Lower));

    // "på varje möte", "för varje lag": what is asked in each instance
    private static bool IsInEach(List<Token> tokens)
    {
        for (var i = 1; i + 1 < tokens.Count; i++)
            if (tokens[i].Is("varje") && tokens[i - 1].Lower is "på" or "vid" or "för" or "inför" or "före" or "efter" && !CalendarWords.IsUnit(tokens[i + 1].Lower)) return true;
        return false;
    }

    // a page is kept up to date, a programme is brought up to date once
    private static bool IsRevised(List<Token> tokens) =>
        Standing.Doing(tokens) is { Verb.Lemma: "uppdatera" } doing
            && tokens.Skip(doing.At + 1).TakeWhile(t => t.IsWord && (t.Is("vår") || !SmallWords.IsPreposition(t.Lower))).Any(t => _documents.Match(t.Lower));

    private static bool IsDuty(Passage passage, string lower, Predicate? predicate, DueFound? due)
    {
        if (IsBrought(passage.Tokens) || IsHandedOut(passage.Tokens) || IsRevised(passage.Tokens)) return false;
        if (HasDuty(WithoutPurpose(lower)) || IsFocus(passage.Tokens, predicate)) return true;
        // "Länka inlägg; distriktet försöker följa": what the item begins with decides
        if (Opening.VerbAt(passage.Tokens) is { } first && first.At < predicate?.At) predicate = null;
        if (predicate?.Modal is { Word: "uppmuntras" or "ansvarar" or "svarar" or "eftersträvar" or "strävar" }
            || (due is null or { From: null, Every: null } && lower.Contains("vid behov", StringComparison.Ordinal)) || IsInEach(passage.Tokens)) return true;
        if (predicate?.Modal is { Word: "behöver" } && predicate.Infinitive is not { Sense: VerbSense.Action, Lemma: not "ske" })
            return true;
        if (Opening.VerbAt(passage.Tokens) is { Verb.Sense: VerbSense.Duty, At: var at } && (predicate is null || at < predicate.At))
            return true;
        if (due is null && (predicate?.Infinitive ?? predicate?.Verb) is { Lemma: "ske" } && predicate?.Modal is not { Word: "kommer" })
            return true;
        if (predicate is { Modal: { } modal } && predicate.Infinitive is { } verb) return ByVerb(passage, verb, modal.Word, lower);
        if (predicate?.Verb is { } present) return IsStanding(present, passage, due);
        if (passage.LeadIn is { IsTask: true } && due is null && !(Opening.VerbAt(passage.Tokens) is { } task && Standing.IsArranged(task.Verb)) && !passage.Tokens.Exists(t => Numbers.Value(t.Lower) is not null))
            return true;
        return Opening.VerbAt(passage.Tokens) is { } opening
            && (opening.Verb.Sense is VerbSense.Duty || opening.Verb.Lemma is "driva" or "möjliggöra"
            || opening.Verb.Lemma is "berätta" || opening.Verb.Lemma is "ha" && !(due is { Every: not null and not "löpande" } && HoldsEvent(passage.Tokens, opening.At))
            || opening.Verb.Lemma is "vara" && !(opening.At + 1 < passage.Tokens.Count && passage.Tokens[opening.At + 1].Is("med")) || Continued(passage.Tokens, opening.At));
    }

    // "Styrelsens fokus kommer att ligga på …", "Tyngdpunkten ska vara …"
    private static bool IsFocus(List<Token> tokens, Predicate? predicate) =>
        predicate is { Infinitive.Lemma: "ligga" or "vara" or "lägga" }
            && tokens.Take(predicate.InfinitiveAt).Any(t => t.Lower is "fokus" or "fokuset" or "tyngdpunkt" or "tyngdpunkten");

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
        return verb.Sense is VerbSense.Duty;
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
