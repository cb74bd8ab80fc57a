using Verksam.PlanReading.Dates;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Judging;

/// <summary>Makes a commitment of a passage: kind, responsible, measure, due.</summary>
internal static class Interpreter
{
    // when a person points at what no rule would have taken
    private static readonly Verdict _pointedAt = new(Modality.Intends, 0.5, "pointed-at", "");

    /// <summary>The commitment in a passage, or null.</summary>
    public static FoundCommitment? Find(Passage passage, int? year) =>
        passage.Tokens.Count > 0 && ItemRules.Judge(passage) is { } verdict ? Made(passage, verdict, year) : null;

    public static FoundCommitment Take(Passage passage, int? year) =>
        Find(passage, year) ?? Made(passage, ByModal(passage) ?? _pointedAt, year);

    // a modal still tells how strongly the words bind
    private static Verdict? ByModal(Passage passage)
    {
        foreach (var token in passage.Tokens)
            if (Modals.Find(token.Lower) is { Use: not ModalUse.Permission } modal)
                return new Verdict(modal.Modality, 0.5, "modal", modal.Word);
        return null;
    }

    private static FoundCommitment Made(Passage passage, Verdict verdict, int? year)
    {
        var due = Due(passage, year);
        var measure = verdict.Modality is Modality.Encouraged ? null : Measures.Find(Value(passage), IsAim(passage, verdict));
        var said = verdict.Said is { } part ? new Passage(part, passage.Ranges, passage.Block, passage.Chapter, passage.LeadIn) : passage;
        var kind = Kinds.Of(said, verdict, measure, due);
        List<Reason> reasons = [.. verdict.Reasons];
        if (measure is { } found) reasons.Add(new Reason("counted", found.What));
        if (due is not null) reasons.Add(new Reason("due", due.AsWritten));
        return new FoundCommitment(passage.Ranges, passage.Text, passage.Chapter.Heading, kind, verdict.Modality,
            Responsibles.Find(said, verdict), measure, due, reasons,
                Math.Round(Math.Clamp(verdict.Confidence + (measure is null ? 0 : 0.02) + (due is null ? 0 : 0.02), 0, 0.99), 2));
    }

    // without label and cells
    private static string Value(Passage passage) =>
        (Fields.Find(passage.Text) is { } field ? passage.Text[field.Value..] : passage.Text).Replace('\t', ' ');

    private static bool IsAim(Passage passage, Verdict verdict) =>
        verdict.Reasons[0].Code is "aim" or "goal" || passage.Tokens.Exists(t => t.Lower is "siktar" or "hoppas" or "söker" or "önskar");

    private static DueFound? Due(Passage passage, int? year)
    {
        if (FromColumn(passage) is { } cell) return Dues.Find(cell, year) is { } placed ? placed with { AsWritten = cell }
            : new DueFound(cell, null, null, null);
        if (CalendarEntry.Find(passage.Text) is { } entry)
        {
            var written = entry.Date.In(passage.Text);
            return (Dues.Find(written, year) ?? new DueFound(written, null, null, null)) with { AsWritten = written };
        }
        return Dues.Find(passage.Text, year) ?? (passage.LeadIn?.Due is { } lent ? Dues.Find(lent, year) : null);
    }

    private static string? FromColumn(Passage passage)
    {
        if (passage.Columns is not { } columns) return null;
        var cells = passage.Text.Split('\t');
        for (var i = 1; i < cells.Length && i < columns.Count; i++)
            if (columns[i] is FieldKind.When && cells[i].Length > 0) return cells[i];
        return null;
    }
}
