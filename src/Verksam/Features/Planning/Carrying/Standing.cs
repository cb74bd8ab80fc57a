namespace Verksam.Features.Planning.Carrying;

/// <summary>The limits of the rule; settings of the organisation (Planning.Standing.*).</summary>
/// <param name="Pace">The share of the elapsed time that the count must keep up with.</param>
/// <param name="RiskDays">So near the last day an owner and some news are wanted.</param>
/// <param name="NewsDays">For so long news keep a commitment on track.</param>
internal sealed record StandingLimits(decimal Pace = 0.8m, int RiskDays = 30, int NewsDays = 60);

/// <summary>What is known of a commitment on a day.</summary>
internal sealed record Facts
{
    public required DateOnly From { get; init; }

    /// <summary>The last day in time.</summary>
    public required DateOnly Due { get; init; }

    public bool HasOwner { get; init; }
    public DateOnly? DroppedOn { get; init; }

    /// <summary>The latest news or evidence.</summary>
    public DateOnly? News { get; init; }

    /// <summary>What a person last said, and when.</summary>
    public Status? Word { get; init; }

    public DateOnly? WordOn { get; init; }

    /// <summary>What the measure said then.</summary>
    public decimal? FigureAtWord { get; init; }

    /// <summary>The latest count, when it was counted, and how many are wanted.</summary>
    public decimal? Count { get; init; }

    public DateOnly? CountedOn { get; init; }
    public decimal? Wanted { get; init; }

    /// <summary>The figure on the same day last year, for what shall increase or decrease.</summary>
    public decimal? LastYear { get; init; }

    public bool ShallDecrease { get; init; }
}

/// <summary>Which status, which rule gave it (a key of the texts), and the figures in it (days or percent; so many of so many).</summary>
internal sealed record Standing(Status Status, string Rule, decimal? Limit = null, decimal? All = null)
{
    /// <summary>The rules in order; the first that holds decides. A person's own word holds until a newer fact.</summary>
    public static Standing Of(Facts facts, DateOnly today, StandingLimits limits) =>
        facts.DroppedOn <= today ? new(Status.Dropped, "dropped")
        : WordHolds(facts, today) ? new(facts.Word!.Value, "word")
        : IsReached(facts) ? new(Status.Done, "count")
        : today > facts.Due ? new(Status.Late, "due")
        : IsBehindLastYear(facts) ? new(Status.AtRisk, "last-year")
        : IsBehindPace(facts, today, limits) ? new(Status.AtRisk, "pace", limits.Pace * 100)
        : IsNear(facts, today, limits) && !facts.HasOwner ? new(Status.AtRisk, "no-owner", limits.RiskDays)
        : IsNear(facts, today, limits) && !HasNews(facts, today, limits.RiskDays) ? new(Status.AtRisk, "no-news", limits.RiskDays)
        : HasNews(facts, today, limits.NewsDays) ? new(Status.OnTrack, "news", limits.NewsDays)
        : new(Status.NotStarted, facts.News is null ? "nothing" : "old-news", limits.NewsDays);

    private static bool WordHolds(Facts facts, DateOnly today) =>
        facts is { Word: { } word, WordOn: { } said }
        && !(facts.CountedOn > said)
        && (facts.FigureAtWord is null || facts.Count is null || facts.FigureAtWord == facts.Count)
        && (word is Status.Done or Status.Late || !(today > facts.Due && facts.Due >= said));

    private static bool IsReached(Facts facts) => facts is { Count: { } count, Wanted: { } wanted } && count >= wanted;

    private static bool IsBehindLastYear(Facts facts) =>
        facts is { Count: { } count, LastYear: { } before } && (facts.ShallDecrease ? count > before : count < before);

    private static bool IsBehindPace(Facts facts, DateOnly today, StandingLimits limits)
    {
        if (facts is not { Count: { } count, Wanted: { } wanted and > 1 } || today < facts.From)
            return false;
        var elapsed = Math.Min(1m, (today.DayNumber - facts.From.DayNumber + 1m) / (facts.Due.DayNumber - facts.From.DayNumber + 1m));
        return count < wanted * elapsed * limits.Pace;
    }

    private static bool IsNear(Facts facts, DateOnly today, StandingLimits limits) => facts.Due.DayNumber - today.DayNumber <= limits.RiskDays;

    private static bool HasNews(Facts facts, DateOnly today, int days) => facts.News is { } news && today.DayNumber - news.DayNumber <= days;
}
