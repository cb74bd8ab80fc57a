using Verksam.Bench.Http;

namespace Verksam.Bench.Measures;

/// <summary>
/// What the search box costs as one types: the beginnings of names among many people, all sources asked. Processor time in times of the bare
/// question written by hand over the same words; with a million the milliseconds in which 95 of 100 are answered.
/// </summary>
internal sealed record SearchBox(string Name, int People, double Goal, bool IsLarge) : IMeasure
{
    // within what one account may ask in a minute, so that none of it is refused: one minute to get warm, the next to be measured in
    private const int Warming = 220, Each = 60, Rounds = 3;

    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(61);

    private static readonly string[] Typed = ["an", "ber", "lund", "åsa", "öd", "karin", "person12", "ma", "ek", "örjan", "holm", "fat", "sten", "joh", "gran"];

    public async Task<Line> Take(Workbench bench)
    {
        await using var crowd = await Crowded.Gather(bench, People);
        await Crowded.Ask(crowd.Floor, null, Paths("/words?text=", Warming));
        await Crowded.Ask(crowd.Ours, crowd.Cookie, Paths("/sok?handler=Finds&text=", Warming));
        await Task.Delay(Minute);
        List<Cost> ours = [], floor = [];
        for (var round = 0; round < Rounds; round++)
        {
            floor.Add(await Crowded.Ask(crowd.Floor, null, Paths("/words?text=", Each)));
            ours.Add(await Crowded.Ask(crowd.Ours, crowd.Cookie, Paths("/sok?handler=Finds&text=", Each)));
        }

        var (a, b, wall) = (Workbench.Median(ours.Select(c => c.Processor)), Workbench.Median(floor.Select(c => c.Processor)), Workbench.Median(ours.Select(c => c.Wall)));
        return new(Name, IsLarge ? wall / 1000 : a / b, Goal, Workbench.Text($"{a:0}us-cpu,p95:{wall:0}us-wall"), Workbench.Text($"{b:0}us-cpu,p95:{Workbench.Median(floor.Select(c => c.Wall)):0}us-wall"),
            Workbench.Text($"{People}people,{Rounds}x{Each}req,{Workbench.Busy}"));
    }

    private static List<string> Paths(string path, int count) => [.. Enumerable.Range(0, count).Select(i => path + Uri.EscapeDataString(Typed[i % Typed.Length]))];
}
