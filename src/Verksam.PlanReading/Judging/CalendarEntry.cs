using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Judging;

/// <summary>An entry in a calendar: a day or a month, a mark, and what happens then; or the same in a table, the other way about.</summary>
internal static class CalendarEntry
{
    public static bool IsEntry(string text) => Find(text) is not null;

    /// <summary>Where the date stands and where the event does; the event is empty when nothing is said of the day.</summary>
    public static (TextRange Date, TextRange Event)? Find(string text)
    {
        if (text.Length > 300) return null;
        var tokens = Tokens.Of(text.Length > 120 ? text[..120] : text);
        return First(text, tokens) ?? InLastCell(text);
    }

    /// <summary>Words that say that nothing happens that day.</summary>
    public static bool IsPause(string text)
    {
        foreach (var word in (ReadOnlySpan<string>)["uppehåll", "ledigt", "stängt", "ingen ", "inget ", "inställ", "lov"])
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static (TextRange, TextRange)? First(string text, List<Token> tokens)
    {
        var end = DateEnd(tokens, 0);
        if (end == 0) return null;
        end = After(tokens, end);
        var dateEnd = tokens[end - 1].End;
        if (end >= tokens.Count) return (new TextRange(0, dateEnd), new TextRange(dateEnd, 0));
        var next = tokens[end];
        var mark = next.Lower is ":" or "-" or "–" or "—" or "," or "." || text[dateEnd] == '\t';
        // "Mars är en viktig månad" is a sentence; "12 mars Årsmöte" and "3 juni kl. 10 Utflykt" are entries
        if (!mark && !(next.IsCapital && tokens[0].StartsWithDigit) && !(next.Lower is "kl" or "klockan")) return null;
        var from = end;
        while (from < tokens.Count && !tokens[from].IsWord && !tokens[from].Is("(")) from++;
        return (new TextRange(0, dateEnd), from < tokens.Count ? new TextRange(tokens[from].Start, text.Length - tokens[from].Start)
            : new TextRange(text.Length, 0));
    }

    // (?), a year, a weekday, a time
    private static int After(List<Token> tokens, int i)
    {
        if (i < tokens.Count && Numbers.Year(tokens[i].Lower) is not null) i++;
        if (i + 2 < tokens.Count && tokens[i].Is("(") && tokens[i + 1].Is("?") && tokens[i + 2].Is(")")) i += 3;
        return i;
    }

    /// <summary>The token after a date that begins at a token; the same when none does.</summary>
    public static int DateEnd(List<Token> tokens, int i)
    {
        var start = i;
        if (i < tokens.Count && CalendarWords.IsWeekday(tokens[i].Lower)) i++;
        if (i < tokens.Count && tokens[i].Is("den")) i++;
        if (i < tokens.Count && tokens[i].Lower is "början" or "slutet" or "mitten" && i + 1 < tokens.Count
            && tokens[i + 1].Is("av")) i += 2;
        if (IsDay(tokens, i)) { i = DayEnd(tokens, i); return i > start ? Range(tokens, i) : start; }
        if (i < tokens.Count && tokens[i].Lower is "v" or "vecka" or "v." && WeekEnd(tokens, i) is var week && week > i) return week;
        if (i < tokens.Count && CalendarWords.Month(tokens[i].Lower) is not null) return Range(tokens, i + 1);
        return start;
    }

    // 24 juni – 4 augusti, mars/april, mars och april
    private static int Range(List<Token> tokens, int i)
    {
        if (i + 1 >= tokens.Count || tokens[i].Lower is not ("-" or "–" or "/" or "och" or "till" or "eller")) return i;
        if (IsDay(tokens, i + 1)) return DayEnd(tokens, i + 1);
        return CalendarWords.Month(tokens[i + 1].Lower) is not null ? i + 2 : i;
    }

    private static int WeekEnd(List<Token> tokens, int i)
    {
        var at = i + 1 < tokens.Count && tokens[i + 1].Is(".") ? i + 2 : i + 1;
        if (at >= tokens.Count || !tokens[at].StartsWithDigit) return i;
        return at + 2 < tokens.Count && tokens[at + 1].Lower is "-" or "–" && tokens[at + 2].StartsWithDigit ? at + 3 : at + 1;
    }

    // 8 mars, 1:a maj, 14–15 mars, 14-15 mars, 24. mars
    private static bool IsDay(List<Token> tokens, int i) => DayEnd(tokens, i) > i;

    private static int DayEnd(List<Token> tokens, int i)
    {
        var j = i;
        if (j >= tokens.Count || !IsDayNumber(tokens[j].Lower)) return i;
        j++;
        while (j + 1 < tokens.Count && tokens[j].Lower is "-" or "–" or "." or "och" or "/" or ","
            && IsDayNumber(tokens[j + 1].Lower)) j += 2;
        if (j < tokens.Count && tokens[j].Is(".")) j++;
        if (j < tokens.Count && CalendarWords.Month(tokens[j].Lower) is not null) return j + 1;
        return IsNumericDate(tokens, i) ? i + 3 : i;
    }

    // 27/1
    private static bool IsNumericDate(List<Token> tokens, int i) =>
        i + 2 < tokens.Count && tokens[i + 1].Is("/") && Numbers.Value(tokens[i + 2].Lower) is >= 1 and <= 12
        && tokens[i].StartsWithDigit && Numbers.Value(tokens[i].Lower) is >= 1 and <= 31 && tokens[i + 1].Start == tokens[i].End
            && tokens[i + 2].Start == tokens[i + 1].End;

    private static bool IsDayNumber(string lower)
    {
        var digits = 0;
        while (digits < lower.Length && char.IsAsciiDigit(lower[digits])) digits++;
        if (digits is 0 or > 2 || int.Parse(lower[..digits], System.Globalization.CultureInfo.InvariantCulture) is 0 or > 31) return false;
        var rest = lower[digits..];
        return rest is "" or ":a" or ":e" || (rest[0] is '-' or '–' && IsDayNumber(rest[1..]));
    }

    // "Städdag <tab> vecka 19"
    private static (TextRange, TextRange)? InLastCell(string text)
    {
        var tab = text.LastIndexOf('\t');
        if (tab <= 0) return null;
        var cell = Tokens.Of(text[(tab + 1)..]);
        if (cell.Count is 0 or > 6 || !IsWhen(cell)) return null;
        return (new TextRange(tab + 1, text.Length - tab - 1), new TextRange(0, text.IndexOf('\t', StringComparison.Ordinal)));
    }

    public static bool IsWhen(List<Token> cell) =>
        DateEnd(cell, 0) > 0 || cell.Exists(t => CalendarWords.Month(t.Lower) is not null || CalendarWords.Season(t.Lower) is not null
            || CalendarWords.IsFeast(t.Lower)
            || t.Lower is "löpande" or "årligen" or "varje"
                || (t.Lower.Length == 2 && t.Lower[0] is 'q' or 'k' && t.Lower[1] is >= '1' and <= '4'));
}
