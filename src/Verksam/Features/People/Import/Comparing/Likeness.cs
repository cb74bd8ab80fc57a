namespace Verksam.Features.People.Import.Comparing;

/// <summary>Whether two names may be one, misspelt: a couple of letters apart, or a word more in one of them.</summary>
internal static class Likeness
{
    private const int FewLetters = 2;

    public static bool IsNear(string one, string other)
    {
        var (a, b) = (Known.Fold(one), Known.Fold(other));
        return IsWithin(a, b) || HasAll(a, b) || HasAll(b, a);
    }

    private static bool HasAll(string more, string fewer) => fewer.Split(' ') is { Length: > 1 } words && !words.Except(more.Split(' '), StringComparer.Ordinal).Any();

    // Levenshtein's distance, a row at a time
    private static bool IsWithin(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > FewLetters)
            return false;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var at = 1; at <= a.Length; at++)
        {
            var before = row[0]++;
            for (var to = 1; to <= b.Length; to++)
                (before, row[to]) = (row[to], Math.Min(Math.Min(row[to], row[to - 1]) + 1, before + (a[at - 1] == b[to - 1] ? 0 : 1)));
        }
        return row[b.Length] <= FewLetters;
    }
}
