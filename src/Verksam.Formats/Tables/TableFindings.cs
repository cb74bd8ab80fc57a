namespace Verksam.Formats.Tables;

/// <summary>The kinds of table that are read.</summary>
public enum TableKind
{
    /// <summary>Text with a separator between the cells: csv, tsv and their kin.</summary>
    Text,

    /// <summary>An Excel workbook, from 2007 on.</summary>
    Workbook,
}

/// <summary>How a text file's letters are kept.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8, with a mark or without.</summary>
    Utf8,

    /// <summary>UTF-16 with the low byte first, which is what Excel calls Unicode text.</summary>
    Utf16,

    /// <summary>UTF-16 with the high byte first.</summary>
    Utf16BigEndian,

    /// <summary>Windows-1252, which older Swedish files are.</summary>
    Windows1252,
}

/// <summary>What was found out about a file, for a person to see and to correct.</summary>
public sealed record TableFindings
{
    /// <summary>What it is.</summary>
    public required TableKind Kind { get; init; }

    /// <summary>How a text file's letters are kept; null for a workbook.</summary>
    public TextEncoding? Encoding { get; init; }

    /// <summary>What stands between a text file's cells; null for a workbook, and for a text of one column.</summary>
    public char? Separator { get; init; }

    /// <summary>The line or row of the headings, from 1; null when the first row is data already.</summary>
    public int? HeadingLine { get; init; }

    /// <summary>The headings, one a column, trimmed; empty where a column has none.</summary>
    public required IReadOnlyList<string> Headings { get; init; }

    /// <summary>The number of columns.</summary>
    public int Columns => Headings.Count;

    /// <summary>The sheet that is read; null for a text file.</summary>
    public string? Sheet { get; init; }

    /// <summary>The workbook's other sheets that a person sees, in their order.</summary>
    public IReadOnlyList<string> OtherSheets { get; init; } = [];

    /// <summary>The workbook has macros. They are never opened.</summary>
    public bool HasMacros { get; init; }

    /// <summary>The workbook takes values from others. What it remembers of them is read; nothing is fetched.</summary>
    public bool HasExternalLinks { get; init; }
}

/// <summary>What a person says of a file instead of having it guessed. What is null is guessed.</summary>
public sealed record TableChoices
{
    /// <summary>How a text file's letters are kept.</summary>
    public TextEncoding? Encoding { get; init; }

    /// <summary>What stands between a text file's cells.</summary>
    public char? Separator { get; init; }

    /// <summary>The sheet to read, by name, hidden or not.</summary>
    public string? Sheet { get; init; }

    /// <summary>The line or row of the headings, from 1; 0 says that there are none.</summary>
    public int? HeadingLine { get; init; }
}
