using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Verksam.Bench.Http;

namespace Verksam.Bench.Servers;

/// <summary>A program under measure, in a process of its own.</summary>
internal sealed class Server : IAsyncDisposable
{
    public const string Health = "/healthz";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(240); // a thousand associations take a while to tell of
    private readonly Process process;
    private string lastWords = "";

    private Server(Process process, int port)
    {
        (this.process, Port) = (process, port);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => lastWords = line.Data ?? lastWords;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; }

    public TimeSpan Processor => ProcessFigures.Processor(process.Id);

    public Memory Memory => ProcessFigures.Memory(process.Id);

    /// <summary>Starts a program on a free port; <paramref name="data"/> is the folder for its data, and to stand in.</summary>
    public static Server Start(string program, string data, IEnumerable<string> arguments, params (string Name, string Value)[] settings)
    {
        var port = FreePort();
        // this bench itself was started by dotnet
        var start = new ProcessStartInfo(Environment.ProcessPath!, [program, .. arguments])
        {
            WorkingDirectory = data,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ConnectionStrings__Verksam");
        start.Environment["VERKSAM_DATA"] = data;
        start.Environment["VERKSAM_URLS"] = start.Environment["ASPNETCORE_URLS"] = $"http://localhost:{port}";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return new(Process.Start(start)!, port);
    }

    /// <summary>Waits for the first answer 200 on a page.</summary>
    public async Task WaitFor(string path)
    {
        var watch = Stopwatch.StartNew();
        while (!process.HasExited && watch.Elapsed < Patience)
        {
            try
            {
                if (await StatusOf(path) == 200) return;
            }
            catch (Exception e) when (e is SocketException or IOException)
            {
                // not listening yet
            }

            await Task.Delay(2);
        }

        throw new TimeoutException(process.HasExited ? $"ended with {process.ExitCode}: {lastWords}" : $"no answer 200 on {path}");
    }

    public async Task<int> StatusOf(string path, string? cookie = null)
    {
        using var connection = await Connection.Open(Port);
        return (await connection.Ask(Request.Get(Port, path, cookie))).Status;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) ProcessFigures.Terminate(process.Id);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
