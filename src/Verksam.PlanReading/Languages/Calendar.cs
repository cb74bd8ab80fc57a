using Verksam.PlanReading.Dates;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages;

/// <summary>Finds when something is due, with the tables of a language.</summary>
internal sealed class Calendar(LanguageRules rules)
{
    private const int Longest = 600;
    private readonly TimeWords _words = rules.Time;

    public DueFound? Find(string text, int? year)
    {
        var tokens = Tokens.Of(text.Length > Longest ? text[..Longest] : text);
        DueMatch? best = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(tokens, i, year) is not { } match) continue;
            var joined = Joined(tokens, match, year);
            if (best is not { } b || joined.Rank < b.Rank) best = joined;
            i = joined.End - 1;
        }
        return best is { } found ? Written(text, tokens, found) : null;
    }

    /// <summary>"12 May: Annual meeting": where the date ends and what is to happen begins; null when a line is no entry.</summary>
    public (TextRange Date, TextRange Event)? Entry(string text)
    {
        if (text.Length > 300) return null;
        var tokens = Tokens.Of(text);
        var first = tokens.Count > 0 && _words.Weekdays.Contains(tokens[0].Lower) ? 1 : 0;
        if (At(tokens, first, null) is not { Rank: DueMatch.Date or DueMatch.Event or DueMatch.Season } match || match.Start != first) return null;
        match = Joined(tokens, match, null);
        if (match.End + 1 >= tokens.Count || tokens[match.End].Lower is not (":" or "-" or "–" or "—") && text[tokens[match.End - 1].End] != '\t') return null;
        var from = tokens[match.End].IsWord ? match.End : match.End + 1;
        return (new TextRange(0, tokens[match.End - 1].End), new TextRange(tokens[from].Start, text.Length - tokens[from].Start));
    }

    private DueMatch? At(List<Token> tokens, int i, int? year) =>
        Recurrence(tokens, i) ?? Day(tokens, i, year) ?? Week(tokens, i, year) ?? Month(tokens, i, year) ?? Season(tokens, i, year) ?? Moment(tokens, i, year);

    // every month, every second Thursday; twice a year; monthly
    private DueMatch? Recurrence(List<Token> tokens, int i)
    {
        if (_words.Recurring.At(tokens, i) is > 0 and var alone) return new DueMatch(i, i + alone, DueMatch.Recurrence, null, tokens[i].Lower);
        if (_words.Every.At(tokens, i) is > 0 and var every && i + every < tokens.Count && _words.IsUnit(tokens[i + every].Lower))
            return new DueMatch(i, i + every + 1, DueMatch.Recurrence, null, tokens[i + every].Lower);
        var start = i;
        if (rules.Count.Value(tokens[i].Lower) is not null || rules.Count.Articles.Contains(tokens[i].Lower)) i++;
        if (_words.Times.At(tokens, i) is not (> 0 and var times)) return null;
        i += times;
        if (_words.Per.At(tokens, i) is not (> 0 and var per) || i + per >= tokens.Count || !_words.IsUnit(tokens[i + per].Lower)) return null;
        return new DueMatch(start, i + per + 1, DueMatch.Recurrence, null, tokens[i + per].Lower);
    }

    // 12. mai 2026, 12th of May, May 12, 14–16 July
    private DueMatch? Day(List<Token> tokens, int i, int? year)
    {
        if (DayNumber(tokens, i) is { } day)
        {
            var next = i + 1;
            var last = day;
            if (next + 1 < tokens.Count && tokens[next].Is(".")) next++;
            if (next + 1 < tokens.Count && tokens[next].Lower is "-" or "–" && DayNumber(tokens, next + 1) is { } to) { last = to; next += 2; }
            if (next + 1 < tokens.Count && tokens[next].Lower is "." or "of") next++;
            return next < tokens.Count && _words.Month(tokens[next].Lower) is { } month ? Dated(tokens, i, next + 1, year, (month, day, last)) : null;
        }
        return _words.Month(tokens[i].Lower) is { } first && rules.Code == "en" && DayNumber(tokens, i + 1) is { } second
            ? Dated(tokens, i, i + 2, year, (first, second, second)) : null;
    }

    private static DueMatch Dated(List<Token> tokens, int start, int end, int? year, (int Month, int From, int To) day)
    {
        if (end + 1 < tokens.Count && tokens[end].Is(",") && Numbers.Year(tokens[end + 1].Lower) is not null) end++;
        if (end < tokens.Count && Numbers.Year(tokens[end].Lower) is { } said) (year, end) = (said, end + 1);
        DaySpan? days = year is { } y && Days.Day(y, day.Month, day.From) is { } from && Days.Day(y, day.Month, day.To) is { } to && from.From <= to.To
            ? new DaySpan(from.From, to.To) : null;
        return new DueMatch(start, end, DueMatch.Date, days);
    }

    private static int? DayNumber(List<Token> tokens, int i)
    {
        if (i >= tokens.Count || !tokens[i].StartsWithDigit) return null;
        var bare = tokens[i].Lower.TrimEnd("stndrh.".ToCharArray());
        return bare.Length < 3 && int.TryParse(bare, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var day)
            && day is >= 1 and <= 31 ? day : null;
    }

    private DueMatch? Week(List<Token> tokens, int i, int? year)
    {
        if (_words.Week.At(tokens, i) == 0 || i + 1 >= tokens.Count || !tokens[i + 1].StartsWithDigit) return null;
        var week = rules.Count.Value(tokens[i + 1].Lower);
        return new DueMatch(i, i + 2, DueMatch.Date, year is { } y && week is { } w and > 0 and < 60 ? Days.Week(y, (int)w) : null);
    }

    // a month's name alone: "march" and "may" are words of other kinds too
    private DueMatch? Month(List<Token> tokens, int i, int? year)
    {
        if (_words.Month(tokens[i].Lower) is not { } month || rules.Code == "en" && !tokens[i].IsCapital) return null;
        if (i > 0 && !IsLed(tokens, i) && _words.Between.At(tokens, i - 1) == 0 && i + 1 < tokens.Count && !tokens[i + 1].Is(".")) return null;
        var end = i + 1;
        if (end < tokens.Count && Numbers.Year(tokens[end].Lower) is { } said) (year, end) = (said, end + 1);
        return new DueMatch(i, end, DueMatch.Event, year is { } y ? Days.Month(y, month) : null);
    }

    private DueMatch? Season(List<Token> tokens, int i, int? year) =>
        _words.Season(tokens[i].Lower) is { } season && (IsLed(tokens, i) || tokens.Count < 3)
            ? new DueMatch(i, i + 1, DueMatch.Season, year is { } y ? Days.Season(y, season) : null) : null;

    // before the summer holidays, after the election, by the end of 2026, in 2026
    private DueMatch? Moment(List<Token> tokens, int i, int? year)
    {
        if (!IsLed(tokens, i)) return null;
        if (Numbers.Year(tokens[i].Lower) is { } said) return said < year ? null : new DueMatch(i, i + 1, DueMatch.Whole, Days.Year(said));
        // within two weeks
        if (i + 1 < tokens.Count && (rules.Count.Value(tokens[i].Lower) is not null || rules.Count.Articles.Contains(tokens[i].Lower)) && _words.IsUnit(tokens[i + 1].Lower)) return new DueMatch(i, i + 2, DueMatch.Event);
        return _words.Moments.At(tokens, i) is > 0 and var length ? new DueMatch(i, i + length, DueMatch.Event) : null;
    }

    private bool IsLed(List<Token> tokens, int i) => Lead(tokens, i) < i;

    // where the little words that belong to what stands at a token begin
    private int Lead(List<Token> tokens, int i)
    {
        for (var n = 0; n < 4; n++)
        {
            var before = i;
            for (var length = Math.Min(5, i); length > 0; length--)
                if (Leads(tokens, i - length) == length) { i -= length; break; }
            if (i == before) break;
        }
        return i;
    }

    private int Leads(List<Token> tokens, int i) =>
        Math.Max(Math.Max(_words.Until.At(tokens, i), _words.Before.At(tokens, i)), _words.Leading.At(tokens, i));

    // "from March to May", "each Tuesday and Thursday"
    private DueMatch Joined(List<Token> tokens, DueMatch match, int? year)
    {
        for (var n = 0; n < 3 && match.End + 1 < tokens.Count; n++)
        {
            var between = _words.Between.At(tokens, match.End);
            var next = match.End + Math.Max(between, match.Rank == DueMatch.Recurrence ? _words.Leading.At(tokens, match.End) : 0);
            if (next == match.End || next >= tokens.Count) break;
            if (match.Rank == DueMatch.Recurrence && _words.Weekdays.Contains(tokens[next].Lower)) { match = match with { End = next + 1 }; continue; }
            if (Recurrence(tokens, next) is { } again && match.Rank == DueMatch.Recurrence) { match = match with { End = again.End }; continue; }
            if ((Day(tokens, next, year) ?? Month(tokens, next, year)) is not { } other) break;
            match = match with { End = other.End, Days = match.Days is { } d && other.Days is { } e ? DateWords.Union(d, e) : match.Days };
        }
        return match;
    }

    private DueFound Written(string text, List<Token> tokens, DueMatch match)
    {
        var start = Lead(tokens, match.Start);
        var days = match.Days;
        if (days is { } d && _words.Until.Find(tokens, start, match.Start) >= 0) days = new DaySpan(Days.Year(d.To.Year).From, d.To);
        else if (days is { } b && _words.Before.Find(tokens, start, match.Start) >= 0)
            days = b.From.DayOfYear > 1 ? new DaySpan(Days.Year(b.From.Year).From, b.From.AddDays(-1)) : null;
        return new DueFound(text[tokens[start].Start..tokens[match.End - 1].End], days?.From, days?.To, match.Every);
    }
}
