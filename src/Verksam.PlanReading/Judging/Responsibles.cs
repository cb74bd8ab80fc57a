using Verksam.PlanReading.Sentences;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Judging;

/// <summary>Finds who is named as responsible, in the words of the plan.</summary>
internal static class Responsibles
{
    public static string? Find(Passage passage, Verdict verdict)
    {
        var tokens = passage.Tokens;
        if (FromColumn(passage) is { } column) return column;
        if (InBrackets(passage.Text, tokens) is { } organiser) return organiser;
        // what a relative clause promises, its main clause is not responsible for
        if (Fields.Find(passage.Text) is not null || verdict.Reasons[0] is { Code: "modal" } reason
            && reason.Words.Contains("som ", StringComparison.Ordinal) | reason.Words.Contains("vilk", StringComparison.Ordinal))
            return null;
        if (Predicate.Find(tokens) is { } predicate)
        {
            if (verdict.Modality is Modality.Encouraged && predicate.Verb is { Lemma: "uppmana" or "uppmuntra" }) return Urged(passage.Text, tokens, predicate);
            var subject = Subject.Of(tokens, predicate.At);
            if (IsNamed(passage, subject, predicate, verdict)) return passage.Text[tokens[subject.From].Start..tokens[subject.To - 1].End];
            if (Agent(passage.Text, tokens, predicate) is { } agent) return agent;
            if (InAim(passage.Text, tokens, verdict) is { } aimer) return aimer;
            if (OwnerOf(passage.Text, tokens, predicate, verdict) is { } owner) return owner;
        }
        return passage.Block is BlockKind.ListItem ? passage.LeadIn?.Responsible
            ?? (passage.LeadIn is null ? null : passage.Chapter.Responsible) : null;
    }

    // "Vi uppmanar lokala föreningar att …"
    private static string? Urged(string text, List<Token> tokens, Predicate predicate)
    {
        var from = tokens.FindIndex(predicate.At + 1, t => !t.Is("vi") && !SmallWords.IsAdverb(t.Lower));
        var to = tokens.FindIndex(predicate.At + 1, t => t.Is("att"));
        return from < 0 || to <= from ? null : text[tokens[from].Start..tokens[to - 1].End];
    }

    private static bool IsNamed(Passage passage, Subject subject, Predicate predicate, Verdict verdict) =>
        subject.From >= 0 && subject.To > subject.From && (subject.Actor is Actor.Own && !IsCounted(passage.Tokens, subject, predicate)
            || verdict.Modality is Modality.Encouraged && subject.Actor is Actor.Members or Actor.Own
            || verdict.Modality is Modality.Should && subject.Actor is Actor.Members);

    // "Minst fem ledamöter ska gå kurs": those are counted, not charged
    private static bool IsCounted(List<Token> tokens, Subject subject, Predicate predicate) =>
        tokens[subject.From].Lower is "minst" or "två" or "tre" or "fyra" or "fem" or "samtliga" or "alla" or "fler" or "antalet" or "nya"
        || tokens[subject.From].StartsWithDigit
            || (predicate.Verb is { } present && present.Is(VerbForm.PassivePresent) && !tokens.Exists(t => t.Is("uppdrag")))
            || (predicate.Infinitive is { } verb && (verb.Is(VerbForm.PassiveInfinitive) || verb.Lemma is "finnas"));

    private static string? FromColumn(Passage passage)
    {
        if (passage.Columns is not { } columns) return null;
        var cells = passage.Text.Split('\t');
        for (var i = 1; i < cells.Length && i < columns.Count; i++)
            if (columns[i] is FieldKind.Responsible && cells[i].Length > 0) return cells[i];
        return null;
    }

    // "(hålls av kursgruppen)", "sköts av Karin på Backen", "av en roterande grupp ledare"
    private static string? InBrackets(string text, List<Token> tokens)
    {
        for (var i = 1; i + 1 < tokens.Count; i++)
            if (tokens[i].Is("av") && tokens[i - 1].EndsWith("as") && tokens.Take(i).Any(t => t.Is("("))
                && !tokens.Take(i).Any(t => t.Is(")")))
                return text[tokens[i + 1].Start..tokens[Until(tokens, i + 1) - 1].End];
        return null;
    }

    private static string? Agent(string text, List<Token> tokens, Predicate predicate)
    {
        var isPassive = predicate.Verb is { } verb && verb.Is(VerbForm.PassivePresent) || predicate.Infinitive is { } infinitive
            && infinitive.Is(VerbForm.PassiveInfinitive);
        if (!isPassive && predicate.Verb is not { Lemma: "hålla" }) return null;
        for (var i = predicate.At + 1; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Is("som") || i > predicate.At + 12) return null;
            if (!tokens[i].Is("av") || tokens[i + 1].Is("andra")) continue;
            var until = Until(tokens, i + 1);
            // "präglas av Förbundets värderingar": whose something is, does nothing
            var isPerson = tokens[i + 1].IsCapital && !(tokens[i + 1].EndsWith("s") && i + 2 < until && !tokens[i + 2].IsCapital) || tokens.Skip(i + 1).Take(until - i - 1).Any(t => Actors.Of(t) is Actor.Own);
            if (isPerson) return text[tokens[i + 1].Start..tokens[until - 1].End];
        }
        return null;
    }

    private static int Until(List<Token> tokens, int from)
    {
        var to = from + 1;
        while (to < tokens.Count && to < from + 6 && tokens[to].IsWord && !tokens[to].Lower.Equals("minst", StringComparison.Ordinal)
            && !Verbs.IsInfinitive(tokens[to].Lower)
            && (!SmallWords.IsPreposition(tokens[to].Lower) || (to + 1 < tokens.Count && tokens[to + 1].IsCapital))) to++;
        return to;
    }

    // "Målet är att damlaget ska …", "Att avdelningen har …"
    private static string? InAim(string text, List<Token> tokens, Verdict verdict)
    {
        if (verdict.Reasons[0].Code is not ("aim" or "goal")) return null;
        var at = tokens.FindIndex(t => t.Is("att")) + 1;
        return at > 0 && at < tokens.Count && Actors.Of(tokens[at]) is Actor.Own ? text[tokens[at].Start..tokens[at].End] : null;
    }

    // "I kårens uppdrag ingår …", "Styrelsens fokus ska ligga på …", "Klubbens ambition är …"
    private static string? OwnerOf(string text, List<Token> tokens, Predicate predicate, Verdict verdict)
    {
        // "Det är styrelsens ansvar att …"
        if (verdict.Reasons[0].Code is "responsible" && predicate.Verb is { Lemma: "vara" })
            return tokens.Find(Actors.IsOwner) is { End: > 0 } charged ? text[charged.Start..(charged.End - 1)] : null;
        if (predicate.Verb is not { Lemma: "ingå" } && verdict.Reasons[0].Code is not "aim" && !tokens.Exists(t => t.Is("fokus"))) return null;
        var owner = tokens.FindIndex(0, predicate.At, Actors.IsOwner);
        return owner < 0 ? null : text[tokens[owner].Start..tokens[owner].End];
    }
}
