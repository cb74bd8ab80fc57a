using Verksam.Kernel;
using Verksam.PlanReading;

namespace Verksam.Features.Planning;

/// <summary>What a passage is taken to mean. The words stay as they are; only this can be changed.</summary>
internal sealed record Interpretation
{
    public const int LongestWord = 60;
    public const int LongestWords = 300;
    public const int LongestWhat = 500;

    public CommitmentKind Kind { get; init; }
    public Modality Modality { get; init; }

    /// <summary>Who the plan names, as written; not the owner, who is a person.</summary>
    [Personal]
    public string? Responsible { get; init; }

    public MeasureDirection? MeasureDirection { get; init; }
    public decimal? MeasureValue { get; init; }
    public string? MeasureWhat { get; init; }
    public string? MeasurePer { get; init; }

    /// <summary>When, as written.</summary>
    public string? DueWords { get; init; }

    public DateOnly? DueFrom { get; init; }

    /// <summary>The last day it can be done and still be in time.</summary>
    public DateOnly? DueTo { get; init; }

    /// <summary>How often, as written, when it recurs.</summary>
    public string? DueEvery { get; init; }

    public static Interpretation Of(FoundCommitment found) => new()
    {
        Kind = found.Kind,
        Modality = found.Modality,
        Responsible = Cut(found.Responsible, LongestWords),
        MeasureDirection = found.Measure?.Direction,
        MeasureValue = found.Measure?.Value,
        MeasureWhat = Cut(found.Measure?.What, LongestWhat),
        MeasurePer = Cut(found.Measure?.Per, LongestWord),
        DueWords = Cut(found.Due?.AsWritten, LongestWords),
        DueFrom = found.Due?.From,
        DueTo = found.Due?.To,
        DueEvery = Cut(found.Due?.Every, LongestWord),
    };

    /// <summary>
    /// The same when the plan's words are changed: where the reader takes the new words otherwise than the old ones they decide,
    /// what a person has said of the rest stays.
    /// </summary>
    public Interpretation Reworded(Interpretation was, Interpretation now)
    {
        var measure = (was.MeasureDirection, was.MeasureValue, was.MeasureWhat, was.MeasurePer) == (now.MeasureDirection, now.MeasureValue, now.MeasureWhat, now.MeasurePer) ? this : now;
        var due = (was.DueWords, was.DueFrom, was.DueTo, was.DueEvery) == (now.DueWords, now.DueFrom, now.DueTo, now.DueEvery) ? this : now;
        return this with
        {
            Kind = was.Kind == now.Kind ? Kind : now.Kind,
            Modality = was.Modality == now.Modality ? Modality : now.Modality,
            Responsible = was.Responsible == now.Responsible ? Responsible : now.Responsible,
            MeasureDirection = measure.MeasureDirection,
            MeasureValue = measure.MeasureValue,
            MeasureWhat = measure.MeasureWhat,
            MeasurePer = measure.MeasurePer,
            DueWords = due.DueWords,
            DueFrom = due.DueFrom,
            DueTo = due.DueTo,
            DueEvery = due.DueEvery,
        };
    }

    private static string? Cut(string? words, int longest) => words is null || words.Length <= longest ? words : words[..longest];
}
