using System.Globalization;

namespace Verksam.Formats.Calendar;

/// <summary>
/// How something comes again: <see cref="WeeklyRecurrence"/>, <see cref="MonthlyRecurrence"/>, <see cref="MonthlyWeekdayRecurrence"/> or
/// <see cref="YearlyRecurrence"/>. Its days, and its rule (RFC 5545 3.3.10) with what stands beside that, say the same.
/// </summary>
public abstract record Recurrence
{
    /// <summary>No series has more days.</summary>
    public const int MostDays = 500;

    private const int MostEvery = 999;
    private static readonly TimeOnly LastSecond = new(23, 59, 59);

    private protected Recurrence(int every, RecurrenceEnd end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(every, MostEvery);
        (Every, End) = (every, end);
    }

    /// <summary>1 for each week, month or year, 2 for every second one; at most 999.</summary>
    public int Every { get; }

    /// <summary>Where it stops.</summary>
    public RecurrenceEnd End { get; }

    /// <summary>The days on which it comes, in order: <paramref name="first"/>, when it is one of them, and those after it.</summary>
    /// <param name="first">The day from which weeks, months or years are counted.</param>
    public IEnumerable<DateOnly> Days(DateOnly first) =>
        From(first).TakeWhile(day => day <= (End.Day ?? DateOnly.MaxValue)).Take(End.Count ?? MostDays);

    /// <summary>
    /// The days of a series that its rule cannot tell, in order: they are written beside it, as RDATE (RFC 5545 3.8.5.2). Few series have
    /// any.
    /// </summary>
    /// <param name="first">The first of <see cref="Days"/>.</param>
    public virtual IEnumerable<DateOnly> DaysBesideRule(DateOnly first) => [];

    /// <summary>The text of RRULE for a series of whole days, without <see cref="DaysBesideRule"/>.</summary>
    /// <param name="first">The first of <see cref="Days"/>.</param>
    public string ToRule(DateOnly first) => Rule(first) + Stop(first, Written.Day);

    /// <summary>The text of RRULE for a series of hours in a zone, without <see cref="DaysBesideRule"/>.</summary>
    /// <param name="first">The first of <see cref="Days"/>.</param>
    /// <param name="zone">Where its wall clock hangs.</param>
    // RFC 5545 3.3.10: UNTIL is then in UTC. The last day counts in whole, whichever of two hours a reader takes for the start
    public string ToRule(DateOnly first, TimeZoneInfo zone) =>
        Rule(first) + Stop(first, day => Written.Utc(LocalTime.At(day, LastSecond, zone)));

    /// <summary>Its days without an end, from a day on.</summary>
    private protected abstract IEnumerable<DateOnly> From(DateOnly first);

    /// <summary>The rule without its end.</summary>
    private protected abstract string Rule(DateOnly first);

    private protected string Frequency(string name) =>
        Every == 1 ? $"FREQ={name}" : string.Create(CultureInfo.InvariantCulture, $"FREQ={name};INTERVAL={Every}");

    private string Stop(DateOnly first, Func<DateOnly, string> until)
    {
        // who counts would not count what stands beside the rule
        if (DaysBesideRule(first).Any()) return $";UNTIL={until(Days(first).Last())}";
        // a day so far away that the series stops before it must not be told to others, who have no such limit
        return End.Day is { } day && Days(first).Count() < MostDays
            ? $";UNTIL={until(day)}"
            : string.Create(CultureInfo.InvariantCulture, $";COUNT={End.Count ?? MostDays}");
    }
}
