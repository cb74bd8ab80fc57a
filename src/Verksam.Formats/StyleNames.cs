using System.Text.RegularExpressions;

namespace Verksam.Formats;

/// <summary>
/// What a style's name or identifier tells. Names are English in the file when Word made them; identifiers are in the maker's language.
/// </summary>
internal static partial class StyleNames
{
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Longest = 1_000;

    public static int? HeadingLevel(string name) =>
        Heading().Match(name) is { Success: true } match ? match.Groups["level"].Value[0] - '0' : Title().IsMatch(name) ? 0 : null;

    /// <summary>"List Bullet 3" is a list three deep, whatever its numbering says.</summary>
    public static int? ListDepth(string name) =>
        List().Match(name) is { Success: true } match ? match.Groups["level"].Value[0] - '0' : null;

    public static bool IsContents(string name) => Contents().IsMatch(name);

    public static bool IsSubtitle(string name) => Subtitle().IsMatch(name);

    [GeneratedRegex("^(?:heading|rubrik|overskrift) ?(?<level>[1-9])(?:,|$)", Plain, Longest)]
    private static partial Regex Heading();

    [GeneratedRegex("^(?:title|rubrik|titel|tittel)(?:,|$)", Plain, Longest)]
    private static partial Regex Title();

    [GeneratedRegex("^(?:subtitle|underrubrik)$", Plain, Longest)]
    private static partial Regex Subtitle();

    [GeneratedRegex("^(?:list bullet|list number|punktlista|numreradlista|numrerad lista) ?(?<level>[2-5])$",
        Plain, Longest)]
    private static partial Regex List();

    // Word drops å ä ö from identifiers: "Innehåll 1" becomes "Innehll1"
    [GeneratedRegex("^(?:(?:toc|innehå?ll|contents) ?[1-9]|toc ?heading|contents ?heading|innehå?llsfö?rteckningsrubrik)$",
        Plain, Longest)]
    private static partial Regex Contents();
}
