using Shouldly;
using Verksam.Formats.Calendar;
using Xunit;

namespace Verksam.Tests.Formats.Calendar;

public sealed class CalendarWriterTests
{
    private static readonly CalendarAttendee Bo = new(new CalendarUser("Bo", "bo@example.org"));

    [Fact]
    public void A_feed_says_what_it_is_and_how_often_to_ask()
    {
        var feed = Calendars.Feed() with
        {
            Name = "Västra, distriktet",
            Description = "Allt som händer",
            Url = new Uri("https://vast.example/kalender"),
            Source = new Uri("https://vast.example/kalender.ics"),
            RefreshInterval = new TimeSpan(1, 0, 30),
            Color = "seagreen",
        };
        feed.Unfolded().TakeWhile(l => l != "BEGIN:VTIMEZONE").ShouldBe([
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Verksam//Kalender//SV", "CALSCALE:GREGORIAN",
            @"NAME:Västra\, distriktet", @"X-WR-CALNAME:Västra\, distriktet", "DESCRIPTION:Allt som händer", "X-WR-CALDESC:Allt som händer",
            "URL:https://vast.example/kalender", "SOURCE;VALUE=URI:https://vast.example/kalender.ics",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H0M30S", "X-PUBLISHED-TTL:PT1H0M30S", "COLOR:seagreen",
        ]);
    }

    [Fact]
    public void An_empty_feed_has_a_component_all_the_same() => Calendars.Feed().Unfolded().ShouldContain("BEGIN:VTIMEZONE");

    [Fact]
    public void An_entry_of_hours_hangs_on_the_clocks_of_its_zone()
    {
        Calendars.Meeting.Lines().ShouldBe([
            "BEGIN:VEVENT", "UID:mote-1@vast.example", "DTSTAMP:20270201T083015Z", "SEQUENCE:0",
            "DTSTART;TZID=Europe/Stockholm:20270309T183000", "DTEND;TZID=Europe/Stockholm:20270309T200000",
            "SUMMARY:Styrelsemöte", "STATUS:CONFIRMED", "TRANSP:OPAQUE", "ORGANIZER;CN=Västra distriktet:mailto:kansliet@vast.example", "END:VEVENT",
        ]);
        Calendars.Feed(Calendars.Meeting).Unfolded().ShouldContain("TZID:Europe/Stockholm");
    }

    [Fact]
    public void Whole_days_end_on_the_day_after_and_need_no_zone()
    {
        var camp = Calendars.Meeting with { When = new DaysSpan(Calendars.Day("2027-07-01"), Calendars.Day("2027-07-04")), IsTransparent = true };
        camp.Line("DTSTART").ShouldBe(";VALUE=DATE:20270701");
        camp.Line("DTEND").ShouldBe(";VALUE=DATE:20270704");
        camp.Line("TRANSP").ShouldBe(":TRANSPARENT");
        Calendars.Feed(camp).Unfolded().ShouldNotContain("BEGIN:VTIMEZONE");
    }

    [Fact]
    public void What_takes_no_time_has_no_end() => (Calendars.Meeting with { When = Calendars.Hours("2027-03-09T18:30", "2027-03-09T18:30") }).Line("DTEND").ShouldBeNull();

    [Fact]
    public void Nothing_ends_before_it_begins()
    {
        Should.Throw<ArgumentException>(() => Calendars.Hours("2027-03-09T18:30", "2027-03-09T18:29"));
        Should.Throw<ArgumentException>(() => new DaysSpan(Calendars.Day("2027-03-09"), Calendars.Day("2027-03-09")));
    }

    [Fact]
    public void Two_hours_of_an_autumn_night_that_look_the_same_are_told_apart()
    {
        var first = Calendars.At("2027-10-31T02:30");
        var night = Calendars.Meeting with { When = new HoursSpan(first, first.AddHours(1)) };
        night.Line("DTSTART").ShouldBe(":20271031T003000Z");
        night.Line("DTEND").ShouldBe(":20271031T013000Z");
        var series = Calendars.Meeting with { When = new HoursSpan(first, first.AddHours(2)), Recurrence = new YearlyRecurrence(1, RecurrenceEnd.After(3)) };
        series.Line("DTSTART").ShouldBe(";TZID=Europe/Stockholm:20271031T023000");
    }

