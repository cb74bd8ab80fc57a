using System.Globalization;

namespace Verksam.PlanReading.Words;

/// <summary>Cuts a text into tokens in one pass.</summary>
internal static class Tokens
{
    // several rules look at the same words one after the other; nobody changes a list of tokens
    [ThreadStatic]
    private static (string Text, List<Token> Tokens) _last;

    public static List<Token> Of(string text)
    {
        if (!ReferenceEquals(_last.Text, text)) _last = (text, Cut(text));
        return _last.Tokens;
    }

    private static List<Token> Cut(string text)
    {
        var tokens = new List<Token>((text.Length / 6) + 2);
        var i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i])) { i++; continue; }
            var end = IsWordChar(text[i]) ? WordEnd(text, i) : i + 1;
            tokens.Add(Make(text, i, end));
            i = end;
        }
        return tokens;
    }

    private static Token Make(string text, int start, int end)
    {
        var lower = text[start..end].InLower();
        return new Token(lower, start, end, IsWordChar(text[start]), char.IsUpper(text[start]));
    }

    private static int WordEnd(string text, int i)
    {
        i++;
        while (i < text.Length && (IsWordChar(text[i]) || IsInside(text, i))) i++;
        // "region- och kommunträffar": the hyphen belongs to the first half
        if (i < text.Length && text[i] == '-' && (i + 1 == text.Length || text[i + 1] == ' ') && char.IsLetter(text[i - 1])) i++;
        return i;
    }

    // e-post, 1:a, PRO:s, t.ex, 18.30, 10.000
    private static bool IsInside(string text, int i) =>
        text[i] is '-' or ':' or '.' or '\'' or '’' && i + 1 < text.Length && IsWordChar(text[i + 1])
        && (text[i] is not ':' || char.IsLetterOrDigit(text[i + 1]));

    private static bool IsWordChar(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
