using System.Diagnostics;
using Verksam.Bench.Servers;

namespace Verksam.Bench.Http;

/// <summary>A request's cost in microseconds: of the server's processor time, and of wall time with all connections busy.</summary>
internal sealed record Cost(double Processor, double Wall, int Bytes);

/// <summary>A closed loop: each connection asks again as soon as it has its answer, for one page after the other where there are several.</summary>
internal sealed class Load(Server server, IReadOnlyList<string> paths, string? cookie)
{
    private readonly List<byte[]> requests = [.. paths.Select(path => Request.Get(server.Port, path, cookie))];
    private int left;
    private int bytes;

    /// <summary>By turns, after what is spent on compiling, and the median of the rounds: what else the machine does falls on both.</summary>
    public static async Task<(Cost Ours, Cost Floor)> ByTurns(int connections, Effort effort, Load ours, Load floor)
    {
        await floor.Warm(connections, effort);
        await ours.Warm(connections, effort);
        List<Cost> page = [], pulse = [];
        for (var i = 0; i < effort.Rounds; i++)
        {
            pulse.Add(await floor.Run(connections, effort.Requests));
            page.Add(await ours.Run(connections, effort.Requests));
        }

        return (Middle(page), Middle(pulse));
    }

    private static Cost Middle(List<Cost> rounds) => new(Workbench.Median(rounds.Select(r => r.Processor)), Workbench.Median(rounds.Select(r => r.Wall)), rounds.Max(r => r.Bytes));

    public Task Warm(int connections, Effort effort) => Spend(connections, effort.Warming, effort.WarmingTime);

    public async Task<Cost> Run(int connections, int requests)
    {
        var before = server.Processor;
        var watch = Stopwatch.StartNew();
        await Spend(connections, requests, Timeout.InfiniteTimeSpan);
        return new((server.Processor - before).TotalMicroseconds / requests, watch.Elapsed.TotalMicroseconds / requests, bytes);
    }

    private async Task Spend(int connections, int requests, TimeSpan atMost)
    {
        using var time = new CancellationTokenSource(atMost);
        left = requests;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => Loop(time.Token), CancellationToken.None)));
    }

    private async Task Loop(CancellationToken time)
    {
        using var connection = await Connection.Open(server.Port);
        while (Interlocked.Decrement(ref left) is >= 0 and var turn && !time.IsCancellationRequested)
        {
            var page = turn % paths.Count;
            var answer = await connection.Ask(requests[page]);
            if (answer.Status != 200 || answer.Length == 0) throw new IOException($"{paths[page]} answered {answer.Status}, {answer.Length} bytes");
            bytes = Math.Max(bytes, answer.Length);
        }
    }
}
