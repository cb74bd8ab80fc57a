using FsCheck;
using FsCheck.Fluent;
using Verksam.Formats.Calendar;

namespace Verksam.Tests.Formats.Calendar;

/// <summary>A series and the day from which it is counted.</summary>
internal sealed record Series(Recurrence Recurrence, DateOnly First)
{
    private static readonly Gen<DateOnly> Firsts = Gen.OneOf(
        Gen.Choose(0, 5_000).Select(n => new DateOnly(2024, 1, 1).AddDays(n)),
        Gen.Elements(new DateOnly(2028, 2, 29), new(2027, 2, 28), new(2027, 1, 31), new(2027, 3, 28), new(2027, 10, 31), new(2026, 12, 31)));

    /// <summary>Any time of the day, and often one that clocks leap over or show twice.</summary>
    public static Gen<TimeOnly> Times { get; } = Gen.OneOf(
        Gen.Choose(0, (24 * 60) - 1).Select(minutes => TimeOnly.MinValue.AddMinutes(minutes)),
        Gen.Elements(new TimeOnly(2, 0), new(2, 30), new(2, 59), new(1, 59), new(3, 0), new(0, 0), new(23, 59)));

    /// <summary>Any series, from a day that is one of its own.</summary>
    public static Gen<Series> Of { get; } =
        from first in Firsts
        from days in Gen.Choose(0, 4_000)
        from times in Gen.Choose(1, 60)
        from byDay in Gen.Elements(true, false)
        from recurrence in Recurrences(byDay ? RecurrenceEnd.On(first.AddDays(days)) : RecurrenceEnd.After(times))
        let its = recurrence.Days(first).Take(1).ToList()
        where its.Count > 0
        select new Series(recurrence, its[0]);

    private static Gen<Recurrence> Recurrences(RecurrenceEnd end) =>
        from every in Gen.Elements(1, 1, 2, 3, 5, 12)
        from weekdays in Gen.Choose(1, 127)
        from day in Gen.OneOf(Gen.Choose(1, 31), Gen.Choose(28, 31))
        from nth in Gen.Choose(1, 5)
        from weekday in Gen.Choose(0, 6)
        from series in Gen.Elements<Recurrence>(
            new WeeklyRecurrence(every, (Weekdays)weekdays, end),
            new MonthlyRecurrence(every, day, end),
            new MonthlyWeekdayRecurrence(every, nth, (DayOfWeek)weekday, end),
            new YearlyRecurrence(every, end))
        select series;
}
