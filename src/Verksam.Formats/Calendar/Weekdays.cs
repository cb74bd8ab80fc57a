namespace Verksam.Formats.Calendar;

/// <summary>Some days of the week.</summary>
[Flags]
public enum Weekdays
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Monday, when a week begins.</summary>
    Monday = 1,

    /// <summary>Tuesday.</summary>
    Tuesday = 2,

    /// <summary>Wednesday.</summary>
    Wednesday = 4,

    /// <summary>Thursday.</summary>
    Thursday = 8,

    /// <summary>Friday.</summary>
    Friday = 16,

    /// <summary>Saturday.</summary>
    Saturday = 32,

    /// <summary>Sunday.</summary>
    Sunday = 64,
}

/// <summary>Days of the week as the standard has them: from Monday on, by two letters (RFC 5545 3.3.10).</summary>
internal static class WeekdayNames
{
    public const int Week = 7;

    private static readonly string[] Short = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>0 for Monday.</summary>
    public static int FromMonday(this DayOfWeek day) => ((int)day + Week - 1) % Week;

    public static string Name(this DayOfWeek day) => Short[day.FromMonday()];

    /// <summary>Which days, 0 for Monday.</summary>
    public static IEnumerable<int> Days(this Weekdays days) => Enumerable.Range(0, Week).Where(n => ((int)days & (1 << n)) != 0);

    public static string Names(this Weekdays days) => string.Join(',', days.Days().Select(n => Short[n]));
}
