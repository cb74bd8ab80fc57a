using Verksam.Bench.Http;
using Verksam.Bench.Servers;

namespace Verksam.Bench.Measures;

/// <summary>
/// A segment of three conditions, the count and the first page, as a signed-in person gets it: rights, the noted reading, the whole page. In
/// times of the same SQL written by hand, over the same database. Processor time; one asks at a time, as one does.
/// </summary>
internal sealed record SegmentPage(string Name, int People) : IMeasure
{
    private const string Today = "2026-06-14", Question = $"/urval/nytt?visa=true&urval=1.alla(epost;ar:Member;betalt:{Today})";

    public double Goal => 2;

    public bool IsLarge => People > 50_000;

    public async Task<Line> Take(Workbench bench)
    {
        var data = bench.NewFolder("segment");
        await using var ours = bench.StartOurs(data, "--demo");
        await ours.WaitFor(Server.Health);
        if (await DemoVisitor.SignIn(ours.Port) is not { } cookie) return Line.Missing(Name, Goal, "missing:sign-in");
        await using var floor = bench.StartFloorOn(data);
        await floor.WaitFor(Server.Health);
        if (await floor.StatusOf($"/fill/{People}") is not 200) return Line.Missing(Name, Goal, "missing:people");
        return await Compare(bench.Effort, new Load(ours, [Question], cookie), new Load(floor, [$"/segment?day={Today}"], null));
    }

    private async Task<Line> Compare(Effort effort, Load ours, Load floor)
    {
        var requests = Math.Max(20, effort.Requests / (People / 500));
        await floor.Run(1, requests);
        await ours.Run(1, requests * 2);
        List<Cost> page = [], sql = [];
        for (var i = 0; i < effort.Rounds; i++)
        {
            sql.Add(await floor.Run(1, requests));
            page.Add(await ours.Run(1, requests));
        }

        var (a, b) = (Workbench.Median(page.Select(c => c.Processor)), Workbench.Median(sql.Select(c => c.Processor)));
        return new(Name, a / b, Goal, Workbench.Text($"{a:0}us-cpu,{page[0].Bytes}B"), Workbench.Text($"{b:0}us-cpu,{sql[0].Bytes}B"), Workbench.Text($"{People}people,{effort.Rounds}x{requests}req,{Workbench.Busy}"));
    }
}
