using System.Text;
using Verksam.Formats.Calendar;

namespace Verksam.Tests.Formats.Calendar;

internal static class Calendars
{
    public static TimeZoneInfo Stockholm { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static CalendarEntry Meeting { get; } = new()
    {
        Uid = "mote-1@vast.example",
        Stamp = new DateTimeOffset(2027, 2, 1, 9, 30, 15, TimeSpan.FromHours(1)),
        When = Hours("2027-03-09T18:30", "2027-03-09T20:00"),
        Summary = "Styrelsemöte",
        Organizer = new CalendarUser("Västra distriktet", "kansliet@vast.example"),
    };

    public static CalendarFeed Feed(params CalendarEntry[] entries) => new() { ProductId = "-//Verksam//Kalender//SV", Entries = entries };

    public static HoursSpan Hours(string start, string end) => new(At(start), At(end));

    /// <summary>A wall clock of Stockholm, such as 2027-03-09T18:30.</summary>
    public static DateTimeOffset At(string clock)
    {
        var local = DateTime.Parse(clock, System.Globalization.CultureInfo.InvariantCulture);
        return LocalTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), Stockholm);
    }

    public static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Lines as they go over the wire, without their ends.</summary>
    public static IReadOnlyList<string> Lines(this CalendarFeed feed) => CalendarWriter.WriteText(feed).Split("\r\n")[..^1];

    /// <summary>Lines as they were before they were folded.</summary>
    public static IReadOnlyList<string> Unfolded(this CalendarFeed feed) =>
        CalendarWriter.WriteText(feed).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")[..^1];

    /// <summary>The lines of an entry that has no alarm.</summary>
    public static IReadOnlyList<string> Lines(this CalendarEntry entry) => [.. Feed(entry).Unfolded().SkipWhile(l => l != "BEGIN:VEVENT").SkipLast(1)];

    /// <summary>What stands behind the name, parameters and all: the first such line of the entry.</summary>
    public static string? Line(this CalendarEntry entry, string name) =>
        entry.Lines().Where(l => l.Split(':', ';')[0] == name).Select(l => l[name.Length..]).FirstOrDefault();

    public static int Octets(this string line) => Encoding.UTF8.GetByteCount(line);
}
