namespace Verksam.Formats.Calendar;

/// <summary>From a day and a wall clock to a moment, on the nights too when clocks are moved (RFC 5545 3.3.5, form 3).</summary>
public static class LocalTime
{
    /// <summary>
    /// The moment when clocks in a zone show a time. A time that a spring night leaps over is counted by the clock before the leap, so
    /// 02:30 becomes 03:30; of the two in an autumn night it is the first.
    /// </summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var clock = day.ToDateTime(time);
        if (zone.IsAmbiguousTime(clock)) return new(clock, zone.GetAmbiguousTimeOffsets(clock).Max());
        if (!zone.IsInvalidTime(clock)) return new(clock, zone.GetUtcOffset(clock));
        var before = zone.GetUtcOffset(clock.AddDays(-1));
        return TimeZoneInfo.ConvertTime(new DateTimeOffset(clock, before), zone);
    }
}
