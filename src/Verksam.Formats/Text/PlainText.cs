using System.Buffers;
using System.Text;

namespace Verksam.Formats.Text;

/// <summary>
/// Turns the bytes of a text file into text: UTF-8 with or without a mark, UTF-16 with one (Unicode 3.10), else Windows-1252, which is
/// what older
/// Swedish files are. A file that is not text is refused. Line endings stay as they are.
/// </summary>
public static class PlainText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    // Tab, line feed, form feed and carriage return are at home in a text; so is the old end-of-file mark
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c)
            .Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\f' or '\r' or '\u001A' or '\u0085'))]);

    /// <summary>Reads a text file.</summary>
    /// <param name="file">Need not be able to seek. It is not closed.</param>
    /// <param name="limits">How much to take; the default when null.</param>
    /// <param name="cancellation">Ends the wait for the file.</param>
    /// <exception cref="UnreadableDocument">too-big, too-much-text or not-text.</exception>
    public static async Task<string> Read(Stream file, ReadingLimits? limits = null, CancellationToken cancellation = default)
    {
        limits ??= ReadingLimits.Default;
        // No character takes more than four bytes
        var mostBytes = Math.Min(limits.InputBytes, (4L * limits.Characters) + 4);
        await using var buffer = await InputBuffer.Fill(file, mostBytes, cancellation);
        var text = Decode(buffer.ToArray());
        return text.Length <= limits.Characters ? text : throw new UnreadableDocument(UnreadableDocument.TooMuchText);
    }

    /// <summary>Turns bytes into text.</summary>
    /// <exception cref="UnreadableDocument">not-text.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            _ => DecodeUnmarked(bytes),
        };
        return LooksLikeText(text) ? text : throw new UnreadableDocument(UnreadableDocument.NotText);
    }

    private static string DecodeUnmarked(ReadOnlySpan<byte> bytes)
    {
        // Swedish in Windows-1252 is never by chance right UTF-8
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Western.GetString(bytes);
        }
    }

    // A stray control character is forgiven, one in two hundred is not
    private static bool LooksLikeText(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0')) return false;
        var (length, controls) = (text.Length, 0);
        for (int at; (at = text.IndexOfAny(Controls)) >= 0; text = text[(at + 1)..]) controls++;
        return controls <= length / 200;
    }
}
