using Verksam.Bench.Servers;

namespace Verksam.Bench.Measures;

/// <summary>
/// Memory a while after the first answer, when nobody asks for anything, in megabytes (1024² bytes). On a database that is already migrated.
/// </summary>
internal sealed record IdleMemory(Memory Floor, Memory Ours, string Load)
{
    public static async Task<IdleMemory> Take(Workbench bench)
    {
        var data = bench.NewFolder("idle");
        await Starts.Migrate(bench, data);
        await using var floor = bench.StartFloor();
        await using var ours = bench.StartOurs(data);
        await floor.WaitFor(Server.Health);
        await ours.WaitFor(Server.Health);
        await Task.Delay(bench.Effort.Idle);
        return new(floor.Memory, ours.Memory, Workbench.Text($"{bench.Effort.Idle.TotalSeconds}s-after-start,{Workbench.Busy}"));
    }
}

internal sealed class IdlePrivateMemory : IMeasure
{
    public string Name => "idle-private-mb";

    public double Goal => 80;

    public async Task<Line> Take(Workbench bench)
    {
        var idle = await bench.Idle;
        return new(Name, idle.Ours.Private, Goal, Workbench.Text($"{idle.Ours.Private:0.0}MB"), Workbench.Text($"{idle.Floor.Private:0.0}MB"), idle.Load);
    }
}

internal sealed class IdleResidentMemory : IMeasure
{
    public string Name => "idle-rss";

    public double Goal => 2.5;

    public async Task<Line> Take(Workbench bench)
    {
        var (floor, ours, load) = await bench.Idle;
        return new(Name, ours.Resident / floor.Resident, Goal, Workbench.Text($"{ours.Resident:0.0}MB"), Workbench.Text($"{floor.Resident:0.0}MB"), load);
    }
}
