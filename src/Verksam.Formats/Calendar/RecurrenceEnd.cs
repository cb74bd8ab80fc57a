namespace Verksam.Formats.Calendar;

/// <summary>Where a series stops: every series does.</summary>
public sealed record RecurrenceEnd
{
    private RecurrenceEnd(DateOnly? day, int? count) => (Day, Count) = (day, count);

    /// <summary>The last day on which it may come, when it stops by a day.</summary>
    public DateOnly? Day { get; }

    /// <summary>How many times it comes, when it stops by a number.</summary>
    public int? Count { get; }

    /// <summary>It comes no later than a day, and at most <see cref="Recurrence.MostDays"/> times.</summary>
    public static RecurrenceEnd On(DateOnly day) => new(day, null);

    /// <summary>It comes a number of times.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Never, or more than <see cref="Recurrence.MostDays"/> times.</exception>
    public static RecurrenceEnd After(int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(times, Recurrence.MostDays);
        return new(null, times);
    }
}
