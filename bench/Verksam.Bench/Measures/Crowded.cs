using Verksam.Bench.Http;
using Verksam.Bench.Servers;

namespace Verksam.Bench.Measures;

/// <summary>The demo with so many people more, somebody signed in, and a floor that knows where they are.</summary>
internal sealed class Crowded : IAsyncDisposable
{
    private Crowded(Server ours, Server floor, string cookie) => (Ours, Floor, Cookie) = (ours, floor, cookie);

    public Server Ours { get; }
    public Server Floor { get; }
    public string Cookie { get; }

    public static async Task<Crowded> Gather(Workbench bench, int people)
    {
        var folder = bench.NewFolder("people");
        await using (var first = bench.StartOurs(folder, "--demo"))
            await first.WaitFor(Server.Health); // migrates, and tells the demo
        var file = Path.Combine(folder, "verksam.db");
        await bench.FillPeople(file, people);
        var ours = bench.StartOurs(folder, "--demo");
        await ours.WaitFor(Server.Health);
        var floor = bench.StartFloor(("FLOOR_PEOPLE", file));
        await floor.WaitFor(Server.Health);
        return new(ours, floor, await DemoVisitor.SignIn(ours.Port) ?? throw new IOException("nobody came in"));
    }

    /// <summary>Processor and wall microseconds of each of some pages, one after the other on one connection.</summary>
    public static async Task<Cost> Ask(Server server, string? cookie, IReadOnlyCollection<string> paths)
    {
        using var connection = await Connection.Open(server.Port);
        List<double> walls = [];
        var (before, bytes) = (server.Processor, 0);
        foreach (var path in paths)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var answer = await connection.Ask(Request.Get(server.Port, path, cookie));
            walls.Add(watch.Elapsed.TotalMicroseconds);
            if (answer.Status != 200) throw new IOException($"{path} answered {answer.Status}");
            bytes = Math.Max(bytes, answer.Length);
        }

        return new((server.Processor - before).TotalMicroseconds / paths.Count, walls.Order().ElementAt(walls.Count * 95 / 100), bytes);
    }

    public async ValueTask DisposeAsync()
    {
        await Ours.DisposeAsync();
        await Floor.DisposeAsync();
    }
}
