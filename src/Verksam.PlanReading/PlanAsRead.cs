namespace Verksam.PlanReading;

/// <summary>What sort of thing is promised. See the glossary: slag.</summary>
public enum CommitmentKind
{
    /// <summary>Something arranged, produced or carried out (aktivitet).</summary>
    Activity,

    /// <summary>A state or quantity to reach (mål).</summary>
    Goal,

    /// <summary>A standing responsibility or manner of working (uppgift).</summary>
    Duty,

    /// <summary>Addressed to the members, voluntary (uppmaning).</summary>
    Encouragement,
}

/// <summary>How strongly the plan binds. See the glossary: kraft.</summary>
public enum Modality
{
    /// <summary>ska, skall, måste.</summary>
    Must,

    /// <summary>bör, behöver.</summary>
    Should,

    /// <summary>uppmanas, gärna.</summary>
    Encouraged,

    /// <summary>kommer att, vill, siktar, fortsätter, plain present.</summary>
    Intends,
}

/// <summary>What a measure asks of its figure.</summary>
public enum MeasureDirection
{
    /// <summary>More than last year.</summary>
    Increase,

    /// <summary>Less than last year.</summary>
    Decrease,

    /// <summary>The value or more.</summary>
    AtLeast,

    /// <summary>The value; without a value: every one.</summary>
    Exactly,
}

/// <summary>A count, share or change that the sentence states; <paramref name="Per"/> as written ("månad", "termin"), or null.</summary>
public sealed record MeasureFound(string What, MeasureDirection Direction, decimal? Value, string? Per);

/// <summary>
/// When, as written, and the first and last day it can mean (both included). An unbounded recurrence has the whole year and a
/// <paramref name="Every"/> ("varje månad"). Days are null when the words point at something the year alone does not place.
/// </summary>
public sealed record DueFound(string AsWritten, DateOnly? From, DateOnly? To, string? Every);

/// <summary>Why a passage was taken for a commitment: a stable code (texts are the program's) and the words that decided.</summary>
public sealed record Reason(string Code, string Words);

/// <summary>One commitment found in a plan.</summary>
/// <param name="Ranges">Where it stands; one range unless it was joined. In the order of the text.</param>
/// <param name="Text">The words, ranges joined by a space.</param>
/// <param name="Chapter">The nearest heading, verbatim; null before the first.</param>
/// <param name="Responsible">Who, as written; null when nobody is named.</param>
/// <param name="Reasons">Why, the strongest first.</param>
/// <param name="Confidence">0 to 1: how sure the reader is that this is a commitment.</param>
public sealed record FoundCommitment(
    IReadOnlyList<TextRange> Ranges,
    string Text,
    string? Chapter,
    CommitmentKind Kind,
    Modality Modality,
    string? Responsible,
    MeasureFound? Measure,
    DueFound? Due,
    IReadOnlyList<Reason> Reasons,
    double Confidence)
{
    /// <summary>Below this a person is asked to look twice.</summary>
    public const double Sure = 0.75;

    /// <summary>Whether a person should look twice.</summary>
    public bool IsDoubtful => Confidence < Sure;
}

/// <summary>A plan, read.</summary>
/// <param name="Title">The title, verbatim; null when none was found.</param>
/// <param name="Organisation">Whose plan, as written; null when not said.</param>
/// <param name="Year">The year (the first, for a plan over a year's end); null when not said.</param>
/// <param name="Commitments">In the order of the text.</param>
public sealed record PlanAsRead(
    string? Title, string? Organisation, int? Year, PlanDocument Document, IReadOnlyList<FoundCommitment> Commitments)
{
    /// <summary>The language it was read as: sv, nb, da or en.</summary>
    public string Language { get; init; } = "sv";
}
