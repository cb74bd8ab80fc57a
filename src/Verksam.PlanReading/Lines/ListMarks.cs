namespace Verksam.PlanReading.Lines;

/// <summary>Tells the mark of a list item from its words.</summary>
internal static class ListMarks
{
    private const string Bullets = "•●○◦▪■□►▶▸→➢➤✓✔☐·‣⁃∙★";
    private const string NeedSpace = "-–—*+o";

    /// <summary>The mark and where the words begin; null when the line has none.</summary>
    public static (string Mark, int After)? Find(string text)
    {
        if (text.Length < 2) return null;
        var c = text[0];
        if (Bullets.Contains(c, StringComparison.Ordinal) || c is >= '\uE000' and <= '\uF8FF') return (text[..1], SkipSpace(text, 1));
        if (NeedSpace.Contains(c, StringComparison.Ordinal) && char.IsWhiteSpace(text[1])) return (text[..1], SkipSpace(text, 1));
        // many leave out the space; "-talet" is the end of a year broken over two lines
        if (c is '-' or '–' && char.IsLetter(text[1]) && !text.StartsWith("-tal", StringComparison.Ordinal)) return (text[..1], 1);
        // some pages turn a bullet into this sign; before a number it is the sign itself
        if (c is '§' && SkipSpace(text, 1) is > 1 and var after && after < text.Length && char.IsLetter(text[after])) return ("§", after);
        return Numbered(text);
    }

    // 1.  12)  (3)  a)  (b)  1.2  1.2.3 ; never "1. maj" nor "2. a": what follows a number with a period must not be a lower-case month
    private static (string, int)? Numbered(string text)
    {
        var i = text[0] == '(' ? 1 : 0;
        var start = i;
        while (i < text.Length && i - start < 10
            && (char.IsAsciiDigit(text[i]) || (text[i] == '.' && i > start && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))) i++;
        var digits = i > start;
        if (!digits && i < text.Length && char.IsAsciiLetterLower(text[i])) i++;
        if (i == start || i >= text.Length) return null;
        var dotted = digits && text.AsSpan(start, i - start).Contains('.');
        var closed = text[i] == ')' || (text[i] == '.' && start == 0);
        if (closed) i++;
        if ((!closed && !dotted) || i >= text.Length || !char.IsWhiteSpace(text[i]) || (!digits && text[i - 1] == '.')) return null;
        var after = SkipSpace(text, i);
        var ordinal = digits && text[i - 1] == '.' && after < text.Length && char.IsLower(text[after]) && StartsWithMonth(text, after);
        return ordinal || after >= text.Length || (dotted && !closed && LooksLikeTime(text[start..i])) ? null : (text[..i], after);
    }

    private static bool StartsWithMonth(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return Words.CalendarWords.Month(text[at..end]) is not null;
    }

    // "18.30 Middag" is a time, "18.3 Middag" is not
    private static bool LooksLikeTime(string number) => number.Length - number.IndexOf('.', StringComparison.Ordinal) == 3;

    private static int SkipSpace(string text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
        return i;
    }
}
