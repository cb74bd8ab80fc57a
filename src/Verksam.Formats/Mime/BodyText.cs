using System.Text;

namespace Verksam.Formats.Mime;

/// <summary>Bodies in seven bits (RFC 2045 section 6): as they are, quoted-printable or base64.</summary>
internal static class BodyText
{
    private const int LongestLine = 76;

    // Four bytes of three characters each
    private const int LongestQuote = 12;

    /// <summary>Chooses how a text is written; returns the name of the encoding and the text in it.</summary>
    public static (string Encoding, string Body) Encode(string text)
    {
        text = text.ReplaceLineEndings("\r\n");
        if (text.Length > 0 && !text.EndsWith("\r\n", StringComparison.Ordinal)) text += "\r\n";
        if (text.Split("\r\n").All(IsPlain)) return ("7bit", text);
        // Where most letters are foreign to ASCII, quoted-printable would triple the size
        return text.Count(c => c > 127) > text.Length / 3
            ? ("base64", Base64(Encoding.UTF8.GetBytes(text)))
            : ("quoted-printable", QuotedPrintable(text));
    }

    /// <summary>RFC 2045 6.8, in lines of 76.</summary>
    public static string Base64(ReadOnlySpan<byte> content) =>
        Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks) + "\r\n";

    // "From " at the start of a line is changed by old mail stores, which would break a signature; "=_" begins our boundaries
    private static bool IsPlain(string line) =>
        line.Length <= LongestLine && line.All(c => c is '\t' or (>= ' ' and <= '~')) && !line.EndsWith(' ') && !line.EndsWith('\t')
        && !line.StartsWith("From ", StringComparison.Ordinal) && !line.Contains("=_", StringComparison.Ordinal);

    private static string QuotedPrintable(string text)
    {
        var output = new StringBuilder(text.Length * 5 / 4);
        foreach (var line in text[..^2].Split("\r\n")) QuoteLine(output, line);
        return output.ToString();
    }

    private static void QuoteLine(StringBuilder output, string line)
    {
        Span<char> quoted = stackalloc char[LongestQuote];
        var column = 0;
        for (var position = 0; position < line.Length;)
        {
            var rune = Rune.TryGetRuneAt(line, position, out var whole) ? whole : Rune.ReplacementChar;
            var rest = line.AsSpan(position);
            position += rune.Utf16SequenceLength;
            var isLast = position >= line.Length;
            var length = Quote(rune, MustBeQuoted(rune, rest, column == 0, isLast), quoted);
            if (column + length > LongestLine - (isLast ? 0 : 1))
            {
                output.Append("=\r\n");
                (column, length) = (0, Quote(rune, MustBeQuoted(rune, rest, isFirst: true, isLast), quoted));
            }
            output.Append(quoted[..length]);
            column += length;
        }
        output.Append("\r\n");
    }

    // A space at the end of a line gets lost on the way; a line that begins with a dot or with "From " may be changed
    private static bool MustBeQuoted(Rune rune, ReadOnlySpan<char> rest, bool isFirst, bool isLast) => rune.Value switch
    {
        ' ' or '\t' => isLast,
        '.' => isFirst,
        'F' => isFirst && rest.StartsWith("From "),
        '=' => true,
        _ => rune.Value is < ' ' or > '~',
    };

    private static int Quote(Rune rune, bool must, Span<char> quoted)
    {
        if (!must) return rune.EncodeToUtf16(quoted);
        Span<byte> bytes = stackalloc byte[4];
        var length = 0;
        foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
        {
            quoted[length++] = '=';
            Convert.TryToHexString([b], quoted[length..], out var written);
            length += written;
        }
        return length;
    }
}
