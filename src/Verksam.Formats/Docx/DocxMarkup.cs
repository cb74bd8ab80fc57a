using System.Globalization;
using System.Xml;

namespace Verksam.Formats.Docx;

/// <summary>The few words of WordprocessingML that both paragraphs and tables are written with.</summary>
internal static class DocxMarkup
{
    public static void Start(this XmlWriter xml, string name) => xml.WriteStartElement("w", name, OoxmlNames.Word);

    public static void End(this XmlWriter xml) => xml.WriteEndElement();

    public static void Empty(this XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.Start(name);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString("w", attribute, OoxmlNames.Word, value);
        xml.End();
    }

    public static void Run(this XmlWriter xml, TextRun run)
    {
        xml.Start("r");
        if (run.Bold || run.Italic)
        {
            xml.Start("rPr");
            if (run.Bold) xml.Empty("b");
            if (run.Italic) xml.Empty("i");
            xml.End();
        }
        DocxText.Write(xml, run.Text);
        xml.End();
    }

    public static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
