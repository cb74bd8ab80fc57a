using System.Xml;
using Verksam.Formats.Xml;
using Verksam.Formats.Zip;

namespace Verksam.Formats.Docx;

/// <summary>How a part points at another.</summary>
/// <param name="Id">What the part calls it.</param>
/// <param name="Type">An address that ends with what it is, such as "/styles".</param>
/// <param name="Target">The other part's name; null when it lies outside of the package.</param>
internal readonly record struct Relationship(string? Id, string Type, string? Target);

/// <summary>How parts of a package point at each other (Open Packaging Conventions, ECMA-376 part 2).</summary>
internal static class Relationships
{
    /// <summary>The name of the part that <paramref name="source"/> relates to in this way; null when it says nothing.</summary>
    public static string? Find(ZipPackage package, string source, string typeEnding, ReadingLimits limits) =>
        Of(package, source, limits).FirstOrDefault(r => r.Target is not null && r.Type.EndsWith(typeEnding, StringComparison.Ordinal)).Target;

    /// <summary>All that a part points at, in the order of the file.</summary>
    public static IEnumerable<Relationship> Of(ZipPackage package, string source, ReadingLimits limits)
    {
        var slash = source.LastIndexOf('/') + 1;
        var (folder, name) = (source[..slash], source[slash..]);
        using var part = package.Open($"{folder}_rels/{name}.rels");
        if (part is null) yield break;
        using var xml = new GuardedXml(part, limits);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.Name is not "Relationship" || xml.Attribute("Type") is not { } type) continue;
            var target = xml.Attribute("TargetMode") is "External" ? null : xml.Attribute("Target");
            yield return new Relationship(xml.Attribute("Id"), type, target is null ? null : target.StartsWith('/') ? target[1..] : folder + target);
        }
    }
}
