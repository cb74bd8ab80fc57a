using System.Globalization;
using Verksam.Formats.Xml;

namespace Verksam.Formats.Docx;

/// <summary>What a pPr, an rPr or a style says of itself, of what we care for.</summary>
internal sealed class PropertiesRead
{
    public string? ParagraphStyle { get; private set; }
    public string? RunStyle { get; private set; }
    public int? Outline { get; private set; }
    public int? NumberingId { get; private set; }
    public int? NumberingLevel { get; private set; }
    public bool? Bold { get; private set; }
    public bool Hidden { get; private set; }

    /// <summary>The mark at the end of the paragraph, or the row, is a deleted revision.</summary>
    public bool Deleted { get; private set; }

    /// <summary>Reads the properties the reader stands on, to their end.</summary>
    public static PropertiesRead Of(GuardedXml xml)
    {
        var properties = new PropertiesRead();
        foreach (var element in xml.ElementsWithin()) properties.See(element, xml);
        return properties;
    }

    public void See(string element, GuardedXml xml)
    {
        switch (element)
        {
            case "pStyle": ParagraphStyle = xml.Attribute("val"); break;
            case "rStyle": RunStyle = xml.Attribute("val"); break;
            case "outlineLvl": Outline = Number(xml); break;
            case "numId": NumberingId = Number(xml); break;
            case "ilvl": NumberingLevel = Number(xml); break;
            case "b": Bold = OoxmlNames.IsOn(xml.Attribute("val")); break;
            case "vanish": Hidden = OoxmlNames.IsOn(xml.Attribute("val")); break;
            case "del" or "moveFrom": Deleted = true; break;
            // How it was before a revision, and how a table style dresses its corners
            case "pPrChange" or "rPrChange" or "numberingChange" or "trPrChange" or "tblStylePr": xml.Skip(); break;
        }
    }

    private static int? Number(GuardedXml xml) =>
        int.TryParse(xml.Attribute("val"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
