using System.Text;

namespace Verksam.PlanReading.Lines;

/// <summary>Makes any string a well-formed one: NFC, line feeds, no invisible characters.</summary>
internal static class Cleaning
{
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r') { clean.Append('\n'); if (i + 1 < text.Length && text[i + 1] == '\n') i++; }
            else if (c is '\u2028' or '\u2029' or '\u0085' or '\v') clean.Append('\n');
            else if (c == '\f') clean.Append("\n\f");
            else if (IsInvisible(c)) continue;
            else if (!char.IsSurrogate(c)) clean.Append(c == '\0' ? ' ' : c);
            else if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1])) { clean.Append(c).Append(text[i + 1]); i++; }
            else clean.Append('\uFFFD');
        }
        return Composed(clean.ToString());
    }

    // soft hyphens, zero-width marks, byte order marks, half-characters that only file systems know
    private static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\uFFFE' or '\uFFFF';

    public static string Composed(string text)
    {
        try { return text.Normalize(NormalizationForm.FormC); }
        catch (ArgumentException) { return text; } // code points that the platform calls invalid: keep them as they are
    }
}
