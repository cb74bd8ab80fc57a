using System.Globalization;

namespace Verksam.Formats.Smtp;

/// <summary>One letter over a session (RFC 5321 3.3).</summary>
internal sealed class SmtpTransaction(SmtpSession session, SmtpServer server)
{
    /// <summary>From here on a broken connection is not tried again by itself.</summary>
    public bool HasBegunData { get; private set; }

    public async Task<SendResult> Send(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        if (message.Length > session.Extensions.Largest)
            return new SendResult.RefusedForGood("5.3.4", "The letter is larger than the server takes.");
        var commands = Commands(envelope, message.Length);
        session.NeedsReset = true;
        var refusal = session.Extensions.Pipelining ? await AskAtOnce(commands, cancellation) : await AskInTurn(commands, cancellation);
        if (refusal is not null) return refusal.Number == 421 ? throw SmtpFailure.From(refusal) : refusal.AsResult();
        HasBegunData = true;
        return await SendContent(message, cancellation);
    }

    private List<string> Commands(Envelope envelope, int size)
    {
        var declared = session.Extensions.Size ? string.Create(CultureInfo.InvariantCulture, $" SIZE={size}") : "";
        List<string> commands = [$"MAIL FROM:<{envelope.Sender}>{declared}", $"RCPT TO:<{envelope.Recipient}>", "DATA"];
        if (session.NeedsReset) commands.Insert(0, "RSET");
        return commands;
    }

    /// <summary>Null when the server waits for the letter, else what it said against it.</summary>
    private async Task<SmtpReply?> AskInTurn(List<string> commands, CancellationToken cancellation)
    {
        foreach (var command in commands)
        {
            var reply = await session.Ask(command, cancellation);
            if (!IsAgreed(command, reply)) return reply;
        }
        return null;
    }

    private async Task<SmtpReply?> AskAtOnce(List<string> commands, CancellationToken cancellation)
    {
        await session.Connection.Write(string.Concat(commands.Select(c => c + "\r\n")), cancellation);
        SmtpReply? refusal = null;
        foreach (var command in commands)
        {
            var reply = await session.Connection.Read(cancellation);
            if (!IsAgreed(command, reply)) refusal ??= reply;
            if (reply.Number == 421) return reply;
            // It waits for a letter to nobody: give it an empty one (RFC 2920 3.1)
            if (refusal is not null && reply.Number == 354) await session.Ask(".", cancellation);
        }
        return refusal;
    }

    private static bool IsAgreed(string command, SmtpReply reply) => command is "DATA" ? reply.Number == 354 : reply.IsGood;

    private async Task<SendResult> SendContent(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        var isWritten = false;
        try
        {
            try
            {
                await session.Connection.Write(SmtpContent.Stuff(message.Span), cancellation);
                isWritten = true;
            }
            catch (SmtpFailure failure) when (failure.Code is SmtpFault.NoConnection)
            {
                // A server that has heard enough says so and hangs up: its answer may be here already
            }
            var reply = await session.Connection.Read(server.AcceptTimeout, cancellation);
            if (!isWritten && reply.IsGood) throw new SmtpFailure(SmtpFault.Garbled, "The server accepted what it did not get.");
            session.NeedsReset = false;
            return reply.AsResult();
        }
        catch (SmtpFailure failure) when (isWritten)
        {
            throw new SmtpFailure(SmtpFault.LostAfterData, failure.Message, failure);
        }
    }
}
