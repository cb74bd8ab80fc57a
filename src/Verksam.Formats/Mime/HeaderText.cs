using System.Globalization;
using System.Text;

namespace Verksam.Formats.Mime;

/// <summary>Words in headers: RFC 5322 2.2.3 folding and RFC 2047 encoded-words.</summary>
internal static class HeaderText
{
    /// <summary>RFC 5322 2.1.1: a line should have no more than 78 characters, and must have no more than 998.</summary>
    public const int GoodLine = 78;
    private const int LongestLine = 998;

    // RFC 2047 2 allows 75, and 76 a line with them: this leaves room for "Subject: " before the first
    private const int LongestWord = 66;

    /// <summary>Refuses what could end the line and begin a header of a stranger's choice.</summary>
    public static string Checked(string value) =>
        value.All(c => !char.IsControl(c) || c == '\t') ? value : throw new FormatException("A header cannot hold control characters.");

    /// <summary>Words of free text, such as a subject.</summary>
    public static IEnumerable<string> Words(string text) => Words(text, word => IsPlain(word) && word.Length < GoodLine - 2);

    /// <summary>Words of a value that has a grammar of its own, such as a list of links.</summary>
    public static IEnumerable<string> StructuredWords(string text) => Words(text, word => Ascii.IsValid(word));

    /// <summary>Words of a person's name.</summary>
    public static IEnumerable<string> PhraseWords(string name)
    {
        if (name.Split(' ').All(IsAtom)) return [name];
        if (IsPlain(name) && name.Length < LongestWord) return [QuotedString(name)];
        return Words(name, IsAtom);
    }

    /// <summary>Puts words on lines after a header's name.</summary>
    public static void Fold(StringBuilder output, string name, IEnumerable<string> words)
    {
        output.Append(name).Append(':');
        var column = name.Length + 1;
        foreach (var word in words)
        {
            if (column + 1 + word.Length > GoodLine && column > name.Length + 1)
            {
                output.Append("\r\n");
                column = 0;
            }
            output.Append(' ').Append(word);
            column += 1 + word.Length;
            if (column > LongestLine) throw new FormatException($"A word in {name} is too long for a line.");
        }
        output.Append("\r\n");
    }

    /// <summary>RFC 5322 3.2.4.</summary>
    public static string QuotedString(string text) =>
        $"\"{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static bool IsPlain(string word) => Ascii.IsValid(word) && !word.Contains("=?", StringComparison.Ordinal);

    private static bool IsAtom(string word) => IsPlain(word) && Mailbox.IsDotAtom(word) && !word.Contains('.', StringComparison.Ordinal);

    private static IEnumerable<string> Words(string text, Func<string, bool> isPlain)
    {
        var foreign = new StringBuilder();
        foreach (var word in Checked(text).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isPlain(word))
            {
                // Space between two encoded-words is not shown: it has to be in one of them
                foreign.Append(foreign.Length > 0 ? " " : "").Append(word);
                continue;
            }
            foreach (var encoded in Encode(foreign)) yield return encoded;
            yield return word;
        }
        foreach (var encoded in Encode(foreign)) yield return encoded;
    }

    // Each encoded-word is read by itself: no character may be divided between two
    private static IEnumerable<string> Encode(StringBuilder text)
    {
        var whole = text.ToString();
        text.Clear();
        var piece = "";
        var encoded = "";
        foreach (var rune in whole.EnumerateRunes())
        {
            var longer = EncodedWord(piece + rune);
            if (longer.Length > LongestWord)
            {
                yield return encoded;
                (piece, longer) = ("", EncodedWord(rune.ToString()));
            }
            (piece, encoded) = (piece + rune, longer);
        }
        if (piece.Length > 0) yield return encoded;
    }

    private static string EncodedWord(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var quoted = Quoted(bytes);
        var base64 = $"=?UTF-8?B?{Convert.ToBase64String(bytes)}?=";
        return quoted.Length <= base64.Length ? quoted : base64;
    }

    // RFC 2047 5 (3): inside a phrase only letters, digits and a few signs stand for themselves
    private static string Quoted(ReadOnlySpan<byte> bytes)
    {
        var word = new StringBuilder("=?UTF-8?Q?");
        foreach (var b in bytes)
        {
            if (b == ' ') word.Append('_');
            else if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'!' or (byte)'*' or (byte)'+' or (byte)'-' or (byte)'/')
                word.Append((char)b);
            else word.Append(CultureInfo.InvariantCulture, $"={b:X2}");
        }
        return word.Append("?=").ToString();
    }
}
