using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Verksam.Tests.House;

/// <summary>
/// What lies between the house and its database, which can be cut and mended. To PostgreSQL it is a wire; the embedded database is a file, and
/// something else lies in its place.
/// </summary>
internal sealed class DatabaseWire : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ConcurrentBag<Socket> _ends = [];
    private readonly int _port;
    private TcpListener? _listener;

    public DatabaseWire(TestDatabase database)
    {
        _database = database;
        if (database.Connection is not null)
            _port = Listen(0);
    }

    /// <summary>What the house is told of where its database is.</summary>
    public string[] Settings => _database.Connection is null ? [] : [$"--ConnectionStrings:Verksam={Through}"];

    private string Through => new NpgsqlConnectionStringBuilder(_database.Connection) { Host = "127.0.0.1", Port = _port }.ToString();

    private string File => Path.Combine(_database.Folder, "verksam.db");

    public async Task Cut()
    {
        _listener?.Dispose();
        while (_ends.TryTake(out var end))
            end.Dispose();
        if (_listener is not null)
            return;
        await _database.Close();
        System.IO.File.Move(File, File + ".away");
        Directory.CreateDirectory(File);
    }

    public void Mend()
    {
        if (_listener is not null)
        {
            Listen(_port);
            return;
        }
        Directory.Delete(File);
        System.IO.File.Move(File + ".away", File);
    }

    public async ValueTask DisposeAsync()
    {
        if (_listener is null)
            return;
        await using var pooled = new NpgsqlConnection(Through);
        NpgsqlConnection.ClearPool(pooled);
        await Cut();
    }

    private int Listen(int port)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _ = Serve(_listener);
        return ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    private async Task Serve(TcpListener listener)
    {
        try
        {
            while (true)
                _ = Carry(await listener.AcceptSocketAsync());
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // until it is mended
        }
    }

    private async Task Carry(Socket near)
    {
        var far = Far();
        _ends.Add(near);
        _ends.Add(far.Socket);
        try
        {
            await far.Socket.ConnectAsync(far.Place);
            await using NetworkStream here = new(near, ownsSocket: true), there = new(far.Socket, ownsSocket: true);
            await Task.WhenAny(here.CopyToAsync(there), there.CopyToAsync(here));
        }
        catch (Exception cut) when (cut is SocketException or IOException or ObjectDisposedException)
        {
            // both ends are let go
        }
    }

    private (Socket Socket, EndPoint Place) Far()
    {
        var to = new NpgsqlConnectionStringBuilder(_database.Connection);
        return to.Host!.StartsWith('/')
            ? (new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified), new UnixDomainSocketEndPoint(string.Create(CultureInfo.InvariantCulture, $"{to.Host}/.s.PGSQL.{to.Port}")))
            : (new Socket(SocketType.Stream, ProtocolType.Tcp), new DnsEndPoint(to.Host, to.Port));
    }
}
