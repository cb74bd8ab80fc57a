namespace Verksam.Formats.Tables.Cells;

/// <summary>Yes and no, as Swedish and English registers say it, and the Norwegian and Danish ones.</summary>
public static class YesNo
{
    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "ja", "j", "yes", "y", "true", "t", "sant", "sann", "1", "x", "on", "på", "\u2713", "\u2714" };
    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "nej", "n", "nei", "no", "false", "f", "falskt", "usann", "falsk", "0", "-", "off", "av" };

    /// <summary>Reads a cell.</summary>
    /// <returns>Or empty, neither.</returns>
    public static CellReading<bool> Read(string text)
    {
        var word = text.Trim();
        return word.Length == 0 ? CellReading<bool>.Not(CellWrongs.Empty)
            : Yes.Contains(word) ? CellReading<bool>.Of(true)
            : No.Contains(word) ? CellReading<bool>.Of(false)
            : CellReading<bool>.Not(CellWrongs.NeitherYesNorNo);
    }
}
