using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Verksam.Formats.Smtp;

/// <summary>
/// A way to a server: bytes out, answers in, encrypted or not, each step bounded in time. Whatever breaks is an <see cref="SmtpFailure"/>.
/// </summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private readonly SmtpServer _server;
    private readonly TimeProvider _clock;
    private readonly Socket _socket;
    private Stream _stream = Stream.Null;
    private ReplyReader _replies = new(Stream.Null);
    private DateTimeOffset? _expired;

    private SmtpConnection(SmtpServer server, TimeProvider clock)
    {
        (_server, _clock) = (server, clock);
        // A command waits for nothing: without this the kernel holds it back until the last one is acknowledged
        _socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    }

    public bool IsEncrypted => _stream is SslStream;

    public bool IsLoopback => _socket.RemoteEndPoint is IPEndPoint { Address: var address }
        && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    [SuppressMessage("Reliability", "CA2000", Justification = "The connection owns its stream")]
    public static async Task<SmtpConnection> Open(SmtpServer server, TimeProvider clock, CancellationToken cancellation)
    {
        var connection = new SmtpConnection(server, clock);
        try
        {
            await connection.Within(server.ConnectTimeout,
                c => connection._socket.ConnectAsync(server.Host, server.Port, c).AsTask(), cancellation);
            connection.Use(new NetworkStream(connection._socket, ownsSocket: false));
            if (server.Security == SmtpSecurity.Tls) await connection.Encrypt(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task Write(string line, CancellationToken cancellation) => Write(Encoding.ASCII.GetBytes(line), cancellation);

    public Task Write(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        Within(_server.ReplyTimeout, c => _stream.WriteAsync(bytes, c).AsTask(), cancellation);

    public Task<SmtpReply> Read(CancellationToken cancellation) => Read(_server.ReplyTimeout, cancellation);

    public async Task<SmtpReply> Read(TimeSpan limit, CancellationToken cancellation)
    {
        SmtpReply? reply = null;
        await Within(limit, async c => reply = await _replies.Read(c), cancellation);
        return reply!;
    }

    /// <summary>Encrypts from here on.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The connection owns its stream")]
    public async Task Encrypt(CancellationToken cancellation)
    {
        // What somebody on the way slipped in before the encryption must not count as said by the server (CVE-2011-0411)
        if (_replies.HasMore) throw new SmtpFailure(SmtpFault.Garbled, "The server said more than was asked before encryption.");
        var encrypted = new SslStream(_stream, leaveInnerStreamOpen: false);
        Use(encrypted);
        var options = new SslClientAuthenticationOptions { TargetHost = _server.Host, RemoteCertificateValidationCallback = IsTrusted };
        try
        {
            await Within(_server.ConnectTimeout, c => encrypted.AuthenticateAsClientAsync(options, c), cancellation);
        }
        catch (SmtpFailure failure) when (failure.Code == SmtpFault.TlsFailed && _expired is { } on)
        {
            throw new SmtpFailure(SmtpFault.CertificateExpired, on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _socket.Dispose();
    }

    private void Use(Stream stream) => (_stream, _replies) = (stream, new ReplyReader(stream));

    private bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return true;
        if (_server.TrustedFingerprint is { } trusted)
            return certificate?.GetCertHashString(HashAlgorithmName.SHA256).Equals(trusted, StringComparison.OrdinalIgnoreCase) == true;
        _expired = certificate is X509Certificate2 { NotAfter: var end } && end.ToUniversalTime() < _clock.GetUtcNow().UtcDateTime ? new DateTimeOffset(end) : null;
        // Where clear text would do, so will a stranger's certificate; but nobody gets a password
        return _server is { Security: SmtpSecurity.StartTlsWhenOffered, Login: null };
    }

    private async Task Within(TimeSpan limit, Func<CancellationToken, Task> step, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(limit, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            await step(either.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new SmtpFailure(SmtpFault.Timeout, "The server took too long.", e);
        }
        catch (AuthenticationException e)
        {
            throw new SmtpFailure(SmtpFault.TlsFailed, e.Message, e);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            throw new SmtpFailure(SmtpFault.NoConnection, e.Message, e);
        }
    }
}
