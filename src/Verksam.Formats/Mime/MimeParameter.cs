using System.Globalization;
using System.Text;

namespace Verksam.Formats.Mime;

/// <summary>A parameter of a header, such as a file's name: RFC 2045 5.1 when it is plain and short, else RFC 2231 in pieces.</summary>
internal static class MimeParameter
{
    private const int LongestValue = 60;

    /// <summary>The words that stand after the header's value, without the semicolons between them.</summary>
    public static IReadOnlyList<string> Words(string name, string value)
    {
        HeaderText.Checked(value);
        if (Ascii.IsValid(value) && value.Length <= LongestValue) return [$"{name}={HeaderText.QuotedString(value)}"];
        var pieces = Pieces(value).ToList();
        if (pieces.Count == 1) return [$"{name}*=UTF-8''{pieces[0]}"];
        return [.. pieces.Select(
            (piece, n) => string.Create(CultureInfo.InvariantCulture, $"{name}*{n}*={(n == 0 ? "UTF-8''" : "")}{piece}"))];
    }

    private static IEnumerable<string> Pieces(string value)
    {
        var piece = new StringBuilder();
        foreach (var rune in value.EnumerateRunes())
        {
            var quoted = Quote(rune);
            if (piece.Length + quoted.Length > LongestValue - 10)
            {
                yield return piece.ToString();
                piece.Clear();
            }
            piece.Append(quoted);
        }
        yield return piece.ToString();
    }

    private static string Quote(Rune rune)
    {
        if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || "-._".Contains((char)rune.Value, StringComparison.Ordinal)))
            return rune.ToString();
        return string.Concat(Encoding.UTF8.GetBytes(rune.ToString()).Select(b => $"%{b:X2}"));
    }
}
