using System.Collections.Frozen;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages;

/// <summary>The forms of the verbs that plans are made of, built by one rule for a language; a row may name forms of its own.</summary>
internal sealed class VerbForms(Func<string, IEnumerable<(string Word, VerbForm Form)>> bend, params (VerbSense Sense, string Lemmas)[] table)
{
    private readonly FrozenDictionary<string, Verb> _forms = table
        .SelectMany(row => WordList.Split(row.Lemmas).SelectMany(lemma => bend(lemma).Select(f => (f.Word, f.Form, Lemma: lemma, row.Sense))))
        .GroupBy(f => f.Word, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => new Verb(g.First().Lemma, g.First().Sense, g.Aggregate(VerbForm.None, (all, f) => all | f.Form)),
            StringComparer.Ordinal);

    public Verb? Find(string lower) => _forms.TryGetValue(lower, out var verb) ? verb : null;

    /// <summary>The first infinitive from a place on, in the same clause.</summary>
    public Verb? InfinitiveAfter(List<Token> tokens, int from)
    {
        for (var i = from; i < tokens.Count && i < from + 14; i++)
            if (Find(tokens[i].Lower) is { } verb && verb.Is(VerbForm.Infinitive | VerbForm.PassiveInfinitive)) return verb;
        return null;
    }
}
