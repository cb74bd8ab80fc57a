using Shouldly;
using Verksam.Formats.Mime;
using Xunit;

namespace Verksam.Tests.Formats.Mime;

public sealed class MimeComposerTests
{
    [Fact]
    public void A_plain_letter_is_this() => Letters.Plain.Compose().ShouldBe(
        "From: =?UTF-8?Q?V=C3=A4stra?= distriktet <kansliet@vast.example>\r\n" +
        "To: =?UTF-8?B?w4VzYSDDlmJlcmc=?= <asa@example.org>\r\n" +
        "Subject: =?UTF-8?B?w4Vyc23DtnRl?=\r\n" +
        "Date: Tue, 09 Mar 2027 08:05:00 +0100\r\n" +
        "Message-ID: <01.brev@vast.example>\r\n" +
        "MIME-Version: 1.0\r\n" +
        "Content-Type: text/plain; charset=utf-8\r\n" +
        "Content-Transfer-Encoding: 7bit\r\n" +
        "\r\n" +
        "Hej!\r\n");

    [Fact]
    public void The_same_letter_gives_the_same_bytes()
    {
        var letter = Letters.Plain with { Html = "<p>Hej", Attachments = [new("a.txt", "text/plain", new byte[] { 1 })] };
        MimeComposer.Compose(letter).ShouldBe(MimeComposer.Compose(letter with { }));
    }

    [Theory]
    [InlineData("Anna Berg", "Anna Berg <a@b.example>")]
    [InlineData("Berg, Anna \"A\"", "\"Berg, Anna \\\"A\\\"\" <a@b.example>")]
    [InlineData("Åsa (ordf.)", "=?UTF-8?B?w4VzYSAob3JkZi4p?= <a@b.example>")]
    [InlineData(null, "a@b.example")]
    public void A_name_is_written_so_that_it_cannot_be_mistaken(string? name, string written) =>
        (Letters.Plain with { From = new Mailbox("a@b.example", name) }).Compose().Header("From").ShouldBe(written);

    [Fact]
    public void Long_headers_are_folded_at_78_and_no_character_is_divided()
    {
        var letter = Letters.Plain with
        {
            Subject = string.Concat(Enumerable.Repeat("åäö🌹", 60)),
            To = [.. Enumerable.Range(0, 9).Select(n => new Mailbox($"mottagare{n}@föreningen.example", "Åsa"))],
        };
        Lines(letter).ShouldAllBe(line => line.Length <= 78);
    }

    [Fact]
    public void A_link_longer_than_a_line_is_kept_whole()
    {
        var link = $"<https://vast.example/avsluta/{new string('x', 200)}>";
        var letter = Letters.Plain with { Headers = [new("List-Unsubscribe", $"{link}, <mailto:bort@vast.example>")] };
        letter.Compose().Header("List-Unsubscribe").ShouldBe($"{link},\r\n <mailto:bort@vast.example>");
    }

    [Fact]
    public void A_word_too_long_for_any_line_is_refused() =>
        Refused(Letters.Plain with { Headers = [new("List-Unsubscribe", new string('x', 1000))] });

    [Theory]
    [InlineData("Hej\r\nBcc: spion@example.org")]
    [InlineData("Hej\nBcc: spion@example.org")]
    [InlineData("Hej\r")]
    [InlineData("Hej\0")]
    public void No_value_can_begin_a_header_of_its_own(string value)
    {
        Refused(Letters.Plain with { Subject = value });
        Refused(Letters.Plain with { MessageId = value + "@x" });
        Refused(Letters.Plain with { Language = value });
        Refused(Letters.Plain with { Headers = [new("List-Id", value)] });
        Refused(Letters.Plain with { Headers = [new(value, "x")] });
        Refused(Letters.Plain with { Attachments = [new(value, "text/plain", default)] });
        Refused(Letters.Plain with { Attachments = [new("a", "text/plain" + value, default)] });
        Should.Throw<FormatException>(() => new Mailbox("a@b.example", "A" + value + "B"));
        Should.Throw<FormatException>(() => new Mailbox(value + "@b.example"));
        Should.Throw<FormatException>(() => new Mailbox("a@b.example" + value));
    }

    [Theory]
    [InlineData("Bcc")]
    [InlineData("subject")]
    [InlineData("Content-Type")]
    [InlineData("List Id")]
    [InlineData("Lista:")]
    [InlineData("")]
    public void Headers_that_are_not_ours_to_set_are_refused(string name) => Refused(Letters.Plain with { Headers = [new(name, "x")] });

    [Fact]
    public void A_calendar_says_its_method() =>
        (Letters.Plain with { Attachments = [new("a.ics", "text/calendar; charset=utf-8; method=PUBLISH", default)] }).Compose().ShouldContain("\r\nContent-Type: text/calendar; charset=utf-8; method=PUBLISH\r\n");

    [Theory]
    [InlineData("multipart/mixed")]
    [InlineData("message/rfc822")]
    [InlineData("text")]
    [InlineData("text/plain; name=x")]
    [InlineData("text/plain;charset=utf-8")]
    [InlineData("text/plain; charset=\"utf-8\"")]
    [InlineData("text/calendar; method=PUBLISH\r\nBcc: spion@example.org")]
    public void A_file_must_have_a_simple_type(string type) => Refused(Letters.Plain with { Attachments = [new("a", type, default)] });

    [Theory]
    [InlineData("a@föreningen.example", "a@xn--freningen-07a.example")]
    [InlineData("A.b+c@Example.ORG", "A.b+c@example.org")]
    public void An_address_is_kept_in_ASCII(string address, string ascii) => new Mailbox(address).Address.ShouldBe(ascii);

    [Theory]
    [InlineData("")]
    [InlineData("@x.example")]
    [InlineData("a@")]
    [InlineData("a@b@")]
    [InlineData("a b@x.example")]
    [InlineData("a..b@x.example")]
    [InlineData("å@x.example")]
    [InlineData("a@x..example")]
    [InlineData("a@x.example.")]
    [InlineData("a@x.example>")]
    [InlineData("a@-x.example")]
    [InlineData("a@x_y.example")]
    public void What_mail_cannot_be_sent_to_is_no_address(string address) => Mailbox.IsAddress(address).ShouldBeFalse();

    private static string[] Lines(MimeMessage letter) => letter.Compose().Split("\r\n");

    private static void Refused(MimeMessage letter) => Should.Throw<FormatException>(() => letter.Compose());
}
