using Verksam.PlanReading.Sentences;
using Verksam.PlanReading.Dates;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Judging;

/// <summary>What a line over a list does for its items.</summary>
internal enum LeadInForce
{
    /// <summary>It promises: the items are commitments.</summary>
    Promises,

    /// <summary>It says nothing of that: each item speaks for itself.</summary>
    Neutral,

    /// <summary>It describes, or looks back: the items are no commitments.</summary>
    Describes,
}

/// <summary>A line over a list, read: the modality, the subject and the time that it lends to the items.</summary>
internal sealed record LeadIn(string Text, LeadInForce Force, Modality Modality, string? Responsible, bool IsGoal, string? Due)
{
    /// <summary>Whether it speaks of somebody's task.</summary>
    public bool IsTask => Text.Contains("uppgift", StringComparison.OrdinalIgnoreCase);

    private static readonly string[] _describes =
        ["består av", "har följande sammansättning", "är öppen för", "innehåller", "omfattar", "samarbetar med", "är medlem", "kostar",
            "utgörs av", "styrelsen är", "har bestått",
         "exempel på", "nuläge", "sammansättning", "bygger på", "föreningens ändamål", "föreningens syfte",
             "klubbens ändamål", "ändamål är", "syfte är",
         "finns följande", "kontakt", "ledamöter:", "avgift", "har till ändamål"];

    private static readonly string[] _promises =
        ["genom att", "uppgift är", "uppgifter är", "till uppgift", "uppdrag är", "planer", "anordna", "arrangera", "fortsätter med",
            "genomför", "hålls", "aktiviteter", "åtgärder", "insatser",
         "prioriter", "program", "datum", "fokus", "satsning", "arbeta", "följande punkter", "att göra", "uppgifter under", "inbjud",
             "erbjud", "uppgifter", "för att nå", "händer"];

    private static readonly string[] _duties = ["uppgift är", "uppgifter", "till uppgift", "uppdrag är", "ansvarsområde", "ansvarar",
        "åligger"];

    /// <summary>Whether a line opens a list by what it says: it ends with a modal, "att", "är", or with a colon after one.</summary>
    public static bool Speaks(string text)
    {
        var tokens = Tokens.Of(text.Length > 250 ? text[^250..] : text);
        if (tokens.Count == 0) return false;
        var last = tokens[^1].Is(":") && tokens.Count > 1 ? tokens[^2] : tokens[^1];
        if (last.Lower is "att" || Modals.Find(last.Lower) is not null) return true;
        // "Under året ska vi": the infinitive is left to the items
        if (tokens.Count <= 9 && tokens[^1].IsWord
            && Predicate.Find(tokens) is { Modal.Use: not ModalUse.Permission, InfinitiveAt: -1 } open && tokens.Count - open.At <= 4)
            return true;
        if (last.Is("är")) return tokens.Exists(t => t.Lower.Contains("uppgift", StringComparison.Ordinal)
            || t.Lower.Contains("mål", StringComparison.Ordinal) || t.Lower.Contains("uppdrag", StringComparison.Ordinal));
        return tokens[^1].Is(":") && (Predicate.Find(tokens) is not null || Opening.VerbAt(tokens) is not null);
    }

    public static LeadIn Read(string text, int? year)
    {
        var tokens = Tokens.Of(text);
        var lower = text.InLower();
        var predicate = Predicate.Find(tokens);
        var subject = predicate is null ? Subject.Of(tokens, tokens.Count) : Subject.Of(tokens, predicate.At);
        var isGoal = SpeaksOfGoals(tokens, lower);
        var modality = IsDuty(lower) ? Modality.Must : Modal(tokens, predicate) is { } modal ? modal.Modality : Modality.Intends;
        return new LeadIn(text, ForceOf(lower, tokens, predicate, isGoal), modality, Who(text, tokens, predicate, subject), isGoal,
            Dues.Find(text, year)?.AsWritten) is var read && isGoal && Modal(tokens, predicate) is null ? read with { Responsible = null }
            : read;
    }

    private static LeadInForce ForceOf(string lower, List<Token> tokens, Predicate? predicate, bool isGoal)
    {
        if (predicate is not null && IsComplete(tokens, predicate)) return LeadInForce.Neutral;
        if (Modal(tokens, predicate) is not null) return LeadInForce.Promises;
        if (Array.Exists(_describes, d => lower.Contains(d, StringComparison.Ordinal))) return LeadInForce.Describes;
        if (predicate?.Verb is { Form: VerbForm.Past }) return LeadInForce.Describes;
        if (isGoal || IsDuty(lower) || Array.Exists(_promises, p => lower.Contains(p, StringComparison.Ordinal)))
            return LeadInForce.Promises;
        if (predicate?.Verb is { Sense: VerbSense.Action or VerbSense.Duty }) return LeadInForce.Promises;
        return LeadInForce.Neutral;
    }

    /// <summary>"Vi ska möta alla slags väljare i hela länet:" promises by itself; its list only gives details.</summary>
    public static bool IsComplete(string text)
    {
        var tokens = Tokens.Of(text);
        return Predicate.Find(tokens) is { } predicate && IsComplete(tokens, predicate);
    }

    private static bool IsComplete(List<Token> tokens, Predicate predicate) =>
        predicate.Modal is not null && predicate.InfinitiveAt > 0 && tokens.Count - predicate.InfinitiveAt > 6
        && !tokens.Exists(t => t.Lower is "följande" or "genom" or "dessa" or "nedanstående" or "punkter");

    // the main verb, or the one of "Kurser som sektionen ska hålla"
    private static Modal? Modal(List<Token> tokens, Predicate? predicate)
    {
        if (predicate?.Modal is { Use: not ModalUse.Permission } modal) return modal;
        if (predicate is not null) return null;
        foreach (var token in tokens)
            if (Modals.Find(token.Lower) is { Use: not ModalUse.Permission } found) return found;
        return null;
    }

    private static bool IsDuty(string lower) => Array.Exists(_duties, d => lower.Contains(d, StringComparison.Ordinal));

    private static bool SpeaksOfGoals(List<Token> tokens, string lower) =>
        tokens.Exists(t => t.Lower is "mål" or "målen" or "målet" or "delmål" or "målsättning" or "målsättningar" or "målsättningen")
            && !lower.Contains("nå ", StringComparison.Ordinal) && !lower.Contains("når ", StringComparison.Ordinal)
            && !lower.Contains("genom att", StringComparison.Ordinal);

    // "Distriktsstyrelsens uppgifter är": whoever owns the task
    private static string? Who(string text, List<Token> tokens, Predicate? predicate, Subject subject)
    {
        var task = tokens.FindIndex(t => t.Lower.StartsWith("uppgift", StringComparison.Ordinal)
            || t.Lower.StartsWith("uppdrag", StringComparison.Ordinal));
        if (task > 0 && (predicate is null || task < predicate.At)) return text[tokens[0].Start..tokens[task - 1].End];
        if (subject.Actor is not (Actor.Own or Actor.Members)) return InRelativeClause(text, tokens);
        return text[tokens[subject.From].Start..tokens[subject.To - 1].End];
    }

    // "Kurser som sektionen ska hålla": the subject stands in a relative clause
    private static string? InRelativeClause(string text, List<Token> tokens)
    {
        for (var i = 1; i + 1 < tokens.Count; i++)
            if (Modals.Find(tokens[i + 1].Lower) is not null && tokens[i - 1].Is("som") && Actors.Of(tokens[i]) is Actor.Own)
                return text[tokens[i].Start..tokens[i].End];
        return null;
    }
}
