using System.Text;

namespace Verksam.Formats.Kinds;

/// <summary>Whether a text begins as a web page does (WHATWG MIME Sniffing, 7.1).</summary>
internal static class WebPage
{
    private static readonly string[] Beginnings =
    [
        "<!doctype html", "<html", "<head", "<script", "<iframe", "<h1", "<div", "<font", "<table", "<a", "<style", "<title", "<b",
        "<body", "<br", "<p", "<meta", "<!--",
    ];

    public static bool IsOne(byte[] head)
    {
        var text = Text(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\f');
        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            return text.Contains("<html", StringComparison.OrdinalIgnoreCase)
                ? true : throw new UnreadableDocument(UnreadableDocument.UnknownKind);
        }
        return Array.Exists(Beginnings, b => text.StartsWith(b, StringComparison.OrdinalIgnoreCase)
            && (b is "<!--" || (text.Length > b.Length && text[b.Length] is ' ' or '>' or '\r' or '\n' or '\t')));
    }

    private static string Text(byte[] head) => head switch
    {
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        _ => Encoding.UTF8.GetString(head),
    };
}
