using System.Text.Json;
using Shouldly;
using Verksam.Formats.Calendar;
using Xunit;

namespace Verksam.Tests.Formats.Calendar;

/// <summary>What a stranger's reader, Python's icalendar, makes of our calendars.</summary>
public sealed class CalendarPeerTests
{
    private const string Reader = """
        import sys, json, datetime, icalendar

        def read(value):
            if isinstance(value, icalendar.prop.vCategory):
                return [str(c) for c in value.cats]
            if isinstance(value, icalendar.prop.vDDDLists):
                return [d.dt.isoformat() for d in value.dts]
            if hasattr(value, "dt"):
                return value.dt.total_seconds() if isinstance(value.dt, datetime.timedelta) else value.dt.isoformat()
            if isinstance(value, str):
                return str(value)
            written = value.to_ical() if hasattr(value, "to_ical") else value
            return written.decode() if isinstance(written, bytes) else written

        calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
        json.dump([{
            "name": component.name,
            "errors": [str(e) for e in component.errors],
            "properties": [[name, read(value), dict(getattr(value, "params", {}))] for name, value in component.property_items(recursive=False)
                if name not in ("BEGIN", "END")],
        } for component in calendar.walk()], sys.stdout)
        """;

    // no n behind the backslash: this reader takes that for the end of a line, however it is written
    private const string Hard = "Kära \"vän\"; vi ses, på riktigt:\nC:\\gammalt – 🌹 ^n END:VEVENT";

    private static readonly string Long = string.Concat(Enumerable.Repeat("Åka till Öland, och ", 60)).TrimEnd();

    private static readonly CalendarEntry Full = Calendars.Meeting with
    {
        Sequence = 3,
        Created = Calendars.At("2027-01-31T23:30"),
        LastModified = Calendars.At("2027-02-01T09:30"),
        Summary = Hard,
        Description = Long + "\n\n" + Hard,
        Location = "Torget 1, Åre; bakom kyrkan",
        Geo = new(63.399043, -13.081506),
        Url = new Uri("https://föreningen.example/möte/1?a=1;b=2,3"),
        Conference = new(new Uri("https://mote.example/abc"), "Mötet: ett, två"),
        Organizer = new CalendarUser("Öberg, Åsa; \"ordf.\"", "asa@example.org"),
        Status = EntryStatus.Tentative,
        IsTransparent = true,
        Categories = ["Årsmöte", "a b", "c;d"], // a comma this reader takes for the next one
        Recurrence = new WeeklyRecurrence(2, Weekdays.Tuesday, RecurrenceEnd.On(Calendars.Day("2027-06-01"))),
        ExceptDays = [Calendars.Day("2027-03-23"), Calendars.Day("2027-04-06")],
        Alarm = new(TimeSpan.FromMinutes(90), Hard),
    };

    [Fact]
    public async Task Another_reader_finds_all_that_was_written_about_an_entry()
    {
        var read = (await Read(Calendars.Feed(Full))).Single(c => c.Name == "VEVENT");
        var found = read.Properties.ToLookup(p => p.Name, p => p.Value, StringComparer.Ordinal);
        found["SUMMARY"].ShouldBe([Hard]);
        found["DESCRIPTION"].ShouldBe([Full.Description]);
        found["LOCATION"].ShouldBe([Full.Location]);
        found["GEO"].ShouldBe(["63.399043;-13.081506"]);
        found["URL"].ShouldBe(["https://xn--freningen-07a.example/m%C3%B6te/1?a=1;b=2,3"]);
        found["CONFERENCE"].ShouldBe(["https://mote.example/abc"]);
        found["CATEGORIES"].ShouldBe(["Årsmöte|a b|c;d"]);
        (found["UID"].Single(), found["SEQUENCE"].Single(), found["STATUS"].Single(), found["TRANSP"].Single()).ShouldBe((Full.Uid, "3", "TENTATIVE", "TRANSPARENT"));
        (found["DTSTAMP"].Single(), found["CREATED"].Single(), found["LAST-MODIFIED"].Single())
            .ShouldBe(("2027-02-01T08:30:15+00:00", "2027-01-31T22:30:00+00:00", "2027-02-01T08:30:00+00:00"));
        (found["DTSTART"].Single(), found["DTEND"].Single()).ShouldBe(("2027-03-09T18:30:00+01:00", "2027-03-09T20:00:00+01:00"));
        found["EXDATE"].ShouldBe(["2027-03-23T18:30:00+01:00", "2027-04-06T18:30:00+02:00"]);
        found["RRULE"].Single().Split(';').ShouldBe(["FREQ=WEEKLY", "INTERVAL=2", "BYDAY=TU", "WKST=MO", "UNTIL=20270601T215959Z"], ignoreOrder: true);
        found["ORGANIZER"].ShouldBe(["mailto:asa@example.org"]);
    }

