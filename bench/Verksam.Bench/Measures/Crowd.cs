using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Verksam.Bench.Http;
using Verksam.Bench.Servers;

namespace Verksam.Bench.Measures;

/// <summary>
/// Two hundred people at once, each signed in by an own session and opening a page a second, while somebody saves something every second so that
/// nothing stays kept for long: what one in a hundred waits, in times of what a pulse waits with bare Kestrel under the same load.
/// </summary>
internal sealed class Crowd : IMeasure
{
    private const int People = 200;
    private const string Pulse = "/pulse";
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Counted = TimeSpan.FromSeconds(30);
    private static readonly string[] Pages = ["/oversikt", "/planen/2026", "/mina-ataganden", "/min-sida", "/uppfoljning"];

    public string Name => "large-crowd-p99";

    // nobody asked for a bar: what people feel is the milliseconds, which stand beside
    public double Goal => 100;

    public bool IsLarge => true;

    public async Task<Line> Take(Workbench bench)
    {
        await using var ours = bench.StartCrowd(0);
        await ours.WaitFor(Server.Health);
        await using var floor = bench.StartFloor();
        await floor.WaitFor(Server.Health);
        var cookies = await SignIn(ours.Port);
        if (cookies.Count < People) return Line.Missing(Name, Goal, "missing:sign-in");
        var pulses = await Waits(floor.Port, (_, _) => Request.Get(floor.Port, Pulse, null));
        using var done = new CancellationTokenSource();
        var writing = Write(ours.Port, cookies[0], done.Token);
        var pages = await Waits(ours.Port, (person, page) => Request.Get(ours.Port, Pages[(person + page) % Pages.Length], cookies[person]));
        await done.CancelAsync();
        await writing;
        return new(Name, At(pages, 99) / At(pulses, 99), Goal, Show(pages), Show(pulses), Workbench.Text($"{People}people,1page/s,1write/s,{Workbench.Busy}"));
    }

    // ten tries a minute from one address: each comes from one of its own
    private static async Task<List<string>> SignIn(int port)
    {
        var cookies = new List<string>();
        for (var person = 0; person < People; person++)
        {
            if (await DemoVisitor.SignIn(port, new IPAddress([127, 0, 1, (byte)person])) is { } cookie) cookies.Add(cookie);
        }

        return cookies;
    }

    /// <summary>Milliseconds of every answer after the warming, sorted.</summary>
    private static async Task<List<double>> Waits(int port, Func<int, int, byte[]> request)
    {
        var waits = new ConcurrentBag<double>();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, People).Select(async person =>
        {
            using var connection = await Connection.Open(port);
            await Task.Delay(Between * person / People); // they do not all come in the same moment
            for (var page = 0; watch.Elapsed < Warming + Counted; page++)
            {
                var asked = watch.Elapsed;
                var answer = await connection.Ask(request(person, page));
                if (answer.Status != 200) throw new IOException($"answered {answer.Status}");
                if (asked > Warming) waits.Add((watch.Elapsed - asked).TotalMilliseconds);
                await Task.Delay(Between);
            }
        }));
        return [.. waits.Order()];
    }

    private static async Task Write(int port, string cookie, CancellationToken done)
    {
        for (var number = 0; !done.IsCancellationRequested; number++)
        {
            await DemoVisitor.Write(port, cookie, number);
            await Task.Delay(Between, CancellationToken.None);
        }
    }

    private static double At(List<double> sorted, int percent) => sorted[(sorted.Count - 1) * percent / 100];

    private static string Show(List<double> sorted) => Workbench.Text($"p50:{At(sorted, 50):0.0}ms,p99:{At(sorted, 99):0.0}ms,max:{sorted[^1]:0.0}ms");
}
