using Verksam.PlanReading.Sentences;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Judging;

/// <summary>Decides whether a point of a list, an entry of a calendar or a labelled line is a commitment.</summary>
internal static class ItemRules
{
    private static readonly Endings _events = new(WordList.Split("""
        kurs kurser utbildning utbildningar träff träffar möte möten fest läger cup resa utflykt vandring konferens kväll kvällar seminarium
        föreläsning föreläsningar workshop workshops cirkel cirklar kampanj konsert loppis tävling tävlingar turnering middag avslutning
        upptakt mässa festival repetition repetitioner
        läsning café dag dagar dans årsmöte pubkväll firande städdag utställning match matcher helg plundring tåg demonstration insamling
        besök
        """), "cup");

    // nouns made of verbs: what is to be done, said without a verb
    private static readonly Endings _doings = new(WordList.Split("""
        aktiviteter deltagande medverkan åtgärder insatser satsning satsningar översyn uppföljning utveckling planering samarbete
        inköp renovering målning reparation byte rekrytering värvning utbyggnad ombyggnad förberedelser genomförande uppdatering
        """));

    public static Verdict? Judge(Passage passage)
    {
        if (Labelled(passage) is { } labelled) return labelled.Confidence > 0 ? labelled : null;
        if (Entry(passage) is { } entry) return entry.Confidence > 0 ? entry : null;
        if (passage.Block is not BlockKind.ListItem) return Unmarked(passage);
        var own = SentenceRules.Judge(passage);
        if (passage.LeadIn is not { Force: not LeadInForce.Neutral } lead) return own ?? Alone(passage);
        if (lead.Force is LeadInForce.Describes) return own is { Confidence: > 0.85 } ? own : null;
        if (own is { Confidence: > 0.8 } && own.Modality is not Modality.Intends)
            return own with { Reasons = [.. own.Reasons, new Reason("lead-in", lead.Text)] };
        var modality = OwnModality(passage) ?? lead.Modality;
        return IsPast(passage) || IsStatement(passage, lead) || Opening.PointsElsewhere(passage.Tokens) ? null : new Verdict(modality, modality is Modality.Intends ? 0.84 : 0.9, "lead-in", lead.Text);
    }

    // "att alla ledare ska få handledning"
    private static Modality? OwnModality(Passage passage)
    {
        if (!passage.Tokens[0].Is("att")) return null;
        foreach (var token in passage.Tokens.Take(8))
            if (Modals.Find(token.Lower) is { Use: ModalUse.Plain } modal) return modal.Modality;
        return null;
    }

    // "Hemsidan är vår främsta kanal": how things are, though the list is one of doings
    private static bool IsStatement(Passage passage, LeadIn lead) =>
        !lead.IsGoal && Predicate.Find(passage.Tokens) is { Verb: { Lemma: "vara", Form: VerbForm.Present }, At: > 0 } && Opening.VerbAt(passage.Tokens) is null;

    private static bool IsPast(Passage passage) => Predicate.Find(passage.Tokens) is { Verb.Form: VerbForm.Past }
        || passage.Text.EndsWith('?');

    // "Mål: …" and "Aktivitet: …"; other labels are no commitments, whatever they hold
    private static Verdict? Labelled(Passage passage)
    {
        if (Fields.Find(passage.Text) is not { } field) return null;
        var label = passage.Text[..(field.Value - 2)];
        return field.Kind switch
        {
            FieldKind.Goal => new Verdict(Modality.Intends, 0.82, "goal", label),
            FieldKind.Activity => new Verdict(Modality.Intends, 0.86, "label", label),
            _ => new Verdict(Modality.Intends, 0, "label", label),
        };
    }

    private static Verdict? Entry(Passage passage)
    {
        if (CalendarEntry.Find(passage.Text) is not { } entry) return null;
        var what = entry.Event.In(passage.Text);
        // days that are fixed but empty, and days when nothing happens, are no promises
        if (what.AsSpan().Trim(" .:–-()?").IsEmpty || CalendarEntry.IsPause(what)) return new Verdict(Modality.Intends, 0, "calendar", "");
        var own = passage.Text.EndsWith('.') ? SentenceRules.Judge(passage) : null;
        if (own is { Modality: not Modality.Intends }) return own;
        var uncertain = passage.Text.Contains("(?)", StringComparison.Ordinal);
        return new Verdict(Modality.Intends, uncertain ? 0.68 : 0.84, uncertain ? "calendar-uncertain"
            : "calendar", entry.Date.In(passage.Text));
    }

