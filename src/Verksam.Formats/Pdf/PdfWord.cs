using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Verksam.Formats.Pdf;

/// <summary>A word and where on the page it stands, in points from the upper left corner.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly partial record struct PdfWord(double Left, double Top, double Right, double Bottom, string Text)
{
    public double Height => Bottom - Top;

    public double Middle => (Top + Bottom) / 2;

    /// <summary>A line of what pdftotext -bbox prints; null when it is not a word's.</summary>
    public static PdfWord? Of(string line)
    {
        if (Line().Match(line) is not { Success: true } match) return null;
        var text = WebUtility.HtmlDecode(match.Groups["text"].Value).Trim();
        return text.Length == 0 ? null : new PdfWord(Number("left"), Number("top"), Number("right"), Number("bottom"), text);

        double Number(string group) => double.Parse(match.Groups[group].Value, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("""
        <word xMin="(?<left>-?\d{1,9}\.\d+)" yMin="(?<top>-?\d{1,9}\.\d+)" xMax="(?<right>-?\d{1,9}\.\d+)" yMax="(?<bottom>-?\d{1,9}\.\d+)">(?<text>.*)</word>
        """, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Line();
}