    [Fact]
    public async Task Another_reader_finds_names_within_their_parameters()
    {
        var read = (await Read(Calendars.Feed(Full))).Single(c => c.Name == "VEVENT").Properties;
        // this reader knows nothing of RFC 6868
        read.Single(p => p.Name == "ORGANIZER").Parameters.ShouldBe([("CN", "Öberg, Åsa; ^'ordf.^'")]);
        read.Single(p => p.Name == "CONFERENCE").Parameters.ShouldBe([("VALUE", "URI"), ("FEATURE", "VIDEO"), ("LABEL", "Mötet: ett, två")], ignoreOrder: true);
    }

    [Fact]
    public async Task Another_reader_finds_the_alarm()
    {
        var read = (await Read(Calendars.Feed(Full))).Single(c => c.Name == "VALARM").Properties;
        read.Select(p => (p.Name, p.Value)).ShouldBe([("ACTION", "DISPLAY"), ("TRIGGER", "-5400.0"), ("DESCRIPTION", Hard)], ignoreOrder: true);
    }

    [Fact]
    public async Task Another_reader_finds_what_the_feed_says_of_itself()
    {
        var feed = Calendars.Feed(Full, Calendars.Meeting with { Uid = "2@vast.example", When = new DaysSpan(Calendars.Day("2027-07-01"), Calendars.Day("2027-07-04")) }) with
        {
            Name = Hard,
            Description = Long,
            Url = new Uri("https://vast.example/kalender"),
            Source = new Uri("https://vast.example/kalender.ics"),
            RefreshInterval = TimeSpan.FromHours(2),
            Color = "seagreen",
        };
        var read = await Read(feed);
        read.Select(c => c.Name).ShouldBe(["VCALENDAR", "VTIMEZONE", "DAYLIGHT", "STANDARD", "VEVENT", "VALARM", "VEVENT"]);
        read[0].Properties.Select(p => (p.Name, p.Value)).ShouldBe([
            ("VERSION", "2.0"), ("PRODID", feed.ProductId), ("CALSCALE", "GREGORIAN"), ("NAME", Hard), ("X-WR-CALNAME", Hard), ("DESCRIPTION", Long), ("X-WR-CALDESC", Long),
            ("URL", "https://vast.example/kalender"), ("SOURCE", "https://vast.example/kalender.ics"), ("COLOR", "seagreen"),
            ("REFRESH-INTERVAL", "PT2H"), ("X-PUBLISHED-TTL", "PT2H"),
        ], ignoreOrder: true);
        read[^1].Properties.Where(p => p.Name.StartsWith("DT", StringComparison.Ordinal)).Select(p => p.Value).ShouldBe(["2027-07-04", "2027-02-01T08:30:15+00:00", "2027-07-01"], ignoreOrder: true);
    }

