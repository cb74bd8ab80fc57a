using Verksam.PlanReading.Judging;

namespace Verksam.PlanReading.Languages;

/// <summary>Reads a document in another language than Swedish.</summary>
internal sealed class OtherReading(LanguageRules rules)
{
    public PlanAsRead Of(PlanDocument document, int? year)
    {
        var front = document.Blocks.Where(b => b.Kind is BlockKind.Title or BlockKind.Byline).Select(b => b.Range.In(document.Text)).ToList();
        var title = document.Blocks.FirstOrDefault(b => b.Kind is BlockKind.Title)?.Range.In(document.Text);
        var said = front.Select(Outline.Year).FirstOrDefault(y => y is not null) ?? year ?? Outline.Year(document.Text.Length > 4000 ? document.Text[..4000] : document.Text);
        return new PlanAsRead(title, Organisation(title, front), said, document, Commitments(document, said)) { Language = rules.Code };
    }

    public FoundCommitment Interpret(PlanDocument document, IReadOnlyList<TextRange> ranges, int? year)
    {
        ranges = [.. ranges.Where(r => r.Start >= 0 && r.Length > 0 && r.End <= document.Text.Length)];
        var course = new Course(document, rules, year);
        var kind = BlockKind.Paragraph;
        for (var i = 0; i < document.Blocks.Count && ranges.Count > 0 && document.Blocks[i].Range.Start <= ranges[0].Start; i++)
        {
            course.Enter(document.Blocks[i]);
            kind = document.Blocks[i].Kind;
        }
        return new Interpretation(rules, year).Take(course.At(kind, ranges));
    }

    private List<FoundCommitment> Commitments(PlanDocument document, int? year)
    {
        var found = new List<FoundCommitment>();
        var course = new Course(document, rules, year);
        var interpretation = new Interpretation(rules, year);
        foreach (var place in document.Blocks.SelectMany(course.Enter))
        {
            if (interpretation.Field(place.Text) is { Kind: FieldKind.Responsible or FieldKind.When } field) Complete(found, place.Text[field.Value..], field.Kind, interpretation);
            else if (interpretation.Find(place) is { } commitment) found.Add(commitment);
        }
        return found;
    }

    // "Ansvarlig: …" and "When: …" complete the labelled line before them
    private static void Complete(List<FoundCommitment> found, string value, FieldKind kind, Interpretation interpretation)
    {
        if (found.Count == 0 || found[^1].Reasons[0].Code is not ("label" or "goal")) return;
        found[^1] = kind is FieldKind.Responsible
            ? found[^1] with { Responsible = value }
            : found[^1] with { Due = (interpretation.Due(value) ?? new DueFound(value, null, null, null)) with { AsWritten = value } };
    }

    // what the title holds besides the plan's own word, years and little words; or the line under it
    private string? Organisation(string? title, List<string> front)
    {
        foreach (var line in front.Where(f => f != title).Prepend(title ?? "").Take(2))
        {
            if (Array.Exists(rules.Plan.Bylines, b => line.StartsWith(b, StringComparison.OrdinalIgnoreCase))) continue;
            var words = Words.Tokens.Of(line);
            var first = words.FindIndex(t => t.IsCapital && !IsFiller(t));
            var last = words.FindLastIndex(t => t.IsWord && !IsFiller(t));
            if (first >= 0 && last >= first) return line[words[first].Start..words[last].End];
        }
        return null;
    }

    private bool IsFiller(Words.Token token) => token.StartsWithDigit || Array.Exists(rules.Plan.Titles, t => t.Split(' ').Contains(token.Lower, StringComparer.Ordinal));
}
