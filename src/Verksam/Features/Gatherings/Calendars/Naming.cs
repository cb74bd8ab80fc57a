using System.Globalization;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Calendars;

/// <summary>What the days of a calendar are called.</summary>
internal static class Naming
{
    /// <summary>"Juni", "Vecka 24", "2026", "På gång"; with the year when it is another than today's.</summary>
    public static string Of(Stretch stretch, Texts texts, OurTime time) => stretch.View switch
    {
        CalendarView.Week => texts["Calendars.Week", ISOWeek.GetWeekOfYear(stretch.First.ToDateTime(default))] + Year(ISOWeek.GetYear(stretch.First.ToDateTime(default)), time),
        CalendarView.Year => stretch.First.Year.ToString(CultureInfo.InvariantCulture),
        CalendarView.List when stretch.Last.AddMonths(-1) > stretch.First => texts["Calendars.Onward"],
        _ => texts.Capital(stretch.Month.Name) + Year(stretch.First.Year, time),
    };

    /// <summary>"Juli", "Vecka 25", "2027": for a button that leads there.</summary>
    public static string Short(Stretch stretch, Texts texts) => stretch.View switch
    {
        CalendarView.Week => texts["Calendars.Week", ISOWeek.GetWeekOfYear(stretch.First.ToDateTime(default))],
        CalendarView.Year => stretch.First.Year.ToString(CultureInfo.InvariantCulture),
        _ => texts.Capital(stretch.Month.Name),
    };

    /// <summary>"Midsommarafton 19 juni. Sommarlov 12 juni – 17 augusti."</summary>
    public static string Days(IEnumerable<DayBehind> days, Texts texts, OurTime time) => string.Join(' ', days.Where(d => d.Sort != Behind.Plan).OrderBy(d => d.From)
        .Select(d => d.IsMany ? texts["Calendars.During", d.Name, time.Day(d.From), time.Day(d.To)] : texts["Calendars.On", d.Name, time.Day(d.From)]));

    /// <summary>The same address by the word that makes a calendar program open.</summary>
    public static string Webcal(string address) => "webcal" + address[address.IndexOf(':', StringComparison.Ordinal)..];

    private static string Year(int year, OurTime time) => year == time.Today.Year ? "" : string.Create(CultureInfo.InvariantCulture, $" {year}");
}
