using Verksam.Bench.Servers;

namespace Verksam.Bench.Measures;

/// <summary>Processor seconds from the start of the process to its first page. On a database that is already migrated.</summary>
/// <param name="ToSignIn">Null while there is no such page.</param>
internal sealed record Starts(double Floor, double ToHealthz, double? ToSignIn, string Load)
{
    public const string SignInPage = "/logga-in";

    public static async Task<Starts> Take(Workbench bench)
    {
        var data = bench.NewFolder("start");
        var hasSignIn = await Migrate(bench, data);
        List<double> floor = [], healthz = [], signIn = [];
        for (var i = 0; i < bench.Effort.Starts; i++)
        {
            floor.Add(await One(bench.StartFloor(), Server.Health));
            healthz.Add(await One(bench.StartOurs(data), Server.Health));
            if (hasSignIn) signIn.Add(await One(bench.StartOurs(data), SignInPage));
        }

        return new(Workbench.Median(floor), Workbench.Median(healthz), hasSignIn ? Workbench.Median(signIn) : null,
            Workbench.Text($"median-of-{bench.Effort.Starts}-starts,{Workbench.Busy}"));
    }

    /// <summary>Fills a folder as a house that has been in use; says whether it has a sign-in page.</summary>
    public static async Task<bool> Migrate(Workbench bench, string data)
    {
        // where nobody has an account the way in leads to the first start: the demo fills the database, the starts are ordinary ones
        await using var ours = bench.StartOurs(data, "--demo");
        await ours.WaitFor(Server.Health);
        return await ours.StatusOf(SignInPage) == 200;
    }

    private static async Task<double> One(Server started, string path)
    {
        await using var server = started;
        await server.WaitFor(path);
        return server.Processor.TotalSeconds;
    }
}

internal sealed class StartToHealthz : IMeasure
{
    public string Name => "start-healthz";

    public double Goal => 5;

    public async Task<Line> Take(Workbench bench)
    {
        var s = await bench.Starts;
        return new(Name, s.ToHealthz / s.Floor, Goal, Workbench.Text($"{s.ToHealthz:0.000}s"), Workbench.Text($"{s.Floor:0.000}s"), s.Load);
    }
}

internal sealed class StartToSignIn : IMeasure
{
    public string Name => "start-sign-in";

    public double Goal => 6;

    public async Task<Line> Take(Workbench bench)
    {
        var s = await bench.Starts;
        return s.ToSignIn is not { } ours
            ? Line.Missing(Name, Goal, "missing")
            : new(Name, ours / s.Floor, Goal, Workbench.Text($"{ours:0.000}s"), Workbench.Text($"{s.Floor:0.000}s"), s.Load);
    }
}
