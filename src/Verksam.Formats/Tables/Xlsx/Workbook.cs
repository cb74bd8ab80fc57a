using System.Xml;
using Verksam.Formats.Docx;
using Verksam.Formats.Xml;
using Verksam.Formats.Zip;

namespace Verksam.Formats.Tables.Xlsx;

/// <summary>A sheet of a workbook.</summary>
internal sealed record Sheet(string Name, string Part, bool Hidden);

/// <summary>
/// What a workbook says of itself, and the texts and formats that its sheets share. Macros, external links, drawings, comments and pivot
/// tables are parts that are never opened.
/// </summary>
internal sealed class Workbook
{
    private Workbook(InputBuffer file, TableLimits limits) => (File, Limits) = (file, limits);

    public InputBuffer File { get; }
    public TableLimits Limits { get; }
    public List<Sheet> Sheets { get; } = [];
    public SharedTexts Texts { get; private set; } = SharedTexts.None;
    public NumberFormats Formats { get; private set; } = NumberFormats.None;

    /// <summary>Days are counted from 1904, as old Macs did.</summary>
    public bool From1904 { get; private set; }
    public bool HasMacros { get; private set; }
    public bool HasExternalLinks { get; private set; }

    public static Workbook Read(InputBuffer file, TableLimits limits)
    {
        using var package = new ZipPackage(file, limits.Package);
        var main = WorkbookKinds.MainPart(package, limits.Package);
        var workbook = new Workbook(file, limits);
        var relations = Relationships.Of(package, main, limits.Package).ToList();
        workbook.ReadMain(package, main, relations);
        workbook.HasMacros = relations.Exists(r => r.Type.EndsWith("/vbaProject", StringComparison.Ordinal));
        workbook.HasExternalLinks = relations.Exists(r => r.Type.EndsWith("/externalLink", StringComparison.Ordinal));
        using var texts = Open("/sharedStrings");
        if (texts is not null) workbook.Texts = SharedTexts.Read(texts, limits);
        using var styles = Open("/styles");
        if (styles is not null) workbook.Formats = NumberFormats.Read(styles, limits.Package);
        return workbook;

        Stream? Open(string type) =>
            relations.Find(r => r.Type.EndsWith(type, StringComparison.Ordinal)).Target is { } target ? package.Open(target) : null;
    }

    /// <summary>The sheet of a name, or else the first that a person sees and that holds something; null when there is none.</summary>
    public Sheet? Choose(string? name, Func<Sheet, bool> holdsSomething) => name is null
        ? Sheets.Find(s => !s.Hidden && holdsSomething(s))
        : Sheets.Find(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));

    private void ReadMain(ZipPackage package, string main, List<Relationship> relations)
    {
        using var part = package.Open(main) ?? throw new UnreadableDocument(UnreadableDocument.Damaged);
        using var xml = new GuardedXml(part, Limits.Package);
        while (xml.NodeType != XmlNodeType.Element && xml.Read()) { }
        if (xml.Name is not "workbook" || !SheetNames.IsMain(xml.Namespace)) throw new UnreadableDocument(UnreadableTable.NotATable);
        foreach (var name in xml.ElementsWithin())
        {
            if (name is "workbookPr") From1904 = SheetNames.IsOn(xml.Attribute("date1904"));
            if (name is "sheet") Add(xml, relations);
        }
    }

    // A sheet may be a chart; that one is no table
    private void Add(GuardedXml xml, List<Relationship> relations)
    {
        var id = xml.Attribute("id", SheetNames.Relations) ?? xml.Attribute("id", SheetNames.StrictRelations);
        var relation = relations.Find(r => r.Id == id && r.Type.EndsWith("/worksheet", StringComparison.Ordinal));
        if (id is null || relation.Target is null) return;
        Sheets.Add(new Sheet(xml.Attribute("name") ?? "", relation.Target, xml.Attribute("state") is "hidden" or "veryHidden"));
    }
}
