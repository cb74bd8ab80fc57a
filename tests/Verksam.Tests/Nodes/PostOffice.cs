using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Verksam.Tests.Nodes;

/// <summary>A mail server that takes letters from all nodes and remembers which node brought which. Told to, it lets them wait for its answer.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentQueue<Brought> _taken = new();
    private readonly ConcurrentQueue<Brought> _offered = new();
    private readonly Task _open;
    private volatile TaskCompletionSource? _hold;

    public PostOffice()
    {
        _listener.Start();
        _open = Open();
    }

    public string Url => $"smtp://{_listener.LocalEndpoint}";

    /// <summary>Letters that were offered, taken or not.</summary>
    public IReadOnlyList<Brought> Offered => [.. _offered];

    public IReadOnlyList<Brought> Taken => [.. _taken];

    /// <summary>From now on nobody is told whether the letter was taken, until <see cref="Answer"/>; what was offered meanwhile was not.</summary>
    public void LetWait() => _hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Answer()
    {
        var hold = _hold;
        _hold = null;
        hold?.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        Answer();
        await _closed.CancelAsync();
        await _open;
        _listener.Dispose();
        _closed.Dispose();
    }

    private async Task Open()
    {
        try
        {
            while (true)
                _ = Serve(await _listener.AcceptTcpClientAsync(_closed.Token)); // ends when its client hangs up
        }
        catch (OperationCanceledException)
        {
            // closed
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
                await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                await Talk(reader, writer);
            }
            catch (IOException)
            {
                // the node was killed
            }
        }
    }

    private async Task Talk(StreamReader reader, StreamWriter writer)
    {
        var (node, to) = ("", "");
        await writer.WriteLineAsync("220 ready");
        while (await reader.ReadLineAsync(_closed.Token) is { } line)
        {
            var word = line.Split(' ')[0];
            if (word == "EHLO")
                node = line[5..];
            if (line.StartsWith("RCPT TO:", StringComparison.Ordinal))
                to = line.Split('<', '>')[1];
            await (word == "DATA" ? Take(new Brought(node, to), reader, writer) : writer.WriteLineAsync(word == "QUIT" ? "221 bye" : "250 ok"));
        }
    }

    private async Task Take(Brought letter, StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go on");
        while (await reader.ReadLineAsync(_closed.Token) is { } line && line != ".") { }
        _offered.Enqueue(letter);
        if (_hold is { } hold)
            await hold.Task;
        else
            _taken.Enqueue(letter);
        await writer.WriteLineAsync("250 taken");
    }

    /// <param name="Node">The node's own name, as it greets.</param>
    internal sealed record Brought(string Node, string To);
}
