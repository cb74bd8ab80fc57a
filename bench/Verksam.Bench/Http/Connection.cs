using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace Verksam.Bench.Http;

/// <summary>
/// One kept-alive connection, one question at a time. Reads only as much HTTP as Kestrel writes, so that the load costs
/// little beside the server on the same machine. Not a client for anything else.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[65536];
    private int filled;

    /// <param name="from">Which address of this machine to come from; any when null.</param>
    public static async Task<Connection> Open(int port, IPAddress? from = null)
    {
        var connection = new Connection();
        try
        {
            if (from is not null) connection.socket.Bind(new IPEndPoint(from, 0));
            await connection.socket.ConnectAsync(IPAddress.Loopback, port);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public async ValueTask<Response> Ask(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        filled = 0;
        var body = await Find("\r\n\r\n"u8.ToArray(), 0) + 4;
        var (status, isChunked, length) = Understand(body);
        if (isChunked) return new(status, await ReadChunks(body), buffer.AsMemory(0, filled));
        while (filled < body + length) await Fill();
        return new(status, length, buffer.AsMemory(0, filled));
    }

    public void Dispose() => socket.Dispose();

    private (int Status, bool IsChunked, int Length) Understand(int body)
    {
        var head = new Head(buffer.AsSpan(0, body));
        return (head.Status, head.IsChunked, head.Length);
    }

    /// <summary>Each chunk is its length in hexadecimal, a line's end, the bytes, a line's end; the last has length 0.</summary>
    private async ValueTask<int> ReadChunks(int at)
    {
        for (var total = 0; ;)
        {
            var line = await Find("\r\n"u8.ToArray(), at);
            if (!Utf8Parser.TryParse(buffer.AsSpan(at, line - at), out int size, out _, 'x')) throw new IOException("a chunk without a length");
            at = line + 2 + size + 2;
            while (filled < at) await Fill();
            if (size == 0) return total;
            total += size;
        }
    }

    private async ValueTask<int> Find(byte[] mark, int from)
    {
        int found;
        while ((found = buffer.AsSpan(from, filled - from).IndexOf(mark)) < 0) await Fill();
        return from + found;
    }

    private async ValueTask Fill()
    {
        if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
        if (read == 0) throw new IOException("the server closed the connection");
        filled += read;
    }
}
