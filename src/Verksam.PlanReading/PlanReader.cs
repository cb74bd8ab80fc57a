using Verksam.PlanReading.Judging;
using Verksam.PlanReading.Languages;
using Verksam.PlanReading.Lines;
using Verksam.PlanReading.Sentences;

namespace Verksam.PlanReading;

/// <summary>A line or paragraph as a file had it, before anything is known of it.</summary>
/// <param name="Text">The words; may hold line feeds (a hard line break inside a paragraph).</param>
/// <param name="HeadingLevel">1–9 when the file marks it as a heading or title (0), null when it does not say.</param>
/// <param name="ListLevel">1 and up when the file marks it as a list item, null when it does not say.</param>
/// <param name="Bold">The whole paragraph is set in bold: often a heading in a document without styles.</param>
public sealed record SourceParagraph(string Text, int? HeadingLevel = null, int? ListLevel = null, bool Bold = false);

/// <summary>Reads a plan: finds its blocks and its commitments. Pure: no files, no clock, no culture of the machine.</summary>
public static class PlanReader
{
    /// <summary>Reads plain text or Markdown: paragraphs are guessed from lines.</summary>
    /// <param name="text">The text; any line endings, any Unicode form.</param>
    /// <param name="year">The year the plan is for when the text does not say.</param>
    public static PlanAsRead ReadText(string text, int? year = null) =>
        Read(Layout.Lines(LineSource.FromText(text)), year);

    /// <summary>Reads paragraphs that a document format has already told apart.</summary>
    public static PlanAsRead ReadParagraphs(IEnumerable<SourceParagraph> paragraphs, int? year = null) =>
        Read(Layout.Lines(LineSource.FromParagraphs(paragraphs)), year);

    /// <summary>Reads a document whose blocks are known already.</summary>
    public static PlanAsRead ReadDocument(PlanDocument document, int? year = null) =>
        Tongues.Of(document.Text) is { } other ? new OtherReading(other).Of(document, year) : Reading.Of(document, year);

    /// <summary>The sentences of the running text and the points of its lists, in order; headings and by-lines are not among them.</summary>
    public static IReadOnlyList<TextRange> SentencesOf(PlanDocument document) =>
        [.. document.Blocks.SelectMany(block => block.Kind switch
        {
            BlockKind.Paragraph => SentenceSplitter.Split(document.Text, block.Range),
            BlockKind.ListItem => [block.Range],
            _ => [],
        })];

    /// <summary>Interprets a passage that a person points at, whether or not the reader would have taken it.</summary>
    /// <param name="document">A document that this reader made.</param>
    /// <param name="ranges">One or more ranges of its text, in order.</param>
    /// <param name="year">The plan's year, for the days in <see cref="DueFound"/>.</param>
    public static FoundCommitment Interpret(PlanDocument document, IReadOnlyList<TextRange> ranges, int? year) =>
        Tongues.Of(document.Text) is { } other ? new OtherReading(other).Interpret(document, ranges, year) : Reading.Interpret(document, ranges, year);

    // the language decides who reads; the lines are the same for all
    private static PlanAsRead Read(List<Line> lines, int? year) =>
        Tongues.Of(lines) is { } other ? new OtherReading(other).Of(new Outline(lines, other).Document(), year) : Reading.Of(Layout.Document(lines), year);
}
