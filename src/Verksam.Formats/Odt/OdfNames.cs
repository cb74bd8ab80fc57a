namespace Verksam.Formats.Odt;

/// <summary>Namespaces of OpenDocument: the same in every version from 1.0 on.</summary>
internal static class OdfNames
{
    public const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    public const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    public const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    public const string Draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
    public const string Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    public const string Format = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    public const string Picture = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";
}
