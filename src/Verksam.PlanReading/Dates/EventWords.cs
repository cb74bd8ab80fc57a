using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Dates;

/// <summary>Before the election, at the end of the year, within two weeks, when it is needed.</summary>
internal static class EventWords
{
    private static readonly Endings _events = new(WordList.Split("""
        valet valdagen mötet årsmöte årsmötet möte konferens konferensen kongress kongressen stämma stämman semestern semestrar förhandling förhandlingar
        förhandlingen förhandlingarna förhandlingarnas premiären starten start slut slutet skiftet avslutning avslutningen säsongen
        säsongsstart
        sammanträde sammanträdet helgen lovet sommaren hösten våren vintern terminen mottagningen valrörelsen lägret insparken kandidaturen
        jul julen påsk påsken midsommar nyår advent valborg året mandatperioden skolstarten tentaperiod tentamensperiod månadsskiftet
        """));

    public static DueMatch? At(List<Token> tokens, int i, int? year) => Within(tokens, i) ?? EndOf(tokens, i, year)
        ?? Around(tokens, i, year) ?? Feast(tokens, i, year) ?? Sometime(tokens, i) ?? Coming(tokens, i) ?? HalfOf(tokens, i) ?? RestOf(tokens, i) ?? Needed(tokens, i) ?? Whenever(tokens, i);

    // inom två veckor, senast en vecka efter avslutad förhandling, två veckor före årsmötet
    private static DueMatch? Within(List<Token> tokens, int i)
    {
        if (tokens[i].Lower is not ("inom" or "senast" or "minst") || i + 2 >= tokens.Count || Numbers.Value(tokens[i + 1].Lower) is null) return null;
        if (!tokens[i + 2].Lower.StartsWith("veck", StringComparison.Ordinal)
            && !tokens[i + 2].Lower.StartsWith("dag", StringComparison.Ordinal)
            && !tokens[i + 2].Lower.StartsWith("månad", StringComparison.Ordinal)
                && tokens[i + 2].Lower is not ("arbetsdag" or "arbetsdagar" or "timmar" or "år")) return null;
        var end = i + 3;
        var isBefore = end < tokens.Count && tokens[end].Lower is "före" or "innan";
        if (tokens[i].Is("minst") && !isBefore) return null;
        // "kallelsen går ut minst två veckor före"
        if (isBefore && (end + 1 == tokens.Count || !tokens[end + 1].IsWord)) return new DueMatch(i, end + 1, DueMatch.Date);
        if (tokens[i].Lower is "senast" or "minst" && end + 1 < tokens.Count && tokens[end].Lower is "efter" or "före" or "innan")
            end = tokens[end + 1].EndsWith("d") && end + 2 < tokens.Count ? end + 3 : end + 2;
        return new DueMatch(i, end, DueMatch.Date);
    }

    // innan året är slut, före årets slut, vid terminens början
    private static DueMatch? EndOf(List<Token> tokens, int i, int? year)
    {
        if (tokens[i].Lower is not ("innan" or "före" or "vid" or "till" or "i" or "inför") || i + 2 >= tokens.Count) return null;
        var span = tokens[i + 1].Lower;
        var month = CalendarWords.Month(span);
        if (i + 3 < tokens.Count && tokens[i + 2].Is("är") && tokens[i + 3].Lower is "slut" or "över"
            && (CalendarWords.IsSpan(span) || month is not null))
            return new DueMatch(i, i + 4, DueMatch.Event, year is not { } y ? null : month is { } m
                ? new DaySpan(Days.Year(y).From, Days.Month(y, m).To) : Days.Year(y));
        if (tokens[i + 2].Lower is "slut" or "början" or "start" or "ingång" && span.EndsWith('s'))
            return new DueMatch(i, i + 3, DueMatch.Event, year is { } at && span.EndsWith("årets", StringComparison.Ordinal)
                ? Edge(at, tokens[i + 2].Is("slut"), tokens[i].Lower) : null);
        return null;
    }

