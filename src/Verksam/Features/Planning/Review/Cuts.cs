using Verksam.PlanReading;

namespace Verksam.Features.Planning.Review;

/// <summary>Where a commitment can be cut in two: after a comma, a semicolon or a full stop, or before "och", "samt", "men", "som".</summary>
internal static class Cuts
{
    private static readonly string[] Joiners = [" och ", " samt ", " men ", " eller ", " som ", " dels "];

    /// <summary>The positions, each the first of the second part's words; never at an edge.</summary>
    public static IReadOnlyList<int> Of(string text, IReadOnlyList<TextRange> ranges)
    {
        var cuts = new SortedSet<int>();
        foreach (var range in ranges)
        {
            for (var i = range.Start; i < range.End - 1; i++)
            {
                if (text[i] is ',' or ';' or '.' or ':' && text[i + 1] == ' ')
                    cuts.Add(i + 2);
            }
            foreach (var joiner in Joiners)
                AddAll(cuts, text, range, joiner);
            if (range != ranges[0])
                cuts.Add(range.Start);
        }
        cuts.RemoveWhere(cut => cut <= ranges[0].Start + 1 || cut >= ranges[^1].End - 1);
        return [.. cuts];
    }

    public static (IReadOnlyList<TextRange> Before, IReadOnlyList<TextRange> After) Apart(string text, IReadOnlyList<TextRange> ranges, int at)
    {
        var before = ranges.Where(r => r.Start < at).Select(r => Sentences.Trim(text, new TextRange(r.Start, Math.Min(r.End, at) - r.Start)));
        var after = ranges.Where(r => r.End > at).Select(r => Sentences.Trim(text, new TextRange(Math.Max(r.Start, at), r.End - Math.Max(r.Start, at))));
        return ([.. before], [.. after]);
    }

    private static void AddAll(SortedSet<int> cuts, string text, TextRange range, string joiner)
    {
        for (var i = text.IndexOf(joiner, range.Start, range.Length, StringComparison.Ordinal); i >= 0;
             i = text.IndexOf(joiner, i + 1, range.End - i - 1, StringComparison.Ordinal))
        {
            cuts.Add(i + 1);
        }
    }
}
