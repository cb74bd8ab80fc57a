namespace Verksam.Bench.Measures;

/// <summary>The list of members among many, sheet after sheet, none of them read before: processor time in pulses.</summary>
internal sealed record ManyMembers(string Name, int People, double Goal) : IMeasure
{
    private const int Sheets = 60;

    public async Task<Line> Take(Workbench bench)
    {
        await using var crowd = await Crowded.Gather(bench, People);
        var pulses = Enumerable.Repeat("/pulse", 20 * Sheets).ToList();
        await Crowded.Ask(crowd.Floor, null, pulses);
        await Crowded.Ask(crowd.Ours, crowd.Cookie, Paths(1));
        var pulse = await Crowded.Ask(crowd.Floor, null, pulses);
        var list = await Crowded.Ask(crowd.Ours, crowd.Cookie, Paths(Sheets + 1));
        return new(Name, list.Processor / pulse.Processor, Goal, Workbench.Text($"{list.Processor:0}us-cpu,p95:{list.Wall:0}us-wall,{list.Bytes}B"), Workbench.Text($"{pulse.Processor:0}us-cpu"),
            Workbench.Text($"{People}people,{Sheets}sheets,{Workbench.Busy}"));
    }

    private static List<string> Paths(int from) => [.. Enumerable.Range(from, Sheets).Select(i => Workbench.Text($"/manniskor?sida={i}"))];
}
