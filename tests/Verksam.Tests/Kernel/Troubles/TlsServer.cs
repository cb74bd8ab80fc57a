using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Verksam.Tests.Kernel.Troubles;

/// <summary>A real server on this machine with a certificate that ends when a test says: encrypted at once, or after STARTTLS as a mail server.</summary>
internal sealed class TlsServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;
    private readonly bool _isMail;

    private TlsServer(DateTimeOffset ends, bool isMail)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(ends.AddDays(-90), ends);
        _isMail = isMail;
        _listener.Start();
        _ = Listen();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public static TlsServer Web(DateTimeOffset ends) => new(ends, isMail: false);

    public static TlsServer Mail(DateTimeOffset ends) => new(ends, isMail: true);

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
    }

    private async Task Listen()
    {
        while (true)
            _ = Talk(await _listener.AcceptTcpClientAsync());
    }

    private async Task Talk(TcpClient client)
    {
        using var line = client;
        if (_isMail)
            await Greet(line.GetStream());
        await using var secret = new SslStream(line.GetStream());
        await secret.AuthenticateAsServerAsync(_certificate);
        await secret.ReadExactlyAsync(new byte[1]);
    }

    private static async Task Greet(NetworkStream stream)
    {
        using var said = new StreamReader(stream, leaveOpen: true);
        await stream.WriteAsync("220 post.example\r\n"u8.ToArray());
        await said.ReadLineAsync();
        await stream.WriteAsync("250-post.example\r\n250 STARTTLS\r\n"u8.ToArray());
        await said.ReadLineAsync();
        await stream.WriteAsync("220 go on\r\n"u8.ToArray());
    }
}
