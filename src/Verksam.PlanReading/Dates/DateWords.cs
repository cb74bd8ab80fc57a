using System.Globalization;
using Verksam.PlanReading.Judging;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Dates;

/// <summary>Days, weeks, months, quarters, seasons and years.</summary>
internal static class DateWords
{
    public static DueMatch? At(List<Token> tokens, int i, int? year) =>
        Day(tokens, i, year) ?? Iso(tokens, i) ?? Quarter(tokens, i, year) ?? Month(tokens, i, year) ?? Season(tokens, i, year)
            ?? Whole(tokens, i, year);

    private static DueMatch? Day(List<Token> tokens, int i, int? year)
    {
        if (tokens[i].Is("den") && !(i + 1 < tokens.Count && tokens[i + 1].StartsWithDigit)) return LastOf(tokens, i, year);
        var isWeek = tokens[i].Lower is "v" or "v." or "vecka";
        if (!isWeek && !tokens[i].StartsWithDigit && !tokens[i].Is("den") && !CalendarWords.IsWeekday(tokens[i].Lower)) return null;
        var end = CalendarEntry.DateEnd(tokens, i);
        if (end == i || (!isWeek && !tokens.Skip(i).Take(end - i).Any(t => t.StartsWithDigit))) return null;
        (end, year) = WithYear(tokens, end, year);
        return new DueMatch(i, end, DueMatch.Date, year is { } y ? isWeek ? Week(tokens, i, end, y) : Placed(tokens, i, end, y) : null);
    }

    // den sista juni
    private static DueMatch? LastOf(List<Token> tokens, int i, int? year)
    {
        if (i + 2 >= tokens.Count || !tokens[i + 1].Is("sista") || CalendarWords.Month(tokens[i + 2].Lower) is not { } month) return null;
        return new DueMatch(i, i + 3, DueMatch.Date, year is { } y ? Days.At(Days.Month(y, month).To) : null);
    }

