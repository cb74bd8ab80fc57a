namespace Verksam.Formats.Tables;

/// <summary>
/// How much of a stranger's table is read before it is refused. All counts are of what was really read. A reader stays within a heap of
/// 64 MB: the file as it came lies in memory, and a workbook's shared texts; rows pass through.
/// </summary>
public sealed record TableLimits
{
    /// <summary>What the program uses when it says nothing else.</summary>
    public static TableLimits Default { get; } = new();

    /// <summary>A text file, in bytes.</summary>
    public long TextBytes { get; init; } = 40 << 20;

    /// <summary>A workbook as it came, in bytes. Packed, a hundred thousand rows of thirty columns take about half of this.</summary>
    public long WorkbookBytes { get; init; } = 20 << 20;

    /// <summary>Everything unpacked from a workbook in one reading, in bytes, all parts together.</summary>
    public long UnpackedBytes { get; init; } = 300 << 20;

    /// <summary>Rows, the empty ones too.</summary>
    public int Rows { get; init; } = 200_000;

    /// <summary>Columns.</summary>
    public int Columns { get; init; } = 500;

    /// <summary>Characters in a cell: as many as Excel takes.</summary>
    public int CellCharacters { get; init; } = 32_767;

    /// <summary>The texts that a workbook's cells share, in bytes of UTF-8.</summary>
    public int SharedBytes { get; init; } = 20 << 20;

    /// <summary>How many texts a workbook's cells share.</summary>
    public int SharedTexts { get; init; } = 1_000_000;

    internal ReadingLimits Package => new() { InputBytes = WorkbookBytes, UnpackedBytes = UnpackedBytes };
}
