namespace Verksam.PlanReading.Lines;

/// <summary>Keeps the cells of rows that stand together; a lone wide gap is only a space.</summary>
internal static class Tables
{
    public static List<Line> KeepRows(List<Line> lines)
    {
        var kept = new List<Line>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
            kept.Add(lines[i].HasCells && !IsRow(lines, i) ? lines[i] with { Text = lines[i].Text.Replace('\t', ' ') } : lines[i]);
        return kept;
    }

    private static bool IsRow(List<Line> lines, int i) =>
        (i > 0 && lines[i - 1].HasCells && lines[i].Blanks < 3)
            || (i + 1 < lines.Count && lines[i + 1].HasCells && lines[i + 1].Blanks < 3);
}
