namespace Verksam.Formats.Calendar;

/// <summary>Whether it will happen (RFC 5545 3.8.1.11).</summary>
public enum EntryStatus
{
    /// <summary>It will.</summary>
    Confirmed,

    /// <summary>It may.</summary>
    Tentative,

    /// <summary>It will not; people see it crossed out or not at all.</summary>
    Cancelled,
}

/// <summary>
/// Something that happens: a VEVENT (RFC 5545 3.6.1). Texts may be of any kind and length; control characters in them fall away.
/// </summary>
public sealed record CalendarEntry
{
    /// <summary>The same for as long as it is the same thing, and unlike any other's: something@domain (RFC 5545 3.8.4.7).</summary>
    public required string Uid { get; init; }

    /// <summary>One more each time that people must see the change, from 0 (RFC 5545 3.8.7.4).</summary>
    public int Sequence { get; init; }

    /// <summary>When this was last changed; in a letter, when it was written (RFC 5545 3.8.7.2).</summary>
    public required DateTimeOffset Stamp { get; init; }

    /// <summary>When it was first put in the calendar (RFC 5545 3.8.7.1).</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed (RFC 5545 3.8.7.3).</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>When it happens; of a series, its first time.</summary>
    public required CalendarSpan When { get; init; }

    /// <summary>One line that says what it is (RFC 5545 3.8.1.12).</summary>
    public required string Summary { get; init; }

    /// <summary>More about it, as plain text in any number of lines (RFC 5545 3.8.1.5).</summary>
    public string? Description { get; init; }

    /// <summary>Where, in words (RFC 5545 3.8.1.7).</summary>
    public string? Location { get; init; }

    /// <summary>Where, on the map.</summary>
    public GeoPoint? Geo { get; init; }

    /// <summary>A page about it (RFC 5545 3.8.4.6); absolute.</summary>
    public Uri? Url { get; init; }

    /// <summary>Where it is met over the net.</summary>
    public CalendarConference? Conference { get; init; }

    /// <summary>Who holds it (RFC 5545 3.8.4.3).</summary>
    public required CalendarUser Organizer { get; init; }

    /// <summary>Who is invited (RFC 5545 3.8.4.1): somebody in a request, nobody in what is published.</summary>
    public IReadOnlyList<CalendarAttendee> Attendees { get; init; } = [];

    /// <summary>Whether it will happen.</summary>
    public EntryStatus Status { get; init; }

    /// <summary>Whether it leaves people free to do other things (RFC 5545 3.8.2.7).</summary>
    public bool IsTransparent { get; init; }

    /// <summary>Words to sort by (RFC 5545 3.8.1.2).</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>How it comes again (RFC 5545 3.8.5.3); <see cref="When"/> then begins on its first day.</summary>
    public Recurrence? Recurrence { get; init; }

    /// <summary>Days of the series on which it does not come (RFC 5545 3.8.5.1).</summary>
    public IReadOnlyList<DateOnly> ExceptDays { get; init; } = [];

    /// <summary>Which time of the series with the same <see cref="Uid"/> this entry stands instead of.</summary>
    public OriginalStart? RecurrenceId { get; init; }

    /// <summary>What reminds people of it.</summary>
    public CalendarAlarm? Alarm { get; init; }
}
