using Verksam.PlanReading.Dates;
using Verksam.PlanReading.Lines;

namespace Verksam.PlanReading.Judging;

/// <summary>Reads a document whose blocks are known.</summary>
internal static class Reading
{
    public static PlanAsRead Of(PlanDocument document, int? year)
    {
        var front = document.Blocks.Where(b => b.Kind is BlockKind.Title or BlockKind.Byline).Select(b =>
            b.Range.In(document.Text)).ToList();
        var title = document.Blocks.FirstOrDefault(b => b.Kind is BlockKind.Title)?.Range.In(document.Text);
        var said = (title is null ? null : FrontMatter.Year(title)) ?? front.Select(FrontMatter.Year).FirstOrDefault(y => y is not null)
            ?? year ?? MostSaid(document.Text);
        return new PlanAsRead(title, Organisation(title, front), said, document, Commitments(document, said));
    }

    public static FoundCommitment Interpret(PlanDocument document, IReadOnlyList<TextRange> ranges, int? year)
    {
        var inside = ranges.Where(r => r.Start >= 0 && r.Length > 0 && r.End <= document.Text.Length).ToList();
        var walk = new Walk(document, year);
        var kind = BlockKind.Paragraph;
        for (var i = 0; i < document.Blocks.Count && inside.Count > 0 && document.Blocks[i].Range.Start <= inside[0].Start; i++)
        {
            walk.Enter(i);
            kind = document.Blocks[i].Kind;
        }
        return Interpreter.Take(walk.At(kind, inside), year);
    }

    private static List<FoundCommitment> Commitments(PlanDocument document, int? year)
    {
        var found = new List<FoundCommitment>();
        var walk = new Walk(document, year);
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var before = found.Count;
            foreach (var passage in walk.Enter(i))
            {
                if (Fields.Find(passage.Text) is { Kind: FieldKind.Responsible or FieldKind.When } field)
                {
                    Complete(found, passage,
                    field, year); break;
                }
                if (Interpreter.Find(passage with { InParagraph = found.Count > before }, year) is { } commitment) found.Add(commitment);
            }
        }
        return found;
    }

    // "Ansvarig: …" and "När: …" complete the labelled line before them
    private static void Complete(List<FoundCommitment> found, Passage passage, Field field, int? year)
    {
        if (found.Count == 0 || found[^1].Reasons[0].Code is not ("label" or "goal")) return;
        var value = passage.Text[field.Value..];
        found[^1] = field.Kind is FieldKind.Responsible
            ? found[^1] with { Responsible = value }
            : found[^1] with { Due = (Dues.Find(value, year) ?? new DueFound(value, null, null, null)) with { AsWritten = value } };
    }

    private static string? Organisation(string? title, List<string> front) =>
        (title is null ? null : FrontMatter.Organisation(title)) ?? front.Where(f => !string.Equals(f, title, StringComparison.Ordinal))
            .Select(FrontMatter.Organisation).FirstOrDefault(o => o is not null);

    private static int? MostSaid(string text) =>
        Words.Tokens.Of(text.Length > 4000 ? text[..4000] : text).Select(t => Words.Numbers.Year(t.Lower)).Where(y => y >= 2000)
            .GroupBy(y => y).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;
}
