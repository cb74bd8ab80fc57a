using System.Text;

namespace Verksam.PlanReading.Lines;

/// <summary>Removes what belongs to the page and not to the plan: page numbers, running heads and feet, tables of contents.</summary>
internal static class PageFurniture
{
    public static List<Line> Remove(List<Line> lines)
    {
        var numbered = WithoutTrailingPageNumbers(lines);
        var running = RunningHeads(numbered);
        var kept = new List<Line>(numbered.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var dropped = 0;
        for (var i = 0; i < numbered.Count; i++)
        {
            var line = numbered[i];
            var key = Key(line.Text);
            var isFurniture = line.Text.Length == 0 || IsPageNumber(line) || IsContents(numbered, i)
                || (running.Contains(key) && !seen.Add(key));
            if (isFurniture) { dropped = Math.Max(dropped, 1); continue; }
            // where furniture stood the page was broken, perhaps in the middle of a sentence
            kept.Add(dropped > 0 ? line with { AfterPageBreak = true, Blanks = Math.Max(1, line.Blanks) } : line);
            dropped = 0;
        }
        return kept;
    }

    /// <summary>3, - 3 -, Sida 3, 3 (22), Sid 3 av 10, 3/10.</summary>
    public static bool IsPageNumber(Line line) =>
        line.HeadingLevel is null && IsPageNumber(line.Mark is "-" or "–" ? line.Text.TrimEnd('-', '–', ' ') : line.Text);

    private static bool IsPageNumber(string text)
    {
        if (text.Length is 0 or > 24) return false;
        var rest = text.AsSpan().Trim("-–— ");
        var said = false;
        foreach (var word in (ReadOnlySpan<string>)["sidan", "sida", "sid", "page", "s."])
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)) { rest = rest[word.Length..].Trim(); said = true; break; }
        var digits = Digits(rest);
        if (digits == 0 || digits > 3) return false;
        rest = rest[digits..].Trim();
        return rest.IsEmpty || ((said || rest[0] is '(' or '/' || rest.StartsWith("av ", StringComparison.Ordinal))
            && rest.Trim("()/ av").Length is var left && left == Digits(rest.Trim("()/ av")) && left is > 0 and <= 3);
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var n = 0;
        while (n < text.Length && char.IsAsciiDigit(text[n])) n++;
        return n;
    }

    // "Verksamhetsplan 2022 … Sida 1 (2)": the number goes, the words are then seen to be a running head
    private static List<Line> WithoutTrailingPageNumbers(List<Line> lines) =>
        lines.ConvertAll(line => line.Text.LastIndexOf('\t') is > 0 and var tab && IsPageNumber(line.Text[(tab + 1)..])
            && line.Text.Contains("sid", StringComparison.OrdinalIgnoreCase)
                ? line with { Text = line.Text[..tab], AfterPageBreak = true } : line);

    /// <summary>Lines that come again where pages begin or end.</summary>
    private static HashSet<string> RunningHeads(List<Line> lines)
    {
        var count = new Dictionary<string, (int All, int AtEdge)>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Text.Length > 120 || lines[i].IsListItem) continue;
            var key = Key(lines[i].Text);
            var (all, edge) = count.GetValueOrDefault(key);
            count[key] = (all + 1, edge + (all > 0 && IsAtEdge(lines, i) ? 1 : 0));
        }
        return count.Where(c => c.Value.All > 1 && c.Value.AtEdge >= c.Value.All - 1 && c.Key.Length > 0).Select(c => c.Key)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static bool IsAtEdge(List<Line> lines, int i)
    {
        for (var j = Math.Max(0, i - 2); j <= Math.Min(lines.Count - 1, i + 2); j++)
            if (lines[j].AfterPageBreak || IsPageNumber(lines[j])) return true;
        return false;
    }

    private static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsLetter(c)) key.Append(char.ToLowerInvariant(c));
        return key.ToString();
    }

    private static bool IsContents(List<Line> lines, int i)
    {
        var text = lines[i].Text;
        if (HasLeaders(text)) return true;
        var key = Key(text);
        if (key is not ("innehåll" or "innehållsförteckning")) return i > 0 && EndsWithPage(text) && IsInContents(lines, i);
        return i + 1 < lines.Count && (HasLeaders(lines[i + 1].Text) || EndsWithPage(lines[i + 1].Text));
    }

    // "Inledning ..... 3"
    private static bool HasLeaders(string text)
    {
        var dots = text.IndexOf("...", StringComparison.Ordinal) is >= 0 and var at ? at : text.IndexOf('…', StringComparison.Ordinal);
        return dots > 0 && char.IsAsciiDigit(text[^1]) && text.AsSpan(dots).Trim(".… \t0123456789").IsEmpty;
    }

    private static bool EndsWithPage(string text) =>
        text.Length is > 3 and < 100 && text.LastIndexOfAny([' ', '\t']) is > 0 and var gap && text.Length - gap <= 4
            && Digits(text.AsSpan(gap + 1)) == text.Length - gap - 1;

    // a table of contents without dots: every line back to the word itself ends with a page number
    private static bool IsInContents(List<Line> lines, int i)
    {
        for (var j = i - 1; j >= 0 && i - j < 60; j--)
        {
            if (Key(lines[j].Text) is "innehåll" or "innehållsförteckning") return true;
            if (!EndsWithPage(lines[j].Text) && !HasLeaders(lines[j].Text)) return false;
        }
        return false;
    }
}
