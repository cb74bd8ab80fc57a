using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Verksam.Formats.Calendar;
using Xunit;

namespace Verksam.Tests.Formats.Calendar;

/// <summary>How lines are folded and values kept inside them: RFC 5545 3.1 and 3.3.11, RFC 6868.</summary>
public sealed class ContentLineTests
{
    // what could end a line, a value or a parameter somewhere, letters of every length, and half letters
    private static readonly string[] Pieces =
    [
        "\r\n", "\r", "\n", "\0", "\u0085", "\u2028", "\u2029", "\u000B", "\f", "\t", "\u001C", "\u007F", "\u009F", " ", "\\", "\\n", ";", ",", ":", "\"", "^", "^n", "^'",
        "END:VEVENT", "BEGIN:VALARM", "ATTENDEE:mailto:x@x.example", "å", "–", "🌹", "e\u0301", "\uD83C", "\uDF39", "word ", "\uFEFF", "\u202E", "=",
    ];

    private static readonly Arbitrary<string> Heaps = Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();

    private static readonly Config Much = Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(80);

    [Theory]
    [InlineData("en; två, tre", @":en\; två\, tre")]
    [InlineData("C:\\nytt", @":C:\\nytt")]
    [InlineData("en\r\ntvå\ntre\rfyra\u2028fem\u0085sex", @":en\ntvå\ntre\nfyra\nfem\nsex")]
    [InlineData("en\0\u0007\u001Btvå\u009F\ttre", ":entvå\ttre")]
    [InlineData("\"citat\": så ^här", ":\"citat\": så ^här")]
    public void A_text_stays_within_its_value(string text, string written) => (Calendars.Meeting with { Summary = text }).Line("SUMMARY").ShouldBe(written);

    [Fact]
    public void Half_a_letter_becomes_a_mark_for_it() => (Calendars.Meeting with { Summary = "halv \uD83C" }).Line("SUMMARY").ShouldBe(":halv \uFFFD");

    [Theory]
    [InlineData("Åsa Öberg", "Åsa Öberg")]
    [InlineData("Öberg, Åsa", "\"Öberg, Åsa\"")]
    [InlineData("Bo \"B\" Ek", "Bo ^'B^' Ek")]
    [InlineData("a^b\r\nc", "a^^b^nc")]
    [InlineData("x:y;z\0", "\"x:y;z\"")]
    public void A_name_stays_within_its_parameter(string name, string written) =>
        (Calendars.Meeting with { Organizer = new CalendarUser(name) }).Line("ORGANIZER").ShouldBe($";CN={written}:invalid:nomail");

    [Fact]
    public void A_line_is_folded_at_75_octets()
    {
        var lines = Calendars.Feed(Calendars.Meeting with { Summary = new string('x', 67) + "yz" }).Lines();
        lines.ShouldContain("SUMMARY:" + new string('x', 67));
        lines.ShouldContain(" yz");
    }

    [Fact]
    public void A_line_is_folded_without_cutting_a_letter()
    {
        // 8 octets of name, then 67 left: 33 of two and one over, 22 of three, 16 of four
        foreach (var (letter, fit) in new[] { ("å", 33), ("–", 22), ("🌹", 16) })
        {
            var lines = Calendars.Feed(Calendars.Meeting with { Summary = string.Concat(Enumerable.Repeat(letter, 100)) }).Lines();
            lines.ShouldContain("SUMMARY:" + string.Concat(Enumerable.Repeat(letter, fit)));
            lines.ShouldAllBe(line => line.Octets() <= 75);
        }
    }

    [Fact]
    public void Any_text_is_on_lines_that_are_short_and_whole() => Prop.ForAll(Heaps, text =>
    {
        var written = CalendarWriter.Write(Calendars.Feed(Full("x" + text)));
        var lines = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(written).Split("\r\n");
        lines[^1].ShouldBeEmpty();
        lines.ShouldAllBe(line => line.Octets() <= 75 && !line.Any(c => char.IsControl(c) && c != '\t'));
    }).Check(Much);

    [Fact]
    public void Any_text_is_read_as_it_was_but_for_what_no_text_may_hold() => Prop.ForAll(Heaps, text =>
    {
        var line = (Calendars.Meeting with { Summary = text }).Line("SUMMARY")![1..];
        Unescaped(line).ShouldBe(Allowed(text));
    }).Check(Much);

    [Fact]
    public void No_value_begins_a_line_of_its_own()
    {
        var names = Names(Full("x"));
        Prop.ForAll(Heaps, text => Names(Full("x" + text)).ShouldBe(names)).Check(Much);
    }

    [Theory]
    [InlineData("https://föreningen.example/å?q=1,2;3", "https://xn--freningen-07a.example/%C3%A5?q=1,2;3")]
    [InlineData("https://vast.example/a\r\nATTENDEE:x", "https://vast.example/a%0D%0AATTENDEE:x")]
    [InlineData("tel:+46 8\n", "tel:+46%208")]
    public void A_link_is_in_ascii_on_one_line(string link, string written) => (Calendars.Meeting with { Url = new Uri(link) }).Line("URL").ShouldBe(":" + written);

    [Fact]
    public void Half_a_link_is_refused() =>
        Should.Throw<FormatException>(() => CalendarWriter.Write(Calendars.Feed(Calendars.Meeting with { Url = new Uri("/mote/1", UriKind.Relative) })));

    [Theory]
    [InlineData("asa@example.org", "mailto:asa@example.org")]
    [InlineData("a+b?c=d&e@example.org", "mailto:a+b%3Fc%3Dd%26e@example.org")]
    [InlineData(null, "invalid:nomail")]
    public void An_organiser_has_an_address_or_says_there_is_none(string? email, string written) =>
        (Calendars.Meeting with { Organizer = new CalendarUser("Åsa", email) }).Line("ORGANIZER").ShouldBe(";CN=Åsa:" + written);

    [Theory]
    [InlineData("a@b.example\r\nATTENDEE:x")]
    [InlineData("Åsa <asa@example.org>")]
    [InlineData("")]
    public void What_is_no_address_is_refused(string email) => Should.Throw<FormatException>(() => new CalendarUser("Åsa", email));

    // every text that a feed holds
    private static CalendarEntry Full(string text) => Calendars.Meeting with
    {
        Uid = text,
        Summary = text,
        Description = text,
        Location = text,
        Categories = [text, text],
        Organizer = new CalendarUser(text, "asa@example.org"),
        Attendees = [new(new CalendarUser(text))],
        Conference = new(new Uri("https://vast.example/" + Uri.EscapeDataString(text)), text),
        Alarm = new(TimeSpan.FromHours(1), text),
    };

    private static List<string> Names(CalendarEntry entry)
    {
        var feed = Calendars.Feed(entry) with { ProductId = entry.Uid, Name = entry.Uid, Description = entry.Uid };
        return [.. feed.Unfolded().Select(line => line.StartsWith("BEGIN:", StringComparison.Ordinal) || line.StartsWith("END:", StringComparison.Ordinal) ? line : line.Split(':', ';')[0])];
    }

    private static string Allowed(string text) => string.Concat(
        text.ReplaceLineEndings("\n").EnumerateRunes().Where(r => !Rune.IsControl(r) || r.Value is '\n' or '\t').Select(r => r.ToString()));

    private static string Unescaped(string value)
    {
        var text = new StringBuilder();
        for (var n = 0; n < value.Length; n++) text.Append(value[n] == '\\' ? value[++n] == 'n' ? '\n' : value[n] : value[n]);
        return text.ToString();
    }
}
