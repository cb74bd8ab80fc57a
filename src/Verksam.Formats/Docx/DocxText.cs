using System.Xml;

namespace Verksam.Formats.Docx;

/// <summary>Text as it may stand in XML.</summary>
internal static class DocxText
{
    /// <summary>Leaves out the control characters, which XML 1.0 cannot hold; half a character becomes U+FFFD.</summary>
    public static string Clean(string text) => text.All(XmlConvert.IsXmlChar)
        ? text
        : string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value))
            .Select(r => r.ToString()));

    /// <summary>Writes words into a run: a line feed and a tab are elements there.</summary>
    public static void Write(XmlWriter xml, string text)
    {
        var lines = Clean(text).ReplaceLineEndings("\n").Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            if (line > 0) WriteEmpty(xml, "br");
            var parts = lines[line].Split('\t');
            for (var part = 0; part < parts.Length; part++)
            {
                if (part > 0) WriteEmpty(xml, "tab");
                WriteWords(xml, parts[part]);
            }
        }
    }

    private static void WriteWords(XmlWriter xml, string words)
    {
        if (words.Length == 0) return;
        xml.WriteStartElement("w", "t", OoxmlNames.Word);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(words);
        xml.WriteEndElement();
    }

    private static void WriteEmpty(XmlWriter xml, string name)
    {
        xml.WriteStartElement("w", name, OoxmlNames.Word);
        xml.WriteEndElement();
    }
}
