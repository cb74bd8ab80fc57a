using System.Text.Json;
using Shouldly;
using Verksam.Formats.Calendar;
using Xunit;

namespace Verksam.Tests.Formats.Calendar;

/// <summary>Whether strangers who read our VTIMEZONE set their clocks as the zone's people do: Python's icalendar, and its dateutil.</summary>
public sealed class ZonePeerTests
{
    private const string Reader = """
        import sys, json, io, datetime, pytz, icalendar
        from dateutil.tz import tzical
        asked = json.load(sys.stdin)
        calendar = icalendar.Calendar.from_ical(asked["calendar"])
        one = calendar.walk("VTIMEZONE")[0].to_tz()
        other = tzical(io.StringIO(asked["calendar"].replace("\r\n", "\n"))).get()
        moments = [datetime.datetime.fromtimestamp(s, datetime.timezone.utc) for s in asked["moments"]]
        json.dump([[int(m.astimezone(zone).utcoffset().total_seconds()) for m in moments] for zone in (one, other)], sys.stdout)
        """;

    [Fact]
    public void The_clocks_of_Stockholm_are_moved_by_two_rules() => Calendars.Feed(Calendars.Meeting).Unfolded()
        .SkipWhile(l => l != "BEGIN:VTIMEZONE").TakeWhile(l => l != "BEGIN:VEVENT").ShouldBe([
            "BEGIN:VTIMEZONE", "TZID:Europe/Stockholm",
            "BEGIN:DAYLIGHT", "DTSTART:20260329T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZNAME:CEST", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT",
            "BEGIN:STANDARD", "DTSTART:20261025T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZNAME:CET", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD",
            "END:VTIMEZONE",
        ]);

    [Fact]
    public void A_series_and_a_moved_time_of_it_widen_the_years()
    {
        // until 1995 summer time ended in September
        var old = Calendars.Meeting with { When = Calendars.Hours("1985-03-09T18:30", "1985-03-09T20:00"), Recurrence = new YearlyRecurrence(1, RecurrenceEnd.After(15)) };
        Calendars.Feed(old).Unfolded().ShouldContain("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU");
        Calendars.Feed(old with { Recurrence = null }).Unfolded().ShouldNotContain("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU");
        Calendars.Feed(old with { Recurrence = null, RecurrenceId = new(Calendars.Day("1999-03-09"), new(18, 30)) }).Unfolded()
            .ShouldContain("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU");
    }

    [Fact]
    public void A_feed_may_reach_over_all_years() => Calendars.Feed(
        Calendars.Meeting with { When = Calendars.Hours("0002-03-09T18:30", "0002-03-09T20:00") },
        Calendars.Meeting with { When = Calendars.Hours("9999-12-31T18:30", "9999-12-31T20:00") }).Unfolded().ShouldContain("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU");

    [Theory]
    [InlineData("Europe/Stockholm", 2027, 2027)]
    [InlineData("Europe/Stockholm", 2020, 2037)]
    [InlineData("Europe/Stockholm", 1975, 2000)]
    [InlineData("America/New_York", 2005, 2030)]
    [InlineData("Australia/Lord_Howe", 2026, 2030)]
    [InlineData("America/St_Johns", 2026, 2030)]
    [InlineData("Europe/Moscow", 2009, 2016)]
    [InlineData("Europe/Dublin", 2026, 2028)]
    [InlineData("Asia/Kathmandu", 2026, 2028)]
    public async Task Other_readers_set_their_clocks_as_the_zone_does(string id, int firstYear, int lastYear)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        var feed = Calendars.Feed(In(firstYear), In(lastYear)) with { Zone = zone };
        var moments = Moments(zone, firstYear, lastYear).ToList();
        var asked = JsonSerializer.SerializeToUtf8Bytes(new { calendar = CalendarWriter.WriteText(feed), moments = moments.Select(m => m.ToUnixTimeSeconds()) });
        foreach (var offsets in (await CalendarPeer.Ask(Reader, asked)).EnumerateArray())
        {
            moments.Zip(offsets.EnumerateArray(), (m, o) => (m, Theirs: o.GetInt32(), Ours: (int)zone.GetUtcOffset(m).TotalSeconds))
                .Where(m => m.Theirs != m.Ours).ShouldBeEmpty();
        }
    }

    private static CalendarEntry In(int year) => Calendars.Meeting with { When = Calendars.Hours($"{year}-03-09T18:30", $"{year}-03-09T20:00") };

    // each noon and, near where clocks are moved, each quarter of an hour and the seconds on either side
    private static IEnumerable<DateTimeOffset> Moments(TimeZoneInfo zone, int firstYear, int lastYear)
    {
        for (var noon = new DateTimeOffset(firstYear, 1, 1, 12, 0, 0, TimeSpan.Zero); noon.Year <= lastYear; noon = noon.AddDays(1))
        {
            yield return noon;
            if (zone.GetUtcOffset(noon) == zone.GetUtcOffset(noon.AddDays(1))) continue;
            for (var quarter = noon; quarter < noon.AddDays(1); quarter = quarter.AddMinutes(15))
            {
                yield return quarter.AddSeconds(-1);
                yield return quarter;
            }
        }
    }
}
