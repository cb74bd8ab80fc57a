namespace Verksam.Formats.Tables;

/// <summary>Where rows come from. They can be read again from the start, by one reader at a time.</summary>
internal interface IRowSource
{
    /// <summary>All rows in their order, the blank ones too where the format has them.</summary>
    IEnumerable<RowAsRead> Read();

    /// <summary>Whether a short row is told: in a sheet it only ends with empty cells.</summary>
    bool TellsShortRows { get; }

    /// <summary>How many ranges of merged cells the last full reading met.</summary>
    int MergedRanges { get; }
}
