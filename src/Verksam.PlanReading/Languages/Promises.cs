using Verksam.PlanReading.Judging;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages;

/// <summary>What a sentence promises: how strongly, who, and which verb does the work.</summary>
internal sealed record Promise(Verdict Verdict, Verb? Verb, string? Responsible, bool IsGoal = false, bool IsDuty = false);

/// <summary>Decides whether a sentence is a promise, with the tables of a language.</summary>
internal sealed class Promises(LanguageRules rules)
{
    private readonly PromiseWords _words = rules.Promise;
    private readonly Subjects _subjects = new(rules);

    public bool IsSentence(string text) => Tokens.Of(text) is { Count: > 2 } tokens && rules.Plan.Questions.At(tokens, 0) == 0 && (Modal(tokens) >= 0 || _words.States.Find(tokens, 1) > 0
        || tokens.FindIndex(1, t => rules.Verbs.Find(t.Lower) is { } verb && verb.Form is VerbForm.Present) > 0);

    /// <summary>Where the first modal stands; -1 without one.</summary>
    public int Modal(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
            if (ModalAt(tokens, i) is not null) return i;
        return -1;
    }

    public (Modality Modality, int Length, string Code)? ModalAt(List<Token> tokens, int i)
    {
        if (_words.Aims.At(tokens, i) is > 0 and var aim) return (Modality.Intends, aim, "aim");
        if (_words.Charged.At(tokens, i) is > 0 and var charged) return (Modality.Must, charged, "responsible");
        if (_words.Encouraged.At(tokens, i) is > 0 and var encouraged) return (Modality.Encouraged, encouraged, "encouraged");
        if (_words.Should.At(tokens, i) is > 0 and var should) return (Modality.Should, should, "modal");
        if (_words.Must.At(tokens, i) is > 0 and var must) return (Modality.Must, must, "modal");
        return _words.Intends.At(tokens, i) is > 0 and var intends ? (Modality.Intends, intends, "modal") : null;
    }

    public Promise? Judge(string text, ChapterKind chapter)
    {
        var tokens = Tokens.Of(text);
        if (tokens.Count < 3 || tokens[^1].Is("?") || _words.Never.In(tokens)) return null;
        var from = 0;
        while (NextVerb(tokens, from) is >= 0 and var at)
        {
            if (At(text, tokens, from, at, chapter) is { } promise) return promise;
            // what does not promise may be followed by what does: "We were 45, and we shall be 60"
            from = _words.Joints.Find(tokens, at + 1);
            if (from < 0) return null;
            from += _words.Joints.At(tokens, from);
        }
        return null;
    }

    // the first verb that no subordinate clause has claimed
    private int NextVerb(List<Token> tokens, int from)
    {
        var owed = 0;
        for (var i = from; i < tokens.Count; i++)
        {
            if (tokens[i].Is(",")) { owed = 0; continue; }
            if (ModalAt(tokens, i) is null && _words.Openers.At(tokens, i) > 0) { owed++; continue; }
            if (!IsFinite(tokens, i)) continue;
            if (owed == 0) return i;
            owed--;
        }
        return -1;
    }

    private bool IsFinite(List<Token> tokens, int i) => ModalAt(tokens, i) is not null || _words.States.At(tokens, i) > 0 || IsPresent(tokens, i);

    // a verb beside one of ours, or a passive: nouns that look like verbs stand elsewhere
    private bool IsPresent(List<Token> tokens, int i) => rules.Verbs.Find(tokens[i].Lower) is { } verb && (verb.Is(VerbForm.PassivePresent)
        || verb.Is(VerbForm.Present) && (_subjects.IsOurs(tokens, i - 1) || i + 1 < tokens.Count && _words.We.At(tokens, i + 1) > 0 || _subjects.IsOurs(tokens, i + 1)));

    private Promise? At(string text, List<Token> tokens, int from, int at, ChapterKind chapter)
    {
        if (ModalAt(tokens, at) is not { } modal) return OfPresent(text, tokens, from, at, chapter);
        var after = at + modal.Length;
        if (_words.Not.Find(tokens, after, after + 3) >= 0 || _words.Not.At(tokens, after - 1) > 0) return null;
        var subject = _subjects.Of(tokens, from, at, after);
        if (subject.Actor is Actor.Other || subject.Actor is Actor.Everybody && modal.Code is "modal") return null;
        var isOwn = subject.Actor is Actor.We or Actor.Own;
        if (chapter is ChapterKind.Ideals && !isOwn) return null;
        if (modal is { Modality: Modality.Intends, Code: "modal" } && !isOwn && !IsPassive(tokens, after)) return null;
        var verb = rules.Verbs.InfinitiveAfter(tokens, after);
        var verdict = new Verdict(modal.Modality, modal.Modality is Modality.Must ? 0.92 : isOwn || modal.Code is not "modal" ? 0.85 : 0.78, modal.Code,
            text[tokens[at].Start..tokens[after - 1].End]);
        return new Promise(verdict, verb, Responsible(text, tokens, subject, modal.Modality, after), modal.Code is "aim", modal.Code is "responsible");
    }

    private string? Responsible(string text, List<Token> tokens, Subject subject, Modality modality, int after) => subject.Actor switch
    {
        Actor.Own => subject.In(text, tokens),
        Actor.Members when modality is Modality.Encouraged => subject.In(text, tokens),
        _ => _subjects.Agent(text, tokens, after),
    };

    private bool IsPassive(List<Token> tokens, int after)
    {
        if (_words.Passive.Find(tokens, after, after + 4) >= 0) return true;
        return rules.Verbs.InfinitiveAfter(tokens, after) is { } verb && verb.Is(VerbForm.PassiveInfinitive);
    }

    private Promise? OfPresent(string text, List<Token> tokens, int from, int at, ChapterKind chapter)
    {
        if (chapter is ChapterKind.Background or ChapterKind.Ideals || rules.Verbs.Find(tokens[at].Lower) is not { } verb) return null;
        if (verb.Is(VerbForm.Past) || _words.Not.Find(tokens, at + 1, at + 4) >= 0 || !IsPresent(tokens, at)) return null;
        var subject = _subjects.Of(tokens, from, at, at + 1);
        if (subject.Actor is not (Actor.We or Actor.Own) && !verb.Is(VerbForm.PassivePresent)) return null;
        return new Promise(new Verdict(Modality.Intends, 0.8, "present-action", tokens[at].Lower), verb,
            subject.Actor is Actor.Own ? subject.In(text, tokens) : _subjects.Agent(text, tokens, at + 1));
    }
}
