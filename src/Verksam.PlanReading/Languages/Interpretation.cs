using Verksam.PlanReading.Judging;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages;

/// <summary>Makes commitments of the places of a plan, with the tables of a language.</summary>
internal sealed class Interpretation(LanguageRules rules, int? year)
{
    private readonly Promises _promises = new(rules);
    private readonly Calendar _calendar = new(rules);
    private readonly Counting _counting = new(rules);

    public FoundCommitment? Find(Place place)
    {
        if (Tokens.Of(place.Text) is not { Count: > 0 } tokens) return null;
        if (Labelled(place) is { } labelled) return labelled.Verdict.Confidence > 0 ? Made(place, labelled) : null;
        if (_calendar.Entry(place.Text) is not null && !place.Text.EndsWith('.')) return Made(place, new Promise(Said("calendar", place.Text, 0.84), null, null));
        var own = place.Columns is null ? _promises.Judge(place.Text, place.Chapter.Kind) : null;
        var promise = place.IsItem ? InList(place, own, tokens) : own;
        return promise is null ? null : Made(place, promise);
    }

    /// <summary>What a person points at, whether or not the rules would have taken it.</summary>
    public FoundCommitment Take(Place place)
    {
        if (Find(place) is { } found) return found;
        var tokens = Tokens.Of(place.Text);
        var modality = _promises.Modal(tokens) is >= 0 and var at ? _promises.ModalAt(tokens, at)!.Value.Modality : Modality.Intends;
        return Made(place, new Promise(new Verdict(modality, 0.5, "pointed-at", ""), Opening(tokens), null));
    }

    public DueFound? Due(string text) => _calendar.Find(text, year);

    /// <summary>The label a line begins with, and where its value does.</summary>
    public (FieldKind Kind, int Value)? Field(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon is >= 2 and < 28 && colon + 2 < text.Length && text[colon + 1] == ' ' && rules.LabelOf(text[..colon]) is { } kind ? (kind, colon + 2) : null;
    }

    private Promise? Labelled(Place place) => Field(place.Text) is not { } field ? null : field.Kind switch
    {
        FieldKind.Goal => new Promise(Said("goal", place.Text[..(field.Value - 2)], 0.82), null, null, IsGoal: true),
        FieldKind.Activity => new Promise(Said("label", place.Text[..(field.Value - 2)], 0.86), Opening(Tokens.Of(place.Text[field.Value..])), null),
        _ => new Promise(Said("label", "", 0), null, null),
    };

    private static Verdict Said(string code, string words, double confidence) => new(Modality.Intends, confidence, code, words);

    private Promise? InList(Place place, Promise? own, List<Token> tokens)
    {
        if (place.Lead is not { Force: not LeadInForce.Neutral } lead) return own ?? Alone(place, tokens);
        if (lead.Force is LeadInForce.Describes) return own is { Verdict.Confidence: > 0.85 } ? own : null;
        if (own is { Verdict.Modality: not Modality.Intends }) return own;
        if (rules.Promise.States.Find(tokens) == 1 || rules.Promise.Not.Find(tokens) == 0 || tokens[^1].Is("?")) return null;
        return new Promise(new Verdict(lead.Modality, lead.Modality is Modality.Intends ? 0.84 : 0.9, "lead-in", lead.Text), Opening(tokens) ?? own?.Verb,
            own?.Responsible ?? lead.Responsible, lead.IsGoal);
    }

