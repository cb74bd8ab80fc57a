namespace Verksam.Formats.Calendar;

/// <summary>Every so many weeks, on some of their days. A week begins on a Monday.</summary>
public sealed record WeeklyRecurrence : Recurrence
{
    /// <summary>Every so many weeks.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No days, or weeks that are not counted so.</exception>
    public WeeklyRecurrence(int every, Weekdays on, RecurrenceEnd end) : base(every, end)
    {
        if (on.Names().Length == 0) throw new ArgumentOutOfRangeException(nameof(on));
        On = on;
    }

    /// <summary>On which days of the week.</summary>
    public Weekdays On { get; }

    private protected override IEnumerable<DateOnly> From(DateOnly first)
    {
        var monday = first.DayNumber - first.DayOfWeek.FromMonday();
        var on = On.Days().ToArray();
        for (; ; monday += WeekdayNames.Week * Every)
        {
            foreach (var day in on)
            {
                if (monday + day > DateOnly.MaxValue.DayNumber) yield break;
                if (monday + day >= first.DayNumber) yield return DateOnly.FromDayNumber(monday + day);
            }
        }
    }

    // where a week begins matters to every second one, and readers have their own opinion when it is not said
    private protected override string Rule(DateOnly first) => $"{Frequency("WEEKLY")};BYDAY={On.Names()}{(Every > 1 ? ";WKST=MO" : "")}";
}
