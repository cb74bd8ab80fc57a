using Verksam.Bench.Http;
using Verksam.Bench.Servers;

namespace Verksam.Bench.Measures;

/// <summary>
/// What the district's overview costs when a thousand units have a plan each, in times of its cost when ten have. Processor time of the
/// server. Read again and again it is kept as it is written; fresh, somebody has saved something since, and it is worked out anew.
/// </summary>
internal sealed class OverviewAtScale(string name, bool isFresh) : IMeasure
{
    private const string Overview = "/oversikt";
    private const int Connections = 4;
    private const int Asked = 60;

    // the demo has a district and eight associations
    private const int Told = 9;
    private const int Many = 1_000;
    private const int Few = 10;

    public string Name => name;

    public double Goal => 2;

    public bool IsLarge => true;

    public async Task<Line> Take(Workbench bench)
    {
        await using var many = bench.StartCrowd(Many - Told);
        await many.WaitFor(Server.Health);
        await using var few = bench.StartCrowd(Few - Told);
        await few.WaitFor(Server.Health);
        if (await DemoVisitor.SignIn(many.Port) is not { } there || await DemoVisitor.SignIn(few.Port) is not { } here)
            return Line.Missing(Name, Goal, "missing:sign-in");
        var (a, b) = isFresh ? await Fresh((many, there), (few, here)) : await Kept(bench.Effort, new(many, [Overview], there), new(few, [Overview], here));
        return new(Name, a / b, Goal, Workbench.Text($"{a:0}us-cpu"), Workbench.Text($"{b:0}us-cpu"), Workbench.Text($"{Many}/{Few}units,{Workbench.Busy}"));
    }

    private static async Task<(double Many, double Few)> Kept(Effort effort, Load many, Load few)
    {
        await few.Warm(Connections, effort);
        await many.Warm(Connections, effort);
        List<double> a = [], b = [];
        for (var i = 0; i < effort.Rounds; i++)
        {
            b.Add((await few.Run(Connections, effort.Requests)).Processor);
            a.Add((await many.Run(Connections, effort.Requests)).Processor);
        }

        return (Workbench.Median(a), Workbench.Median(b));
    }

    private static async Task<(double Many, double Few)> Fresh((Server Server, string Cookie) many, (Server Server, string Cookie) few)
    {
        List<double> a = [], b = [];
        for (var i = 0; i < Asked; i++)
        {
            b.Add(await AfterASave.Once(few.Server, few.Cookie, few.Cookie, Overview, i));
            a.Add(await AfterASave.Once(many.Server, many.Cookie, many.Cookie, Overview, i));
        }

        // the first ones are spent on compiling
        return (Workbench.Median(a.Skip(Asked / 2)), Workbench.Median(b.Skip(Asked / 2)));
    }
}
