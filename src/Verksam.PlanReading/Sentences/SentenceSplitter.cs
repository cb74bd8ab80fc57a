using System.Collections.Frozen;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Sentences;

/// <summary>Cuts running text into sentences.</summary>
internal static class SentenceSplitter
{
    private static readonly FrozenSet<string> _abbreviations = WordList.Set("""
        t.ex ex m.m m.fl mm mfl bl.a bla kl ca nr osv o.s.v etc dvs d.v.s s.k resp jfr inkl exkl max min st t.o.m tom f.d fr.o.m pga p.g.a
        tel ev obs fig kap sid s bil dr prof v vol red dir ang alt avd fgg forts i.e
        m.a.o o.d dyl o.dyl f.ö eg el för-en sk tex va å
        """);

    /// <summary>The sentences of a range of the text, trimmed; together they cover all of its words.</summary>
    public static List<TextRange> Split(string text, TextRange range)
    {
        var sentences = new List<TextRange>();
        var start = range.Start;
        for (var i = range.Start; i < range.End; i++)
        {
            if (text[i] is not ('.' or '!' or '?' or '…')) continue;
            var end = Closed(text, i + 1, range.End);
            if (!IsEnd(text, start, i, end, range.End)) continue;
            Add(sentences, text, start, end);
            start = end;
            i = end - 1;
        }
        Add(sentences, text, start, range.End);
        return sentences;
    }

    private static void Add(List<TextRange> sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) sentences.Add(new TextRange(start, end - start));
    }

    // ." ?) ... all belong to the sentence they close
    private static int Closed(string text, int i, int end)
    {
        while (i < end && text[i] is '.' or '!' or '?' or '"' or '”' or '’' or ')' or '\'' or '»' or '…') i++;
        return i;
    }

    private static bool IsEnd(string text, int start, int stop, int after, int end)
    {
        if (after >= end) return true;
        if (!char.IsWhiteSpace(text[after])) return false;
        var next = after;
        while (next < end && char.IsWhiteSpace(text[next])) next++;
        if (next >= end) return true;
        if (char.IsLower(text[next]) || text[next] is '–' or '-' or ':' or ',' || (stop > start && text[stop - 1] == '(')) return false;
        return text[stop] != '.' || !IsAbbreviation(text, start, stop, next);
    }

    private static bool IsAbbreviation(string text, int start, int stop, int next)
    {
        var from = stop;
        while (from > start && !char.IsWhiteSpace(text[from - 1]) && text[from - 1] is not ('(' or '/' or '"')) from--;
        var word = text[from..stop];
        if (word.Length == 0) return false;
        if (word.Length == 1 && char.IsUpper(word[0])) return true;
        var lower = word.InLower();
        // "m.m." and "osv." often close a sentence: then a capital follows; before a name or a number they do not
        if (lower is "m.m" or "mm" or "m.fl" or "mfl" or "osv" or "o.s.v" or "etc" or "o.d" or "o.dyl" or "s" or "å")
            return char.IsAsciiDigit(text[next]);
        // "till okt." closes a sentence too, but "jan. 12" does not
        if (lower is "jan" or "feb" or "mar" or "apr" or "jun" or "jul" or "aug" or "sept" or "sep" or "okt" or "nov" or "dec")
            return char.IsAsciiDigit(text[next]);
        return _abbreviations.Contains(lower) || (word.Length <= 2 && word.All(char.IsAsciiDigit) && from == start);
    }
}
