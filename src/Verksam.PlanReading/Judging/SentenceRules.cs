using Verksam.PlanReading.Sentences;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Judging;

/// <summary>Decides whether a sentence is a commitment, and why.</summary>
internal static class SentenceRules
{
    private const double Firm = 0.93;
    private const double Likely = 0.85;
    private const double Fair = 0.78;
    private const double Weak = 0.62;

    private static readonly string[] _aims =
        ["målet", "målsättningen", "målsättning", "fokus", "ambitionen", "ambition", "förhoppning", "förhoppningen", "prioritet", "prioritering", "avsikten",
            "avsikt", "planen", "tanken", "mål", "önskan", "inriktning", "inriktningen"];

    private static readonly string[] _tails = [", som ska ", ", som skall ", ", som bör ", ", som måste ", " vilket ska ",
        " vilket skall ", ", vilka ska ", ", vilka skall ",
         " och ska ", " och skall ", " och bör ", " och måste "];

    public static Verdict? Judge(Passage passage) => Whole(passage, passage.Text, passage.Tokens) ?? InParts(passage);

    private static Verdict? Whole(Passage passage, string text, List<Token> tokens)
    {
        if (tokens.Count < 3) return null;
        var lower = text.InLower();
        if (Encouraged(tokens, lower) is { } encouraged) return encouraged;
        if (Predicate.Find(tokens) is not { } predicate) return null;
        if (NotCommitments.IsExcluded(lower, tokens, predicate)) return null;
        var subject = Subject.Of(tokens, predicate.At);
        var verdict = Aim(passage, tokens, lower, predicate) ?? (predicate.Modal is { } modal ? OfModal(passage, tokens, predicate, modal, subject)
            : OfPresent(passage, tokens, lower, predicate, subject));
        if (verdict is null or { Modality: Modality.Intends, Confidence: <= Likely }) verdict = Tail(text, lower) ?? verdict;
        return verdict is { } found ? Placed(found, passage) : null;
    }

