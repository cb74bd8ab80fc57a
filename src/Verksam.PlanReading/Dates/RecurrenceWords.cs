using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Dates;

/// <summary>How often.</summary>
internal static class RecurrenceWords
{
    public static DueMatch? At(List<Token> tokens, int i) => Times(tokens, i) ?? Every(tokens, i) ?? Weekday(tokens, i)
        ?? PerUnit(tokens, i) ?? Adverb(tokens, i);

    // minst en gång per termin, två gånger om året, 3 ggr/år
    private static DueMatch? Times(List<Token> tokens, int i)
    {
        var at = tokens[i].Lower is "minst" or "åtminstone" or "högst" or "cirka" or "ca" ? i + 1 : i;
        if (at + 1 >= tokens.Count || Numbers.Value(tokens[at].Lower) is null) return null;
        if (at + 3 < tokens.Count && tokens[at + 1].Lower is "-" or "–" or "till"
            && Numbers.Value(tokens[at + 2].Lower) is not null) at += 2;
        if (tokens[at + 1].Lower is not ("gång" or "gånger" or "ggr" or "dagar" or "kvällar")) return null;
        var per = at + 2;
        if (per + 1 < tokens.Count && tokens[per].Lower is "per" or "i" or "om" or "under" or "/" or "varje" or "pr"
            && IsPeriod(tokens[per + 1].Lower))
            return new DueMatch(i, per + 2, DueMatch.Recurrence, null, Unit(tokens[per + 1].Lower));
        return null;
    }

    // varje månad, varannan vecka, var tredje månad, vid varje möte
    private static DueMatch? Every(List<Token> tokens, int i)
    {
        var word = tokens[i].Lower;
        if (word is not ("varje" or "varannan" or "vartannat" or "var" or "vart") || i + 1 >= tokens.Count) return null;
        var unit = word is "var" or "vart" && i + 2 < tokens.Count && Ordinal(tokens[i + 1].Lower) ? i + 2 : i + 1;
        if (word is "var" or "vart" && unit == i + 1) return null;
        var isUnit = CalendarWords.IsUnit(tokens[unit].Lower) || tokens[unit].Lower is "månads";
        var before = i > 0 ? tokens[i - 1].Lower : "";
        if (!isUnit && (before is not ("vid" or "inför" or "före" or "efter" or "i" or "under") || !IsOccasion(tokens[unit].Lower)))
            return null;
        var start = isUnit && i > 2 && before is "i" && CalendarWords.IsWeekday(tokens[i - 2].Lower) && Ordinal(tokens[i - 3].Lower) ? i - 3
            : isUnit && i > 1 && CalendarWords.IsWeekday(before) && Ordinal(tokens[i - 2].Lower) ? i - 2 : i;
        var end = unit + 1;
        if (end < tokens.Count && tokens[end].Is("under") && end + 1 < tokens.Count
            && CalendarWords.IsSpan(tokens[end + 1].Lower.Replace("tid", "en", StringComparison.Ordinal))) end += 2;
        return new DueMatch(start, end, isUnit ? DueMatch.Recurrence
            : DueMatch.Event, null, string.Join(' ', tokens.Skip(i).Take(unit + 1 - i).Select(t => t.Lower)));
    }

    // "vid varje dörr" is a place
    private static bool IsOccasion(string lower) =>
        EventWords.IsEvent(lower)
            || lower is "tillfälle" or "nummer" or "match" or "tävling" or "träning" or "träff" or "terminsstart" or "arrangemang"
            or "aktivitet";

    // andra torsdagen i månaden; måndagar och torsdagar
    private static DueMatch? Weekday(List<Token> tokens, int i)
    {
        if (!CalendarWords.IsWeekday(tokens[i].Lower)) return null;
        if (i > 0 && Ordinal(tokens[i - 1].Lower) && i + 2 < tokens.Count && tokens[i + 1].Is("i") && tokens[i + 2].Is("månaden"))
            return new DueMatch(i > 1 && tokens[i - 2].Is("den") ? i - 2 : i - 1, i + 3, DueMatch.Recurrence, null, "månad");
        if (!tokens[i].EndsWith("ar") && !tokens[i].EndsWith("arna")) return null;
        var end = i + 1;
        while (end + 1 < tokens.Count && tokens[end].Lower is "och" or "," && CalendarWords.IsWeekday(tokens[end + 1].Lower)) end += 2;
        return new DueMatch(i, end, DueMatch.Recurrence, null, "vecka");
    }

    // per år, i kvartalet, om dagen
    private static DueMatch? PerUnit(List<Token> tokens, int i)
    {
        if (i + 1 >= tokens.Count || i == 0) return null;
        var next = tokens[i + 1].Lower;
        var isPer = tokens[i].Lower is "per" or "pr" && IsPeriod(next);
        var isIn = tokens[i].Lower is "i" or "om"
            && next is "kvartalet" or "månaden" or "veckan" or "året" or "halvåret" or "dagen" or "terminen";
        return isPer || isIn ? new DueMatch(i, i + 2, DueMatch.Recurrence, null, Unit(next)) : null;
    }

    private static DueMatch? Adverb(List<Token> tokens, int i) => tokens[i].Lower switch
    {
        "månadsvis" or "månadsvisa" or "månatlig" or "månatliga" or "månatligt" or "månatligen" => new DueMatch(i, i + 1, DueMatch.Recurrence, null, "månad"),
        "veckovis" or "veckovisa" => new DueMatch(i, i + 1, DueMatch.Recurrence, null, "vecka"),
        "årligen" => new DueMatch(i, i + 1, DueMatch.Recurrence, null, "år"),
        "kvartalsvis" or "kvartalsvisa" => new DueMatch(i, i + 1, DueMatch.Recurrence, null, "kvartal"),
        "terminsvis" or "terminsvisa" => new DueMatch(i, i + 1, DueMatch.Recurrence, null, "termin"),
        "löpande" or "fortlöpande" or "kontinuerligt" or "regelbundet" => new DueMatch(i, i + 1, DueMatch.Condition, null, "löpande"),
        _ => null,
    };

    private static bool Ordinal(string lower) => lower is "första" or "andra" or "tredje" or "fjärde" or "femte" or "sista";

    private static bool IsPeriod(string lower) => CalendarWords.IsUnit(lower) || CalendarWords.IsSpan(lower) || lower is "dagen";

    /// <summary>månaden → månad.</summary>
    public static string Unit(string lower) => lower switch
    {
        "månaden" => "månad",
        "veckan" => "vecka",
        "året" or "verksamhetsåret" => "år",
        "kvartalet" => "kvartal",
        "terminen" => "termin",
        "halvåret" => "halvår",
        "dagen" => "dag",
        "säsongen" => "säsong",
        "perioden" => "period",
        _ => lower,
    };
}
