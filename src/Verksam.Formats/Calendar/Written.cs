using System.Globalization;
using System.Text;

namespace Verksam.Formats.Calendar;

/// <summary>Values as they stand in a calendar (RFC 5545 3.3).</summary>
internal static class Written
{
    /// <summary>3.3.11. Whatever ends a line somewhere is one line end here.</summary>
    public static string Text(string text) => text.ReplaceLineEndings("\n")
        .Replace("\\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal)
        .Replace(",", @"\,", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    /// <summary>RFC 6868 3, in quotation marks when it holds what would end it (RFC 5545 3.2).</summary>
    public static string Parameter(string value)
    {
        var written = value.ReplaceLineEndings("\n")
            .Replace("^", "^^", StringComparison.Ordinal).Replace("\n", "^n", StringComparison.Ordinal)
            .Replace("\"", "^'", StringComparison.Ordinal);
        return written.AsSpan().ContainsAny(":;,") ? $"\"{written}\"" : written;
    }

    /// <summary>3.3.13: as RFC 3986 has it, so in ASCII.</summary>
    /// <exception cref="FormatException">It is not a whole address.</exception>
    public static string Link(Uri uri)
    {
        if (!uri.IsAbsoluteUri) throw new FormatException("A link in a calendar is absolute.");
        return Ascii.IsValid(uri.AbsoluteUri) ? uri.AbsoluteUri : new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri;
    }

    /// <summary>3.3.4.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>3.3.5, form 2.</summary>
    public static string Utc(DateTimeOffset at) => Local(at.UtcDateTime) + "Z";

    /// <summary>3.3.5, without its zone.</summary>
    public static string Local(DateTime clock) => clock.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    /// <summary>3.3.6. Minutes cannot be left out between hours and seconds.</summary>
    public static string Duration(TimeSpan length)
    {
        var (whole, output) = (length.Duration(), new StringBuilder(length < TimeSpan.Zero ? "-P" : "P"));
        var (hours, minutes, seconds) = (whole.Hours, whole.Minutes, whole.Seconds);
        if (whole.Days > 0) output.Append(CultureInfo.InvariantCulture, $"{whole.Days}D");
        if (whole.Days == 0 || hours + minutes + seconds > 0) output.Append('T');
        if (hours > 0) output.Append(CultureInfo.InvariantCulture, $"{hours}H");
        if (minutes > 0 || (hours > 0 && seconds > 0)) output.Append(CultureInfo.InvariantCulture, $"{minutes}M");
        if (seconds > 0 || output[^1] == 'T') output.Append(CultureInfo.InvariantCulture, $"{seconds}S");
        return output.ToString();
    }

    /// <summary>3.3.14.</summary>
    public static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(offset.Seconds == 0 ? "hhmm" : "hhmmss", CultureInfo.InvariantCulture);

    /// <summary>3.8.1.6: six decimals are a decimetre.</summary>
    public static string Degrees(double degrees) => degrees.ToString("0.0#####", CultureInfo.InvariantCulture);
}
