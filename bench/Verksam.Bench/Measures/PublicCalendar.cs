using System.Globalization;
using System.Text.RegularExpressions;
using Verksam.Bench.Http;
using Verksam.Bench.Servers;

namespace Verksam.Bench.Measures;

/// <summary>
/// The public calendar with so many gatherings, sixty at a time, page after page: processor time in pulses, nobody's copy taken for an answer.
/// Beside the figure the largest of the pages, in bytes and elements; one that is too large is missing. What is in the calendar is kept in memory until somebody saves: what one costs after that stands beside. And what the first five hundred cost
/// after a start, most of it the compiler's.
/// </summary>
internal sealed record PublicCalendar(string Name, int Gatherings, double Goal) : IMeasure
{
    private const int MostBytes = 150_000, MostElements = 1_500, Cold = 30, Connections = 4;

    public async Task<Line> Take(Workbench bench)
    {
        var folder = bench.NewFolder("calendar");
        await using (var first = bench.StartOurs(folder, "--demo"))
            await first.WaitFor(Server.Health); // migrates, and tells the demo
        await bench.AskFloor("gatherings", Path.Combine(folder, "verksam.db"), Gatherings.ToString(CultureInfo.InvariantCulture));
        await using var ours = bench.StartOurs(folder, "--demo");
        await ours.WaitFor(Server.Health);
        await using var floor = bench.StartFloor();
        await floor.WaitFor(Server.Health);
        if (await ours.StatusOf("/kalender", null) is var status && status != 200) return Line.Missing(Name, Goal, Workbench.Text($"status:{status}"));
        var pages = Pages();
        var elements = await Elements(ours, pages);
        var cold = await Crowded.Ask(ours, null, [.. Enumerable.Repeat(pages, Cold).SelectMany(p => p)]);
        var (page, pulse) = await Load.ByTurns(Connections, bench.Effort, new Load(ours, pages, null), new Load(floor, ["/pulse"], null));
        var saved = await DemoVisitor.SignIn(ours.Port) is { } cookie ? await AfterASave.Cost(ours, cookie, null, pages) : double.NaN;
        if (page.Bytes > MostBytes || elements > MostElements) return Line.Missing(Name, Goal, Workbench.Text($"large:{page.Bytes}B,{elements}elements"));
        return new(Name, page.Processor / pulse.Processor, Goal, Workbench.Text($"{page.Processor:0}us-cpu,{page.Wall:0}us-wall,{page.Bytes}B,{elements}elements,first-{Cold * pages.Count}:{cold.Processor:0}us-cpu,after-a-save:{saved:0}us-cpu"), Workbench.Text($"{pulse.Processor:0}us-cpu"),
            Workbench.Text($"{Gatherings}gatherings,{pages.Count}pages,{Workbench.Busy}"));
    }

    private static List<string> Pages() =>
        [.. Enumerable.Range(1, 10).Select(i => Workbench.Text($"/kalender?vy=lista&sida={i}")), .. Enumerable.Range(7, 6).Select(i => Workbench.Text($"/kalender?vy=manad&manad=2026-{i:00}")), "/kalender?vy=vecka&vecka=2026-W30", "/kalender?vy=ar&ar=2026"];

    private static async Task<int> Elements(Server ours, List<string> pages)
    {
        using var connection = await Connection.Open(ours.Port);
        var most = 0;
        foreach (var page in pages)
            most = Math.Max(most, Regex.Count((await connection.Ask(Request.Get(ours.Port, page, null))).Text, "<[a-z]", RegexOptions.NonBacktracking));
        return most;
    }
}
