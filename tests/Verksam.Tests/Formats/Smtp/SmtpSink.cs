using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Verksam.Formats.Smtp;
using Xunit;

namespace Verksam.Tests.Formats.Smtp;

/// <summary>Postfix's smtp-sink: a server that others wrote, which takes letters, or refuses them as it is told.</summary>
internal sealed partial class SmtpSink : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/sbin/smtp-sink", "/usr/bin/smtp-sink", "/usr/local/sbin/smtp-sink"];
    private readonly Process _process;
    private readonly string _dump = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private SmtpSink(string program, string[] options)
    {
        Port = FreePort();
        string[] user = Environment.UserName is "root" ? ["-u", "root"] : [];
        _process = Process.Start(new ProcessStartInfo(program, [.. user, "-D", _dump, .. options, $"127.0.0.1:{Port}", "100"]))!;
    }

    public int Port { get; }

    public SmtpServer Server => new("127.0.0.1", Port, SmtpSecurity.None, "verksam.example");

    /// <summary>Starts it and waits until it listens; without it the test is skipped.</summary>
    public static async Task<SmtpSink> Start(params string[] options)
    {
        var program = Array.Find(Places, File.Exists);
        if (program is null) Assert.Skip("smtp-sink is not installed (Debian: postfix): no real server to send to.");
        var sink = new SmtpSink(program, options);
        while (!await sink.Listens())
        {
            if (sink._process.HasExited) throw new Win32Exception("smtp-sink did not start.");
        }
        return sink;
    }

    /// <summary>The letters it took, each as it stood on the wire with its dots taken away, the lines ended by line feeds.</summary>
    public async Task<IReadOnlyList<string>> Letters()
    {
        var dump = await File.ReadAllTextAsync(_dump, TestContext.Current.CancellationToken);
        return [.. dump.Split("X-Client-Addr: ").Skip(1).Select(letter => Received().Split(letter)[1][..^1])];
    }

    /// <summary>What it noted of the envelopes, as "sender > recipient".</summary>
    public async Task<IReadOnlyList<string>> Envelopes()
    {
        var dump = await File.ReadAllTextAsync(_dump, TestContext.Current.CancellationToken);
        return [.. Envelope().Matches(dump).Select(m => $"{m.Groups["from"].Value} > {m.Groups["to"].Value}")];
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        File.Delete(_dump);
    }

    private async Task<bool> Listens()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // smtp-sink puts headers of its own before each letter, the last of them folded, and an empty line after it
    [GeneratedRegex(@"^Received: .*\n(?:[ \t].*\n)*", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Received();

    [GeneratedRegex(@"^X-Mail-Args: <(?<from>.*?)>.*\nX-Rcpt-Args: <(?<to>.*?)>",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Envelope();
}