    private static DaySpan Edge(int year, bool atEnd, string preposition) =>
        preposition is "innan" or "före" ? Days.Year(year) : atEnd ? Days.At(Days.Year(year).To) : Days.At(Days.Year(year).From);

    // före valet, inför nästa årsmöte, i samband med skolstarten
    private static DueMatch? Around(List<Token> tokens, int i, int? year)
    {
        var at = tokens[i].Lower is "före" or "innan" or "efter" or "inför" or "vid" or "till" or "senast" ? i + 1
            : tokens[i].Is("i") && i + 3 < tokens.Count && tokens[i + 1].Is("samband") && tokens[i + 2].Is("med") ? i + 3 : -1;
        if (at < 0) return null;
        var last = at;
        while (last < tokens.Count && last < at + 3 && !IsEvent(tokens[last].Lower)) last++;
        if (last >= tokens.Count || last >= at + 3 || !tokens[last].IsWord) return null;
        var isVague = tokens[i].Lower is "vid" or "till" && last == at && tokens[at].Lower is "möte" or "möten" or "start" or "slut";
        for (var j = at; j < last; j++)
            if (!tokens[j].IsWord || SmallWords.IsPreposition(tokens[j].Lower)
                || tokens[j].Lower is "ett" or "en" or "att" or "och") isVague = true;
        if (isVague) return null;
        var end = last + 1 < tokens.Count && Numbers.Year(tokens[last + 1].Lower) is { } said ? last + 2 : last + 1;
        // "som antogs vid kongressen 2017": a year gone by is when something was
        if (end == last + 2 && Numbers.Year(tokens[last + 1].Lower) < year) return null;
        if (end == last + 2) year = Numbers.Year(tokens[last + 1].Lower);
        return new DueMatch(i, end, DueMatch.Event, year is { } y ? Placed(tokens[i].Lower, tokens[last].Lower, y) : null);
    }

    public static bool IsEvent(string lower) => _events.Match(lower) && lower is not ("första" or "beslut");

    private static DaySpan? Placed(string preposition, string word, int year)
    {
        var span = word is "valet" or "valen" or "valdagen" or "riksdagsvalet" or "kommunalvalet" or "regionvalet" ? Days.Election(year)
            : Days.Feast(year, word) ?? (CalendarWords.Season(word) is { } season ? Days.Season(year, season) : null);
        if (span is not { } days) return null;
        return preposition switch
        {
            "före" or "innan" or "inför" => days.From > Days.Year(year).From ? new DaySpan(Days.Year(year).From, days.From.AddDays(-1))
                : null,
            "senast" => new DaySpan(Days.Year(year).From, days.To),
            "efter" => days.To < Days.Year(year).To ? new DaySpan(days.To.AddDays(1), Days.Year(year).To) : null,
            _ => days,
        };
    }

    // första advent; jul only after a preposition, for it is part of too many words
    private static DueMatch? Feast(List<Token> tokens, int i, int? year)
    {
        if (!CalendarWords.IsFeast(tokens[i].Lower)) return null;
        var start = i > 0 && tokens[i - 1].Lower is "första" or "andra" ? i - 1 : i;
        if (start == i && !(i > 0 && SmallWords.IsPreposition(tokens[i - 1].Lower))) return null;
        var end = i + 1 < tokens.Count && Numbers.Year(tokens[i + 1].Lower) is not null ? i + 2 : i + 1;
        if (end == i + 2) year = Numbers.Year(tokens[i + 1].Lower);
        return new DueMatch(start, end, DueMatch.Event, year is { } y ? Days.Feast(y, tokens[i].Lower) : null);
    }

