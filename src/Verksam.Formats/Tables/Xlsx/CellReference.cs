namespace Verksam.Formats.Tables.Xlsx;

/// <summary>Where a cell stands (ST_CellRef): "AB12".</summary>
internal static class CellReference
{
    private const int Letters = 26;

    // The last column there is, XFD
    private const int Most = 16_384;

    /// <summary>The column, counted from 0; null when it says none.</summary>
    public static int? Column(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (char.ToUpperInvariant(c) is not (>= 'A' and <= 'Z' and var letter)) break;
            column = (column * Letters) + letter - 'A' + 1;
            if (column > Most) return null;
        }
        return column == 0 ? null : column - 1;
    }

    /// <summary>The letters of a column, counted from 0.</summary>
    public static string Name(int column) =>
        (column < Letters ? "" : Name((column / Letters) - 1)) + (char)('A' + (column % Letters));
}
