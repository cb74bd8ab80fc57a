namespace Verksam.Features.Structure.Days;

/// <summary>
/// When in a year a day falls: on a date, or on the second Sunday of a month, or so many days before such a day; every year, or every fourth
/// from one on. About, when the date is set anew each time.
/// </summary>
internal sealed record DayRule
{
    /// <summary>1 to 12.</summary>
    public int Month { get; init; } = 1;

    /// <summary>1 to 31; not counted when <see cref="Nth"/> is given.</summary>
    public int Day { get; init; } = 1;

    /// <summary>Which of the month's weekdays: 1 is the first, 5 the last, whether it is the fourth or the fifth.</summary>
    public int? Nth { get; init; }

    public DayOfWeek? Weekday { get; init; }

    /// <summary>So many days earlier than that.</summary>
    public int DaysBefore { get; init; }

    /// <summary>The first year it came; what it came from, of an anniversary.</summary>
    public int? FirstYear { get; init; }

    /// <summary>1: every year; 4: every fourth from the first.</summary>
    public int EveryYears { get; init; } = 1;

    /// <summary>The day is only about when: somebody sets it each year.</summary>
    public bool IsAbout { get; init; }

    /// <summary>There is such a day at all; 29 February is, in some years.</summary>
    public bool IsDay => Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(2000, Month)
        && Nth is null or (>= 1 and <= 5) && Nth is null == Weekday is null && DaysBefore is >= 0 and <= 366
        && FirstYear is null or (>= 1500 and <= 2199) && EveryYears is >= 1 and <= 100 && (EveryYears == 1 || FirstYear is not null);

    public DateOnly? In(int year)
    {
        // what is reckoned back from January may fall in the year before
        foreach (var of in new[] { year, year + 1 })
        {
            if (Comes(of) && Of(of).AddDays(-DaysBefore) is var day && day.Year == year)
                return day;
        }
        return null;
    }

    /// <summary>The ages one keeps: ten by ten, and the quarters of a hundred.</summary>
    public static bool IsKept(int age) => age > 0 && (age % 10 == 0 || age % 25 == 0);

    private bool Comes(int year) => FirstYear is not { } first || (year >= first && (year - first) % EveryYears == 0);

    private DateOnly Of(int year)
    {
        if (Nth is not { } nth)
            return new DateOnly(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month))); // the 29th of February is kept on the 28th
        var first = new DateOnly(year, Month, 1);
        var day = first.AddDays((((int)Weekday!.Value - (int)first.DayOfWeek + 7) % 7) + (7 * (nth - 1)));
        return day.Month == Month ? day : day.AddDays(-7);
    }
}
