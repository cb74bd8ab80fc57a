using System.Text;
using Shouldly;
using Verksam.Formats.Mime;
using Verksam.Formats.Smtp;
using Verksam.Tests.Formats.Mime;
using Xunit;

namespace Verksam.Tests.Formats.Smtp;

/// <summary>Against a server that we did not write.</summary>
public sealed class SmtpSinkTests
{
    private static readonly Envelope Envelope = new("b+1@vast.example", "asa@föreningen.example");
    private static readonly byte[] Letter = MimeComposer.Compose(Letters.Plain);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData]
    [InlineData("-p")]
    [InlineData("-e")]
    [InlineData("-E", "-8", "-a", "-N")]
    public async Task Letters_arrive_as_they_were_composed_over_one_connection(params string[] options)
    {
        await using var sink = await SmtpSink.Start(options);
        var text = "första\n.\n.två\n..tre\nQUIT\n\n";
        var letters = new[] { Letters.Plain, Letters.Plain with { Text = text }, Letters.Plain with { Text = new string('x', 200_000) } };
        await using (var client = new SmtpClient(sink.Server))
        {
            foreach (var letter in letters)
                (await client.Send(Envelope, MimeComposer.Compose(letter), Cancellation)).ShouldBeOfType<SendResult.Accepted>();
        }
        (await sink.Letters()).ShouldBe(letters.Select(l => l.Compose().ReplaceLineEndings("\n")));
        (await sink.Envelopes()).ShouldBe(Enumerable.Repeat("b+1@vast.example > asa@xn--freningen-07a.example", 3));
    }

    [Fact]
    public async Task Lines_that_begin_with_a_dot_arrive_with_one()
    {
        await using var sink = await SmtpSink.Start();
        await using var client = new SmtpClient(sink.Server);
        await client.Send(Envelope, "Subject: x\r\n\r\n.\r\n..\r\n.a"u8.ToArray(), Cancellation);
        (await sink.Letters()).ShouldBe(["Subject: x\n\n.\n..\n.a\n"]);
    }

    [Theory]
    [InlineData("-r", "RCPT", "4.3.0")]
    [InlineData("-r", "MAIL", "4.3.0")]
    [InlineData("-r", "DATA", "4.3.0")]
    [InlineData("-r", ".", "4.3.0")]
    public async Task A_letter_refused_for_now_is_said_to_be_so(string option, string command, string code)
    {
        await using var sink = await SmtpSink.Start(option, command);
        await using var client = new SmtpClient(sink.Server);
        // Twice: the connection is fit for another letter after a refusal
        for (var n = 0; n < 2; n++)
            (await client.Send(Envelope, Letter, Cancellation))
                .ShouldBe(new SendResult.RefusedForNow(code, "Error: command failed", WholeServer: false));
    }

    [Theory]
    [InlineData("RCPT")]
    [InlineData("MAIL")]
    [InlineData("DATA")]
    [InlineData(".")]
    public async Task A_letter_refused_for_good_is_said_to_be_so(string command)
    {
        await using var sink = await SmtpSink.Start("-f", command, "-B", "550 5.1.1 Ingen med det namnet");
        await using var client = new SmtpClient(sink.Server);
        (await client.Send(Envelope, Letter, Cancellation)).ShouldBe(new SendResult.RefusedForGood("5.1.1", "Ingen med det namnet"));
    }

    [Fact]
    public async Task A_server_that_refuses_everybody_is_not_the_letters_fault()
    {
        await using var sink = await SmtpSink.Start("-f", "CONNECT");
        await using var client = new SmtpClient(sink.Server);
        (await client.Send(Envelope, Letter, Cancellation)).ShouldBeOfType<SendResult.RefusedForNow>().WholeServer.ShouldBeTrue();
    }

    [Theory]
    [InlineData("-q", "CONNECT", SmtpFault.NoConnection)]
    [InlineData("-q", "EHLO", SmtpFault.NoConnection)]
    [InlineData("-q", "RCPT", SmtpFault.NoConnection)]
    [InlineData("-q", ".", SmtpFault.LostAfterData)]
    [InlineData("-Q", "MAIL", "421")]
    [InlineData("-Q", ".", "421")]
    public async Task A_server_that_hangs_up_leaves_the_letter_for_later(string option, string command, string code)
    {
        await using var sink = await SmtpSink.Start(option, command);
        await using var client = new SmtpClient(sink.Server);
        var result = (await client.Send(Envelope, Letter, Cancellation)).ShouldBeOfType<SendResult.RefusedForNow>();
        (result.Code.StartsWith("4.", StringComparison.Ordinal) ? "421" : result.Code).ShouldBe(code);
        result.WholeServer.ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_that_is_not_there_leaves_the_letter_for_later()
    {
        SmtpServer gone;
        await using (var sink = await SmtpSink.Start()) gone = sink.Server;
        await using var client = new SmtpClient(gone);
        (await client.Send(Envelope, Letter, Cancellation)).ShouldBeOfType<SendResult.RefusedForNow>()
            .Code.ShouldBe(SmtpFault.NoConnection);
    }

    [Fact]
    public async Task A_thousand_letters_go_over_ten_connections()
    {
        await using var sink = await SmtpSink.Start();
        await using var client = new SmtpClient(sink.Server);
        for (var n = 0; n < 1_000; n++)
            (await client.Send(Envelope, Letter, Cancellation)).ShouldBeOfType<SendResult.Accepted>();
        (await sink.Letters()).Count.ShouldBe(1_000);
    }

    [Fact]
    public async Task A_bare_line_feed_is_never_sent()
    {
        await using var client = new SmtpClient(new SmtpServer("127.0.0.1", 1, SmtpSecurity.None, "verksam.example"));
        foreach (var smuggled in new[] { "a\n.\nMAIL", "a\r.\r", "a\r\n.\n", "a\r" })
            await Should.ThrowAsync<ArgumentException>(() => client.Send(Envelope, Encoding.ASCII.GetBytes(smuggled), Cancellation));
    }
}
