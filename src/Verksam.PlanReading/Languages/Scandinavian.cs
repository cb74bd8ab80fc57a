using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages;

/// <summary>How verbs bend in Norwegian and Danish: arrangere, arrangerer, arrangeres; in nynorsk arrangerar, haldast.</summary>
internal static class Scandinavian
{
    public static IEnumerable<(string Word, VerbForm Form)> Bend(string lemma)
    {
        yield return (lemma, VerbForm.Infinitive);
        if (lemma.EndsWith('s')) { yield return (lemma, VerbForm.Present); yield break; }
        yield return (lemma + "r", VerbForm.Present);
        yield return (lemma + "s", VerbForm.PassiveInfinitive | VerbForm.PassivePresent);
        if (!lemma.EndsWith('e')) yield break;
        var stem = lemma[..^1];
        yield return (stem + "ar", VerbForm.Present);
        yield return (stem + "ast", VerbForm.PassiveInfinitive);
        foreach (var past in (string[])["te", "ede", "et"]) yield return (stem + past, VerbForm.Past);
    }
}
