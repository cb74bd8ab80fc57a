using System.Text;
using Verksam.Kernel.Text;

namespace Verksam.Kernel.Search;

/// <summary>
/// What somebody searches for, as words: letters and digits, lower case, å ä ö as letters of their own. Nothing else of what was typed
/// reaches a database, so that no sign (" * - NEAR) means anything there.
/// </summary>
internal sealed class SearchWords
{
    /// <summary>Characters of what is typed that are looked at.</summary>
    public const int Longest = 100;

    private const int MostWords = 8, LongestWord = 40;

    private readonly IReadOnlyList<string> _begun;

    private SearchWords(string text, IReadOnlyList<string> words) => (Text, Words, _begun) = (text, words, [.. words.Select(w => $" {w}")]);

    /// <summary>As it was typed, on one line.</summary>
    public string Text { get; }

    public IReadOnlyList<string> Words { get; }

    /// <summary>One letter would find half of everything.</summary>
    public bool IsEnough => Words.Any(w => w.Length > 1);

    public static SearchWords Of(string? typed)
    {
        var line = OneLine.Of(typed is { Length: > Longest } ? typed[..Longest] : typed ?? "");
        return new(line, Split(IsNumber(line) ? Number(line) : line));
    }

    /// <summary>All words of a text, once each, to keep and compare with.</summary>
    public static string In(string text) => string.Concat(Split(text, int.MaxValue).Distinct(StringComparer.Ordinal).Select(w => $" {w}"));

    /// <summary>Whether each word is the beginning of one of <paramref name="others"/>, as <see cref="In"/> gives them.</summary>
    public bool FitIn(string others) => _begun.All(w => others.Contains(w, StringComparison.Ordinal));

    private static List<string> Split(string text, int most = MostWords)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var rune in (AppDb.Folded(Whole(text)) + " ").EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                word.Append(rune);
            else if (word.Length > 0 && words.Count < most)
                words.Add(Taken(word));
        }
        return words;
    }

    private static string Taken(StringBuilder word)
    {
        var taken = word.Length > LongestWord ? word.ToString(0, LongestWord) : word.ToString();
        word.Clear();
        return char.IsHighSurrogate(taken[^1]) ? taken[..^1] : taken;
    }

    // half a character, as a text that was cut has, is none; å may be written as two
    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value != 0xFFFD)).Normalize();

    private static bool IsNumber(string line) => line.Count(char.IsAsciiDigit) >= 4 && line.All(c => char.IsAsciiDigit(c) || " -+()/.".Contains(c, StringComparison.Ordinal));

    // numbers are kept as +46…: 070-174 is the beginning of one
    private static string Number(string line)
    {
        var digits = string.Concat(line.Where(char.IsAsciiDigit));
        return digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..]
            : digits.StartsWith('0') ? "46" + digits[1..]
            : line.StartsWith("+460", StringComparison.Ordinal) || line.Contains("(0)", StringComparison.Ordinal) ? "46" + digits[3..]
            : digits;
    }
}
