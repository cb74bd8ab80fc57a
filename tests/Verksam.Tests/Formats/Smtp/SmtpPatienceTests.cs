using Shouldly;
using Verksam.Formats.Smtp;
using Xunit;

namespace Verksam.Tests.Formats.Smtp;

/// <summary>Servers that are slow, silent or gone, with a clock that the test moves.</summary>
public sealed class SmtpPatienceTests
{
    private static readonly Envelope Envelope = new("b@vast.example", "asa@example.org");
    private static readonly byte[] Letter = "Subject: x\r\n\r\nHej\r\n"u8.ToArray();

    [Theory]
    [InlineData("", 60, SmtpFault.Timeout)]
    [InlineData("EHLO", 60, SmtpFault.Timeout)]
    [InlineData("MAIL", 60, SmtpFault.Timeout)]
    [InlineData("DATA", 60, SmtpFault.Timeout)]
    [InlineData(".", 600, SmtpFault.LostAfterData)]
    public async Task A_silent_server_is_given_up(string silentAt, int seconds, string fault)
    {
        var clock = new ManualClock();
        var silent = new TaskCompletionSource();
        await using var server = new ScriptedServer(async peer =>
        {
            await AnswerUntil(peer, silentAt);
            silent.SetResult();
            await peer.Hear("never");
        });
        await using var client = new SmtpClient(server.Server, clock);
        var sending = Send(client);
        await silent.Task;
        await clock.IsAwaited(TimeSpan.FromSeconds(seconds));
        while (!sending.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(seconds));
            await Task.Yield();
        }
        (await sending).ShouldBeOfType<SendResult.RefusedForNow>().Code.ShouldBe(fault);
    }

    [Fact]
    public async Task A_server_that_hung_up_between_two_letters_is_called_again()
    {
        await using var server = new ScriptedServer(TakeOne, TakeOne);
        await using var client = new SmtpClient(server.Server, new ManualClock());
        (await Send(client)).ShouldBeOfType<SendResult.Accepted>();
        (await Send(client)).ShouldBeOfType<SendResult.Accepted>();
    }

    [Fact]
    public async Task A_server_that_is_closing_between_two_letters_is_called_again()
    {
        await using var server = new ScriptedServer(
            async peer =>
            {
                await TakeOne(peer);
                await peer.Answer("MAIL", "421 4.4.2 too long");
            },
            TakeOne);
        await using var client = new SmtpClient(server.Server, new ManualClock());
        (await Send(client)).ShouldBeOfType<SendResult.Accepted>();
        (await Send(client)).ShouldBeOfType<SendResult.Accepted>();
    }

    [Fact]
    public async Task A_connection_left_idle_is_ended_and_a_new_one_made()
    {
        var clock = new ManualClock();
        await using var server = new ScriptedServer(
            async peer =>
            {
                await TakeOne(peer);
                await peer.Hear("QUIT");
            },
            TakeOne);
        await using var client = new SmtpClient(server.Server, clock);
        await Send(client);
        clock.Advance(TimeSpan.FromSeconds(21));
        (await Send(client)).ShouldBeOfType<SendResult.Accepted>();
        server.Heard.Count(line => line is "QUIT").ShouldBe(1);
    }

    [Fact]
    public async Task After_a_refusal_the_next_letter_begins_afresh()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await AnswerUntil(peer, "MAIL");
            await peer.Say("550 5.1.8 no");
            await peer.Answer("RSET", "250 ok");
            await peer.Answer("MAIL", "250 ok");
            await peer.Answer("RCPT", "250 ok");
            await peer.Answer("DATA", "354 ok");
            await peer.Answer(".", "250 ok");
        });
        await using var client = new SmtpClient(server.Server, new ManualClock());
        (await Send(client)).ShouldBe(new SendResult.RefusedForGood("5.1.8", "no"));
        (await Send(client)).ShouldBeOfType<SendResult.Accepted>();
    }

    [Fact]
    public async Task A_letter_given_up_by_us_ends_the_connection()
    {
        using var stop = new CancellationTokenSource();
        await using var server = new ScriptedServer(
            async peer =>
            {
                await AnswerUntil(peer, "RCPT");
                await stop.CancelAsync();
                await peer.Hear("never");
            },
            TakeOne);
        await using var client = new SmtpClient(server.Server, new ManualClock());
        await Should.ThrowAsync<OperationCanceledException>(() => client.Send(Envelope, Letter, stop.Token));
        (await Send(client)).ShouldBeOfType<SendResult.Accepted>();
    }

    private static Task TakeOne(ScriptedServer.Peer peer) => AnswerUntil(peer, "QUIT");

    // Answers as a server should, and falls silent after hearing this
    private static async Task AnswerUntil(ScriptedServer.Peer peer, string command)
    {
        if (command.Length == 0) return;
        await peer.Say("220 hej");
        (string Command, string Reply)[] steps =
            [("EHLO", "250 hej"), ("MAIL", "250 ok"), ("RCPT", "250 ok"), ("DATA", "354 ok"), (".", "250 ok")];
        foreach (var step in steps)
        {
            await peer.Hear(step.Command);
            if (string.Equals(step.Command, command, StringComparison.Ordinal)) return;
            await peer.Say(step.Reply);
        }
    }

    private static Task<SendResult> Send(SmtpClient client) => client.Send(Envelope, Letter, TestContext.Current.CancellationToken);
}
