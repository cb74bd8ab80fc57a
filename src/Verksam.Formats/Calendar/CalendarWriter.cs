using System.Text;

namespace Verksam.Formats.Calendar;

/// <summary>
/// Writes calendars (RFC 5545, RFC 7986) in UTF-8: lines of at most 75 octets that never cut a letter, CR LF after each. The same feed
/// gives the same bytes.
/// </summary>
public static class CalendarWriter
{
    /// <summary>What it is sent as (RFC 5545 8.1); a letter adds ;method= to it.</summary>
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>Writes a feed as bytes.</summary>
    /// <exception cref="FormatException">Something in it cannot stand in a calendar, such as a series that lacks its first day.</exception>
    public static byte[] Write(CalendarFeed feed) => Encoding.UTF8.GetBytes(WriteText(feed));

    /// <summary>Writes a feed as text.</summary>
    /// <exception cref="FormatException">Something in it cannot stand in a calendar, such as a series that lacks its first day.</exception>
    public static string WriteText(CalendarFeed feed)
    {
        var lines = new ContentLines();
        lines.Begin("VCALENDAR");
        lines.Add("VERSION", "2.0");
        lines.AddText("PRODID", feed.ProductId);
        lines.Add("CALSCALE", "GREGORIAN");
        WriteProperties(lines, feed);
        if (feed.Entries.Count == 0 || feed.Entries.Any(UsesZone)) new ZoneComponent(feed.Zone, lines).Write(feed.Entries);
        var events = new EventComponent(lines, feed.Zone, feed.Method);
        foreach (var entry in feed.Entries) events.Write(entry);
        lines.End("VCALENDAR");
        return lines.ToString();
    }

    private static bool UsesZone(CalendarEntry entry) => entry.When is HoursSpan || entry.RecurrenceId?.Time is not null;

    // what RFC 7986 names, and before it the names that programs had agreed on, which many still look for
    private static void WriteProperties(ContentLines lines, CalendarFeed feed)
    {
        if (feed.Method is { } method) lines.Add("METHOD", method.ToString().ToUpperInvariant());
        lines.AddText("NAME", feed.Name);
        lines.AddText("X-WR-CALNAME", feed.Name);
        lines.AddText("DESCRIPTION", feed.Description);
        lines.AddText("X-WR-CALDESC", feed.Description);
        lines.AddLink("URL", feed.Url);
        lines.AddLink("SOURCE", feed.Source, ("VALUE", "URI"));
        if (feed.RefreshInterval is { } interval)
        {
            if (interval < TimeSpan.FromSeconds(1)) throw new FormatException("Not how often to ask.");
            lines.Add("REFRESH-INTERVAL", Written.Duration(interval), ("VALUE", "DURATION"));
            lines.Add("X-PUBLISHED-TTL", Written.Duration(interval));
        }
        if (feed.Color is not { } color) return;
        lines.Add("COLOR", color.All(char.IsAsciiLetter) ? color : throw new FormatException("Not a colour's name."));
    }
}
