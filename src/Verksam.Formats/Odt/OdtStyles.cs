using System.Globalization;
using System.Xml;
using Verksam.Formats.Xml;

namespace Verksam.Formats.Odt;

/// <summary>A style as the file has it: only what it says itself.</summary>
internal sealed record OdtStyle(string Name, string? Parent, bool? Bold, bool? Hidden);

/// <summary>A style with what it inherits.</summary>
internal sealed record OdtLook(bool? Bold, bool? Hidden, bool IsTitle, bool IsContents);

/// <summary>The styles of a document (OpenDocument 1.3 part 3, 16.2), named ones and automatic ones, and what they inherit.</summary>
internal sealed class OdtStyles(ReadingLimits limits)
{
    private const int Most = 10_000;
    private const int LongestName = 200;

    // A style is at most this far from its root; a longer chain, or a ring, ends here
    private const int LongestChain = 20;

    private static readonly OdtLook Unknown = new(null, null, IsTitle: false, IsContents: false);

    private readonly Dictionary<(string Family, string Id), OdtStyle> _styles = [];
    private readonly Dictionary<(string Family, string Id), OdtLook> _looks = [];

    public void Read(Stream? part)
    {
        if (part is null) return;
        using var xml = new GuardedXml(part, limits);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Namespace is OdfNames.Style && xml.Name is "style") Add(xml);
        }
    }

    /// <summary>Reads the style that the reader stands on, to its end.</summary>
    public void Add(GuardedXml xml)
    {
        var key = (xml.Attribute("family") ?? "", Short(xml.Attribute("name")) ?? "");
        var (name, parent) = (Short(xml.Attribute("display-name")) ?? key.Item2, Short(xml.Attribute("parent-style-name")));
        bool? bold = null, hidden = null;
        foreach (var element in xml.ElementsWithin())
        {
            if (element is not "text-properties") continue;
            bold = xml.Attribute("font-weight", OdfNames.Format) is { } weight ? IsBold(weight) : bold;
            hidden = xml.Attribute("display", OdfNames.Text) is { } display ? display is "none" : hidden;
        }
        if (_styles.Count < Most) _styles.TryAdd(key, new OdtStyle(name, parent, bold, hidden));
    }

    public OdtLook Resolve(string family, string? id)
    {
        var key = (family, id ?? "");
        // Not remembered: a file may name any number of styles that it does not have
        if (!_styles.ContainsKey(key)) return Unknown;
        if (_looks.TryGetValue(key, out var known)) return known;
        var chain = Chain(family, key.Item2).ToList();
        return _looks[key] = new OdtLook(
            chain.Select(s => s.Bold).FirstOrDefault(b => b is not null),
            chain.Select(s => s.Hidden).FirstOrDefault(h => h is not null),
            chain.Exists(s => StyleNames.HeadingLevel(s.Name) is 0),
            chain.Exists(s => StyleNames.IsContents(s.Name)));
    }

    private IEnumerable<OdtStyle> Chain(string family, string id)
    {
        for (var step = 0; step < LongestChain && _styles.TryGetValue((family, id), out var style); step++)
        {
            yield return style;
            id = style.Parent ?? "";
        }
    }

    private static bool IsBold(string weight) =>
        weight is "bold" || (int.TryParse(weight, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 600);

    private static string? Short(string? name) => name?.Length <= LongestName ? name : null;
}
