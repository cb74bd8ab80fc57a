using System.Globalization;
using Verksam.Features.Planning.Overview;

namespace Verksam.Features.Gatherings.Calendars;

/// <summary>A year as a wheel: a mark for each week that has something, larger the more; and the months in words.</summary>
internal sealed record YearShown(int Year, DateOnly Today, IReadOnlyList<YearShown.Week> Weeks, IReadOnlyList<YearShown.Part> Months, IReadOnlyList<DayBehind> Days)
{
    private const double Smallest = 7, Largest = 22;

    public Wheel Wheel { get; } = new(Year, 1);

    public int Count => Months.Sum(m => m.Count);

    /// <param name="days">The days on which something begins.</param>
    /// <param name="address">Where a week or a month is shown.</param>
    public static YearShown Of(Stretch stretch, DateOnly today, IReadOnlyList<DateOnly> days, IReadOnlyList<DayBehind> behind, Func<Stretch, string> address)
    {
        var own = days.Where(d => d.Year == stretch.First.Year).ToList();
        var weeks = own.GroupBy(Stretch.MondayOf).OrderBy(w => w.Key).Select(w => new Week(
            ISOWeek.GetWeekOfYear(w.Key.ToDateTime(default)), Middle(w.Key, stretch), w.Count(), address(new Stretch(CalendarView.Week, w.Key, w.Key.AddDays(6)))));
        var months = Enumerable.Range(1, 12).Select(m => stretch.First.AddMonths(m - 1)).Select(first => new Part(
            first, own.Count(d => d.Month == first.Month), address(new Stretch(CalendarView.Month, first, first.AddMonths(1).AddDays(-1)))));
        return new YearShown(stretch.First.Year, today, [.. weeks], [.. months], behind);
    }

    public IEnumerable<DayBehind> In(DateOnly month) => Days.Where(d => d.Sort != Behind.Plan && (d.From.Year < Year ? 1 : d.From.Month) == month.Month).OrderBy(d => d.From);

    /// <summary>As large as its area says.</summary>
    public static double Size(Week week) => Math.Min(Largest, Smallest * Math.Sqrt(week.Count));

    /// <summary>Along the rim, from a first day to a last.</summary>
    public string Arc(DayBehind days)
    {
        var (from, to) = (days.From.Year < Year ? new DateOnly(Year, 1, 1) : days.From, days.To.Year > Year ? new DateOnly(Year, 12, 31) : days.To);
        var ((x, y), (tx, ty)) = (Wheel.At(from, Wheel.Outer), Wheel.At(to, Wheel.Outer));
        return Wheel.Path($"M{x:0.0} {y:0.0}A{Wheel.Outer} {Wheel.Outer} 0 {(to.DayNumber - from.DayNumber > 182 ? 1 : 0)} 1 {tx:0.0} {ty:0.0}");
    }

    /// <summary>A stroke across the rim.</summary>
    public string Stroke(DateOnly day)
    {
        var ((x, y), (tx, ty)) = (Wheel.At(day, Wheel.Outer - 9), Wheel.At(day, Wheel.Outer + 6));
        return Wheel.Path($"M{x:0.0} {y:0.0}L{tx:0.0} {ty:0.0}");
    }

    // the weeks around New Year are of two years
    private static DateOnly Middle(DateOnly monday, Stretch year) => monday.AddDays(3) is var day && day < year.First ? year.First : day > year.Last ? year.Last : day;

    internal sealed record Week(int Number, DateOnly Day, int Count, string Url);

    internal sealed record Part(DateOnly First, int Count, string Url);
}
