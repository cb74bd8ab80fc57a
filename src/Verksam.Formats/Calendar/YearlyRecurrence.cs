using System.Globalization;

namespace Verksam.Formats.Calendar;

/// <summary>Every so many years, on the first day's date. What began on 29 February comes on the 28th in other years.</summary>
public sealed record YearlyRecurrence : Recurrence
{
    private const int Year = 12;

    /// <summary>Every so many years.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Years that are not counted so.</exception>
    public YearlyRecurrence(int every, RecurrenceEnd end) : base(every, end)
    {
    }

    private protected override IEnumerable<DateOnly> From(DateOnly first) =>
        Months.From(first, Every * Year)
            .Select(month => month.AddDays(Math.Min(first.Day, DateTime.DaysInMonth(month.Year, month.Month)) - 1));

    // BYMONTHDAY=29 would leave out three years of four, while the last of February is the 29th just when there is one
    private protected override string Rule(DateOnly first) => string.Create(CultureInfo.InvariantCulture,
        $"{Frequency("YEARLY")};BYMONTH={first.Month};BYMONTHDAY={(first is { Month: 2, Day: 29 } ? -1 : first.Day)}");
}
