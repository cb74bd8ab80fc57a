using DiffPlex;

namespace Verksam.Features.Planning.Versions;

/// <summary>What stands in both of two texts: <paramref name="Length"/> characters from <paramref name="Was"/> in the one, from <paramref name="Now"/> in the other.</summary>
internal readonly record struct Common(int Was, int Now, int Length);

/// <summary>Compares two texts: line by line, and word by word in the lines that differ.</summary>
internal static class TextDiff
{
    // word by word in a text that is rewritten altogether costs the product of both, and says nothing
    private const long MostWork = 4_000_000;

    /// <summary>The runs that stand in both, in order; runs that follow each other in both texts are one.</summary>
    public static IReadOnlyList<Common> Of(string was, string now)
    {
        var runs = new List<Common>();
        foreach (var piece in Compare(was, now, Lines.Instance))
        {
            if (piece.Same)
                Add(runs, new Common(piece.Was.Start, piece.Now.Start, piece.Was.Length));
            else if ((long)piece.Was.Count * piece.Now.Count is > 0 && WorthIt(was, now, piece))
                AddWords(runs, was, now, piece);
        }
        return runs;
    }

    /// <summary>Line beside line: the same, changed, or only in the one.</summary>
    public static IReadOnlyList<(string? Was, string? Now)> Beside(string was, string now)
    {
        var rows = new List<(string?, string?)>();
        foreach (var piece in Compare(was, now, Lines.Instance))
        {
            var (left, right) = (Cut(was, piece.Was), Cut(now, piece.Now));
            for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
                rows.Add((i < left.Length ? left[i] : null, i < right.Length ? right[i] : null));
        }
        return rows;

        static string[] Cut(string text, Stretch stretch) => stretch.Length == 0 ? [] : text.Substring(stretch.Start, stretch.Length).TrimEnd('\n').Split('\n');
    }

    /// <summary>Two wordings in one: what stands in both, what only in the first, what only in the second.</summary>
    public static IReadOnlyList<Wording> Inline(string was, string now) => [.. Compare(was, now, Words.Instance).SelectMany(p => p.Same
        ? new[] { new Wording(p.Was.In(was), true, true) }
        : [new Wording(p.Was.In(was), true, false), new Wording(p.Now.In(now), false, true)]).Where(w => w.Text.Length > 0)];

    private static bool WorthIt(string was, string now, Piece piece) =>
        (long)Words.Instance.Chunk(piece.Was.In(was)).Count * Words.Instance.Chunk(piece.Now.In(now)).Count <= MostWork;

    private static void AddWords(List<Common> runs, string was, string now, Piece piece)
    {
        var (a, b) = (piece.Was.In(was), piece.Now.In(now));
        foreach (var word in Compare(a, b, Words.Instance).Where(p => p.Same))
            Add(runs, new Common(piece.Was.Start + word.Was.Start, piece.Now.Start + word.Now.Start, word.Was.Length));
    }

    private static void Add(List<Common> runs, Common run)
    {
        if (runs.Count > 0 && runs[^1] is var last && last.Was + last.Length == run.Was && last.Now + last.Length == run.Now)
            runs[^1] = last with { Length = last.Length + run.Length };
        else
            runs.Add(run);
    }

    // alternating: what is the same, what differs
    private static IEnumerable<Piece> Compare(string was, string now, IChunker chunks)
    {
        var diff = Differ.Instance.CreateDiffs(was, now, ignoreWhiteSpace: false, ignoreCase: false, chunks);
        var (a, b) = (Starts(diff.PiecesOld), Starts(diff.PiecesNew));
        var (i, j) = (0, 0);
        foreach (var block in diff.DiffBlocks)
        {
            if (block.DeleteStartA > i)
                yield return new Piece(true, Span(a, i, block.DeleteStartA), Span(b, j, block.InsertStartB));
            (i, j) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
            yield return new Piece(false, Span(a, block.DeleteStartA, i), Span(b, block.InsertStartB, j));
        }
        if (i < diff.PiecesOld.Count)
            yield return new Piece(true, Span(a, i, diff.PiecesOld.Count), Span(b, j, diff.PiecesNew.Count));
    }

    private static int[] Starts(IReadOnlyList<string> pieces)
    {
        var starts = new int[pieces.Count + 1];
        for (var i = 0; i < pieces.Count; i++)
            starts[i + 1] = starts[i] + pieces[i].Length;
        return starts;
    }

    private static Stretch Span(int[] starts, int from, int to) => new(starts[from], starts[to] - starts[from], to - from);

    /// <summary>Some words, and in which of the two they stand.</summary>
    internal sealed record Wording(string Text, bool InFirst, bool InSecond);

    private readonly record struct Stretch(int Start, int Length, int Count)
    {
        public string In(string text) => text.Substring(Start, Length);
    }

    private readonly record struct Piece(bool Same, Stretch Was, Stretch Now);

    /// <summary>Lines with their line feed: put together they are the text.</summary>
    private sealed class Lines : IChunker
    {
        public static readonly Lines Instance = new();

        public IReadOnlyList<string> Chunk(string text)
        {
            var lines = new List<string>();
            for (var at = 0; at < text.Length;)
            {
                var end = text.IndexOf('\n', at) is var feed and >= 0 ? feed + 1 : text.Length;
                lines.Add(text[at..end]);
                at = end;
            }
            return lines;
        }
    }

    /// <summary>Words, and each other character by itself.</summary>
    private sealed class Words : IChunker
    {
        public static readonly Words Instance = new();

        public IReadOnlyList<string> Chunk(string text)
        {
            var words = new List<string>();
            for (var at = 0; at < text.Length;)
            {
                var end = at + 1;
                while (char.IsLetterOrDigit(text[at]) && end < text.Length && char.IsLetterOrDigit(text[end]))
                    end++;
                words.Add(text[at..end]);
                at = end;
            }
            return words;
        }
    }
}
