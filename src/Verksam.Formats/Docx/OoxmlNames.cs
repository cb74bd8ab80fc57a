namespace Verksam.Formats.Docx;

/// <summary>Names of ECMA-376, in the two spellings there are: transitional (nearly all files) and strict.</summary>
internal static class OoxmlNames
{
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    public const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    public static bool IsWord(string space) => space is Word or StrictWord;

    /// <summary>ST_OnOff: an element without a value means on.</summary>
    public static bool IsOn(string? value) => value is null or "1" or "true" or "on";
}