    // på lång sikt, i närtid
    private static DueMatch? Sometime(List<Token> tokens, int i)
    {
        if (tokens[i].Is("närtid") && i > 0 && tokens[i - 1].Is("i")) return new DueMatch(i - 1, i + 1, DueMatch.Condition);
        if (tokens[i].Is("sikt") && i > 0 && tokens[i - 1].Is("på")) return new DueMatch(i - 1, i + 1, DueMatch.Condition);
        if (!tokens[i].Is("sikt") || i < 2 || tokens[i - 1].Lower is not ("lång" or "kort" or "längre") || !tokens[i - 2].Is("på"))
            return null;
        return new DueMatch(i - 2, i + 1, DueMatch.Condition);
    }

    // under de närmaste åren, inom de kommande två månaderna
    private static DueMatch? Coming(List<Token> tokens, int i)
    {
        if (tokens[i].Lower is not ("närmaste" or "kommande") || i < 2 || tokens[i - 1].Lower is not ("de" or "det" or "den")
            || tokens[i - 2].Lower is not ("under" or "inom")) return null;
        var unit = i + 2 < tokens.Count && Numbers.Value(tokens[i + 1].Lower) is not null ? i + 2 : i + 1;
        return unit < tokens.Count && (tokens[unit].Lower is "åren" or "månaderna" or "veckorna" or "månaden" or "veckan"
            || CalendarWords.IsSpan(tokens[unit].Lower)) ? new DueMatch(i - 2, unit + 1, DueMatch.Event) : null;
    }

    // andra halvan av verksamhetsåret
    private static DueMatch? HalfOf(List<Token> tokens, int i) =>
        tokens[i].Lower is "halvan" or "hälften" && i > 0 && tokens[i - 1].Lower is "första" or "andra" && i + 2 < tokens.Count
            && tokens[i + 1].Is("av") && (CalendarWords.IsSpan(tokens[i + 2].Lower) || CalendarWords.Season(tokens[i + 2].Lower) is not null)
            ? new DueMatch(i - 1, i + 3, DueMatch.Event) : null;

    // under resten av året
    private static DueMatch? RestOf(List<Token> tokens, int i) =>
        tokens[i].Lower is "resten" or "återstoden" && i + 2 < tokens.Count && tokens[i + 1].Is("av")
            && (CalendarWords.IsSpan(tokens[i + 2].Lower) || CalendarWords.Season(tokens[i + 2].Lower) is not null)
            ? new DueMatch(i, i + 3, DueMatch.Whole) : null;

    private static DueMatch? Needed(List<Token> tokens, int i) =>
        tokens[i].Is("vid") && i + 1 < tokens.Count && tokens[i + 1].Is("behov") && !(i + 2 < tokens.Count && tokens[i + 2].Is("av")) ? new DueMatch(i, i + 2, DueMatch.Condition) : null;

    // "brev skickas när något har hänt"
    private static DueMatch? Whenever(List<Token> tokens, int i)
    {
        if (!tokens[i].Is("när") || i < 2 || i + 2 >= tokens.Count || tokens[i - 1].Is("även")
            || tokens[i + 1].Is("det") && tokens[i + 2].Is("gäller") || !tokens.Take(i).Any(t => Verbs.Find(t.Lower) is { } verb && verb.Is(VerbForm.Finite | VerbForm.Infinitive))) return null;
        var end = i + 1;
        var said = false;
        while (end < tokens.Count && end < i + 9 && tokens[end].IsWord && !(said && Verbs.IsInfinitive(tokens[end].Lower)))
            said |= Verbs.Find(tokens[end++].Lower) is { } verb && verb.Is(VerbForm.Finite);
        return IsLeave(tokens, i, end) ? null : new DueMatch(i, end, DueMatch.Condition);
    }

    // "när de kan", "när man hinner": a leave, no time
    private static bool IsLeave(List<Token> tokens, int from, int to) =>
        tokens.Skip(from).Take(Math.Min(4, to - from)).Any(t => t.Lower is "kan" or "vill" or "hinner" or "orkar" or "önskar");
}
