using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Judging;

/// <summary>A sentence or an item, and all that its place tells of it.</summary>
/// <param name="InParagraph">Whether an earlier sentence of the same paragraph was a commitment.</param>
/// <param name="UnderEntry">Whether it follows an entry of a calendar, and so describes what happens then.</param>
/// <param name="Columns">What the cells of its table hold, by the table's head; empty outside tables.</param>
internal sealed record Passage(
    string Text,
    IReadOnlyList<TextRange> Ranges,
    BlockKind Block,
    Chapter Chapter,
    LeadIn? LeadIn = null,
    bool InParagraph = false,
    IReadOnlyList<FieldKind?>? Columns = null,
    bool UnderEntry = false)
{
    public List<Token> Tokens { get; } = Words.Tokens.Of(Text);
}

/// <summary>What a rule says of a passage.</summary>
internal sealed record Verdict(Modality Modality, double Confidence, IReadOnlyList<Reason> Reasons)
{
    public Verdict(Modality modality, double confidence, string code, string words)
        : this(modality, confidence, [new Reason(code, words)]) { }

    /// <summary>The part of the passage that promises, when it is not the whole.</summary>
    public string? Said { get; init; }
}
