using System.IO.Compression;
using System.Security;
using System.Text;

namespace Verksam.Tests.Formats.Tables;

/// <summary>Builds workbooks by hand, true ones and bad ones.</summary>
internal static class XlsxFile
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string StrictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    /// <summary>A day, a time and an own day are styles 1, 2 and 3.</summary>
    public static string Styles { get; } = $"<styleSheet xmlns=\"{Main}\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-41D]d&quot; i &quot;mmmm\\ yyyy\"/></numFmts>" +
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"20\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>";

    public static byte[] WithRows(string rows, string shared = "", string after = "", string workbook = "") =>
        WithSheets(shared, workbook, ("Blad1", "", $"<sheetData>{rows}</sheetData>{after}"));

    public static byte[] WithSheets(string shared, string workbook, params (string Name, string State, string Content)[] sheets) =>
        Package(Parts(shared, workbook, sheets, strict: false));

    public static byte[] Strict(string rows) => Package(Parts("", "", [("Blad1", "", $"<sheetData>{rows}</sheetData>")], strict: true));

    public static byte[] Package(IEnumerable<(string Name, string Content)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return file.ToArray();
    }

    public static string Row(int line, params string[] cells) =>
        $"<row r=\"{line}\">{string.Concat(cells.Select((c, at) => c.Length == 0 ? "" : Words($"{(char)('A' + at)}{line}", c)))}</row>";

    public static string Words(string at, string text) => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>";

    public static string Value(string at, string value, string more = "") => $"<c r=\"{at}\" {more}><v>{value}</v></c>";

    public static IEnumerable<(string Name, string Content)> Parts(
        string shared, string workbook, (string Name, string State, string Content)[] sheets, bool strict)
    {
        var (main, relations) = strict ? (StrictMain, StrictRelations) : (Main, Relations);
        yield return ("_rels/.rels", Relationships(relations, ("officeDocument", "xl/workbook.xml")));
        yield return ("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\">{workbook}<sheets>" + string.Concat(sheets.Select((s, at) =>
            $"<sheet name=\"{s.Name}\" sheetId=\"{at + 1}\" {(s.State.Length > 0 ? $"state=\"{s.State}\"" : "")} r:id=\"rId{at + 1}\"/>")) + "</sheets></workbook>");
        yield return ("xl/_rels/workbook.xml.rels", Relationships(relations,
            [.. sheets.Select((_, at) => ("worksheet", $"worksheets/sheet{at + 1}.xml")), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]));
        yield return ("xl/styles.xml", Styles.Replace(Main, main, StringComparison.Ordinal));
        yield return ("xl/sharedStrings.xml", $"<sst xmlns=\"{main}\">{shared}</sst>");
        for (var at = 0; at < sheets.Length; at++)
            yield return ($"xl/worksheets/sheet{at + 1}.xml", $"<worksheet xmlns=\"{main}\">{sheets[at].Content}</worksheet>");
    }

    private static string Relationships(string space, params (string Type, string Target)[] relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + string.Concat(relations.Select((r, at) =>
            $"<Relationship Id=\"rId{at + 1}\" Type=\"{space}/{r.Type}\" Target=\"{r.Target}\"/>")) + "</Relationships>";
}
