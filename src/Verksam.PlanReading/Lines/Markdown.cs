namespace Verksam.PlanReading.Lines;

/// <summary>Takes Markdown's marks away and keeps what they say: headings, bold lines, table cells.</summary>
internal static class Markdown
{
    public static List<Line> Apply(List<Line> lines)
    {
        var plain = new List<Line>(lines.Count);
        foreach (var line in lines)
        {
            if (IsRule(line.Text))
            {
                // a row of = or - under a line makes that line a heading
                if (plain.Count > 0 && line.Blanks == 0 && line.Text[0] is '=' && plain[^1].Mark is null) plain[^1] =
                    plain[^1] with { HeadingLevel = 1 };
                continue;
            }
            plain.Add(Plain(line));
        }
        return plain;
    }

    private static bool IsRule(string text) =>
        text.Length >= 3 && text[0] is '=' or '-' or '_' or '*' or '|' && text.AsSpan().Trim("=-_*|: ").IsEmpty;

    private static Line Plain(Line line)
    {
        var text = line.Text;
        var hashes = text.Length - text.AsSpan().TrimStart('#').Length;
        if (hashes is > 0 and <= 6 && text.Length > hashes && text[hashes] is ' ' or '\t')
            return line with
            {
                Text = Emphasis(text[hashes..].Trim().TrimEnd('#').Trim()) is { Length: > 0 } heading ? heading
                : text,
                HeadingLevel = hashes
            };
        if (text.StartsWith("> ", StringComparison.Ordinal)) text = text[2..].TrimStart();
        if (text.Length > 2 && text[0] == '|' && text[^1] == '|') text = Cells(text);
        var bold = IsBold(text);
        // a mark taken away may leave a letter beside its accent
        var plain = Cleaning.Composed(Emphasis(text).Trim());
        return plain.Length == 0 ? line : line with { Text = plain, Bold = line.Bold || bold };
    }

    private static string Cells(string text) =>
        string.Join('\t', text.Trim('|').Split('|').Select(c => c.Trim()).Where(c => c.Length > 0));

    private static bool IsBold(string text) =>
        text.Length > 4 && (Wrapped(text, "**") || Wrapped(text, "__")) && text.AsSpan(2, text.Length - 4).IndexOf("**") < 0;

    private static bool Wrapped(string text, string mark) =>
        text.StartsWith(mark, StringComparison.Ordinal) && text.EndsWith(mark, StringComparison.Ordinal);

    /// <summary>Removes paired marks of emphasis; a lone asterisk is a character like any other.</summary>
    private static string Emphasis(string text)
    {
        foreach (var mark in (ReadOnlySpan<string>)["**", "__", "*", "_", "`"])
            if (text.Contains(mark, StringComparison.Ordinal)) text = WithoutPairs(text, mark);
        return text;
    }

    private static string WithoutPairs(string text, string mark)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        var from = 0;
        while (NextPair(text, mark, from) is { } pair)
        {
            kept.Append(text, from, pair.Open - from).Append(text, pair.Open + mark.Length, pair.Close - pair.Open - mark.Length);
            from = pair.Close + mark.Length;
        }
        return kept.Append(text, from, text.Length - from).ToString();
    }

    private static (int Open, int Close)? NextPair(string text, string mark, int from)
    {
        var open = text.IndexOf(mark, from, StringComparison.Ordinal);
        if (open < 0 || open + mark.Length >= text.Length) return null;
        var close = text.IndexOf(mark, open + mark.Length, StringComparison.Ordinal);
        if (close < 0 || close == open + mark.Length) return null;
        var outside = open == 0 || !char.IsLetterOrDigit(text[open - 1]);
        var tight = !char.IsWhiteSpace(text[open + mark.Length]) && !char.IsWhiteSpace(text[close - 1]);
        var ends = close + mark.Length >= text.Length || !char.IsLetterOrDigit(text[close + mark.Length]);
        return outside && tight && ends ? (open, close) : null;
    }
}
