using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Judging;

/// <summary>What a labelled line holds: "Mål: …", "Ansvarig: …".</summary>
internal enum FieldKind
{
    Goal,
    Activity,
    Responsible,
    When,

    /// <summary>Present state, purpose, budget: no promise.</summary>
    Other,
}

/// <summary>A labelled line; <paramref name="Value"/> is where its value begins.</summary>
internal readonly record struct Field(FieldKind Kind, int Value, bool IsNumberedGoal);

/// <summary>Knows the labels that plans use.</summary>
internal static class Fields
{
    private static readonly (string Label, FieldKind Kind)[] _labels =
    [
        ("mål", FieldKind.Goal), ("målen", FieldKind.Goal), ("målsättningar", FieldKind.Goal), ("delmål", FieldKind.Goal), ("målsättning", FieldKind.Goal), ("effektmål", FieldKind.Goal),
            ("huvudmål", FieldKind.Goal),
        ("mätbart mål", FieldKind.Goal), ("övergripande mål", FieldKind.Goal), ("årets mål", FieldKind.Goal),
            ("kortsiktigt mål", FieldKind.Goal),
        ("långsiktigt mål", FieldKind.Goal),
        ("aktivitet", FieldKind.Activity), ("aktiviteter", FieldKind.Activity), ("åtgärd", FieldKind.Activity),
            ("åtgärder", FieldKind.Activity),
        ("insats", FieldKind.Activity), ("insatser", FieldKind.Activity), ("vad", FieldKind.Activity), ("uppgift", FieldKind.Activity),
            ("uppdrag", FieldKind.Activity),
        ("ansvarig", FieldKind.Responsible), ("ansvariga", FieldKind.Responsible), ("ansvar", FieldKind.Responsible),
            ("vem", FieldKind.Responsible), ("verksamhetsansvarig", FieldKind.Responsible), ("huvudansvarig", FieldKind.Responsible),
        ("när", FieldKind.When), ("klart", FieldKind.When), ("klart senast", FieldKind.When), ("tid", FieldKind.When),
            ("tidpunkt", FieldKind.When),
        ("datum", FieldKind.When), ("deadline", FieldKind.When), ("tidsplan", FieldKind.When), ("senast", FieldKind.When),
            ("färdigt", FieldKind.When),
        ("nuläge", FieldKind.Other), ("dagsläge", FieldKind.Other), ("dagsläget", FieldKind.Other), ("nuläget", FieldKind.Other),
            ("bakgrund", FieldKind.Other), ("syfte", FieldKind.Other), ("varför", FieldKind.Other),
            ("kommentar", FieldKind.Other),
        ("budget", FieldKind.Other), ("kostnad", FieldKind.Other), ("resurser", FieldKind.Other), ("plats", FieldKind.Other),
            ("exempel", FieldKind.Other),
        ("status", FieldKind.Other), ("utfall", FieldKind.Other), ("målgrupp", FieldKind.Other), ("obs", FieldKind.Other),
            ("vision", FieldKind.Other),
        ("pris", FieldKind.Other), ("tema", FieldKind.Other), ("källa", FieldKind.Other), ("kontakt", FieldKind.Other),
            ("information", FieldKind.Other),
    ];

    /// <summary>The label a line begins with ("Delmål 2: …", "Ansvarig: …"); null when it has none or nothing follows.</summary>
    public static Field? Find(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 2 or > 28 || colon + 2 >= text.Length || !char.IsWhiteSpace(text[colon + 1])) return null;
        var label = text[..colon].InLower();
        var bare = label.TrimEnd("0123456789. ".ToCharArray());
        var kind = Kind(bare);
        return kind is null ? null : new Field(kind.Value, colon + 2, kind is FieldKind.Goal && bare.Length < label.Length);
    }

    /// <summary>
    /// What a line of its own says of what stands under it: "Mål 2026:", "Övergripande mål:", "Förslag på åtgärder:". It names no
    /// subject, so the chapter is the one it stands in. Null when the line is no label.
    /// </summary>
    public static FieldKind? Label(string text)
    {
        if (text.Length is < 3 or > 40 || text[^1] != ':') return null;
        var words = Tokens.Of(text[..^1]).FindAll(t => t.IsWord && !t.StartsWithDigit);
        if (words.Count is 0 or > 5) return null;
        var head = words.FindIndex(t => SmallWords.IsPreposition(t.Lower)) is > 0 and var preposition ? preposition - 1 : words.Count - 1;
        // "Exempel på insatser:" is a subject like any other
        return words[head].Is("exempel") ? null : Kind(words[^1].Lower) ?? Kind(words[head].Lower);
    }

    /// <summary>"Ansvarig", "Tidsplan" as a line of its own: who and when, no doing.</summary>
    public static FieldKind? Aside(string text) => Kind(text) is (FieldKind.Responsible or FieldKind.When) and var kind ? kind : null;

    /// <summary>What a column of a table holds, by its head.</summary>
    public static FieldKind? Kind(string label)
    {
        var lower = label.InLower().Trim().TrimEnd('?', ':');
        var at = Array.FindIndex(_labels, l => string.Equals(l.Label, lower, StringComparison.Ordinal));
        return at < 0 ? null : _labels[at].Kind;
    }
}
