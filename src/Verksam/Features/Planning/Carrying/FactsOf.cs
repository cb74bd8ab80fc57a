using Verksam.Features.Planning.Measures;
using Verksam.Features.Planning.Sharing;
using Verksam.Kernel.Time;
using Verksam.PlanReading;

namespace Verksam.Features.Planning.Carrying;

/// <summary>From a commitment, what was said of it and its figures to the facts that the rule asks for.</summary>
internal static class FactsOf
{
    /// <param name="now">What its measure says on the day, null when none follows it or nothing is measured.</param>
    /// <param name="lastYear">What the measure said on the same day the year before.</param>
    public static Facts Of(Commitment commitment, int year, Said said, Figure? now, Figure? lastYear)
    {
        var reading = commitment.Reading;
        var changes = Changes(commitment);
        return new Facts
        {
            From = reading.DueFrom ?? new DateOnly(year, 1, 1),
            Due = reading.DueTo ?? new DateOnly(year, 12, 31),
            HasOwner = commitment.OwnerId is not null,
            DroppedOn = commitment.DroppedOn,
            News = Day(said.NewsAt),
            Word = now is null && said.CountedAt > said.WordAt ? null : said.Word,
            WordOn = Day(said.WordAt),
            FigureAtWord = said.FigureAtWord,
            Count = now?.Compared ?? said.Count,
            CountedOn = now is null ? Day(said.CountedAt) : null,
            Wanted = changes ? null : reading.MeasureValue,
            LastYear = changes ? lastYear?.Compared : null,
            ShallDecrease = reading.MeasureDirection == MeasureDirection.Decrease,
        };
    }

    /// <summary>The same days and the same rule for a unit's part, with what was told of it.</summary>
    public static Facts Part(Facts whole, Part part, Commitment commitment, Said said, Figure? now, Figure? lastYear) => whole with
    {
        HasOwner = part.OwnerId is not null,
        News = Day(said.NewsAt),
        Word = now is null && said.CountedAt > said.WordAt ? null : said.Word,
        WordOn = Day(said.WordAt),
        FigureAtWord = said.FigureAtWord,
        Count = now?.Compared ?? said.Count,
        CountedOn = now is null ? Day(said.CountedAt) : null,
        Wanted = Changes(commitment) ? null : part.Wanted,
        LastYear = Changes(commitment) ? lastYear?.Compared : null,
    };

    /// <summary>Whether it is measured against the year before.</summary>
    public static bool Changes(Commitment commitment) =>
        commitment.Reading.MeasureDirection is MeasureDirection.Increase or MeasureDirection.Decrease;

    private static DateOnly? Day(DateTimeOffset? at) =>
        at is { } moment ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, OurTime.Zone).DateTime) : null;
}
