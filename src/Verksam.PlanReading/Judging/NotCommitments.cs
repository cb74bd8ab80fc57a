using System.Collections.Frozen;
using Verksam.PlanReading.Sentences;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Judging;

/// <summary>What looks like a promise and is none: motives, present state, ideology, rules, prices, other people's duties.</summary>
internal static class NotCommitments
{
    private static readonly FrozenSet<string> _now = WordList.Set("idag nuvarande nuläget dagsläget");

    private static readonly string[] _motives =
    [
        "är viktigt", "är det viktigt", "är oerhört viktig", "är mycket viktig", "är väldigt viktig", "är också viktigt", "är avgörande",
            "är nödvändigt", "är en förutsättning", "är angeläget",
        "är glädjande", "är roligt", "är bra ", "vore bra", "vore önskvärt", "handlar om", "handlar det om", "med det sagt", "syftet är",
            "syftet med", "syftar till",
        "leder till", "innebär", "det gör att", "det betyder", "är till för", "har rätt till", "enligt stadg", "enligt lag",
            "enligt våra stadgar", "av stor betydelse", "ju fler",
    ];

    private static readonly string[] _means = ["genom att", "på det sättet", "på så sätt", "på så vis", "på det viset", "på grund av",
        "därigenom", "det är därför", "i takt med"];

    private static readonly FrozenSet<string> _ideals =
        WordList.Set("gälla rätt kunna få slippa behöva ha leva vara bestämma tvingas utvecklas vänta omfattas känna må");

    // "måste vara medlem": a rule for those who take part
    private static readonly FrozenSet<string> _ruleVerbs = WordList.Set("vara ha betala anmäla uppvisa följa bära lämna");

    // what a plan, as a text, does
    private static readonly FrozenSet<string> _tells =
        WordList.Set("fungera vara ge visa beskriva utgöra tjäna spegla redovisa presentera förklara sammanfatta belysa vägleda innehålla ange");

    /// <summary>Whether the words alone rule a promise out, whatever its verb.</summary>
    public static bool IsExcluded(string lower, List<Token> tokens, Predicate predicate)
    {
        if (Array.Exists(_motives, m => lower.Contains(m, StringComparison.Ordinal)) && predicate.Modal is not { Use: ModalUse.Plain })
            return true;
        if (Array.Exists(_means, m => lower.StartsWith(m, StringComparison.Ordinal)
            || (m[0] == 'p' && lower.Contains(m, StringComparison.Ordinal)))) return predicate.Modal is not { Modality: Modality.Must };
        if (lower.StartsWith("enligt stadg", StringComparison.Ordinal) || lower.StartsWith("enligt lag", StringComparison.Ordinal))
            return true;
        // of the plan itself
        if (lower.Contains("denna verksamhetsplan", StringComparison.Ordinal) && predicate.Modal is not { Use: ModalUse.Plain }) return true;
        if (tokens[^1].Is("?") || TellsOfPlan(tokens, predicate)) return true;
        return IsNegated(tokens, predicate) || IsCondition(tokens) || IsPrice(tokens, predicate);
    }

    // "Detta dokument ska ge en bild av året"; that the plan is to be followed up is a doing like any other
    private static bool TellsOfPlan(List<Token> tokens, Predicate predicate) =>
        (predicate.Infinitive ?? (predicate.Verb is { Lemma: not "vara" } told ? told : null)) is { } verb && _tells.Contains(verb.Lemma) && !verb.Is(VerbForm.PassiveInfinitive | VerbForm.PassivePresent) && predicate.At is 1 or 2
            && tokens[predicate.At - 1].Lower is "planen" or "verksamhetsplanen" or "dokumentet" or "dokument" or "plan" or "verksamhetsplan"
            && (predicate.At == 1 && tokens[0].EndsWith("n") || predicate.At == 2 && tokens[0].Lower is "detta" or "denna" or "den" or "vår" or "föreningens");

    /// <summary>Plain present of how things are.</summary>
    public static bool IsPresentState(string lower, List<Token> tokens) =>
        tokens.Exists(t => _now.Contains(t.Lower)) || lower.Contains("i dag", StringComparison.Ordinal)
            || lower.Contains("just nu", StringComparison.Ordinal)
        || lower.Contains("för närvarande", StringComparison.Ordinal) || lower.StartsWith("nu ", StringComparison.Ordinal)
        || IsGeneral(tokens) || lower.Contains("bedriver verksamhet", StringComparison.Ordinal);

    // "Under ett mästerskap kallas …": so it is in any such year
    // "Normalt klaras väntetiden ut"
    private static bool IsGeneral(List<Token> tokens) => tokens.Count > 3
        && (tokens[0].Is("under") && Numbers.IsArticle(tokens[1].Lower) || tokens[0].Lower is "normalt" or "vanligtvis" or "oftast" or "ibland" or "traditionellt");

    /// <summary>"Rättvisan ska omfatta världen": nobody of the organisation is to do anything.</summary>
    public static bool IsIdeology(List<Token> tokens, Predicate predicate, Subject subject)
    {
        // "Barn ska ha en plats i klubbens verksamhet": what the organisation itself is to be like
        if (subject.Actor is not Actor.Everybody || tokens.Exists(Actors.IsOwner)) return false;
        if (predicate.Infinitive is null) return true;
        return _ideals.Contains(predicate.Infinitive.Value.Lemma) || !predicate.Infinitive.Value.Is(VerbForm.PassiveInfinitive);
    }

    /// <summary>"Alla som står på scen måste vara medlemmar".</summary>
    public static bool IsRule(List<Token> tokens, Predicate predicate, Subject subject) =>
        tokens[predicate.At].Is("måste") && predicate.Infinitive is { } verb && _ruleVerbs.Contains(verb.Lemma)
        && (subject.Actor is Actor.Members or Actor.Everybody || tokens.Take(predicate.At).Any(t => t.Is("som")));

    // kommer inte att, ska inte, planerar inga
    private static bool IsNegated(List<Token> tokens, Predicate predicate)
    {
        for (var i = predicate.At + 1; i < tokens.Count && i <= predicate.At + 4; i++)
        {
            if (tokens[i].Lower is "bara" or "endast" or "att") return false;
            if (SmallWords.IsNone(tokens[i].Lower)) return true;
            if (SmallWords.IsNegation(tokens[i].Lower)) return !(i + 1 < tokens.Count && tokens[i + 1].Lower is "bara" or "endast");
            // "Inga arvoden betalas ut till styrelsen"
            if (i > predicate.At + 1 && SmallWords.IsPreposition(tokens[i].Lower)) return predicate.Modal is null && SmallWords.IsNone(tokens[0].Lower);
        }
        return SmallWords.IsNone(tokens[0].Lower);
    }

    // "Är du nyfiken …", "Har du frågor …"
    private static bool IsCondition(List<Token> tokens) =>
        (tokens[0].Lower is "vill" or "har" or "är" or "kan" or "får") && tokens.Count > 1
            && tokens[1].Lower is "du" or "man" or "ni" or "någon"
        // "Ska vi lyckas behöver vi bli fler"
        || tokens[0].Lower is "ska" or "skall" && tokens.Count > 2 && tokens.Skip(2).Any(t => Modals.Find(t.Lower) is { Use: not ModalUse.Permission });

    private static bool IsPrice(List<Token> tokens, Predicate predicate) =>
        predicate.Modal is null && tokens.Exists(t => t.Lower is "kr" or "kronor" or "kr/månad" or "öre" || t.EndsWith("avgiften")
            || t.EndsWith("avgifterna"));
}
