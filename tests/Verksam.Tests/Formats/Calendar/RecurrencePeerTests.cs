using System.Globalization;
using System.Text.Json;
using FsCheck.Fluent;
using Shouldly;
using Verksam.Formats.Calendar;
using Xunit;

namespace Verksam.Tests.Formats.Calendar;

/// <summary>Whether a stranger's reader of rules, Python's dateutil, comes to the same days as we do.</summary>
public sealed class RecurrencePeerTests
{
    private const int Asked = 400;

    private const string Reader = """
        import sys, json, datetime, zoneinfo
        from dateutil.rrule import rrulestr, rruleset
        from dateutil.parser import parse
        utc = datetime.timezone.utc
        answers = []
        for asked in json.load(sys.stdin):
            zone = zoneinfo.ZoneInfo(asked["zone"]) if asked["zone"] else None
            times = rruleset()
            for line in asked["lines"]:
                name, value = line.split(":")
                moment = None if name == "RRULE" else parse(value).replace(tzinfo=zone)
                if name.startswith("DTSTART;"):
                    start = moment
                elif name == "RRULE":
                    times.rrule(rrulestr(value, dtstart=start))
                elif name.startswith("RDATE;"):
                    times.rdate(moment)
                else:
                    times.exdate(moment)
            answers.append([(t.astimezone(utc) if zone else t).strftime("%Y-%m-%dT%H:%M") for t in times])
        json.dump(answers, sys.stdout)
        """;

    [Fact]
    public async Task Another_reader_comes_to_the_same_days()
    {
        var series = Series.Of.Sample(Asked).ToList();
        var answers = await Ask(series.Select(s => new Question(Lines(s, new DaysSpan(s.First, s.First.AddDays(1))), null)));
        foreach (var (s, answer) in series.Zip(answers))
            answer.ShouldBe(Left(s).Select(d => Clock(d.ToDateTime(TimeOnly.MinValue))), s.ToString());
    }

    [Fact]
    public async Task Another_reader_comes_to_the_same_moments()
    {
        // a series that begins in an hour that is leapt over keeps the hour to which it was moved
        var series = Series.Of.Sample(Asked).Zip(Series.Times.Sample(Asked), (s, time) => (Of: s, Time: time))
            .Where(s => !Calendars.Stockholm.IsInvalidTime(s.Of.First.ToDateTime(s.Time))).ToList();
        var answers = await Ask(series.Select(s => new Question(Lines(s.Of, new HoursSpan(At(s.Of.First, s.Time), At(s.Of.First, s.Time))), Calendars.Stockholm.Id)));
        foreach (var (s, answer) in series.Zip(answers))
            answer.ShouldBe(Left(s.Of).Select(d => Clock(At(d, s.Time).UtcDateTime)), s.ToString());
    }

    // every third day falls away, though never the first
    private static bool FallsAway(int n) => n % 3 == 1;

    private static IEnumerable<DateOnly> Left(Series series) => series.Recurrence.Days(series.First).Where((_, n) => !FallsAway(n));

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => LocalTime.At(day, time, Calendars.Stockholm);

    private static IReadOnlyList<string> Lines(Series series, CalendarSpan when)
    {
        var entry = Calendars.Meeting with { When = when, Recurrence = series.Recurrence, ExceptDays = [.. series.Recurrence.Days(series.First).Where((_, n) => FallsAway(n))] };
        return [.. entry.Lines().Where(l => l.Split(':', ';')[0] is "DTSTART" or "RRULE" or "RDATE" or "EXDATE")];
    }

    private static async Task<IReadOnlyList<IReadOnlyList<string>>> Ask(IEnumerable<Question> questions)
    {
        var answers = await CalendarPeer.Ask(Reader, JsonSerializer.SerializeToUtf8Bytes(questions, JsonSerializerOptions.Web));
        return answers.Deserialize<IReadOnlyList<IReadOnlyList<string>>>()!;
    }

    private static string Clock(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private sealed record Question(IReadOnlyList<string> Lines, string? Zone);
}