    [Theory]
    [InlineData(59.329323, 18.068581, "59.329323;18.068581")]
    [InlineData(-33.5, -70, "-33.5;-70.0")]
    [InlineData(0.00000001, 180, "0.0;180.0")]
    public void A_place_is_in_degrees(double north, double east, string written) => (Calendars.Meeting with { Geo = new(north, east) }).Line("GEO").ShouldBe(":" + written);

    [Theory]
    [InlineData(90.1, 0)]
    [InlineData(0, -180.1)]
    [InlineData(double.NaN, 0)]
    public void A_place_that_is_none_is_refused(double north, double east) => Should.Throw<ArgumentOutOfRangeException>(() => new GeoPoint(north, east));

    [Theory]
    [InlineData(0, "PT0S")]
    [InlineData(900, "-PT15M")]
    [InlineData(86_400, "-P1D")]
    [InlineData(90_061, "-P1DT1H1M1S")]
    [InlineData(3_605, "-PT1H0M5S")]
    [InlineData(-5, "PT5S")]
    public void An_alarm_is_so_long_before(int seconds, string trigger)
    {
        var lines = (Calendars.Meeting with { Alarm = new(TimeSpan.FromSeconds(seconds)) }).Lines();
        lines.SkipWhile(l => l != "BEGIN:VALARM").ShouldBe(["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:" + trigger, "DESCRIPTION:Styrelsemöte", "END:VALARM", "END:VEVENT"]);
    }

    [Fact]
    public void Categories_stand_on_one_line_with_commas_of_their_own()
    {
        (Calendars.Meeting with { Categories = ["Årsmöte", "a,b", "", "c;d"] }).Line("CATEGORIES").ShouldBe(@":Årsmöte,a\,b,c\;d");
        (Calendars.Meeting with { Categories = [""] }).Line("CATEGORIES").ShouldBeNull();
    }

    [Fact]
    public void A_conference_is_met_by_video() => (Calendars.Meeting with { Conference = new(new Uri("https://mote.example/1"), "Mötet: ett") }).Line("CONFERENCE")
        .ShouldBe(";VALUE=URI;FEATURE=VIDEO;LABEL=\"Mötet: ett\":https://mote.example/1");

    [Fact]
    public void A_request_asks_those_invited()
    {
        var feed = Calendars.Feed(Calendars.Meeting with { Sequence = 2, Attendees = [Bo, new(new CalendarUser("Åsa"), Participation.Accepted, IsAsked: false)] }) with
        {
            Method = CalendarMethod.Request,
        };
        feed.Unfolded().ShouldContain("METHOD:REQUEST");
        feed.Unfolded().ShouldContain("SEQUENCE:2");
        feed.Unfolded().Where(l => l.StartsWith("ATTENDEE", StringComparison.Ordinal)).ShouldBe([
            "ATTENDEE;CN=Bo;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:bo@example.org",
            "ATTENDEE;CN=Åsa;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:invalid:nomail",
        ]);
    }

    [Fact]
    public void What_is_taken_back_is_cancelled_whatever_the_entry_says() =>
        (Calendars.Feed(Calendars.Meeting with { Attendees = [Bo] }) with { Method = CalendarMethod.Cancel }).Unfolded().ShouldContain("STATUS:CANCELLED");

    public static TheoryData<string> Wrongs => [.. Wrong.Keys];

