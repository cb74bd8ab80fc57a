using System.Xml;
using Verksam.Formats.Xml;
using Verksam.Formats.Zip;

namespace Verksam.Formats.Docx;

/// <summary>How parts of a package point at each other (Open Packaging Conventions, ECMA-376 part 2).</summary>
internal static class Relationships
{
    /// <summary>The name of the part that <paramref name="source"/> relates to in this way; null when it says nothing.</summary>
    public static string? Find(ZipPackage package, string source, string typeEnding, ReadingLimits limits)
    {
        var slash = source.LastIndexOf('/') + 1;
        var (folder, name) = (source[..slash], source[slash..]);
        using var part = package.Open($"{folder}_rels/{name}.rels");
        if (part is null) return null;
        using var xml = new GuardedXml(part, limits);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.Name is not "Relationship"
                || xml.Attribute("TargetMode") is "External") continue;
            if (xml.Attribute("Type")?.EndsWith(typeEnding, StringComparison.Ordinal) != true) continue;
            return xml.Attribute("Target") is not { } target ? null : target.StartsWith('/') ? target[1..] : folder + target;
        }
        return null;
    }
}
