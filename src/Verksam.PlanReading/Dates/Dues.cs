
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Dates;

/// <summary>Finds when a commitment is due, in its own words and, when they can be placed, in days.</summary>
internal static class Dues
{
    public static DueFound? Find(string text, int? year)
    {
        var tokens = Tokens.Of(text.Length > 600 ? text[..600] : text);
        DueMatch? best = null;
        var matches = All(tokens, year);
        foreach (var match in matches)
            if (best is not { } b || match.Rank < b.Rank) best = match;
        return best is { } found ? Written(text, tokens, Joined(matches, found, tokens)) : null;
    }

    private static List<DueMatch> All(List<Token> tokens, int? year)
    {
        var matches = new List<DueMatch>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].IsWord) continue;
            DueMatch? found = null;
            foreach (var match in (ReadOnlySpan<DueMatch?>)[RecurrenceWords.At(tokens, i), EventWords.At(tokens, i, year),
                DateWords.At(tokens, i, year)])
                if (match is { } m && (found is not { } f || m.End - m.Start > f.End - f.Start)) found = m;
            if (found is not { } hit) continue;
            // "andra torsdagen i varje månad" is seen again from its middle
            while (matches.Count > 0 && matches[^1].Start >= hit.Start) matches.RemoveAt(matches.Count - 1);
            matches.Add(hit);
            i = Math.Max(i, hit.End - 1);
        }
        return matches;
    }

    // "varje månad från april till oktober", "i april och i november": what stands together belongs together
    private static DueMatch Joined(List<DueMatch> matches, DueMatch best, List<Token> tokens)
    {
        var at = matches.IndexOf(best);
        for (var i = at + 1; i < matches.Count && IsNext(tokens, best.End, matches[i].Start); i++)
            best = best with
            {
                End = matches[i].End,
                Days = best.Days is { } d && matches[i].Days is { } e ? DateWords.Union(d, e)
                : best.Days ?? matches[i].Days
            };
        return best;
    }

    private static bool IsNext(List<Token> tokens, int from, int to)
    {
        if (to - from > 3) return false;
        for (var i = from; i < to; i++)
            if (tokens[i].Lower is not ("och" or "," or "i" or "från" or "till" or "under" or "den" or "samt" or "eller" or "–" or "av"
                or "hela")) return false;
        return true;
    }

    private static DueFound Written(string text, List<Token> tokens, DueMatch match)
    {
        var start = match.Start;
        var deadline = "";
        while (start > 0 && IsLeading(tokens[start - 1].Lower)
            && !(match.Rank == DueMatch.Date && tokens[start - 1].Is("under") && tokens[start].StartsWithDigit))
        {
            start--;
            if (tokens[start].Lower is "senast" or "före" or "innan") deadline = tokens[start].Lower;
        }
        if (start > 1 && tokens[start - 1].Is("med") && tokens[start - 2].Is("början")) start -= 2;
        var words = text[tokens[start].Start..tokens[match.End - 1].End];
        var days = match.Days;
        if (days is { } d && deadline.Length > 0) days = deadline is "senast" ? new DaySpan(Days.Year(d.To.Year).From, d.To) : Before(d);
        return new DueFound(words, days?.From, days?.To, match.Every);
    }

    private static DaySpan? Before(DaySpan days) =>
        days.From > Days.Year(days.From.Year).From ? new DaySpan(Days.Year(days.From.Year).From, days.From.AddDays(-1)) : null;

    private static bool IsLeading(string lower) =>
        lower is "senast" or "före" or "innan" or "under" or "till" or "i" or "den" or "från" or "vid" or "inför" or "efter" or "minst"
            or "hela" or "på" or "år" or "första" or "slutet" or "tidig" or "tidigt" or "sen" or "sent";
}
