using Verksam.PlanReading;

namespace Verksam.Features.Planning.Review;

/// <summary>Moving the borders of a passage by whole sentences, inside one block.</summary>
internal static class Sentences
{
    /// <summary>The passage with the sentence before it, or null at the block's beginning.</summary>
    public static TextRange? Before(PlanDocument document, TextRange range)
    {
        var before = Around(document, range).LastOrDefault(s => s.Start < range.Start);
        return before.Length == 0 ? null : new TextRange(before.Start, range.End - before.Start);
    }

    /// <summary>The passage with the sentence after it, or null at the block's end.</summary>
    public static TextRange? After(PlanDocument document, TextRange range)
    {
        var after = Around(document, range).FirstOrDefault(s => s.End > range.End);
        return after.Length == 0 ? null : new TextRange(range.Start, after.End - range.Start);
    }

    /// <summary>Ranges with nothing but white space between them, in the same block, become one.</summary>
    public static IReadOnlyList<TextRange> Close(PlanDocument document, IReadOnlyList<TextRange> ranges)
    {
        var closed = new List<TextRange>();
        foreach (var range in ranges)
        {
            if (closed is [.., var last] && document.Text[last.End..range.Start].Trim(' ').Length == 0)
                closed[^1] = new TextRange(last.Start, range.End - last.Start);
            else
                closed.Add(range);
        }
        return closed;
    }

    /// <summary>The sentences that no passage touches. The passages do not overlap.</summary>
    public static IReadOnlyList<TextRange> Unmarked(PlanDocument document, IEnumerable<TextRange> passages)
    {
        var marked = passages.OrderBy(p => p.Start).ToList();
        var free = new List<TextRange>();
        var next = 0;
        foreach (var sentence in PlanReader.SentencesOf(document))
        {
            while (next < marked.Count && marked[next].End <= sentence.Start)
                next++;
            if (next == marked.Count || marked[next].Start >= sentence.End)
                free.Add(sentence);
        }
        return free;
    }

    /// <summary>What can be pointed at: each sentence of a paragraph, each point of a list; any other block whole.</summary>
    public static IReadOnlyList<(Block Block, IReadOnlyList<TextRange> Passages)> ByBlock(PlanDocument document)
    {
        var sentences = PlanReader.SentencesOf(document).ToLookup(s => BlockAt(document, s.Start));
        return [.. document.Blocks.Select((b, i) => (b, (IReadOnlyList<TextRange>)(b.Kind is BlockKind.Paragraph or BlockKind.ListItem ? [.. sentences[i]] : [b.Range])))];
    }

    public static TextRange Trim(string text, TextRange range)
    {
        var (start, end) = (range.Start, range.End);
        if (start < 0 || range.Length < 0 || start > text.Length || range.Length > text.Length - start)
            return default;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextRange(start, end - start);
    }

    /// <summary>Whether it stands in one paragraph or one point; a title or a heading promises nothing.</summary>
    public static bool InOneBlock(PlanDocument document, TextRange range) =>
        document.Blocks.Any(b => b.Kind is BlockKind.Paragraph or BlockKind.ListItem && b.Range.Start <= range.Start && range.End <= b.Range.End);

    // the blocks stand in the order of the text
    private static int BlockAt(PlanDocument document, int at)
    {
        var (low, high) = (0, document.Blocks.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = document.Blocks[middle].Range.Start <= at ? (middle, high) : (low, middle - 1);
        }
        return low;
    }

    private static IEnumerable<TextRange> Around(PlanDocument document, TextRange range)
    {
        var block = document.Blocks.First(b => b.Range.Start <= range.Start && range.Start < b.Range.End);
        return PlanReader.SentencesOf(document).Where(s => block.Range.Start <= s.Start && s.End <= block.Range.End);
    }
}
