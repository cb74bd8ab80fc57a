using System.Collections.Frozen;

namespace Verksam.PlanReading.Words;

/// <summary>What a verb says of the organisation when it stands in a plan.</summary>
internal enum VerbSense
{
    /// <summary>Something is arranged, produced or carried out.</summary>
    Action,

    /// <summary>A standing responsibility or a manner of working.</summary>
    Duty,

    /// <summary>Something comes to be so: in a promise, a goal.</summary>
    Change,

    /// <summary>Something is so: in plain present never a promise.</summary>
    State,
}

[Flags]
internal enum VerbForm
{
    None = 0,
    Infinitive = 1,
    PassiveInfinitive = 2,
    Present = 4,
    PassivePresent = 8,
    Past = 16,
    Supine = 32,
    Finite = Present | PassivePresent | Past,
}

internal readonly record struct Verb(string Lemma, VerbSense Sense, VerbForm Form)
{
    public bool Is(VerbForm form) => (Form & form) != VerbForm.None;
}

/// <summary>Every form of every verb in <see cref="VerbTable"/>, built by rule, and a guess for verbs that are not there.</summary>
internal static class Verbs
{
    // forms that are far more often another word: kör (choir), delar (parts), hyr- is fine
    private static readonly FrozenSet<string> _otherWords = WordList.Set("""
        kör delar delas leder mål ställer börs vår möte ring start test stöd lån fest utes röster former lager
        följande bygger del tal plan prov hål antal fel kurs ses-över tränade byte deras
        """);

    private static readonly FrozenDictionary<string, Verb> _forms = Build();

    public static Verb? Find(string lower) => _forms.TryGetValue(lower, out var verb) ? verb : Guess(lower);

    public static bool IsInfinitive(string lower) => _forms.TryGetValue(lower, out var verb) && verb.Is(VerbForm.Infinitive);

    // -era verbs are open-ended ("digitalisera"); -as is a passive unless it is a genitive ("medlemmarnas", "skolans")
    private static Verb? Guess(string lower)
    {
        if (lower.Length < 5 || _otherWords.Contains(lower)) return null;
        if (Ends(lower, "erar")) return new Verb(lower[..^1], VerbSense.Action, VerbForm.Present);
        if (Ends(lower, "erades") || Ends(lower, "erade")) return new Verb(lower, VerbSense.Action, VerbForm.Past);
        if (Ends(lower, "erats") || Ends(lower, "erat")) return new Verb(lower, VerbSense.Action, VerbForm.Supine);
        if (Ends(lower, "ades")) return new Verb(lower, VerbSense.Action, VerbForm.Past);
        if (lower.Length > 6 && Ends(lower, "era")) return new Verb(lower, VerbSense.Action, VerbForm.Infinitive);
        if (Ends(lower, "as") && !Ends(lower, "nas") && !Ends(lower, "jas"))
            return new Verb(lower[..^1], VerbSense.Action, VerbForm.PassivePresent | VerbForm.PassiveInfinitive);
        return null;
    }

    private static bool Ends(string word, string suffix) => word.EndsWith(suffix, StringComparison.Ordinal);

    private static FrozenDictionary<string, Verb> Build()
    {
        var forms = new Dictionary<string, Verb>(StringComparer.Ordinal);
        foreach (var (sense, pattern, lemmas) in VerbTable.Rows)
            foreach (var lemma in lemmas)
                foreach (var (word, form) in Inflection.Of(lemma, pattern))
                    if (!_otherWords.Contains(word))
                        forms[word] = forms.TryGetValue(word, out var known) && string.Equals(known.Lemma, lemma, StringComparison.Ordinal)
                            ? known with { Form = known.Form | form }
                            : forms.TryGetValue(word, out known) ? known : new Verb(lemma, sense, form);
        foreach (var (word, verb) in VerbTable.Irregular) forms[word] = verb;
        return forms.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
