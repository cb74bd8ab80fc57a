using System.Globalization;

namespace Verksam.Formats.Calendar;

/// <summary>Clocks moved once, or by one rule year after year: STANDARD or DAYLIGHT (RFC 5545 3.6.5).</summary>
/// <param name="First">When they are moved so for the first time.</param>
/// <param name="IsYearly">Whether they are then moved so every year.</param>
internal readonly record struct ZoneObservance(ZoneTransition First, bool IsYearly)
{
    /// <summary>The text of RRULE, which has no end.</summary>
    public string Rule
    {
        get
        {
            var rule = Pattern(First);
            return string.Create(CultureInfo.InvariantCulture, $"FREQ=YEARLY;BYMONTH={rule.Month};BYDAY={rule.Nth}{rule.Weekday.Name()}");
        }
    }

    /// <summary>The rules behind transitions, which are in order and reach to a year.</summary>
    // What has ended is told one by one: readers differ on whether the end of such a rule is a time of the zone or of UTC
    public static IEnumerable<ZoneObservance> Of(IEnumerable<ZoneTransition> transitions, int lastYear)
    {
        var all = new List<List<ZoneTransition>>();
        foreach (var transition in transitions)
        {
            if (all.Find(same => GoesOn(same[^1], transition)) is { } found) found.Add(transition);
            else all.Add([transition]);
        }
        return all.SelectMany(same => same.Count > 1 && same[^1].Onset.Year == lastYear
            ? [new ZoneObservance(same[0], IsYearly: true)]
            : same.Select(transition => new ZoneObservance(transition, IsYearly: false)));
    }

    private static bool GoesOn(ZoneTransition before, ZoneTransition next) =>
        next.Onset.Year == before.Onset.Year + 1 && Pattern(next) == Pattern(before);

    private static (TimeSpan From, TimeSpan To, TimeSpan Clock, int Month, int Nth, DayOfWeek Weekday) Pattern(ZoneTransition transition)
    {
        var onset = transition.Onset;
        var isLast = onset.AddDays(WeekdayNames.Week).Month != onset.Month;
        var nth = isLast ? -1 : ((onset.Day - 1) / WeekdayNames.Week) + 1;
        return (transition.From, transition.To, onset.TimeOfDay, onset.Month, nth, onset.DayOfWeek);
    }
}
