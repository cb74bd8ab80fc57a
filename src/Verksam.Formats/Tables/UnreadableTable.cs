namespace Verksam.Formats.Tables;

/// <summary>
/// The codes with which a table alone is refused, always as <see cref="UnreadableDocument"/>. Besides these come too-big, unpacks-too-big,
/// damaged, encrypted, not-text, and the codes of known kinds such as picture and presentation.
/// </summary>
public static class UnreadableTable
{
    /// <summary>A document of another kind: a letter, a web page, a PDF.</summary>
    public const string NotATable = "not-a-table";

    /// <summary>Excel's format from before 2007 (.xls).</summary>
    public const string OldExcel = "old-excel";

    /// <summary>Excel's binary format (.xlsb).</summary>
    public const string BinaryExcel = "binary-excel";

    /// <summary>OpenDocument's (.ods), which LibreOffice writes.</summary>
    public const string OpenDocumentSheet = "open-document-sheet";

    /// <summary>Apple's Numbers.</summary>
    public const string Numbers = "numbers";

    /// <summary>Nothing stands in it.</summary>
    public const string NoRows = "no-rows";

    /// <summary>There is no sheet of the name that was asked for.</summary>
    public const string NoSuchSheet = "no-such-sheet";

    /// <summary>Letters are kept in more than one way in the same file, or in another way than was said.</summary>
    public const string MixedEncoding = "mixed-encoding";

    /// <summary>More rows than we take.</summary>
    public const string TooManyRows = "too-many-rows";

    /// <summary>More columns than we take.</summary>
    public const string TooManyColumns = "too-many-columns";

    /// <summary>A cell holds more than we take; in a text file often a quotation mark that never closes.</summary>
    public const string CellTooLong = "cell-too-long";
}
