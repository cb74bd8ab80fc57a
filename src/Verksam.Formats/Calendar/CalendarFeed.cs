namespace Verksam.Formats.Calendar;

/// <summary>What an iCalendar object in a letter asks for (RFC 5546 1.4).</summary>
public enum CalendarMethod
{
    /// <summary>Here is what happens; no answer is awaited.</summary>
    Publish,

    /// <summary>An invitation, or a new time for one; needs somebody invited.</summary>
    Request,

    /// <summary>What was sent before does not happen; every entry is written as cancelled.</summary>
    Cancel,
}

/// <summary>
/// A calendar to subscribe to, or what goes along with a letter: an iCalendar object (RFC 5545 3.4) with the properties of RFC 7986 5.
/// It takes every time from its caller, so the same feed gives the same bytes.
/// </summary>
public sealed record CalendarFeed
{
    /// <summary>The program that wrote it, unlike all others: -//Organisation//Program//SV (RFC 5545 3.7.3).</summary>
    public required string ProductId { get; init; }

    /// <summary>Set in letters only; a calendar that people subscribe to has none (RFC 5545 3.7.2).</summary>
    public CalendarMethod? Method { get; init; }

    /// <summary>What the calendar is called in people's programs (RFC 7986 5.1).</summary>
    public string? Name { get; init; }

    /// <summary>What it is about (RFC 7986 5.2).</summary>
    public string? Description { get; init; }

    /// <summary>A page that shows the same to people (RFC 7986 5.5); absolute.</summary>
    public Uri? Url { get; init; }

    /// <summary>Where the feed itself is fetched again (RFC 7986 5.8); absolute.</summary>
    public Uri? Source { get; init; }

    /// <summary>How often it is worth asking for it again, in whole seconds (RFC 7986 5.7); more than nothing.</summary>
    public TimeSpan? RefreshInterval { get; init; }

    /// <summary>A colour of CSS by its English name, such as seagreen (RFC 7986 5.9).</summary>
    public string? Color { get; init; }

    /// <summary>Where the entries' wall clocks hang; its id is an IANA name.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>What happens, in this order.</summary>
    public required IReadOnlyList<CalendarEntry> Entries { get; init; }
}
