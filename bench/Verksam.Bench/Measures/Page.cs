using Verksam.Bench.Http;
using Verksam.Bench.Servers;

namespace Verksam.Bench.Measures;

/// <summary>What a page costs a signed-in person of the demo, in pulses. Processor time of the server is compared; wall time stands beside, and what one costs when somebody has saved since.</summary>
internal sealed record Page(string Name, string Path, double Goal) : IMeasure
{
    private const int Connections = 4;

    /// <summary>What the floor puts into the database first: a word of its own, and how many.</summary>
    public (string What, string Count)? Fill { get; init; }
    private const string PulsePage = "/pulse";

    public async Task<Line> Take(Workbench bench)
    {
        var folder = bench.NewFolder("demo");
        if (Fill is { } fill)
        {
            await using (var first = bench.StartOurs(folder, "--demo"))
                await first.WaitFor(Server.Health); // migrates, and tells the demo
            await bench.AskFloor(fill.What, System.IO.Path.Combine(folder, "verksam.db"), fill.Count);
        }

        await using var ours = bench.StartOurs(folder, "--demo");
        await ours.WaitFor(Server.Health);
        if (await DemoVisitor.SignIn(ours.Port) is not { } cookie) return Line.Missing(Name, Goal, "missing:sign-in");
        var path = await Found(ours, cookie);
        var status = await ours.StatusOf(path, cookie);
        if (status != 200) return Line.Missing(Name, Goal, status == 404 ? "missing" : Workbench.Text($"status:{status}"));
        await using var floor = bench.StartFloor();
        await floor.WaitFor(Server.Health);
        var (page, pulse) = await Load.ByTurns(Connections, bench.Effort, new Load(ours, [path], cookie), new Load(floor, [PulsePage], null));
        var saved = await AfterASave.Cost(ours, cookie, cookie, [path]);
        return new(Name, page.Processor / pulse.Processor, Goal, Workbench.Text($"{Show(page)},after-a-save:{saved:0}us-cpu"), Show(pulse), Workbench.Text($"{Connections}conn,{bench.Effort.Rounds}x{bench.Effort.Requests}req,{Workbench.Busy}"));
    }

    // "/manniskor/*" is somebody on the list at /manniskor
    private async Task<string> Found(Server ours, string cookie)
    {
        if (Path is not [.. var list, '/', '*']) return Path;
        using var connection = await Connection.Open(ours.Port);
        var page = (await connection.Ask(Request.Get(ours.Port, list, cookie))).Text;
        var at = page.IndexOf($"class=\"who\" href=\"", StringComparison.Ordinal) + 18;
        return page[at..page.IndexOf('"', at)];
    }

    private static string Show(Cost cost) => Workbench.Text($"{cost.Processor:0}us-cpu,{cost.Wall:0}us-wall,{cost.Bytes}B");
}
