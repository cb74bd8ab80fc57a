namespace Verksam.Formats.Smtp;

/// <summary>
/// Hands letters to an SMTP server (RFC 5321) over one connection that is kept for the next: commands in one go where the server allows it
/// (PIPELINING, RFC 2920), STARTTLS (RFC 3207) or TLS (RFC 8314), AUTH PLAIN and LOGIN (RFC 4954), SIZE (RFC 1870), enhanced status codes
/// (RFC 2034).
/// Letters wait for each other; for more at a time use several clients.
/// </summary>
public sealed class SmtpClient : IMailTransport, IAsyncDisposable
{
    private readonly SmtpServer _server;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _turn = new(1);
    private SmtpSession? _session;

    /// <summary>Connects to nothing yet.</summary>
    public SmtpClient(SmtpServer server, TimeProvider? clock = null)
    {
        if (server.EhloName.Length == 0 || server.EhloName.Any(c => c is <= ' ' or > '~'))
            throw new FormatException("Not a name to greet with.");
        (_server, _clock) = (server, clock ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public async Task<SendResult> Send(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellation = default)
    {
        SmtpContent.Check(message.Span);
        await _turn.WaitAsync(cancellation);
        try
        {
            await HangUpIfStale(cancellation);
            return await SendInTurn(envelope, message, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Says goodbye to the server.</summary>
    public async ValueTask DisposeAsync()
    {
        await HangUp(politely: true, CancellationToken.None);
        _turn.Dispose();
    }

    private async Task<SendResult> SendInTurn(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        while (true)
        {
            var isReused = _session is not null;
            SmtpTransaction? transaction = null;
            try
            {
                _session ??= await SmtpSession.Begin(_server, _clock, cancellation);
                transaction = new SmtpTransaction(_session, _server);
                var result = await transaction.Send(envelope, message, cancellation);
                if (result is SendResult.RefusedForNow { WholeServer: true }) await HangUp(politely: false, cancellation);
                else (_session.LastUsed, _session.MessagesSent) = (_clock.GetUtcNow(), _session.MessagesSent + 1);
                return result;
            }
            catch (SmtpFailure failure)
            {
                await HangUp(politely: false, cancellation);
                // A server may have tired of waiting between two letters; that is no answer to this one
                if (!isReused || transaction is { HasBegunData: true }) return failure.AsResult();
            }
            catch (OperationCanceledException)
            {
                await HangUp(politely: false, CancellationToken.None);
                throw;
            }
        }
    }

    private async Task HangUpIfStale(CancellationToken cancellation)
    {
        if (_session is null) return;
        var isStale = _clock.GetUtcNow() - _session.LastUsed > _server.IdleLimit || _session.MessagesSent >= _server.MessagesPerConnection;
        if (isStale) await HangUp(politely: true, cancellation);
    }

    private async Task HangUp(bool politely, CancellationToken cancellation)
    {
        if (_session is not { } session) return;
        _session = null;
        await using (session)
        {
            if (politely) await session.Quit(cancellation);
        }
    }
}
