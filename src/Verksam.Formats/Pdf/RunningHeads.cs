namespace Verksam.Formats.Pdf;

/// <summary>Lines in the margin of page after page: the document's name, the page's number.</summary>
internal static class RunningHeads
{
    // So many lines from the upper and from the lower edge may be such
    private const int Deepest = 3;
    private const double SamePlace = 3;

    public static List<PdfRow> Remove(List<PdfRow> rows)
    {
        var pages = rows.GroupBy(r => r.Page).Select(g => g.OrderBy(r => r.Top).ToList()).ToList();
        var edges = pages.SelectMany(p => p.Take(Deepest).Concat(p.TakeLast(Deepest))).Distinct().ToList();
        var running = edges.GroupBy(r => r.Key, StringComparer.Ordinal).SelectMany(g => Repeated([.. g], pages.Count)).ToHashSet();
        // When a plan's name stands nowhere but there, it is kept once
        if (rows.Count > 0 && !rows.Exists(r => r.Key == rows[0].Key && !running.Contains(r))) running.Remove(rows[0]);
        return rows.FindAll(r => !running.Contains(r));
    }

    private static IEnumerable<PdfRow> Repeated(List<PdfRow> alike, int pages) =>
        alike.Where(r => alike.Count(other => Math.Abs(other.Top - r.Top) < SamePlace) is > 1 and var times && times * 2 >= pages);
}
