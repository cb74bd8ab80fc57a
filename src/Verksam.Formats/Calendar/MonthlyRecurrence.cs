using System.Globalization;

namespace Verksam.Formats.Calendar;

/// <summary>Every so many months, on a day by its number. A month that is too short for it has it on its last day.</summary>
public sealed record MonthlyRecurrence : Recurrence
{
    private const int LongestMonth = 31;

    /// <summary>Every so many months.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No month has such a day, or months that are not counted so.</exception>
    public MonthlyRecurrence(int every, int day, RecurrenceEnd end) : base(every, end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, LongestMonth);
        Day = day;
    }

    /// <summary>Which day of the month, 31 for the last.</summary>
    public int Day { get; }

    private protected override IEnumerable<DateOnly> From(DateOnly first) =>
        Months.From(first, Every).Select(month => month.AddDays(Math.Min(Day, DateTime.DaysInMonth(month.Year, month.Month)) - 1))
            .SkipWhile(day => day < first);

    /// <summary>The last of February, when it has not the 29th or 30th that is meant.</summary>
    // BYMONTHDAY=28,29,30;BYSETPOS=-1 would say it, but ical.js, which Thunderbird and Nextcloud stand on, then takes all three
    public override IEnumerable<DateOnly> DaysBesideRule(DateOnly first) =>
        Day == LongestMonth ? [] : Days(first).Where(day => day.Day != Day);

    private protected override string Rule(DateOnly first) =>
        string.Create(CultureInfo.InvariantCulture, $"{Frequency("MONTHLY")};BYMONTHDAY={(Day == LongestMonth ? -1 : Day)}");
}

/// <summary>Every so many months, on the first, second, third, fourth or last of a day of the week.</summary>
public sealed record MonthlyWeekdayRecurrence : Recurrence
{
    /// <summary>The <see cref="Nth"/> that means the last.</summary>
    public const int Last = 5;

    /// <summary>Every so many months.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such weekday, or months that are not counted so.</exception>
    public MonthlyWeekdayRecurrence(int every, int nth, DayOfWeek weekday, RecurrenceEnd end) : base(every, end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nth, Last);
        if (!Enum.IsDefined(weekday)) throw new ArgumentOutOfRangeException(nameof(weekday));
        (Nth, Weekday) = (nth, weekday);
    }

    /// <summary>1–4, or 5 for the last, whether it is the fourth or the fifth.</summary>
    public int Nth { get; }

    /// <summary>Which day of the week.</summary>
    public DayOfWeek Weekday { get; }

    private protected override IEnumerable<DateOnly> From(DateOnly first) =>
        Months.From(first, Every).Select(Pick).SkipWhile(day => day < first);

    private protected override string Rule(DateOnly first) =>
        string.Create(CultureInfo.InvariantCulture, $"{Frequency("MONTHLY")};BYDAY={(Nth == Last ? -1 : Nth)}{Weekday.Name()}");

    private DateOnly Pick(DateOnly month)
    {
        var ahead = (Weekday - month.DayOfWeek + WeekdayNames.Week) % WeekdayNames.Week;
        var weeks = Nth == Last ? (DateTime.DaysInMonth(month.Year, month.Month) - 1 - ahead) / WeekdayNames.Week : Nth - 1;
        return month.AddDays(ahead + (WeekdayNames.Week * weeks));
    }
}

internal static class Months
{
    private const int Year = 12;

    /// <summary>The first day of every so many months, from the month of a day on, to the end of the calendar.</summary>
    public static IEnumerable<DateOnly> From(DateOnly day, int every)
    {
        for (var n = (day.Year * Year) + day.Month - 1; n / Year <= DateOnly.MaxValue.Year; n += every)
            yield return new DateOnly(n / Year, (n % Year) + 1, 1);
    }
}
