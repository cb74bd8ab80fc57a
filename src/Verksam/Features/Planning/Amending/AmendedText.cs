using System.Text;
using Verksam.PlanReading;

namespace Verksam.Features.Planning.Amending;

/// <summary>Some words of a text to be replaced; an addition has no length.</summary>
internal readonly record struct Edit(TextRange Range, string NewText);

/// <summary>Puts approved amendments into a text. Blocks keep what they are; a new line becomes a block of the same kind.</summary>
internal static class AmendedText
{
    /// <summary>An amendment as an edit; an addition comes after its passage, as a point of its own in a list.</summary>
    public static Edit Of(PlanDocument document, Amendment amendment)
    {
        var passage = amendment.Passage;
        if (amendment.Kind != AmendmentKind.Add)
            return new Edit(passage, amendment.NewText);
        var inText = document.Blocks.Any(b => b.Kind == BlockKind.Paragraph && b.Range.Start <= passage.Start && passage.End <= b.Range.End);
        return new Edit(new TextRange(passage.End, 0), (inText ? " " : "\n") + amendment.NewText);
    }

    /// <summary>Two that want the same words, or null.</summary>
    public static (Amendment First, Amendment Second)? Overlapping(IEnumerable<Amendment> amendments)
    {
        // several may add after the same passage, each in its turn
        var inOrder = amendments.Where(a => a.Kind != AmendmentKind.Add).OrderBy(a => a.Start).ToList();
        for (var i = 1; i < inOrder.Count; i++)
        {
            if (inOrder[i].Start < inOrder[i - 1].Passage.End)
                return (inOrder[i - 1], inOrder[i]);
        }
        return null;
    }

    /// <param name="edits">In any order, not overlapping; additions at the same place come in the order given.</param>
    public static PlanDocument Apply(PlanDocument document, IReadOnlyList<Edit> edits)
    {
        var blocks = document.Blocks.SelectMany(block => Lines(document.Text, block, edits)
            .Select((line, i) => (Kind: i > 0 && block.Kind is (BlockKind.Title or BlockKind.Heading) ? BlockKind.Paragraph : block.Kind, block.Level, Line: line)));
        var text = new StringBuilder();
        var made = new List<Block>();
        foreach (var (kind, level, line) in blocks)
        {
            if (text.Length > 0)
                text.Append('\n');
            made.Add(new Block(kind, kind == BlockKind.Paragraph ? 0 : level, new TextRange(text.Length, line.Length)));
            text.Append(line);
        }
        return new PlanDocument(text.ToString(), made);
    }

    private static IEnumerable<string> Lines(string text, Block block, IReadOnlyList<Edit> edits)
    {
        var here = edits.Where(e => block.Range.Start <= e.Range.Start && e.Range.Start <= block.Range.End && e.Range.End <= block.Range.End && (e.Range.Start < block.Range.End || e.Range.Length == 0))
            .OrderBy(e => e.Range.Start).ThenByDescending(e => e.Range.Length);
        var line = new StringBuilder();
        var at = block.Range.Start;
        foreach (var edit in here)
        {
            line.Append(text, at, edit.Range.Start - at).Append(edit.NewText);
            at = edit.Range.End;
        }
        line.Append(text, at, block.Range.End - at);
        return line.ToString().Normalize(NormalizationForm.FormC).Split('\n').Select(Tidy).Where(l => l.Length > 0);
    }

    // what a struck sentence leaves behind
    private static string Tidy(string line)
    {
        var tidy = line.Trim();
        while (tidy.Contains("  ", StringComparison.Ordinal))
            tidy = tidy.Replace("  ", " ", StringComparison.Ordinal);
        return tidy;
    }
}
