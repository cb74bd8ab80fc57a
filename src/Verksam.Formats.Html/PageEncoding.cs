using System.Text;
using System.Text.RegularExpressions;
using Verksam.Formats.Text;

namespace Verksam.Formats.Html;

/// <summary>
/// Which letters a page's bytes are. A mark and right UTF-8 go before what the page says of itself, since a page that was saved anew often
/// still says what it once was; then what it says (WHATWG Encoding, 4.2), then Windows-1252.
/// </summary>
internal static partial class PageEncoding
{
    private const int Head = 1024;

    public static string Decode(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(Head, bytes.Length));
        // PlainText knows these three by itself, and they are what nearly every page is
        var says = Charset().Match(head) is { Success: true } match ? match.Groups["name"].Value : "";
        return Named(says) is { } encoding && !IsMarked(bytes) && !IsUtf8(bytes) ? encoding.GetString(bytes) : PlainText.Decode(bytes);
    }

    private static Encoding? Named(string name)
    {
        if (name.Length == 0 || name.StartsWith("utf", StringComparison.OrdinalIgnoreCase)) return null;
        // Browsers read Latin 1 as Windows-1252, and so do we
        if (name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase)) return null;
        return CodePagesEncodingProvider.Instance.GetEncoding(name);
    }

    private static bool IsMarked(byte[] bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0xEF, 0xBB, 0xBF, ..];

    private static bool IsUtf8(byte[] bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    [GeneratedRegex("<meta[^>]{1,200}charset\\s*=\\s*[\"']?(?<name>[a-z0-9_-]{1,30})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Charset();
}
