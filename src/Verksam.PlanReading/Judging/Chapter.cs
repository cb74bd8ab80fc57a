using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Judging;

/// <summary>What is to be expected under a heading.</summary>
internal enum ChapterKind
{
    Plain,

    /// <summary>Background, history, present state, who we are: little there is a promise.</summary>
    Background,

    /// <summary>Vision, values, purpose: "ska" there is mostly ideology.</summary>
    Ideals,

    /// <summary>Goals: what stands there is to be reached.</summary>
    Goals,

    /// <summary>Activities, programme, calendar: what stands there is to be done, verb or no verb.</summary>
    Programme,
}

/// <summary>Where in the plan a passage stands.</summary>
/// <param name="Heading">The nearest heading, verbatim; null before the first.</param>
/// <param name="Responsible">Whom a heading that is itself a commitment names.</param>
/// <param name="IsIntroduction">Before the first heading of a plan that has headings.</param>
internal sealed record Chapter(string? Heading, int Level, ChapterKind Kind, string? Responsible = null, bool IsIntroduction = false)
{
    public static readonly Chapter Front = new(null, 0, ChapterKind.Plain);

    private static readonly (ChapterKind Kind, string[] Words)[] _kinds =
    [
        (ChapterKind.Background, ["bakgrund", "nuläge", "historik", "inledning", "om oss", "om kåren", "om förening", "om klubben",
            "vilka vi är", "vilka är vi", "förord", "sammanfattning", "presentation", "om planen", "året som gått", "läget"]),
        (ChapterKind.Ideals, ["vision", "värdegrund", "verksamhetsidé", "syfte", "ändamål", "ideologi", "värdering", "mission",
            "grundsyn"]),
        (ChapterKind.Goals, ["mål ", "mål:", "målsättning", "delmål"]),
        (ChapterKind.Programme, ["aktivitet", "program", "kalend", "planerad", "kurser", "möten", "träffar", "evenemang", "arrangemang",
            "resor", "åtgärd", "insats", "händelser", "tävlingar", "läger", "underhåll", "renovering", "fokus", "priorit", "att göra",
            "ska göra", "uppsättning", "utbildningar", "våren", "hösten", "vi vill"]),
    ];

    /// <summary>The same chapter, under a label such as "Mål:" or "Nuläge:".</summary>
    public Chapter Labelled(FieldKind label) => this with
    {
        Kind = label switch
        {
            FieldKind.Goal => ChapterKind.Goals,
            FieldKind.Activity => ChapterKind.Programme,
            _ => ChapterKind.Background,
        }
    };

    public static ChapterKind KindOf(string heading)
    {
        var lower = heading.InLower().TrimStart("0123456789. ".ToCharArray()) + " ";
        foreach (var (kind, words) in _kinds)
            if (Array.Exists(words, w => lower.Contains(w, StringComparison.Ordinal))) return kind;
        return Words.CalendarWords.Month(lower.Trim()) is not null ? ChapterKind.Programme : ChapterKind.Plain;
    }
}
