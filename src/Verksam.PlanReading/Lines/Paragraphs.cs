namespace Verksam.PlanReading.Lines;

/// <summary>Joins lines that were broken by the width of a page, and leaves those that were broken on purpose.</summary>
internal static class Paragraphs
{
    public static List<Line> Join(List<Line> lines)
    {
        var width = WrapWidth(lines);
        var joined = new List<Line>(lines.Count);
        var parts = new List<string>();
        Line? last = null;
        foreach (var line in lines)
        {
            if (last is not null && Continues(joined[^1], last, line, width)) parts.Add(line.Text);
            else
            {
                Close(joined, parts);
                joined.Add(line);
                parts.Add(line.Text);
            }
            last = line;
        }
        Close(joined, parts);
        return joined;
    }

    private static void Close(List<Line> joined, List<string> parts)
    {
        if (parts.Count > 1) joined[^1] = joined[^1] with { Text = Glue(parts) };
        parts.Clear();
    }

    private static string Glue(List<string> parts)
    {
        var text = new System.Text.StringBuilder();
        foreach (var part in parts)
        {
            if (text.Length == 0) text.Append(part);
            else if (!EndsInHyphen(text)) text.Append(' ').Append(part);
            else if (StartsWithAnd(part)) text.Append(' ').Append(part);
            else
            {
                if (IsSoft(text, part)) text.Length--;
                text.Append(part);
            }
        }
        return text.ToString();
    }

    private static bool EndsInHyphen(System.Text.StringBuilder text) =>
        text.Length > 1 && text[^1] == '-' && char.IsLetterOrDigit(text[^2]);

    // "arbets-" + "och": the hyphen stands for the rest of a word
    private static bool StartsWithAnd(string part) => part.StartsWith("och ", StringComparison.Ordinal)
        || part.StartsWith("eller ", StringComparison.Ordinal) || part.StartsWith("respektive ", StringComparison.Ordinal)
            || part.StartsWith("samt ", StringComparison.Ordinal);

    // "verksam-" + "heten" loses its hyphen; "e-" + "post", "3D-" + "skrivare", "AK-" + "möte", "Nord-" + "Sverige" keep it
    private static bool IsSoft(System.Text.StringBuilder text, string part)
    {
        if (!char.IsLower(part[0])) return false;
        var letters = 0;
        for (var i = text.Length - 2; i >= 0 && char.IsLetterOrDigit(text[i]); i--)
        {
            if (char.IsUpper(text[i]) && i > 0 && char.IsLetterOrDigit(text[i - 1])) return false;
            if (char.IsAsciiDigit(text[i])) return false;
            letters++;
        }
        return letters > 1 && char.IsLower(text[^2]);
    }

    /// <summary>The width the source was wrapped at, or null when it was not wrapped.</summary>
    private static int? WrapWidth(List<Line> lines)
    {
        if (lines.Count < 2) return null;
        var widths = lines.Where(l => !l.HasCells).Select(l => l.Width).Order().ToList();
        if (widths.Count < 2) return null;
        var width = widths[widths.Count < 20 ? ^1 : ^(1 + (widths.Count / 20))];
        if (width is > 170 or < 25) return null;
        var adjacent = 0;
        var broken = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Blanks > 0 || lines[i].IsListItem) continue;
            adjacent++;
            if (lines[i].StartsLower && !lines[i - 1].EndsSentence && lines[i - 1].Width >= 0.6 * width) broken++;
        }
        return broken >= 1 && broken * 8 >= adjacent ? width : null;
    }

    private static bool Continues(Line first, Line last, Line line, int? width)
    {
        if (line.IsListItem || line.HeadingLevel is not null || last.HeadingLevel is not null || line.HasCells || last.HasCells)
            return false;
        var blanks = line.Blanks > (line.AfterPageBreak ? 3 : 1);
        if (last.Text.Length > 2 && last.Text[^1] == '-' && char.IsLetter(last.Text[^2]) && line.StartsLower && !blanks) return true;
        // under a list mark, what is set in belongs to the item
        if (first.Mark is not null && line.Blanks == 0 && line.Indent > first.Indent && (line.StartsLower || last.EndsSentence))
            return true;
        // unwrapped sources too hold a stray break in the middle of a sentence
        if (line.Blanks == 0 && line.StartsLower && !last.EndsSentence && last.Width >= 70 && line.Bold == last.Bold) return true;
        if (width is not { } w || blanks) return false;
        var space = line.Text.IndexOf(' ', StringComparison.Ordinal);
        var next = last.Width + 1 + (space < 0 ? line.Text.Length : space);
        if (line.Blanks > 0) return line.StartsLower && !last.EndsSentence && (next > 0.7 * w || line.AfterPageBreak)
            && line.Bold == last.Bold;
        if (line.StartsLower && !last.EndsSentence) return next > 0.7 * w;
        if (line.Bold != last.Bold) return false;
        if (first.IsListItem && line.Indent <= first.Indent && last.EndsSentence) return false;
        return last.Width > 0.6 * w && next > (last.EndsSentence ? 0.86 : 0.8) * w && !(last.EndsSentence && LooksLikeHeading(line, w));
    }

    private static bool LooksLikeHeading(Line line, int width) =>
        !line.EndsSentence && line.Width < 0.6 * width && line.Text.Length > 0
            && (char.IsUpper(line.Text[0]) || char.IsAsciiDigit(line.Text[0]));
}
