using Verksam.Features.Planning.Measures;
using Verksam.Kernel.Time;
using Verksam.PlanReading;

namespace Verksam.Features.Planning.Carrying;

/// <summary>From a commitment and its figures to the facts that the rule asks for.</summary>
internal static class FactsOf
{
    /// <param name="now">What its measure says today, null when none follows it or nothing is measured.</param>
    /// <param name="lastYear">What the measure said on the same day last year.</param>
    public static Facts Of(Commitment commitment, int year, Figure? now = null, Figure? lastYear = null)
    {
        var reading = commitment.Reading;
        var changes = reading.MeasureDirection is MeasureDirection.Increase or MeasureDirection.Decrease;
        return new Facts
        {
            From = reading.DueFrom ?? new DateOnly(year, 1, 1),
            Due = reading.DueTo ?? new DateOnly(year, 12, 31),
            HasOwner = commitment.OwnerId is not null,
            DroppedOn = commitment.DroppedOn,
            News = Day(commitment.NewsAt),
            Word = commitment.Word,
            WordOn = Day(commitment.WordAt),
            FigureAtWord = commitment.FigureAtWord,
            Count = now?.Compared ?? commitment.Count,
            CountedOn = now is null ? Day(commitment.CountedAt) : null,
            Wanted = changes ? null : reading.MeasureValue,
            LastYear = changes ? lastYear?.Compared : null,
            ShallDecrease = reading.MeasureDirection == MeasureDirection.Decrease,
        };
    }

    private static DateOnly? Day(DateTimeOffset? at) =>
        at is { } moment ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, OurTime.Zone).DateTime) : null;
}
