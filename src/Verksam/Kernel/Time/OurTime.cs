using System.Globalization;
using Verksam.Formats.Calendar;

namespace Verksam.Kernel.Time;

/// <summary>Days and hours as the organisation's people count them.</summary>
internal sealed class OurTime(TimeProvider clock)
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone);

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>The day it was, here.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>The first moment after a day.</summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }

    /// <summary>An instant as it is on the clocks here.</summary>
    public static DateTimeOffset Here(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>When it is so late on a day here. In the hour that spring skips it is an hour later; of the hour that comes twice in autumn it is the first.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly hour) => LocalTime.At(day, hour, Zone);

    /// <summary>"18.30".</summary>
    public static string Hour(DateTimeOffset at) => Here(at).ToString("HH.mm", CultureInfo.InvariantCulture);

    /// <summary>"14 juni", with the year when it is another than today's.</summary>
    public string Day(DateOnly day) =>
        day.ToString(day.Year == Today.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>"14 jun": for narrow places.</summary>
    public string ShortDay(DateOnly day) =>
        day.ToString(day.Year == Today.Year ? "d MMM" : "d MMM yyyy", CultureInfo.CurrentCulture).Replace(".", "", StringComparison.Ordinal);

    /// <summary>"09.12", "i går 19.40", "8 juni": as near as it is.</summary>
    public string Moment(DateTimeOffset at, string yesterday)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        var hour = local.ToString("HH.mm", CultureInfo.InvariantCulture);
        return day == Today ? hour : day == Today.AddDays(-1) ? $"{yesterday} {hour}" : Day(day);
    }
}
