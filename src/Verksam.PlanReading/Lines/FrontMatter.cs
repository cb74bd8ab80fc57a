using Verksam.PlanReading.Judging;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Lines;

/// <summary>Finds the title of a plan and what stands around it: whose it is, when it was adopted.</summary>
internal static class FrontMatter
{
    public const int LookAt = 14;

    private static readonly string[] _planWords =
        ["verksamhetsplan", "arbetsplan", "handlingsplan", "verksamhetsinriktning", "handlingsprogram", "verksamhetsprogram", "årsplan",
            "verksamhetsplanering", "plan för"];

    private static readonly string[] _bylines =
        ["förslag", "styrelsens förslag", "distriktsstyrelsens förslag", "antagen", "antaget", "fastställd", "beslutad", "reviderad",
            "version", "upprättad",
         "godkänd", "utkast", "gäller", "av styrelsen", "till årsmötet", "bilaga", "datum", "dnr", "proposition"];

    /// <summary>Which line is the title (or -1), and how many lines belong to the front.</summary>
    public static (int Title, int Length) Find(List<Line> lines)
    {
        var title = Title(lines);
        if (title < 0) return (-1, 0);
        var end = title + 1;
        while (end < lines.Count && end < LookAt && (IsByline(lines[end]) || IsName(lines, end) || IsPartOfTitle(lines, end))) end++;
        return (title, end);
    }

    public static bool IsTitle(Line line) =>
        (!line.EndsSentence || !line.Text.Contains(' ', StringComparison.Ordinal) || EndsWithYear(line.Text)) && !line.IsListItem && line.Text.Length <= 130
            && WordCount(line.Text) <= 14 && HasPlanWord(line.Text)
        && !Sentences.Predicate.IsSentence(line.Text);

    /// <summary>"Verksamhetsplan 2026": no words but the plan's own.</summary>
    public static bool SaysOnlyPlan(Line line) => IsTitle(line) && Tokens.Of(line.Text).TrueForAll(IsFiller);

    private static int Title(List<Line> lines)
    {
        var until = Math.Min(lines.Count, LookAt);
        for (var i = 0; i < until; i++)
            if (lines[i].HeadingLevel == 0) return i;
        for (var i = 0; i < until; i++)
        {
            if (IsTitle(lines[i])) return i;
            // a title does not come after running text
            if (lines[i].EndsSentence && lines[i].Text.Length > 80) break;
        }
        return lines.Count > 1 && IsPlainTitle(lines[0]) && (lines.Count > 2 && Headings.IsShort(lines[1]) || NamesOnlyTheYear(lines[0])) ? 0 : -1;
    }

    // "VERKSAMHETSPLAN FÖR RODDKLUBBEN 2026."
    private static bool EndsWithYear(string text) => text.Length > 6 && text[^1] == '.' && Year(text[^5..^1]) is not null;

    // "Vad vi gör 2019": no word for plan, but a year, and a heading after it
    private static bool IsPlainTitle(Line line) =>
        Headings.IsShort(line) && (line.HeadingLevel == 1 || Year(line.Text) is not null) && !line.HasCells
            && !CalendarEntry.IsEntry(line.Text);

    // "Verksamhetsplan / för / Roddklubben": a title set on many lines
    private static bool IsPartOfTitle(List<Line> lines, int i) => lines[i].Text is "för" or "för:" || lines[i - 1].Text.EndsWith("för", StringComparison.Ordinal);

    // "Verksamhetsår 2026"
    private static bool NamesOnlyTheYear(Line line) => Tokens.Of(line.Text).TrueForAll(t => IsFiller(t) || t.Is("verksamhetsår"));

    private static bool IsByline(Line line)
    {
        if (line.IsListItem || line.Text.Length > 130) return false;
        var lower = line.Text.InLower();
        return Array.Exists(_bylines, b => lower.StartsWith(b, StringComparison.Ordinal)) || IsTitle(line) || IsDate(lower)
            || IsSigned(lower);
    }

    // "Skriven av … 2016-01-19"
    private static bool IsSigned(string lower) => lower.StartsWith("skriven av", StringComparison.Ordinal)
        || lower.StartsWith("av ", StringComparison.Ordinal);

    private static bool IsDate(string lower) =>
        Tokens.Of(lower).TrueForAll(t => !t.IsWord || t.StartsWithDigit || CalendarWords.Month(t.Lower) is not null || t.Is("den")
            || t.Is("år"));

    private static bool IsName(List<Line> lines, int i)
    {
        if (!Headings.IsShort(lines[i]) || lines[i].HasCells || lines[i].HeadingLevel is > 1 || lines[i].Mark is not null) return false;
        if (i + 1 < lines.Count && IsByline(lines[i + 1])) return true;
        var tokens = Tokens.Of(lines[i].Text);
        if (tokens.Count > 1 && tokens.TrueForAll(t => t.IsCapital)
            && tokens.Exists(t => t.End - t.Start > 3 && !IsUpper(lines[i].Text[t.Start..t.End]))) return true;
        return tokens.Count > 1 && tokens[0].IsCapital && !tokens.Exists(t => t.Is("och"))
            && tokens.FindAll(t => t.IsCapital).Count > 1
                && (tokens.Exists(t => Actors.Of(t) is Actor.Own) || lines[i].Text.Contains("parti", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsUpper(string word) => !word.Any(char.IsLower);

    public static int? Year(string text)
    {
        foreach (var token in Tokens.Of(text))
        {
            if (Numbers.Year(token.Lower) is { } year) return year;
            // 2022-01-11 and 2024-2025 are single tokens
            if (token.Lower.Length > 4 && token.Lower[4] == '-' && Numbers.Year(token.Lower[..4]) is { } first) return first;
        }
        return null;
    }

    /// <summary>The organisation in a line: what is left without the plan's word, years and little words. Null when nothing is.</summary>
    public static string? Organisation(string line)
    {
        var start = 0;
        var end = line.Length;
        if (line.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma) end = comma;
        if (line.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket && bracket < end) end = bracket;
        var words = Tokens.Of(line[..end]);
        var last = words.Count - 1;
        var first = 0;
        while (first <= last && IsFiller(words[first])) first++;
        while (last >= first && IsFiller(words[last])) last--;
        // "Kårens namn – verksamhetsplan 2024": the plan's word stands inside
        var inside = words.FindIndex(first, Math.Max(0, last - first + 1), t => HasPlanWord(t.Lower));
        if (inside > first) { last = inside - 1; while (last >= first && IsFiller(words[last])) last--; }
        if (first > last) return null;
        start = words[first].Start;
        var name = line[start..words[last].End];
        // a name begins with a capital; what is left of "Förslag från styrelsen" does not, and an address is nobody's name
        var isName = char.IsUpper(name[0]) && !name.Contains("://", StringComparison.Ordinal);
        return !isName || Array.Exists(_bylines, b => line[start..].StartsWith(b, StringComparison.OrdinalIgnoreCase)) ? null : name;
    }

    private static bool IsFiller(Token token) =>
        !token.IsWord || token.StartsWithDigit || CalendarWords.Month(token.Lower) is not null || HasPlanWord(token.Lower)
        || token.Lower is "för" or "till" or "år" or "året" or "verksamhetsåret" or "läsåret" or "och" or "budget" or "förslag" or "v"
            or "i" or "vad" or "gör";

    private static bool HasPlanWord(string text)
    {
        var lower = text.InLower();
        return Array.Exists(_planWords, w => lower.Contains(w, StringComparison.Ordinal));
    }

    private static int WordCount(string text) => text.AsSpan().Count(' ') + 1;
}
