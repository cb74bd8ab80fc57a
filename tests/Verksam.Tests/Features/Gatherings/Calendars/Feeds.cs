using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings;
using Verksam.Features.Structure;
using Verksam.Tests.Formats.Calendar;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Calendars;

/// <summary>Feeds as programs fetch them, and as a stranger's reader understands them.</summary>
internal static class Feeds
{
    private const string Reader = """
        import sys, json, icalendar

        calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
        json.dump([{
            "uid": str(e["UID"]), "start": e["DTSTART"].dt.isoformat(), "end": e["DTEND"].dt.isoformat(), "sequence": int(e["SEQUENCE"]),
            "status": str(e["STATUS"]), "summary": str(e["SUMMARY"]), "url": str(e["URL"]), "stamp": e["DTSTAMP"].dt.isoformat(),
            "attendees": len(e.get("ATTENDEE", [])), "errors": [str(x) for x in e.errors],
        } for e in calendar.walk("VEVENT")], sys.stdout)
        """;

    public static async Task<IReadOnlyList<Event>> Read(string calendar)
    {
        var read = await CalendarPeer.Ask(Reader, System.Text.Encoding.UTF8.GetBytes(calendar));
        return read.Deserialize<List<Event>>(JsonSerializerOptions.Web)!;
    }

    /// <summary>The whole of it, lines that were folded put together again.</summary>
    public static async Task<string> Text(this Visitor visitor, string url)
    {
        var answer = await visitor.Get(url);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal);
    }

    /// <summary>An address of one's own, made as one makes it.</summary>
    public static async Task<string> Subscribe(this Visitor visitor, string choice = "Mine")
    {
        var page = await (await visitor.Open("/aktiviteter/prenumerera")).Submit("Skapa en adress", f => f["Input.Choice"] = choice);
        return new Uri(page.Html.QuerySelector("#adress")!.GetAttribute("value")!).PathAndQuery;
    }

    /// <summary>A gathering when one says, by the clock here.</summary>
    public static async Task<Gathering> At(AppUnderTest app, Unit unit, string title, DateTimeOffset starts, DateTimeOffset ends, Audience audience = Audience.Everybody)
    {
        var gathering = await Arranged.In(app, unit, audience);
        await app.Write(async db =>
        {
            var row = await db.Gatherings.SingleAsync(g => g.Id == gathering.Id);
            row.Describe(title, "stand", null, null);
            row.Take(new Hours(starts, ends), new Whereabouts(null, "Torget", null), FakeTime.Start);
        });
        return gathering;
    }

    internal sealed record Event(string Uid, DateTimeOffset Start, DateTimeOffset End, int Sequence, string Status, string Summary, string Url, DateTimeOffset Stamp, int Attendees, IReadOnlyList<string> Errors);
}
