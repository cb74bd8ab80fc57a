using System.Globalization;
using System.Text.RegularExpressions;
using Verksam.PlanReading;

namespace Verksam.Features.Planning.Living;

/// <summary>A stretch of words on the page; <paramref name="Mark"/> is the commitment it belongs to, <paramref name="Ends"/> whether it is its last.</summary>
internal sealed record Piece<T>(string Text, T? Mark, bool Ends) where T : class;

internal sealed record PaperBlock<T>(BlockKind Kind, int Level, IReadOnlyList<Piece<T>> Pieces) where T : class
{
    public string Text => string.Concat(Pieces.Select(p => p.Text));
}

/// <summary>A chapter with its number: what stands before the first heading is a chapter of its own when it promises something.</summary>
internal sealed record PaperChapter<T>(int Number, string? Heading, IReadOnlyList<PaperBlock<T>> Blocks, IReadOnlyList<T> Marks) where T : class
{
    public string Anchor => string.Create(CultureInfo.InvariantCulture, $"k{Number}");
}

/// <summary>The plan as it is laid out: chapters, blocks, and the marked passages in them.</summary>
internal sealed record Paper<T>(string? Title, IReadOnlyList<string> Bylines, IReadOnlyList<PaperChapter<T>> Chapters) where T : class;

/// <summary>Lays out a text and its passages.</summary>
internal static partial class Paper
{
    public static Paper<T> Lay<T>(PlanDocument document, IEnumerable<(T Mark, IReadOnlyList<TextRange> Ranges)> marks) where T : class
    {
        var passages = marks.SelectMany(m => m.Ranges.Select((r, i) => new Laid<T>(m.Mark, r, i == m.Ranges.Count - 1))).OrderBy(p => p.Range.Start).ToList();
        var next = 0;
        var bylines = document.Blocks.Where(b => b.Kind == BlockKind.Byline).Select(b => b.Range.In(document.Text)).ToList();
        // the uppermost headings that the plan has are its chapters, whatever level its author gave them
        var top = document.Blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => b.Level).DefaultIfEmpty(1).Min();
        var sections = new List<(string? Heading, List<PaperBlock<T>> Blocks)> { (null, []) };
        foreach (var block in document.Blocks.Where(b => b.Kind is not (BlockKind.Title or BlockKind.Byline)))
        {
            var pieces = Pieces(document.Text, block, passages, ref next);
            if (block.Kind == BlockKind.Heading && block.Level == top)
                sections.Add((block.Range.In(document.Text), []));
            sections[^1].Blocks.Add(new PaperBlock<T>(block.Kind, block.Level - (block.Kind == BlockKind.Heading ? top - 1 : 0), pieces));
        }
        return new Paper<T>(TitleOf(document), bylines, Number(sections));
    }

    public static string? TitleOf(PlanDocument document) => document.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Title)?.Range.In(document.Text);

    private static List<Piece<T>> Pieces<T>(string text, Block block, List<Laid<T>> passages, ref int next) where T : class
    {
        var pieces = new List<Piece<T>>();
        var at = block.Range.Start;
        while (next < passages.Count && passages[next].Range.Start < block.Range.End)
        {
            var passage = passages[next++];
            var (start, end) = (Math.Max(at, passage.Range.Start), Math.Min(passage.Range.End, block.Range.End));
            if (start > at)
                pieces.Add(new Piece<T>(text[at..start], null, false));
            if (end > start)
                pieces.Add(new Piece<T>(text[start..end], passage.Mark, passage.Last));
            at = Math.Max(at, end);
        }
        if (at < block.Range.End)
            pieces.Add(new Piece<T>(text[at..block.Range.End], null, false));
        return pieces;
    }

    // the plan's own numbers when every chapter has one ("3. Medlemsvård"), else 1, 2, 3 with the introduction first if it promises something
    private static List<PaperChapter<T>> Number<T>(List<(string? Heading, List<PaperBlock<T>> Blocks)> sections) where T : class
    {
        var introductionCounts = Marks(sections[0].Blocks).Count > 0;
        var own = sections.Skip(1).Select(s => OwnNumber(s.Heading!)).ToList();
        var useOwn = own.Count > 0 && own.All(n => n is not null) && own.Distinct().Count() == own.Count && !introductionCounts;
        var first = introductionCounts ? 1 : 0;
        return [.. sections.Select((s, i) => new PaperChapter<T>(i == 0 ? first : useOwn ? own[i - 1]!.Value : i + first, s.Heading, s.Blocks, Marks(s.Blocks)))
            .Where(c => c.Heading is not null || c.Blocks.Count > 0)];
    }

    private static List<T> Marks<T>(List<PaperBlock<T>> blocks) where T : class =>
        [.. blocks.SelectMany(b => b.Pieces).Where(p => p.Ends).Select(p => p.Mark!)];

    private static int? OwnNumber(string heading) =>
        LeadingNumber().Match(heading) is { Success: true } match ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^\s*(?<number>\d{1,2})[.)]?\s+\p{L}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingNumber();

    private sealed record Laid<T>(T Mark, TextRange Range, bool Last) where T : class;
}
