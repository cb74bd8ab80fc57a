namespace Verksam.Formats.Tables.Xlsx;

/// <summary>Names of SpreadsheetML (ECMA-376 part 1, 18), in the two spellings there are: transitional (nearly all files) and strict.</summary>
internal static class SheetNames
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string StrictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    public static bool IsMain(string space) => space is Main or StrictMain;

    public static bool IsOn(string? value) => value is "1" or "true" or "on";
}
