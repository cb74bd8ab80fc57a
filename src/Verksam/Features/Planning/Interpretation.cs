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

    private static string? Cut(string? words, int longest) => words is null || words.Length <= longest ? words : words[..longest];
}
