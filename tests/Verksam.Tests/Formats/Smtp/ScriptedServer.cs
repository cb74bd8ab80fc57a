using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Verksam.Formats.Smtp;
using Xunit;

namespace Verksam.Tests.Formats.Smtp;

/// <summary>A server that says what a test tells it to. What the client says is kept; a connection for each part of the script.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private static readonly X509Certificate2 Certificate = SelfSigned();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _playing;

    public ScriptedServer(params Func<Peer, Task>[] connections)
    {
        _listener.Start();
        _playing = Play(connections);
    }

    public List<string> Heard { get; } = [];

    public SmtpServer Server => new("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port, SmtpSecurity.None, "verksam.example");

    public static string Fingerprint => Certificate.GetCertHashString(HashAlgorithmName.SHA256);

    /// <summary>Ends the script; whatever failed in it fails the test.</summary>
    public async ValueTask DisposeAsync()
    {
        await _playing;
        _listener.Dispose();
    }

    private async Task Play(IEnumerable<Func<Peer, Task>> connections)
    {
        foreach (var script in connections)
        {
            using var client = await _listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            await using var peer = new Peer(client.GetStream(), Heard);
            await script(peer);
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=smtp.test", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    /// <summary>One connection, seen from the server.</summary>
    internal sealed class Peer(Stream stream, List<string> heard) : IAsyncDisposable
    {
        private Stream _stream = stream;

        /// <summary>Says lines, each ended properly.</summary>
        public Task Say(params string[] lines) => SayRaw(string.Concat(lines.Select(l => l + "\r\n")));

        public async Task SayRaw(string text)
        {
            try
            {
                await _stream.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
            }
            catch (Exception e) when (e is IOException or InvalidOperationException)
            {
                // The client has left: its test says whether it should have
            }
        }

        /// <summary>Hears lines until the client hangs up or one begins so.</summary>
        public async Task Hear(string beginning)
        {
            while (await ReadLine() is { } line)
            {
                heard.Add(line);
                if (line.StartsWith(beginning, StringComparison.Ordinal)) return;
            }
        }

        public async Task Answer(string beginning, params string[] lines)
        {
            await Hear(beginning);
            await Say(lines);
        }

        public async Task Encrypt()
        {
            var encrypted = new SslStream(_stream);
            _stream = encrypted;
            try
            {
                await encrypted.AuthenticateAsServerAsync(Certificate);
            }
            catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
            {
                // The client did not trust us: what the test is about
            }
        }

        public ValueTask DisposeAsync() => _stream.DisposeAsync();

        private async Task<string?> ReadLine()
        {
            var line = new List<byte>();
            var one = new byte[1];
            while (await ReadByte(one))
            {
                if (one[0] == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
                line.Add(one[0]);
            }
            return null;
        }

        private async Task<bool> ReadByte(byte[] one)
        {
            try
            {
                return await _stream.ReadAsync(one, TestContext.Current.CancellationToken) == 1;
            }
            catch (Exception e) when (e is IOException or InvalidOperationException)
            {
                return false;
            }
        }
    }
}
