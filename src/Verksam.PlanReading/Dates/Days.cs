using System.Runtime.InteropServices;

namespace Verksam.PlanReading.Dates;

/// <summary>A first and a last day, both included.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DaySpan(DateOnly From, DateOnly To);

/// <summary>Where the words of a plan fall in a year. Seasons are halves as associations count them: spring to the end of June.</summary>
internal static class Days
{
    public static DaySpan Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    public static DaySpan Month(int year, int month) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    public static DaySpan Quarter(int year, int quarter) => new(Month(year, (quarter * 3) - 2).From, Month(year, quarter * 3).To);

    public static DaySpan? Season(int year, string season) => season switch
    {
        "vår" => new DaySpan(new DateOnly(year, 1, 1), new DateOnly(year, 6, 30)),
        "sommar" => new DaySpan(new DateOnly(year, 6, 1), new DateOnly(year, 8, 31)),
        "höst" => new DaySpan(new DateOnly(year, 8, 1), new DateOnly(year, 12, 31)),
        "vinter" => new DaySpan(new DateOnly(year, 1, 1), Month(year, 2).To),
        _ => null,
    };

    public static DaySpan? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? At(new DateOnly(year, month, day)) : null;

    /// <summary>Monday to Sunday of an ISO week.</summary>
    public static DaySpan? Week(int year, int week)
    {
        if (week < 1 || week > System.Globalization.ISOWeek.GetWeeksInYear(year)) return null;
        var monday = DateOnly.FromDateTime(System.Globalization.ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return new DaySpan(monday, monday.AddDays(6));
    }

    /// <summary>Swedish general elections: the second Sunday of September, every fourth year, 2022 among them. Null in other
    /// years.</summary>
    public static DaySpan? Election(int year)
    {
        if (year % 4 != 2) return null;
        var first = new DateOnly(year, 9, 1);
        return At(first.AddDays((7 - (int)first.DayOfWeek) % 7 + 7));
    }

    /// <summary>Feasts that the calendar fixes, or that hang on Easter.</summary>
    public static DaySpan? Feast(int year, string word) => word switch
    {
        "jul" or "julen" or "julhelgen" => Day(year, 12, 24),
        "nyår" or "nyåret" => Day(year, 12, 31),
        "nationaldagen" => Day(year, 6, 6),
        "valborg" => Day(year, 4, 30),
        "lucia" => Day(year, 12, 13),
        "midsommar" or "midsommaren" => At(Friday(new DateOnly(year, 6, 19))),
        "påsk" or "påsken" => At(Easter(year)),
        "pingst" or "pingsten" => At(Easter(year).AddDays(49)),
        "advent" => At(Sunday(new DateOnly(year, 11, 27))),
        "årsskiftet" => Day(year, 12, 31),
        "halvårsskiftet" => Day(year, 6, 30),
        _ => null,
    };

    public static DaySpan At(DateOnly day) => new(day, day);

    private static DateOnly Friday(DateOnly from) => from.AddDays(((int)DayOfWeek.Friday - (int)from.DayOfWeek + 7) % 7);

    private static DateOnly Sunday(DateOnly from) => from.AddDays((7 - (int)from.DayOfWeek) % 7);

    // the anonymous Gregorian computus
    private static DateOnly Easter(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