    // a point under no lead-in speaks for itself, or with its chapter
    private static Verdict? Alone(Passage passage)
    {
        var kind = passage.Chapter.Kind;
        if (kind is ChapterKind.Background or ChapterKind.Ideals || IsPast(passage)) return null;
        if (passage.Columns is { Count: > 0 }) return new Verdict(Modality.Intends, 0.85, "table", passage.Text);
        if (Verb(passage) is { } verb) return verb;
        if (passage.Tokens[0].Is("att") || kind is ChapterKind.Goals)
            return new Verdict(Modality.Intends, kind is ChapterKind.Goals ? 0.8 : 0.68, "goal", passage.Chapter.Heading ?? "att");
        if (Predicate.IsSentence(passage.Text)) return null;
        if (IsChange(passage.Tokens[0].Lower) || Event(passage) is not null)
            return new Verdict(Modality.Intends, 0.74, "event", Event(passage) ?? passage.Tokens[0].Lower);
        return kind is ChapterKind.Programme ? new Verdict(Modality.Intends, 0.66, "chapter", passage.Chapter.Heading ?? "") : null;
    }

    private static Verdict? Unmarked(Passage passage)
    {
        if (SentenceRules.Judge(passage) is { } own) return own;
        if (passage.Chapter.Kind is ChapterKind.Background or ChapterKind.Ideals || passage.UnderEntry) return null;
        if (Begun(passage) is { } begun) return begun;
        if (passage.Tokens.Count == 0 || passage.Text.EndsWith('!') || Opening.AddressesReader(passage.Tokens) || Predicate.IsSentence(passage.Text)) return null;
        if (passage.Tokens[0].Is("att") && passage.Chapter.Kind is ChapterKind.Goals)
            return new Verdict(Modality.Intends, 0.82, "goal", passage.Chapter.Heading ?? "att");
        if (passage.Text.Length > 200 || passage.Text.Length > 120 && !passage.Tokens.Take(3).Any(t => IsEvent(t.Lower))) return null;
        if (Event(passage) is { } what && Dates.Dues.Find(passage.Text, null) is not null)
            return new Verdict(Modality.Intends, 0.72, "event", what);
        if (passage.Tokens.Take(4).Any(t => t.IsWord && _doings.Match(t.Lower)) && passage.Chapter.Heading is not null)
            return new Verdict(Modality.Intends, 0.6, "event", passage.Tokens[0].Lower);
        return passage.Chapter.Kind is ChapterKind.Programme
            ? new Verdict(Modality.Intends, 0.6, "chapter", passage.Chapter.Heading ?? "") : null;
    }

    // "Att följa …", "Föra ut …", but not "Att sköta gården är …", where the infinitive is the subject
    private static Verdict? Begun(Passage passage)
    {
        if (Verb(passage) is not { } verb || Predicate.Find(passage.Tokens) is { Verb.Sense: VerbSense.State } or { Modal: not null })
            return null;
        return verb with { Confidence = verb.Confidence - 0.08 };
    }

    private static Verdict? Verb(Passage passage)
    {
        if (Opening.AddressesReader(passage.Tokens) || Opening.VerbAt(passage.Tokens) is not { } opening) return null;
        var isState = opening.Verb.Sense is VerbSense.State && opening.Verb.Lemma is not ("ha" or "vara" or "möjliggöra");
        return isState ? null : new Verdict(Modality.Intends, 0.84, "verb-first", passage.Tokens[opening.At].Lower);
    }

    private static bool IsChange(string lower) =>
        lower is "ny" or "nya" or "nytt" or "fortsatt" or "fortsatta" or "ökad" or "ökat" or "ökade" or "fler" or "bättre" or "större"
            or "förbättrad" or "utökad" or "utvecklad" or "tydlig" or "tydligare";

    private static string? Event(Passage passage)
    {
        foreach (var token in passage.Tokens.Take(8))
            if (token.IsWord && IsEvent(token.Lower)) return token.Lower;
        return null;
    }

    /// <summary>Whether a word names something that is held on a day: a course, a meeting, a trip.</summary>
    public static bool IsEvent(string lower) => _events.Match(lower);
}
