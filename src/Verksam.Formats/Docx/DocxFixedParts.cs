using System.Globalization;
using System.Security;

namespace Verksam.Formats.Docx;

/// <summary>The parts of a document that are the same each time, but for a word or two.</summary>
internal static class DocxFixedParts
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private const string Word = $"xmlns:w=\"{OoxmlNames.Word}\"";
    private const string Office = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageSpace = "http://schemas.openxmlformats.org/package/2006";
    private const string CoreType = "application/vnd.openxmlformats-package.core-properties+xml";

    private static readonly string[] Borders = ["top", "left", "bottom", "right", "insideH", "insideV"];

    public static IEnumerable<(string Name, string Content)> For(DocxProperties properties) =>
    [
        ("[Content_Types].xml", Head + ContentTypes),
        ("_rels/.rels", Head + PackageRelations),
        ("docProps/core.xml", Head + Core(properties)),
        ("word/_rels/document.xml.rels", Head + DocumentRelations),
        ("word/styles.xml", Head + Styles(properties.Language)),
        ("word/numbering.xml", Head + Numbering),
    ];

    private const string ContentTypes =
        $"<Types xmlns=\"{PackageSpace}/content-types\">" +
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>" +
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
        $"<Override PartName=\"/docProps/core.xml\" ContentType=\"{CoreType}\"/>" +
        $"<Override PartName=\"/word/document.xml\" ContentType=\"{Office}.document.main+xml\"/>" +
        $"<Override PartName=\"/word/styles.xml\" ContentType=\"{Office}.styles+xml\"/>" +
        $"<Override PartName=\"/word/numbering.xml\" ContentType=\"{Office}.numbering+xml\"/></Types>";

    private const string PackageRelations =
        $"<Relationships xmlns=\"{PackageSpace}/relationships\">" +
        $"<Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"word/document.xml\"/>" +
        $"<Relationship Id=\"rId2\" Type=\"{PackageSpace}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>" +
        "</Relationships>";

    private const string DocumentRelations =
        $"<Relationships xmlns=\"{PackageSpace}/relationships\">" +
        $"<Relationship Id=\"rId1\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/>" +
        $"<Relationship Id=\"rId2\" Type=\"{Relations}/numbering\" Target=\"numbering.xml\"/></Relationships>";

    private static string Core(DocxProperties properties)
    {
        var created = properties.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $"<cp:coreProperties xmlns:cp=\"{PackageSpace}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" " +
            "xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">" +
            $"<dc:title>{Escape(properties.Title)}</dc:title><dc:creator>{Escape(properties.Author ?? "")}</dc:creator>" +
            $"<dc:language>{Escape(properties.Language)}</dc:language>" +
            $"<dcterms:created xsi:type=\"dcterms:W3CDTF\">{created}</dcterms:created></cp:coreProperties>";
    }

    private static string Styles(string language) =>
        $"<w:styles {Word}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/>" +
        $"<w:sz w:val=\"22\"/><w:lang w:val=\"{Escape(language)}\"/></w:rPr></w:rPrDefault>" +
        "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>" +
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>" +
        Heading("Title", "Title", null, 44) + Heading("Heading1", "heading 1", 0, 32) +
        Heading("Heading2", "heading 2", 1, 26) + Heading("Heading3", "heading 3", 2, 23) +
        "<w:style w:type=\"paragraph\" w:styleId=\"ListBullet\"><w:name w:val=\"List Bullet\"/><w:basedOn w:val=\"Normal\"/>" +
        "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:contextualSpacing/></w:pPr></w:style>" +
        "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:tblPr><w:tblBorders>" +
        string.Concat(Borders.Select(
            side => $"<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"999999\"/>")) +
        "</w:tblBorders></w:tblPr></w:style></w:styles>";

    private static string Heading(string id, string name, int? outline, int halfPoints) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>" +
        "<w:next w:val=\"Normal\"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/>" +
        (outline is null ? "" : $"<w:outlineLvl w:val=\"{outline}\"/>") +
        $"</w:pPr><w:rPr><w:b/><w:sz w:val=\"{halfPoints}\"/></w:rPr></w:style>";

    private static readonly string Numbering =
        $"<w:numbering {Word}><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>" +
        string.Concat(Enumerable.Range(0, 3).Select(level =>
            $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/>" +
            $"<w:lvlText w:val=\"{(level == 1 ? '–' : '•')}\"/>" +
            $"<w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{360 * (level + 1)}\" w:hanging=\"360\"/></w:pPr></w:lvl>")) +
        "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

    private static string Escape(string text) => SecurityElement.Escape(DocxText.Clean(text));
}