    private static DueMatch? Iso(List<Token> tokens, int i) =>
        tokens[i].Lower.Length == 10
            && DateOnly.TryParseExact(tokens[i].Lower, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DueMatch(i, i + 1, DueMatch.Date, Days.At(day)) : null;

    private static DaySpan? Week(List<Token> tokens, int i, int end, int year)
    {
        for (; i < end; i++)
            if (int.TryParse(tokens[i].Lower.Split('-', '–')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var week))
                return Days.Week(year, week);
        return null;
    }

    // from the first day named to the last, in the month that follows each
    private static DaySpan? Placed(List<Token> tokens, int from, int end, int year)
    {
        DaySpan? span = null;
        var days = new List<int>();
        for (var i = from; i < end; i++)
        {
            foreach (var part in tokens[i].Lower.Split('-', '–'))
                if (int.TryParse(part.Split(':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
                    && day <= 31) days.Add(day);
            if (CalendarWords.Month(tokens[i].Lower) is not { } month) continue;
            foreach (var day in days)
                if (Days.Day(year, month, day) is { } one) span = Union(span, one);
            days.Clear();
        }
        return span ?? (days.Count == 2 ? Days.Day(year, days[1], days[0]) : null);
    }

    public static DaySpan Union(DaySpan? first, DaySpan second) =>
        first is not { } f ? second : new DaySpan(f.From < second.From ? f.From : second.From, f.To > second.To ? f.To : second.To);

    private static DueMatch? Quarter(List<Token> tokens, int i, int? year)
    {
        var lower = tokens[i].Lower;
        var n = lower.Length == 2 && lower[0] is 'q' or 'k' && lower[1] is >= '1' and <= '4' ? lower[1] - '0' : 0;
        var end = i + 1;
        if (lower is "kvartal" && end < tokens.Count && tokens[end].Lower is "1" or "2" or "3" or "4") n = tokens[end++].Lower[0] - '0';
        if (end < tokens.Count && tokens[end].Is("kvartalet")) (n, end) = (lower switch
        {
            "första" => 1,
            "andra" => 2,
            "tredje" =>
            3,
            "fjärde" or "sista" => 4,
            _ => n
        }, end + 1);
        return n == 0 ? null : new DueMatch(i, end, DueMatch.Date, year is { } y ? Days.Quarter(y, n) : null);
    }

    private static DueMatch? Month(List<Token> tokens, int i, int? year)
    {
        if (CalendarWords.Month(tokens[i].Lower) is not { } month || tokens[i].Lower.Length < 3) return null;
        if (i > 0 && tokens[i - 1].StartsWithDigit) return null;
        var (end, y) = WithYear(tokens, i + 1, year);
        var start = i > 1 && tokens[i - 1].Is("av") && tokens[i - 2].Lower is "början" or "slutet" or "mitten" ? i - 2 : i;
        var placed = i == 0 || (i > 0
            && (SmallWords.IsPreposition(tokens[i - 1].Lower) || tokens[i - 1].Lower is "och" or "/" or "–" or "-" or "(" or "," or "av"
            || end == tokens.Count || end + 1 == tokens.Count && tokens[end].Is(".")));
        if (!placed) return null;
        if (end + 1 < tokens.Count && tokens[end].Lower is "/" or "–" or "-" or "och" or "till"
            && CalendarWords.Month(tokens[end + 1].Lower) is { } second)
            return new DueMatch(start, end + 2, DueMatch.Event, y is { } y2 && second >= month
                ? new DaySpan(Days.Month(y2, month).From, Days.Month(y2, second).To) : null);
        return new DueMatch(start, end, DueMatch.Event, y is { } y1 ? Days.Month(y1, month) : null);
    }

    private static DueMatch? Season(List<Token> tokens, int i, int? year)
    {
        if (CalendarWords.Season(tokens[i].Lower) is not { } season || (tokens[i].EndsWith("s") && season is not "vår")) return null;
        if (tokens[i].Is("vår") || tokens[i].Lower is "sommar" or "höst" or "vinter" && !(i > 0 && tokens[i - 1].Is("i"))) return null;
        if (tokens[i].EndsWith("ens")) return null;
        var (end, y) = WithYear(tokens, i + 1, year);
        return new DueMatch(i, end, DueMatch.Season, y is { } at ? Days.Season(at, season) : null);
    }

    // under 2022, under valåret 2022, i år, under året
    private static DueMatch? Whole(List<Token> tokens, int i, int? year)
    {
        var before = i > 0 ? tokens[i - 1].Lower : "";
        if (CalendarWords.IsSpan(tokens[i].Lower) && before is "under" or "för" or "hela" or "över"
            && !(i + 1 < tokens.Count && tokens[i + 1].Lower is "slut" or "är"))
        {
            var (end, y) = WithYear(tokens, i + 1, year);
            return new DueMatch(i, end, DueMatch.Whole, y is { } at && tokens[i].EndsWith("året") ? Days.Year(at) : null);
        }
        // a year gone by is when something was, not when it is due
        if (Numbers.Year(tokens[i].Lower) is { } said && !(said < year)
            && (before is "under" or "för" or "senast" or "till" or "år" or "före" or "innan" or "i" or "efter"
            || (IsLast(tokens, i) && before is not ("som" or "än" or "sedan" or "födda" or "från" or "sen"))))
            return new DueMatch(before is "år" && i > 1 ? i - 1 : i, i + 1, before is "under" or "för" or "i" or "år" ? DueMatch.Whole
                : DueMatch.Event, Days.Year(said));
        if (before is "detta" or "nästa" && tokens[i].Is("år")) return new DueMatch(i - 1, i + 1, DueMatch.Whole,
            before is "detta" && year is { } thisYear ? Days.Year(thisYear) : null);
        return before is "i" && tokens[i].Is("år") ? new DueMatch(i, i + 1, DueMatch.Whole, year is { } now ? Days.Year(now) : null) : null;
    }

    private static bool IsLast(List<Token> tokens, int i) =>
        i > 0 && (i + 1 == tokens.Count || (i + 2 == tokens.Count && tokens[i + 1].Is(".")));

    private static (int End, int? Year) WithYear(List<Token> tokens, int end, int? year) =>
        end < tokens.Count && Numbers.Year(tokens[end].Lower) is { } said ? (end + 1, said) : (end, year);
}
