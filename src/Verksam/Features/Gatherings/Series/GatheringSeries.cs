using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.Structure;
using Verksam.Formats.Calendar;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Series;

/// <summary>How often something comes again. Stored as a number: never renumber.</summary>
internal enum Pace
{
    Weekly = 0,
    EverySecondWeek = 1,

    /// <summary>The second Tuesday of each month; a fifth one is the last.</summary>
    MonthlyWeekday = 2,

    /// <summary>The same date; in a month that is too short its last day.</summary>
    MonthlyDay = 3,

    /// <summary>The same date; of 29 February in other years the 28th.</summary>
    Yearly = 4,
}

/// <summary>Gatherings that are made together and belong together. Each is one of its own, with a page and people of its own.</summary>
internal sealed class GatheringSeries : Entity<GatheringSeries>, IAudited
{
    private const int Week = 7;

    private GatheringSeries() { }

    public GatheringSeries(Id<Unit> unit, Pace pace, DateOnly first) => (UnitId, Pace, First) = (unit, pace, first);

    public Id<Unit> UnitId { get; private set; }
    public Pace Pace { get; private set; }

    /// <summary>The day from which it is counted.</summary>
    public DateOnly First { get; private set; }

    /// <summary>From now on it is counted from another day.</summary>
    public void IsCountedFrom(DateOnly first) => First = first;

    /// <summary>The days after one, to a last.</summary>
    /// <inheritdoc cref="Days(Pace, DateOnly, DateOnly)" path="/returns"/>
    public IReadOnlyList<DateOnly>? DaysAfter(DateOnly day, DateOnly last) => Days(Pace, First, last) is { } days ? [.. days.Where(d => d > day)] : null;

    /// <summary>The days of one, from its first to a last, in order.</summary>
    /// <returns>Null when there are more than <see cref="Recurrence.MostDays"/>.</returns>
    public static IReadOnlyList<DateOnly>? Days(Pace pace, DateOnly first, DateOnly last)
    {
        List<DateOnly> days = [.. Recurs(pace, first, RecurrenceEnd.On(last)).Days(first)];
        return days.Count == Recurrence.MostDays && Recurs(pace, days[^1], RecurrenceEnd.On(last)).Days(days[^1]).Skip(1).Any() ? null : days;
    }

    private static Recurrence Recurs(Pace pace, DateOnly first, RecurrenceEnd end) => pace switch
    {
        Pace.Weekly => new WeeklyRecurrence(1, On(first), end),
        Pace.EverySecondWeek => new WeeklyRecurrence(2, On(first), end),
        Pace.MonthlyWeekday => new MonthlyWeekdayRecurrence(1, ((first.Day - 1) / Week) + 1, first.DayOfWeek, end),
        Pace.MonthlyDay => new MonthlyRecurrence(1, first.Day, end),
        Pace.Yearly => new YearlyRecurrence(1, end),
        _ => throw new ArgumentOutOfRangeException(nameof(pace)),
    };

    // they are flags from Monday on, while .NET counts from Sunday
    private static Weekdays On(DateOnly day) => (Weekdays)(1 << (((int)day.DayOfWeek + Week - 1) % Week));
}

internal sealed class GatheringSeriesTable : IEntityTypeConfiguration<GatheringSeries>
{
    public void Configure(EntityTypeBuilder<GatheringSeries> builder)
    {
        builder.ToTable("GatheringSeries");
        builder.HasIndex(s => s.UnitId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