    // "Lokalen är trång; därför söker vi …": the second half may promise what the first does not
    private static Verdict? InParts(Passage passage)
    {
        var text = passage.Text;
        foreach (var mark in (ReadOnlySpan<string>)["; ", ", men ", ", så ", ", och ", " – ", " och vi ", " men vi ", ", vi "])
        {
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at < 0 || at > 400) continue;
            var rest = text[(mark.EndsWith("vi ", StringComparison.Ordinal) ? at + mark.Length - 3 : at + mark.Length)..];
            if (Whole(passage, rest, Tokens.Of(rest)) is { Confidence: >= 0.7 } verdict)
                return verdict with { Confidence = verdict.Confidence - 0.08, Said = rest };
        }
        return null;
    }

    private static Verdict? Encouraged(List<Token> tokens, string lower)
    {
        if (lower.StartsWith("att ", StringComparison.Ordinal) && Opening.VerbAt(tokens) is not null
            && lower.Contains("av stor vikt", StringComparison.Ordinal))
            return new Verdict(Modality.Encouraged, 0.58, "important", "av stor vikt");
        if (tokens.Count > 3 && tokens[0].Is("vill") && tokens[1].Lower is "man" or "du" or "ni"
            && lower.Contains("hör av", StringComparison.Ordinal))
            return new Verdict(Modality.Encouraged, 0.58, "encouraged", "hör av");
        // "Vi uppmanar medlemmarna att …"; "Vi ska uppmana" is our own doing
        if (Predicate.Find(tokens) is { Verb: { Lemma: "uppmana" or "uppmuntra", Form: VerbForm.Present }, At: var urged }
            && tokens.Skip(urged + 2).Take(5).Any(t => t.Is("att")))
            return new Verdict(Modality.Encouraged, Likely, "encouraged", tokens[urged].Lower);
        var gladly = tokens.FindIndex(t => t.Is("gärna"));
        if (gladly < 0) return null;
        var may = gladly > 0 && tokens.Exists(t => t.Is("får"))
            && (lower.StartsWith("den som", StringComparison.Ordinal) || lower.StartsWith("alla", StringComparison.Ordinal)
            || Actors.Of(tokens[0]) is Actor.Members);
        var call = gladly < 3 && Opening.AddressesReader(tokens);
        return may || call ? new Verdict(Modality.Encouraged, may ? 0.66 : 0.55, "encouraged", "gärna") : null;
    }

    // Målet är att …, Vår förhoppning är att …, har som mål att …
    private static Verdict? Aim(Passage passage, List<Token> tokens, string lower, Predicate predicate)
    {
        // "En viktig uppgift blir att laga bryggan"
        if (predicate is { Verb: { Lemma: "bli", Form: VerbForm.Present }, At: > 0 and <= 4 } && predicate.At + 1 < tokens.Count && tokens[predicate.At - 1].Is("uppgift")
            && tokens[predicate.At + 1].Is("att")) return new Verdict(Modality.Intends, Fair, "aim", "uppgift");
        if (predicate.Verb is not { Lemma: "vara" or "ha", Form: not VerbForm.Past }) return null;
        var aim = tokens.FindIndex(t => Array.Exists(_aims, a => string.Equals(t.Lower, a, StringComparison.Ordinal)));
        if (aim < 0) return Charged(tokens, predicate) ?? Tasked(passage, tokens, predicate);
        var isSubject = aim < predicate.At && aim <= 3 && predicate.Verb.Value.Lemma is "vara"
            && (lower.Contains(" att ", StringComparison.Ordinal) || tokens.Skip(predicate.At).Any(t => Numbers.Value(t.Lower) > 1));
        var has = predicate.Verb.Value.Lemma is "ha" && aim < predicate.At + 4 && lower.Contains(" att ", StringComparison.Ordinal);
        // "… är därför styrelsens mål att …"
        var inverted = predicate.Verb.Value.Lemma is "vara" && aim > predicate.At && aim <= predicate.At + 4
            && (tokens[aim - 1].EndsWith("s") || tokens[aim - 1].Lower is "vår" or "vårt" || aim == predicate.At + 1 && tokens[aim].EndsWith("n")) && SmallWords.OpensAdverbial(tokens[0])
            && lower.Contains(" att ", StringComparison.Ordinal);
        // "Hennes mål är att …": not ours
        if (!isSubject && !has && !inverted || aim > 0 && tokens[aim - 1].Lower is "hennes" or "hans" or "deras") return null;
        return new Verdict(Modality.Intends, lower.Contains("verksamheten är", StringComparison.Ordinal) ? Weak - 0.15
            : Likely, "aim", tokens[aim].Lower);
    }

    // har (ett tydligt) ansvar för, har till uppgift att
    private static Verdict? Charged(List<Token> tokens, Predicate predicate)
    {
        if (predicate.Verb is not { Lemma: "ha" }) return null;
        for (var i = predicate.At + 1; i < tokens.Count && i < predicate.At + 6; i++)
            if (tokens[i].Lower is "ansvar" or "ansvaret" or "uppgift" or "uppdrag")
                return new Verdict(Modality.Must, Likely, "responsible", tokens[i].Lower);
        return null;
    }

    // "Det är styrelsens ansvar att …"; a point "Klubbens uppgift är att …", which in running text says what the club is for
    private static Verdict? Tasked(Passage passage, List<Token> tokens, Predicate predicate)
    {
        if (predicate.Verb is not { Lemma: "vara", Form: VerbForm.Present }) return null;
        var task = tokens.FindIndex(t => t.Is("ansvar") || passage.Block is BlockKind.ListItem && t.Lower is "uppgift" or "uppdrag");
        if (task < 1 || !Actors.IsOwner(tokens[task - 1])) return null;
        var that = task < predicate.At ? predicate.At + 1 : task + 1;
        var isSaid = task == predicate.At - 1 || tokens[0].Is("det") && predicate.At == 1 && task <= 4;
        return isSaid && that < tokens.Count && tokens[that].Is("att")
            ? new Verdict(tokens[task].Is("ansvar") ? Modality.Must : Modality.Intends, Likely, "responsible", tokens[task].Lower) : null;
    }

    private static Verdict? OfModal(Passage passage, List<Token> tokens, Predicate predicate, Modal modal, Subject subject)
    {
        if (NotCommitments.IsIdeology(tokens, predicate, subject) || NotCommitments.IsRule(tokens, predicate, subject)) return null;
        // "Vi vill att alla ska kunna segla": under a vision, a world to dream of
        if (passage.Chapter.Kind is ChapterKind.Ideals && modal.Word is "vill" && predicate.At + 2 < tokens.Count && tokens.Skip(predicate.At + 1).Take(2).Any(t => t.Is("att"))
            && tokens.Skip(predicate.At + 2).Any(t => Modals.Find(t.Lower) is not null)) return null;
        if (subject.Actor is Actor.Other && modal.Modality is not Modality.Encouraged) return null;
        var verdict = modal.Use switch
        {
            ModalUse.Plain => Plain(modal, subject, predicate, passage.Chapter.Kind),
            ModalUse.WithInfinitive => WithInfinitive(tokens, predicate, modal, subject),
            ModalUse.OfSubject => OfSubject(tokens, predicate, modal, subject),
            ModalUse.Addressed when modal.Word is "uppmuntras" && subject is { Actor: Actor.None, From: 0 } && !tokens[0].Is("att") =>
                new Verdict(Modality.Intends, Fair, "present-passive", modal.Word),
            ModalUse.Addressed =>
                new Verdict(modal.Modality, Firm - 0.03, modal.Modality is Modality.Must ? "modal" : "encouraged", modal.Word),
            _ => Can(tokens, predicate, modal, subject),
        };
        return verdict;
    }

    private static Verdict? Plain(Modal modal, Subject subject, Predicate predicate, ChapterKind chapter) =>
        chapter is ChapterKind.Ideals && subject.Actor is not Actor.We and not Actor.Own
            && predicate.Infinitive is not { Form: VerbForm.PassiveInfinitive or (VerbForm.PassiveInfinitive | VerbForm.PassivePresent) }
            ? null : new Verdict(modal.Modality, modal.Modality is Modality.Must ? Firm : Likely, "modal", modal.Word);

    private static Verdict? WithInfinitive(List<Token> tokens, Predicate predicate, Modal modal, Subject subject)
    {
        if (modal.Word is "planeras" or "beräknas") return new Verdict(Modality.Intends, Likely, "modal", modal.Word);
        if (modal.Word is "planerar" && subject.Actor is Actor.We or Actor.Own)
            return new Verdict(Modality.Intends, Likely, "modal", modal.Word);
        if (predicate.Infinitive is not { } verb) return null;
        var isOwn = subject.Actor is Actor.We or Actor.Own;
        // "behöver någon som är villig att …": what is needed is a thing, not a doing
        if (modal.Modality is Modality.Should && tokens[predicate.InfinitiveAt - 1].Is("att")) return null;
        if (modal.Modality is Modality.Should)
            return new Verdict(Modality.Should, tokens[0].Lower is "eftersom" || verb.Lemma is "få" ? 0.3 : subject.Actor is Actor.We
                ? Weak : Fair - 0.02, "need", modal.Word);
        // "2031 kommer att bli lärorikt", "Detta kommer att kräva mycket": a forecast
        var forecast = !isOwn && !tokens.Take(predicate.InfinitiveAt).Any(t => t.Lower is "fokus" or "tyngdpunkten" or "fokuset")
            && !(verb.Lemma is "ligga" && tokens.Skip(predicate.InfinitiveAt).Take(3).Any(t => t.Is("grund")))
            && (verb.Sense is VerbSense.Change or VerbSense.State
            || verb.Lemma is "kräva" or "prägla" or "påverka" or "ge" or "leda" or "ta");
        if (!isOwn && subject.To - subject.From == 1
            && (CalendarWords.Season(tokens[subject.From].Lower) is not null || CalendarWords.IsSpan(tokens[subject.From].Lower)))
            return null;
        if (forecast || (!isOwn && predicate.At > 0 && tokens[0].Lower is "detta" or "det" or "2" or "vilket")) return null;
        return new Verdict(Modality.Intends, isOwn || verb.Is(VerbForm.PassiveInfinitive) || verb.Lemma is "ske" ? Likely + 0.03
            : Weak, "modal", $"{modal.Word} … {tokens[predicate.InfinitiveAt].Lower}");
    }

    private static Verdict? OfSubject(List<Token> tokens, Predicate predicate, Modal modal, Subject subject)
    {
        if (modal.Word is "ansvarar" or "svarar")
            return tokens.Exists(t => t.Is("för")) ? new Verdict(Modality.Must, Firm, "responsible", modal.Word) : null;
        if (modal.Word is "fortsätter" && subject.Actor is not Actor.Other)
            return new Verdict(Modality.Intends, subject.Actor is Actor.None ? Fair : Likely, "modal", modal.Word);
        if (subject.Actor is Actor.Members or Actor.Other or Actor.Everybody) return null;
        if (HopesOfOthers(tokens, predicate)) return null;
        if (modal.Word is "önskar" or "räknar" && predicate.Infinitive is null && !tokens.Exists(t => t.Is("att"))) return null;
        return new Verdict(Modality.Intends, subject.Actor is Actor.None ? Fair - 0.1 : Likely, "modal", modal.Word);
    }

    // "Vi räknar med att kommunen …": what others will do is not ours to promise
    private static bool HopesOfOthers(List<Token> tokens, Predicate predicate)
    {
        var that = tokens.FindIndex(predicate.At, t => t.Is("att"));
        return that > 0 && that + 1 < tokens.Count && Actors.Of(tokens[that + 1]) is Actor.Other;
    }

    // "Vid behov kan kansliet hjälpa": an offer of somebody with an office
    private static Verdict? Can(List<Token> tokens, Predicate predicate, Modal modal, Subject subject) =>
        subject.Actor is Actor.Own && predicate.Infinitive is { Sense: VerbSense.Duty or VerbSense.Action } verb && modal.Word is "kan"
            && (verb.Lemma is "bistå" or "hjälpa" or "stödja" or "erbjuda" or "assistera" or "handleda" or "ge"
                || tokens.Exists(t => t.Is("behov")))
            ? new Verdict(Modality.Intends, Weak, "offer", $"kan {verb.Lemma}") : Given(tokens, predicate, modal, subject);

    // "Alla nyinflyttade får en broschyr"
    private static Verdict? Given(List<Token> tokens, Predicate predicate, Modal modal, Subject subject) =>
        modal.Word is "får" && subject.Actor is Actor.Members && predicate.Infinitive is null && predicate.At + 1 < tokens.Count
            && Numbers.IsArticle(tokens[predicate.At + 1].Lower) ? new Verdict(Modality.Intends, Weak, "offer", "får") : null;

    private static Verdict? OfPresent(Passage passage, List<Token> tokens, string lower, Predicate predicate, Subject subject)
    {
        if (predicate.Verb is not { } verb || verb.Form is VerbForm.Past || NotCommitments.IsPresentState(lower, tokens)) return null;
        var isOwn = subject.Actor is Actor.We or Actor.Own;
        if (subject.Actor is Actor.Other or Actor.Everybody) return null;
        var word = tokens[predicate.At].Lower;
        if (predicate.At + 1 < tokens.Count && tokens[predicate.At + 1].Is("detta")) return null;
        if (verb.Lemma is "föreslå" && isOwn && IsOwnProposal(tokens, predicate.At)) return new Verdict(Modality.Intends, Fair, "present-action", word);
        if (verb.Lemma is "göra" && lower.Contains("genom att", StringComparison.Ordinal)) return null;
        if (verb.Lemma is "ha" or "vara" or "bli" or "få" or "veta") return Becomes(passage, tokens, predicate, verb, isOwn);
        if (verb.Sense is VerbSense.State || (verb.Lemma is "stå" && !isOwn)
            || (verb.Lemma is "se" or "föreslå" && !IsSeeTo(tokens, predicate)) && !verb.Is(VerbForm.PassivePresent)) return null;
        if (word is "utvecklas" or "förändras" or "påverkas" or "präglas" or "upplevs") return null;
        // "Föreningen leds av en styrelse" is how it is built; "Varje förening besöks av styrelsen minst en gång under året" is what will happen
        if (verb.Is(VerbForm.PassivePresent) && subject.Actor is Actor.Own && predicate.At + 1 < tokens.Count && tokens[predicate.At + 1].Is("av")
            && !HasTime(passage.Text)) return null;
        if (verb.Is(VerbForm.PassivePresent)) return new Verdict(Modality.Intends, Fair + 0.04, "present-passive", word);
        if (verb.Lemma is "ingå"
            && !tokens.Take(predicate.At).Any(t => t.EndsWith("arbete") || t.EndsWith("arbetet") || t.EndsWith("verksamhet") || t.EndsWith("verksamheten")
            || t.EndsWith("uppdrag") || t.EndsWith("avtal"))) return null;
        if (verb.Lemma is "ske" or "äga" or "ingå") return new Verdict(Modality.Intends, Fair, "present-action", word);
        if (subject.Actor is Actor.Members) return new Verdict(Modality.Intends, Weak, "present-action", word);
        if (isOwn) return verb.Sense is VerbSense.Change ? null
            : new Verdict(Modality.Intends, Likely - (verb.Sense is VerbSense.Duty ? 0.03 : 0), "present-action", word);
        return HasTime(passage.Text) && verb.Sense is VerbSense.Action ? new Verdict(Modality.Intends, Weak + 0.1, "present-action", word)
            : null;
    }

    // "Vårens pjäs har premiär den 27 april", and goals in the present under a heading of goals
    private static Verdict? Becomes(Passage passage, List<Token> tokens, Predicate predicate, Verb verb, bool isOwn)
    {
        if (passage.Chapter.Kind is ChapterKind.Goals && passage.Block is BlockKind.ListItem)
            return new Verdict(Modality.Intends, Fair, "goal", tokens[predicate.At].Lower);
        if (verb.Lemma is "ha" && HasTime(passage.Text) && IsHeldByUs(tokens, predicate.At))
            return new Verdict(Modality.Intends, Fair, "present-action", tokens[predicate.At].Lower);
        if (verb.Lemma is "ha" && predicate.At + 1 < tokens.Count
            && tokens[predicate.At + 1].Lower is "möte" or "möten" or "premiär" or "träff" or "träffar" or "avslutning" or "öppet")
            return new Verdict(Modality.Intends, isOwn || HasTime(passage.Text) ? Fair : Weak, "present-action",
                tokens[predicate.At].Lower);
        return null;
    }

    // "I maj har vi en städdag", but not "I maj har vi haft en städdag"
    private static bool IsHeldByUs(List<Token> tokens, int at)
    {
        if (at == 0 || at + 2 >= tokens.Count || !tokens[at + 1].Is("vi")) return false;
        var held = tokens.Skip(at + 2).Take(6).ToList();
        return (held.Exists(t => ItemRules.IsEvent(t.Lower)) || tokens.Exists(t => CalendarWords.IsWeekday(t.Lower)))
            && !held.Exists(t => Verbs.Find(t.Lower) is { } done && done.Is(VerbForm.Supine));
    }

    // "Styrelsen föreslår att bryggan lagas"; what a meeting or somebody else is to decide is no doing of the year's
    private static bool IsOwnProposal(List<Token> tokens, int at) =>
        at + 2 < tokens.Count && tokens[at + 1].Is("att") && Actors.Of(tokens[at + 2]) is not (Actor.Other or Actor.Everybody)
            && !tokens[at + 2].EndsWith("mötet") && !tokens[at + 2].EndsWith("stämman");

    // "ser till", "ser över"; "ser ett behov" is no doing
    private static bool IsSeeTo(List<Token> tokens, Predicate predicate) =>
        predicate.At + 1 < tokens.Count && tokens.Skip(predicate.At + 1).Take(4).Any(t => t.Lower is "till" or "över")
            && !tokens[predicate.At].Lower.StartsWith("före", StringComparison.Ordinal);

    private static bool HasTime(string text) => Dates.Dues.Find(text, null) is not null;

    private static Verdict? Tail(string text, string lower)
    {
        foreach (var tail in _tails)
            if (lower.Contains(tail, StringComparison.Ordinal) && text.Length < 400)
                return new Verdict(tail.Contains("bör", StringComparison.Ordinal) ? Modality.Should : Modality.Must, Fair, "modal",
                    tail.Trim(' ', ','));
        return null;
    }

    /// <summary>Where it stands makes it more or less sure.</summary>
    private static Verdict? Placed(Verdict verdict, Passage passage)
    {
        var isModal = !verdict.Reasons[0].Code.StartsWith("present", StringComparison.Ordinal);
        var less = passage.Chapter.Kind switch
        {
            ChapterKind.Background => isModal ? 0.12 : 0.38,
            ChapterKind.Ideals => isModal ? 0.2 : 0.4,
            _ when passage.Chapter.IsIntroduction && passage.Block is BlockKind.Paragraph => isModal ? 0.05 : passage.InParagraph ? 0.1
                : 0.36,
            _ => 0,
        };
        if (passage.UnderEntry && !isModal) less += 0.36;
        var confidence = verdict.Confidence - less;
        return confidence < 0.5 ? null : verdict with { Confidence = confidence };
    }
}
