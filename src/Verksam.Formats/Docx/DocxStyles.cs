using Verksam.Formats.Xml;

namespace Verksam.Formats.Docx;

/// <summary>A style as styles.xml has it: only what it says itself.</summary>
internal sealed record DocxStyle(string Id, string Name, string? BasedOn, int? Outline, int? NumberingId, int? NumberingLevel, bool? Bold)
{
    /// <summary>Level 9 of an outline (counted from 0) is body text.</summary>
    public const int BodyText = 9;

    public bool IsContents => StyleNames.IsContents(Name) || StyleNames.IsContents(Id);

    /// <summary>
    /// Level of heading that this style gives, <see cref="BodyText"/> + 1 for none for certain, null for "as the style below".
    /// </summary>
    public int? Heading =>
        Outline + 1 ?? StyleNames.HeadingLevel(Name) ?? StyleNames.HeadingLevel(Id)
        ?? (StyleNames.IsSubtitle(Name) || StyleNames.IsSubtitle(Id) ? BodyText + 1 : null);

    public int? ListDepth => StyleNames.ListDepth(Name) ?? StyleNames.ListDepth(Id);
}

/// <summary>A style with what it inherits.</summary>
internal sealed record ResolvedStyle(int? Heading, int? NumberingId, int? NumberingLevel, int? ListDepth, bool Bold, bool IsContents);

/// <summary>The styles of a document (ECMA-376 part 1, 17.7) and what they inherit by basedOn.</summary>
internal sealed class DocxStyles
{
    private const int Most = 10_000;
    private const int LongestName = 200;

    // A style is at most this far from its root; a longer chain, or a ring, ends here
    private const int LongestChain = 20;

    private static readonly ResolvedStyle Unknown = new(null, null, null, null, Bold: false, IsContents: false);

    private readonly Dictionary<string, DocxStyle> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResolvedStyle> _resolved = new(StringComparer.Ordinal);
    private string _default = "";

    public static DocxStyles Read(Stream? part, ReadingLimits limits)
    {
        var styles = new DocxStyles();
        if (part is null) return styles;
        using var xml = new GuardedXml(part, limits);
        while (xml.Read())
        {
            if (xml.NodeType != System.Xml.XmlNodeType.Element || xml.Name is not "style" || !OoxmlNames.IsWord(xml.Namespace)) continue;
            if (styles._styles.Count < Most) styles.Add(xml);
        }
        return styles;
    }

    public ResolvedStyle Resolve(string? id)
    {
        id ??= _default;
        // Not remembered: a file may name any number of styles that it does not have
        if (!_styles.ContainsKey(id)) return Unknown;
        if (_resolved.TryGetValue(id, out var known)) return known;
        var chain = Chain(id).ToList();
        var heading = chain.Select(s => s.Heading).FirstOrDefault(h => h is not null);
        return _resolved[id] = new ResolvedStyle(
            heading > DocxStyle.BodyText ? null : heading,
            chain.Select(s => s.NumberingId).FirstOrDefault(n => n is not null),
            chain.Select(s => s.NumberingLevel).FirstOrDefault(n => n is not null),
            chain.Select(s => s.ListDepth).FirstOrDefault(n => n is not null),
            chain.Select(s => s.Bold).FirstOrDefault(b => b is not null) ?? false,
            chain.Count > 0 && chain[0].IsContents);
    }

    private IEnumerable<DocxStyle> Chain(string id)
    {
        for (var step = 0; step < LongestChain && _styles.TryGetValue(id, out var style); step++)
        {
            yield return style;
            id = style.BasedOn ?? "";
        }
    }

    private void Add(GuardedXml xml)
    {
        var id = Short(xml.Attribute("styleId"));
        var isDefault = xml.Attribute("type") is "paragraph" && xml.Attribute("default") is { } value && OoxmlNames.IsOn(value);
        string? name = null, basedOn = null;
        var properties = new PropertiesRead();
        foreach (var element in xml.ElementsWithin())
        {
            if (element is "name") name = Short(xml.Attribute("val"));
            else if (element is "basedOn") basedOn = Short(xml.Attribute("val"));
            else properties.See(element, xml);
        }
        if (id is null) return;
        if (isDefault) _default = id;
        _styles.TryAdd(id, new DocxStyle(
            id, name ?? id, basedOn, properties.Outline, properties.NumberingId, properties.NumberingLevel, properties.Bold));
    }

    private static string? Short(string? name) => name?.Length <= LongestName ? name : null;
}