    private static readonly Dictionary<string, CalendarFeed> Wrong = new(StringComparer.Ordinal)
    {
        ["a request to nobody"] = Calendars.Feed(Calendars.Meeting) with { Method = CalendarMethod.Request },
        ["published with people invited"] = Calendars.Feed(Calendars.Meeting with { Attendees = [Bo] }) with { Method = CalendarMethod.Publish },
        ["no UID"] = Calendars.Feed(Calendars.Meeting with { Uid = " " }),
        ["fewer changes than none"] = Calendars.Feed(Calendars.Meeting with { Sequence = -1 }),
        ["asked all the time"] = Calendars.Feed() with { RefreshInterval = TimeSpan.Zero },
        ["a colour by its number"] = Calendars.Feed() with { Color = "#00ff00" },
        ["a series of one time of a series"] = Calendars.Feed(Calendars.Meeting with { Recurrence = Tuesdays, RecurrenceId = new(Calendars.Day("2027-03-09"), null) }),
        ["a series that begins on another day than its own"] = Calendars.Feed(Calendars.Meeting with { When = Calendars.Hours("2027-03-10T18:30", "2027-03-10T20:00"), Recurrence = Tuesdays }),
        ["a series that is over before it begins"] =
            Calendars.Feed(Calendars.Meeting with { Recurrence = new WeeklyRecurrence(1, Weekdays.Tuesday, RecurrenceEnd.On(Calendars.Day("2027-03-08"))) }),
    };

    private static WeeklyRecurrence Tuesdays => new(1, Weekdays.Tuesday, RecurrenceEnd.After(3));

    [Theory]
    [MemberData(nameof(Wrongs))]
    public void What_cannot_stand_in_a_calendar_is_refused(string what) => Should.Throw<FormatException>(() => CalendarWriter.Write(Wrong[what]));

    [Fact]
    public void A_series_of_hours_has_its_exceptions_by_the_same_clock()
    {
        var series = Calendars.Meeting with { Recurrence = Tuesdays, ExceptDays = [Calendars.Day("2027-03-16")] };
        series.Line("RRULE").ShouldBe(":FREQ=WEEKLY;BYDAY=TU;COUNT=3");
        series.Line("EXDATE").ShouldBe(";TZID=Europe/Stockholm:20270316T183000");
        (Calendars.Meeting with { RecurrenceId = new(Calendars.Day("2027-03-23"), new(18, 30)) }).Line("RECURRENCE-ID").ShouldBe(";TZID=Europe/Stockholm:20270323T183000");
    }

    [Fact]
    public void A_series_has_the_days_that_its_rule_cannot_tell_beside_it()
    {
        var series = Calendars.Meeting with { When = Calendars.Hours("2027-01-30T18:30", "2027-01-30T20:00"), Recurrence = new MonthlyRecurrence(1, 30, RecurrenceEnd.After(3)) };
        series.Line("RRULE").ShouldBe(":FREQ=MONTHLY;BYMONTHDAY=30;UNTIL=20270330T215959Z");
        series.Line("RDATE").ShouldBe(";TZID=Europe/Stockholm:20270228T183000");
        var days = series with { When = new DaysSpan(Calendars.Day("2027-01-30"), Calendars.Day("2027-01-31")) };
        days.Line("RRULE").ShouldBe(":FREQ=MONTHLY;BYMONTHDAY=30;UNTIL=20270330");
        days.Line("RDATE").ShouldBe(";VALUE=DATE:20270228");
    }

    [Fact]
    public void A_series_of_days_has_its_exceptions_by_day()
    {
        var series = Calendars.Meeting with
        {
            When = new DaysSpan(Calendars.Day("2027-03-09"), Calendars.Day("2027-03-10")),
            Recurrence = Tuesdays,
            ExceptDays = [Calendars.Day("2027-03-16")],
        };
        series.Line("EXDATE").ShouldBe(";VALUE=DATE:20270316");
        (Calendars.Meeting with { When = series.When, RecurrenceId = new(Calendars.Day("2027-03-23"), null) }).Line("RECURRENCE-ID").ShouldBe(";VALUE=DATE:20270323");
    }

    [Fact]
    public void The_same_feed_gives_the_same_bytes() => CalendarWriter.Write(Calendars.Feed(Calendars.Meeting)).ShouldBe(CalendarWriter.Write(Calendars.Feed(Calendars.Meeting)));
}
