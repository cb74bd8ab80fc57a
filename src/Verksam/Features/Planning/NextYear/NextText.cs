using System.Globalization;
using System.Text;
using Verksam.PlanReading;

namespace Verksam.Features.Planning.NextYear;

/// <summary>A line of the text that the next year's plan begins with.</summary>
internal sealed record NextLine(BlockKind Kind, int Level, string Text);

/// <summary>
/// Begins a plan's text from the one before: the same chapters and paragraphs, without the commitments that are left behind. Who proposed
/// the old one and when is not taken along, and the title is of the new year; no other word is changed.
/// </summary>
internal static class NextText
{
    /// <param name="document">The text that was adopted.</param>
    /// <param name="left">The passages of the commitments that stay behind.</param>
    /// <param name="from">The year it was for.</param>
    public static IReadOnlyList<NextLine> Of(PlanDocument document, IEnumerable<TextRange> left, int from)
    {
        var gone = left.OrderBy(r => r.Start).ToList();
        // whatever level the author gave the chapters, here they are the first
        var top = document.Blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => b.Level).DefaultIfEmpty(1).Min();
        var lines = document.Blocks.Where(b => b.Kind != BlockKind.Byline).Select(b => new NextLine(b.Kind, b.Kind == BlockKind.Heading ? b.Level - top + 1 : b.Level, b.Kind == BlockKind.Title
            ? b.Range.In(document.Text).Replace(Said(from), Said(from + 1), StringComparison.Ordinal) : Without(document.Text, b.Range, gone)));
        return WithoutEmptyChapters([.. lines.Where(l => l.Text.Length > 0)], document);
    }

    /// <summary>As Markdown, which is what one sees in a field and what the reader takes for headings and points.</summary>
    public static string Written(IReadOnlyList<NextLine> lines)
    {
        var text = new StringBuilder();
        BlockKind? before = null;
        foreach (var line in lines)
        {
            if (before is not null)
                text.Append(before == BlockKind.ListItem && line.Kind == BlockKind.ListItem ? "\n" : "\n\n");
            text.Append(Mark(line)).Append(line.Text);
            before = line.Kind;
        }
        return text.ToString();
    }

    /// <summary>In how many places besides the title the old year is named: somebody should look at them.</summary>
    public static int Mentions(IReadOnlyList<NextLine> lines, int from) =>
        lines.Where(l => l.Kind != BlockKind.Title).Sum(l => l.Text.Split(Said(from)).Length - 1);

    private static string Mark(NextLine line) => line.Kind switch
    {
        BlockKind.Title => "# ",
        BlockKind.Heading => new string('#', Math.Clamp(line.Level + 1, 2, 6)) + " ",
        BlockKind.ListItem => new string(' ', 2 * (Math.Max(1, line.Level) - 1)) + "- ",
        _ => "",
    };

    private static string Without(string text, TextRange block, List<TextRange> gone)
    {
        var kept = new StringBuilder();
        var at = block.Start;
        foreach (var range in gone.Where(r => r.Start < block.End && block.Start < r.End))
        {
            kept.Append(text, at, Math.Max(0, range.Start - at));
            at = Math.Max(at, Math.Min(range.End, block.End));
        }
        kept.Append(text, at, block.End - at);
        var words = string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim();
        return words.Any(char.IsLetterOrDigit) ? words : "";
    }

    // a heading that had something under it and has nothing any more goes too
    private static List<NextLine> WithoutEmptyChapters(List<NextLine> lines, PlanDocument document)
    {
        var bare = Bare([.. document.Blocks.Select(b => new NextLine(b.Kind, b.Level, b.Range.In(document.Text)))]).Select(l => l.Text).ToHashSet(StringComparer.Ordinal);
        var empty = Bare(lines).Where(l => !bare.Contains(l.Text)).ToHashSet();
        return [.. lines.Where(l => !empty.Contains(l))];
    }

    private static List<NextLine> Bare(List<NextLine> lines)
    {
        var bare = new List<NextLine>();
        var open = new Stack<NextLine>();
        foreach (var line in lines)
        {
            if (line.Kind == BlockKind.Heading)
            {
                while (open.TryPeek(out var above) && above.Level >= line.Level)
                    bare.Add(open.Pop());
                open.Push(line);
            }
            else
            {
                open.Clear();
            }
        }
        bare.AddRange(open);
        return bare;
    }

    private static string Said(int year) => year.ToString(CultureInfo.InvariantCulture);
}
