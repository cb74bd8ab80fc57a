namespace Verksam.Formats.Calendar;

/// <summary>VTIMEZONE (RFC 5545 3.6.5): what a zone's clocks do in the years that a feed touches, and a year on either side.</summary>
internal sealed class ZoneComponent(TimeZoneInfo zone, ContentLines lines)
{
    // a feed without entries has to hold some component (RFC 5545 3.6): then this one, as it was in some year
    private const int AnyYear = 2020;

    // before it, what clocks show may lie outside of the calendar
    private const int EarliestYear = 2;

    public void Write(IReadOnlyList<CalendarEntry> entries)
    {
        var years = entries.SelectMany(Years).DefaultIfEmpty(AnyYear).ToList();
        var (firstYear, lastYear) = (Math.Max(years.Min() - 1, EarliestYear), Math.Min(years.Max() + 1, DateOnly.MaxValue.Year));
        var observances = ZoneObservance.Of(ZoneTransition.Between(zone, firstYear, lastYear), lastYear).ToList();
        lines.Begin("VTIMEZONE");
        lines.AddText("TZID", zone.Id);
        if (!observances.Exists(o => o.First.At.Year == firstYear)) Write(new ZoneObservance(Beginning(firstYear), IsYearly: false));
        foreach (var observance in observances) Write(observance);
        lines.End("VTIMEZONE");
    }

    private IEnumerable<int> Years(CalendarEntry entry)
    {
        var first = entry.When.FirstDay(zone);
        yield return first.Year;
        yield return entry.When.LastDay(zone).Year;
        if (entry.Recurrence is { } recurrence) yield return recurrence.Days(first).Append(first).Max().Year;
        if (entry.RecurrenceId is { } original) yield return original.Day.Year;
    }

    // what holds until clocks are moved for the first time, if ever
    private ZoneTransition Beginning(int year)
    {
        var at = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var offset = zone.GetUtcOffset(at);
        return new(at - offset, offset, offset);
    }

    private void Write(ZoneObservance observance)
    {
        var first = observance.First;
        // whatever the law calls it (in Ireland, winter is the exception), since there are readers who take for granted that clocks go
        // forward for daylight
        var kind = first.To > first.From ? "DAYLIGHT" : "STANDARD";
        lines.Begin(kind);
        lines.Add("DTSTART", Written.Local(first.Onset));
        if (observance.IsYearly) lines.Add("RRULE", observance.Rule);
        if (Name(first) is { } name) lines.AddText("TZNAME", name);
        lines.Add("TZOFFSETFROM", Written.Offset(first.From));
        lines.Add("TZOFFSETTO", Written.Offset(first.To));
        lines.End(kind);
    }

    // .NET knows short names of no zone, and they may be left out
    private string? Name(ZoneTransition transition) =>
        zone.Id != "Europe/Stockholm" ? null
        : transition.To.Hours switch { 1 => "CET", 2 => "CEST", _ => null };
}
