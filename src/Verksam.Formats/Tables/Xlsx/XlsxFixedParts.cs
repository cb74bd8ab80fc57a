using System.Security;

namespace Verksam.Formats.Tables.Xlsx;

/// <summary>The parts of a workbook that are the same each time, but for the sheet's name.</summary>
internal static class XlsxFixedParts
{
    /// <summary>The styles by their place in the list.</summary>
    public const int TextStyle = 1, DateStyle = 2, HeadingStyle = 3;

    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private const string Office = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string PackageSpace = "http://schemas.openxmlformats.org/package/2006";

    public static IEnumerable<(string Name, string Content)> For(string sheet) =>
    [
        ("[Content_Types].xml", Head + ContentTypes),
        ("_rels/.rels", Head + Relations("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", Head + $"<workbook xmlns=\"{SheetNames.Main}\" xmlns:r=\"{SheetNames.Relations}\"><sheets>" +
            $"<sheet name=\"{SecurityElement.Escape(SheetName(sheet))}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", Head + Relations("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml")),
        ("xl/styles.xml", Head + Styles),
    ];

    private const string ContentTypes =
        $"<Types xmlns=\"{PackageSpace}/content-types\">" +
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>" +
        $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Office}.sheet.main+xml\"/>" +
        $"<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Office}.worksheet+xml\"/>" +
        $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Office}.styles+xml\"/></Types>";

    // 49 is text: a phone number that is typed anew in such a cell keeps its zero
    private const string Styles =
        $"<styleSheet xmlns=\"{SheetNames.Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>" +
        "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>" +
        "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>" +
        "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>" +
        "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"4\">" +
        "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>" +
        "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>" +
        "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>" +
        "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>" +
        "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

    private static string Relations(params string[] typesAndTargets) =>
        $"<Relationships xmlns=\"{PackageSpace}/relationships\">" + string.Concat(typesAndTargets.Chunk(2).Select((r, i) =>
            $"<Relationship Id=\"rId{i + 1}\" Type=\"{SheetNames.Relations}/{r[0]}\" Target=\"{r[1]}\"/>")) + "</Relationships>";

    // Excel refuses a file whose sheet has a longer name, or one with these in it
    private static string SheetName(string name)
    {
        var kept = string.Concat(CellText.Escape(name).Where(c => c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\'))).Trim(' ', '\'');
        return kept.Length switch { 0 => "Blad1", > 31 => kept[..31], _ => kept };
    }
}