    private Promise? Alone(Place place, List<Token> tokens)
    {
        var kind = place.Chapter.Kind;
        if (kind is ChapterKind.Background or ChapterKind.Ideals || tokens[^1].Is("?")) return null;
        if (place.Columns is { Length: > 0 }) return new Promise(Said("table", place.Text, 0.85), Opening(tokens), null);
        if (Opening(tokens) is { } verb) return new Promise(Said("verb-first", verb.Lemma, 0.84), verb, null);
        if (kind is ChapterKind.Goals) return new Promise(Said("goal", place.Chapter.Heading ?? "", 0.8), null, null, IsGoal: true);
        if (_promises.IsSentence(place.Text) || rules.Promise.Never.In(tokens)) return null;
        if (IsEvent(tokens)) return new Promise(Said("event", place.Text, 0.76), null, null);
        return kind is ChapterKind.Programme ? new Promise(Said("chapter", place.Chapter.Heading ?? "", 0.66), null, null) : null;
    }

    private bool IsEvent(List<Token> tokens) => tokens.Take(8).Any(t => t.IsWord && rules.Plan.Events.Match(t.Lower));

    // "to hold", "å holde", "Hold": with the mark or without
    private Verb? Opening(List<Token> tokens)
    {
        var at = tokens.Count > 1 && tokens[0].Is(rules.Plan.InfinitiveMark) ? 1 : 0;
        return tokens.Count > at && rules.Verbs.Find(tokens[at].Lower) is { } verb && verb.Is(VerbForm.Infinitive) ? verb : null;
    }

    private FoundCommitment Made(Place place, Promise promise)
    {
        var value = (Field(place.Text) is { } field ? place.Text[field.Value..] : place.Text).Replace('\t', ' ');
        var due = DueOf(place);
        var isAim = promise.IsGoal || promise.Verdict.Reasons[0].Code is "aim";
        var measure = promise.Verdict.Modality is Modality.Encouraged ? null : _counting.Find(value, due?.AsWritten, isAim);
        List<Reason> reasons = [.. promise.Verdict.Reasons];
        if (measure is { } found) reasons.Add(new Reason("counted", found.What));
        if (due is not null) reasons.Add(new Reason("due", due.AsWritten));
        var sure = promise.Verdict.Confidence + (measure is null ? 0 : 0.02) + (due is null ? 0 : 0.02);
        return new FoundCommitment(place.Ranges, place.Text, place.Chapter.Heading, KindOf(place, promise, measure, due), promise.Verdict.Modality,
            place.Cell(FieldKind.Responsible) ?? promise.Responsible, measure, due, reasons, Math.Round(Math.Clamp(sure, 0, 0.99), 2));
    }

    private DueFound? DueOf(Place place)
    {
        if (place.Cell(FieldKind.When) is { } cell) return (Due(cell) ?? new DueFound(cell, null, null, null)) with { AsWritten = cell };
        if (_calendar.Entry(place.Text) is { } entry)
        {
            var written = entry.Date.In(place.Text);
            return (Due(written) ?? new DueFound(written, null, null, null)) with { AsWritten = written };
        }
        return Due(place.Text) ?? (place.Lead?.Due is { } lent ? Due(lent) : null);
    }

    private CommitmentKind KindOf(Place place, Promise promise, MeasureFound? measure, DueFound? due)
    {
        if (promise.Verdict.Modality is Modality.Encouraged) return CommitmentKind.Encouragement;
        if (promise.IsDuty) return CommitmentKind.Duty;
        if (promise.IsGoal || measure is { Direction: MeasureDirection.Increase or MeasureDirection.Decrease }) return CommitmentKind.Goal;
        if (promise.Verb is { } verb) return verb.Sense switch
        {
            VerbSense.Change => CommitmentKind.Goal,
            VerbSense.Duty => CommitmentKind.Duty,
            // "have two coaches" is something to reach, "have a say" a manner of working
            VerbSense.State => measure is null ? CommitmentKind.Duty : CommitmentKind.Goal,
            _ => CommitmentKind.Activity,
        };
        var isDoing = promise.Verdict.Reasons[0].Code is "calendar" or "event" or "chapter" or "table" or "label" or "lead-in" || IsEvent(Tokens.Of(place.Text));
        return isDoing || measure is not null || due is { Every: null } ? CommitmentKind.Activity : CommitmentKind.Duty;
    }
}
