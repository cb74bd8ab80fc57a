namespace Verksam.PlanReading.Words;

/// <summary>How a Swedish verb is bent.</summary>
internal enum VerbPattern
{
    /// <summary>ordna, ordnar, ordnade.</summary>
    Ar,

    /// <summary>följa, följer, följde; hålla, håller. The past is built for the weak ones only.</summary>
    Er,

    /// <summary>genomföra, genomför, genomförde.</summary>
    R,

    /// <summary>se, ser; ta, tar; nå, når.</summary>
    Short,
}

/// <summary>Builds the forms of a verb from its infinitive.</summary>
internal static class Inflection
{
    public static IEnumerable<(string Word, VerbForm Form)> Of(string lemma, VerbPattern pattern)
    {
        yield return (lemma, VerbForm.Infinitive);
        var stem = pattern is VerbPattern.Short ? lemma : lemma[..^1];
        yield return (lemma + "s", VerbForm.PassiveInfinitive);
        foreach (var form in pattern switch
        {
            VerbPattern.Ar => Ar(lemma),
            VerbPattern.Er => Er(stem),
            VerbPattern.R => R(stem),
            _ => Short(lemma),
        }) yield return form;
    }

    private static (string, VerbForm)[] Ar(string lemma) =>
    [
        (lemma + "r", VerbForm.Present), (lemma + "s", VerbForm.PassivePresent), (lemma + "de", VerbForm.Past),
        (lemma + "des", VerbForm.Past), (lemma + "t", VerbForm.Supine), (lemma + "ts", VerbForm.Supine),
    ];

    private static (string, VerbForm)[] Er(string stem)
    {
        var hard = stem[^1] is 'k' or 'p' or 's' or 't' or 'x';
        var past = stem + (hard ? "te" : "de");
        return
        [
            (stem + "er", VerbForm.Present), (stem + "s", VerbForm.PassivePresent), (stem + "es", VerbForm.PassivePresent),
            (past, VerbForm.Past), (past + "s", VerbForm.Past), (stem + "t", VerbForm.Supine), (stem + "ts", VerbForm.Supine),
        ];
    }

    private static (string, VerbForm)[] R(string stem) =>
    [
        (stem, VerbForm.Present), (stem + "s", VerbForm.PassivePresent), (stem + "de", VerbForm.Past),
        (stem + "des", VerbForm.Past), (stem + "t", VerbForm.Supine), (stem + "ts", VerbForm.Supine),
    ];

    private static (string, VerbForm)[] Short(string lemma) =>
    [
        (lemma + "r", VerbForm.Present), (lemma + "s", VerbForm.PassivePresent), (lemma + "dde", VerbForm.Past),
        (lemma + "ddes", VerbForm.Past), (lemma + "tt", VerbForm.Supine), (lemma + "tts", VerbForm.Supine),
    ];
}
