using System.Globalization;

namespace Verksam.Features.Gatherings.Calendars;

/// <summary>How a calendar is looked at.</summary>
internal enum CalendarView
{
    Month,
    Week,
    List,
    Year,
}

/// <summary>What an address asks a calendar for, as it is written there.</summary>
internal sealed record Asked(string? View, string? Month, string? Week, string? Year);

/// <summary>The days that a calendar shows, and how.</summary>
internal sealed record Stretch(CalendarView View, DateOnly First, DateOnly Last)
{
    private const int EarliestYear = 1900, LatestYear = 2199;

    /// <summary>A list that follows today reaches so far.</summary>
    private const int MonthsAhead = 18;

    private static readonly string[] Views = ["manad", "vecka", "lista", "ar"];

    /// <summary>The word of a view in an address.</summary>
    public static string WordOf(CalendarView view) => Views[(int)view];

    /// <param name="usual">What is shown when the address does not say.</param>
    /// <param name="onward">A list is what comes from today on; else it is a month.</param>
    public static Stretch Of(Asked asked, DateOnly today, CalendarView usual, bool onward)
    {
        var view = Array.IndexOf(Views, asked.View) is var at and >= 0 ? (CalendarView)at : usual;
        var month = Month.Of(asked.Month, today, EarliestYear, LatestYear);
        return view switch
        {
            CalendarView.Week => InWeek(asked.Week, today),
            CalendarView.Year => InYear(int.TryParse(asked.Year, CultureInfo.InvariantCulture, out var year) && year is > EarliestYear and < LatestYear ? year : today.Year),
            CalendarView.List when onward => new(view, today, today.AddMonths(MonthsAhead)),
            _ => new(view, month.First, month.Last),
        };
    }

    public Month Month => Month.With(First);

    /// <summary>Whole weeks, of what is drawn in weeks.</summary>
    public DateOnly Monday => View == CalendarView.Month ? Month.Monday : First;

    public DateOnly Sunday => View == CalendarView.Month ? Month.Sunday : Last;

    public IEnumerable<IReadOnlyList<DateOnly>> Weeks => Enumerable.Range(0, Sunday.DayNumber - Monday.DayNumber + 1).Select(Monday.AddDays).Chunk(7);

    /// <summary>The same days, or those around them, looked at in another way: today's when it is among them.</summary>
    public Stretch As(CalendarView view, DateOnly today)
    {
        var at = First <= today && today <= Last ? today : First;
        return view switch
        {
            CalendarView.Week => new(view, MondayOf(at), MondayOf(at).AddDays(6)),
            CalendarView.Year => InYear(at.Year),
            _ => new(view, Month.With(at).First, Month.With(at).Last),
        };
    }

    public Stretch Before => Moved(-1);

    public Stretch After => Moved(1);

    /// <summary>The word of the days in an address, and what it is called there.</summary>
    public (string Name, string Value) Word => View switch
    {
        CalendarView.Week => ("vecka", WeekWord(First)),
        CalendarView.Year => ("ar", First.Year.ToString(CultureInfo.InvariantCulture)),
        _ => ("manad", Month.Word),
    };

    /// <summary>"2026-W24", as ISO 8601 writes it.</summary>
    public static string WeekWord(DateOnly day)
    {
        var at = day.ToDateTime(default);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(at)}-W{ISOWeek.GetWeekOfYear(at):00}");
    }

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private Stretch Moved(int by) => View switch
    {
        CalendarView.Week => new(View, First.AddDays(7 * by), Last.AddDays(7 * by)),
        CalendarView.Year => InYear(First.Year + by),
        _ => new(View, First.AddMonths(by), First.AddMonths(by + 1).AddDays(-1)),
    };

    private static Stretch InYear(int year) => new(CalendarView.Year, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    private static Stretch InWeek(string? word, DateOnly today)
    {
        var monday = MondayOf(today);
        if (word is { Length: 8 } && word[4..6] == "-W" && int.TryParse(word[..4], CultureInfo.InvariantCulture, out var year) && year is > EarliestYear and < LatestYear
            && int.TryParse(word[6..], NumberStyles.None, CultureInfo.InvariantCulture, out var week) && week >= 1 && week <= ISOWeek.GetWeeksInYear(year))
            monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return new(CalendarView.Week, monday, monday.AddDays(6));
    }
}
