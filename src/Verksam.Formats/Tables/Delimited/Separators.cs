namespace Verksam.Formats.Tables.Delimited;

/// <summary>Guesses what stands between the cells: what cuts most lines into the same number of cells, and into many.</summary>
internal static class Separators
{
    private const int SampleCharacters = 64 << 10;
    private const int SampleRows = 60;

    // A title or a note may have a comma; a table's separator stands in nearly every line
    private const double LeastShare = 0.4;
    private const double NearlyAll = 0.8;

    private static readonly char[] Known = [';', '\t', ',', '|'];
    private static readonly TableLimits Patient = new() { CellCharacters = SampleCharacters, Columns = SampleCharacters };

    /// <summary>The separator; null when the text has one column.</summary>
    public static char? Guess(InputBuffer file, TextEncoding encoding)
    {
        var sample = new char[SampleCharacters];
        using var text = TextEncodings.Reader(file, encoding);
        var length = text.ReadBlock(sample, 0, sample.Length);
        return Guess(new string(sample, 0, length), isWhole: length < sample.Length);
    }

    public static char? Guess(string sample, bool isWhole)
    {
        // Excel's own way to say it, on a line by itself
        if (sample is ['s' or 'S', 'e' or 'E', 'p' or 'P', '=', var said, '\r' or '\n', ..]) return said;
        var best = Known.Select(c => (Separator: c, Score: Score(sample, c, isWhole))).MaxBy(c => c.Score);
        return best.Score > 0 ? best.Separator : null;
    }

    private static double Score(string sample, char separator, bool isWhole)
    {
        var widths = Widths(sample, separator, isWhole);
        if (widths.Count == 0) return 0;
        var usual = widths.CountBy(w => w).Where(w => w.Key > 1).DefaultIfEmpty().MaxBy(w => w.Value);
        var share = usual.Value / (double)widths.Count;
        if (share >= LeastShare) return share * Math.Log2(usual.Key + 1);
        // A table where no two rows are alike still has it in nearly all of them
        var cut = widths.Count(w => w > 1) / (double)widths.Count;
        return cut >= NearlyAll ? cut * LeastShare : 0;
    }

    private static List<int> Widths(string sample, char separator, bool isWhole)
    {
        using var text = new StringReader(sample);
        var rows = new DelimitedRows(text, separator, Patient);
        var widths = new List<int>();
        while (widths.Count <= SampleRows && rows.Next() is { } row)
        {
            if (row.Cells.Count > 1 || !row.IsBlank) widths.Add(row.Cells.Count);
        }
        // The last line may be half of itself
        if (!isWhole && widths.Count is > 1 and <= SampleRows) widths.RemoveAt(widths.Count - 1);
        return widths;
    }
}
