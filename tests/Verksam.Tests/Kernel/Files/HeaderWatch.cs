using System.Net;
using System.Net.Sockets;

namespace Verksam.Tests.Kernel.Files;

/// <summary>Answers every request with a status, and remembers what the last one said of itself.</summary>
internal sealed class HeaderWatch : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly int _status;

    public HeaderWatch(int status = 403)
    {
        _status = status;
        var port = FreePort();
        Address = $"http://127.0.0.1:{port}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Answer();
    }

    public string Address { get; }

    public Dictionary<string, string?> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public void Dispose() => _listener.Close();

    private async Task Answer()
    {
        try
        {
            while (true)
            {
                var asked = await _listener.GetContextAsync();
                await asked.Request.InputStream.CopyToAsync(Stream.Null);
                foreach (var name in asked.Request.Headers.AllKeys.OfType<string>())
                    Headers[name] = asked.Request.Headers[name];
                asked.Response.StatusCode = _status;
                asked.Response.Close();
            }
        }
        catch (Exception over) when (over is HttpListenerException or ObjectDisposedException)
        {
            // the test is done
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
