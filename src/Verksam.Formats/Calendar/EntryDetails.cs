namespace Verksam.Formats.Calendar;

/// <summary>A place on the map (RFC 5545 3.8.1.6).</summary>
public sealed record GeoPoint
{
    /// <summary>A place on the map.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public GeoPoint(double latitude, double longitude)
    {
        if (!(Math.Abs(latitude) <= 90)) throw new ArgumentOutOfRangeException(nameof(latitude));
        if (!(Math.Abs(longitude) <= 180)) throw new ArgumentOutOfRangeException(nameof(longitude));
        (Latitude, Longitude) = (latitude, longitude);
    }

    /// <summary>Degrees of WGS 84, north of the equator.</summary>
    public double Latitude { get; }

    /// <summary>Degrees of WGS 84, east of Greenwich.</summary>
    public double Longitude { get; }
}

/// <summary>A video meeting (RFC 7986 5.11).</summary>
/// <param name="Address">Where one enters; absolute.</param>
/// <param name="Label">What the link is called.</param>
public sealed record CalendarConference(Uri Address, string? Label = null);

/// <summary>A reminder on the screen (RFC 5545 3.6.6).</summary>
/// <param name="Before">How long before the start, in whole seconds; less than nothing for after it.</param>
/// <param name="Text">What is shown; none for the entry's summary.</param>
public sealed record CalendarAlarm(TimeSpan Before, string? Text = null);
