using System.Globalization;

namespace Verksam.Formats.Calendar;

/// <summary>VEVENT (RFC 5545 3.6.1).</summary>
internal sealed class EventComponent(ContentLines lines, TimeZoneInfo zone, CalendarMethod? method)
{
    public void Write(CalendarEntry entry)
    {
        Check(entry);
        lines.Begin("VEVENT");
        lines.AddText("UID", entry.Uid);
        lines.Add("DTSTAMP", Written.Utc(entry.Stamp));
        lines.Add("SEQUENCE", entry.Sequence.ToString(CultureInfo.InvariantCulture));
        if (entry.Created is { } created) lines.Add("CREATED", Written.Utc(created));
        if (entry.LastModified is { } modified) lines.Add("LAST-MODIFIED", Written.Utc(modified));
        WriteWhen(entry);
        WriteWhat(entry);
        WriteWho(entry);
        if (entry.Alarm is { } alarm) WriteAlarm(alarm, entry.Summary);
        lines.End("VEVENT");
    }

    // RFC 5545 3.8 and RFC 5546 3.2 on who must and who must not be there
    private void Check(CalendarEntry entry)
    {
        if (string.IsNullOrWhiteSpace(entry.Uid)) throw new FormatException("An entry needs a UID.");
        if (entry.Sequence < 0) throw new FormatException("Changes are counted from 0.");
        if (method == CalendarMethod.Request && entry.Attendees.Count == 0) throw new FormatException("A request is made to somebody.");
        if (method == CalendarMethod.Publish && entry.Attendees.Count > 0) throw new FormatException("What is published invites nobody.");
        if (entry is { Recurrence: not null, RecurrenceId: not null }) throw new FormatException("One time of a series is no series.");
    }

    private void WriteWhen(CalendarEntry entry)
    {
        var isSeries = entry.Recurrence is not null;
        if (entry.When is HoursSpan hours)
        {
            WriteMoment("DTSTART", hours.Start, isSeries);
            if (hours.End > hours.Start) WriteMoment("DTEND", hours.End, isSeries);
        }
        else if (entry.When is DaysSpan days)
        {
            WriteDay("DTSTART", days.First);
            WriteDay("DTEND", days.After);
        }
        if (entry.RecurrenceId is { } original) WriteOriginal("RECURRENCE-ID", original);
        if (entry.Recurrence is { } recurrence) WriteSeries(entry, recurrence);
    }

    private void WriteSeries(CalendarEntry entry, Recurrence recurrence)
    {
        var first = entry.When.FirstDay(zone);
        if (recurrence.Days(first).FirstOrDefault() != first) throw new FormatException("A series has to come on the day it begins.");
        TimeOnly? clock = entry.When is HoursSpan hours ? TimeOnly.FromDateTime(Clock(hours.Start)) : null;
        lines.Add("RRULE", clock is null ? recurrence.ToRule(first) : recurrence.ToRule(first, zone));
        foreach (var day in recurrence.DaysBesideRule(first)) WriteOriginal("RDATE", new(day, clock));
        foreach (var day in entry.ExceptDays) WriteOriginal("EXDATE", new(day, clock));
    }

    // What clocks show twice in an autumn night is the first by RFC 5545 3.3.5, but not to all who read it: better in UTC.
    // A series keeps its clock all the same
    private void WriteMoment(string name, DateTimeOffset at, bool byClock)
    {
        var clock = Clock(at);
        if (!byClock && zone.IsAmbiguousTime(clock)) lines.Add(name, Written.Utc(at));
        else lines.Add(name, Written.Local(clock), ("TZID", zone.Id));
    }

    private DateTime Clock(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).DateTime;

    private void WriteOriginal(string name, OriginalStart original)
    {
        if (original.Time is { } time) lines.Add(name, Written.Local(original.Day.ToDateTime(time)), ("TZID", zone.Id));
        else WriteDay(name, original.Day);
    }

    private void WriteDay(string name, DateOnly day) => lines.Add(name, Written.Day(day), ("VALUE", "DATE"));

    private void WriteWhat(CalendarEntry entry)
    {
        lines.Add("SUMMARY", Written.Text(entry.Summary));
        lines.AddText("DESCRIPTION", entry.Description);
        lines.AddText("LOCATION", entry.Location);
        if (entry.Geo is { } geo) lines.Add("GEO", $"{Written.Degrees(geo.Latitude)};{Written.Degrees(geo.Longitude)}");
        lines.AddLink("URL", entry.Url);
        if (entry.Conference is { } conference)
            lines.AddLink("CONFERENCE", conference.Address, ("VALUE", "URI"), ("FEATURE", "VIDEO"), ("LABEL", conference.Label ?? ""));
        var status = method == CalendarMethod.Cancel ? EntryStatus.Cancelled : entry.Status;
        lines.Add("STATUS", status.ToString().ToUpperInvariant());
        lines.Add("TRANSP", entry.IsTransparent ? "TRANSPARENT" : "OPAQUE");
        var categories = entry.Categories.Where(c => c.Length > 0).Select(Written.Text).ToList();
        if (categories.Count > 0) lines.Add("CATEGORIES", string.Join(',', categories));
    }

    private void WriteWho(CalendarEntry entry)
    {
        lines.Add("ORGANIZER", entry.Organizer.Address, ("CN", entry.Organizer.Name));
        foreach (var attendee in entry.Attendees)
        {
            lines.Add("ATTENDEE", attendee.User.Address, ("CN", attendee.User.Name), ("ROLE", "REQ-PARTICIPANT"),
                ("PARTSTAT", Answer(attendee.Participation)), ("RSVP", attendee.IsAsked ? "TRUE" : "FALSE"));
        }
    }

    private static string Answer(Participation participation) =>
        participation == Participation.NeedsAction ? "NEEDS-ACTION" : participation.ToString().ToUpperInvariant();

    private void WriteAlarm(CalendarAlarm alarm, string summary)
    {
        lines.Begin("VALARM");
        lines.Add("ACTION", "DISPLAY");
        lines.Add("TRIGGER", Written.Duration(-alarm.Before));
        lines.Add("DESCRIPTION", Written.Text(string.IsNullOrEmpty(alarm.Text) ? summary : alarm.Text));
        lines.End("VALARM");
    }
}