    [Fact]
    public async Task Another_reader_finds_a_moved_time_of_a_series_and_who_was_asked()
    {
        var moved = Calendars.Meeting with
        {
            RecurrenceId = new(Calendars.Day("2027-03-30"), new(18, 30)),
            Attendees = [new(new CalendarUser("Bo", "bo+mote@example.org"), Participation.Declined)],
        };
        var feed = Calendars.Feed(moved) with { Method = CalendarMethod.Request };
        var read = await Read(feed);
        read[0].Properties.ShouldContain(p => p.Name == "METHOD" && p.Value == "REQUEST");
        read[^1].Properties.Single(p => p.Name == "RECURRENCE-ID").Value.ShouldBe("2027-03-30T18:30:00+02:00");
        var attendee = read[^1].Properties.Single(p => p.Name == "ATTENDEE");
        attendee.Value.ShouldBe("mailto:bo+mote@example.org");
        attendee.Parameters.ShouldBe([("CN", "Bo"), ("ROLE", "REQ-PARTICIPANT"), ("PARTSTAT", "DECLINED"), ("RSVP", "TRUE")], ignoreOrder: true);
    }

    [Fact]
    public async Task A_validator_finds_nothing_wrong_with_all_that_can_be_written()
    {
        var asked = Calendars.Meeting with { Attendees = [new(new CalendarUser("Bo", "bo+mote@example.org"), Participation.Declined)] };
        var all = Calendars.Feed(Full, Calendars.Meeting with { Uid = "2@vast.example", When = new DaysSpan(Calendars.Day("2027-07-01"), Calendars.Day("2027-07-04")) }) with
        {
            Name = Hard,
            Description = Long,
            Url = new Uri("https://vast.example/kalender"),
            Source = new Uri("https://vast.example/kalender.ics"),
            RefreshInterval = TimeSpan.FromHours(2),
            Color = "seagreen",
        };
        foreach (var feed in new[] { all, Calendars.Feed(asked) with { Method = CalendarMethod.Request }, Calendars.Feed(asked with { Sequence = 4, Status = EntryStatus.Cancelled }) with { Method = CalendarMethod.Cancel } })
            (await CalendarPeer.Judge(CalendarWriter.WriteText(feed))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("UID:mote-1@vast.example", "")]
    [InlineData("UID:mote-1@vast.example", "UID:1\r\nUID:2")]
    [InlineData("DTSTAMP:20270201T083015Z", "DTSTAMP:i går")]
    public async Task The_validator_finds_what_is_wrong(string line, string instead)
    {
        var asked = Calendars.Meeting with { Attendees = [new(new CalendarUser("Bo", "bo+mote@example.org"), Participation.Declined)] };
        var text = CalendarWriter.WriteText(Calendars.Feed(asked) with { Method = CalendarMethod.Request });
        text.ShouldContain(line);

        (await CalendarPeer.Judge(text.Replace(line + "\r\n", instead.Length == 0 ? "" : instead + "\r\n", StringComparison.Ordinal))).ShouldNotBeEmpty();
    }

    private static async Task<List<Component>> Read(CalendarFeed feed)
    {
        var read = (await CalendarPeer.Ask(Reader, CalendarWriter.Write(feed))).EnumerateArray().ToList();
        read.ShouldAllBe(c => c.GetProperty("errors").GetArrayLength() == 0);
        return [.. read.Select(c => new Component(c.GetProperty("name").GetString()!, [.. c.GetProperty("properties").EnumerateArray().Select(Property)]))];
    }

    private static ReadProperty Property(JsonElement property) => new(property[0].GetString()!,
        property[1].ValueKind == JsonValueKind.Array ? string.Join('|', property[1].EnumerateArray()) : property[1].ToString(),
        [.. property[2].EnumerateObject().Select(p => (p.Name, p.Value.ToString()))]);

    private sealed record Component(string Name, IReadOnlyList<ReadProperty> Properties);

    private sealed record ReadProperty(string Name, string Value, IReadOnlyList<(string Name, string Value)> Parameters);
}
