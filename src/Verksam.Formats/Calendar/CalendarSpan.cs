namespace Verksam.Formats.Calendar;

/// <summary>When something happens: <see cref="HoursSpan"/> or <see cref="DaysSpan"/>.</summary>
public abstract record CalendarSpan
{
    private protected CalendarSpan()
    {
    }

    /// <summary>The first day, in a zone.</summary>
    internal abstract DateOnly FirstDay(TimeZoneInfo zone);

    /// <summary>The last day, or the one after it, in a zone.</summary>
    internal abstract DateOnly LastDay(TimeZoneInfo zone);
}

/// <summary>
/// From one moment to another (RFC 5545 3.3.5), written in the feed's zone, to the second. Who has a day and an hour makes a moment of
/// them with <see cref="LocalTime.At"/>.
/// </summary>
public sealed record HoursSpan : CalendarSpan
{
    /// <summary>From a moment to another.</summary>
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    public HoursSpan(DateTimeOffset start, DateTimeOffset end)
    {
        if (end < start) throw new ArgumentException("Nothing ends before it begins.", nameof(end));
        (Start, End) = (start, end);
    }

    /// <summary>When it begins.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>When it is over; the same as <see cref="Start"/> for what takes no time.</summary>
    public DateTimeOffset End { get; }

    internal override DateOnly FirstDay(TimeZoneInfo zone) => Day(Start, zone);

    internal override DateOnly LastDay(TimeZoneInfo zone) => Day(End, zone);

    private static DateOnly Day(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}

/// <summary>Whole days, the same wherever one is (RFC 5545 3.3.4).</summary>
public sealed record DaysSpan : CalendarSpan
{
    /// <summary>Whole days.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="after">The day after the last one (RFC 5545 3.6.1 on DTEND).</param>
    /// <exception cref="ArgumentException">There is no day between.</exception>
    public DaysSpan(DateOnly first, DateOnly after)
    {
        if (after <= first) throw new ArgumentException("There has to be a day.", nameof(after));
        (First, After) = (first, after);
    }

    /// <summary>The first of them.</summary>
    public DateOnly First { get; }

    /// <summary>The day after the last one.</summary>
    public DateOnly After { get; }

    internal override DateOnly FirstDay(TimeZoneInfo zone) => First;

    internal override DateOnly LastDay(TimeZoneInfo zone) => After;
}

/// <summary>A time of a series as the rule gives it, before somebody moved it (RFC 5545 3.8.4.4).</summary>
/// <param name="Day">The day by the rule.</param>
/// <param name="Time">The wall clock by the rule; none in a series of whole days.</param>
public readonly record struct OriginalStart(DateOnly Day, TimeOnly? Time);
