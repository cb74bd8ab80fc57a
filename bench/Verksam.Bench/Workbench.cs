using System.Globalization;
using System.Net.Sockets;
using Verksam.Bench.Measures;
using Verksam.Bench.Servers;

namespace Verksam.Bench;

/// <summary>What the measures of one run share: the programs, a folder that is gone afterwards, and runs that serve two lines.</summary>
internal sealed class Workbench : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("verksam-bench-").FullName;
    private readonly Lazy<Task<Starts>> starts;
    private readonly Lazy<Task<IdleMemory>> idle;
    private readonly string root;

    private string Floor => Path.Combine(root, "artifacts/floor/Verksam.Floor.dll");

    public Workbench(Arguments arguments)
    {
        root = arguments.Root;
        Effort = arguments.Effort;
        starts = new(() => Measures.Starts.Take(this));
        idle = new(() => IdleMemory.Take(this));
    }

    public Effort Effort { get; }

    /// <summary>Processor seconds of the starts, ours and bare Kestrel's, one after the other in the same minutes.</summary>
    public Task<Starts> Starts => starts.Value;

    public Task<IdleMemory> Idle => idle.Value;

    /// <summary>How busy the whole machine was: a line taken beside other work is worth less.</summary>
    public static string Busy => "machine:" + File.ReadAllText("/proc/loadavg").Split(' ')[0];

    public Server StartFloor(params (string Name, string Value)[] settings) => Server.Start(Floor, NewFolder("floor"), [], settings);

    /// <summary>So many invented people more in a database that nobody has open.</summary>
    public async Task FillPeople(string file, int people)
    {
        using var filling = System.Diagnostics.Process.Start(Environment.ProcessPath!, [Floor, "people", file, people.ToString(CultureInfo.InvariantCulture)]);
        await filling.WaitForExitAsync();
        if (filling.ExitCode != 0) throw new IOException("nobody was written");
    }

    /// <summary>A floor that asks the program's own database by hand.</summary>
    public Server StartFloorOn(string data) =>
        Server.Start(Path.Combine(root, "artifacts/floor/Verksam.Floor.dll"), NewFolder("floor"), [], ("FLOOR_HOUSE", Path.Combine(data, "verksam.db")));

    public Server StartOurs(string data, params string[] arguments) =>
        Server.Start(Path.Combine(root, "artifacts/run/Verksam.dll"), data, arguments);

    /// <summary>The demo with so many associations beside its eight.</summary>
    public Server StartCrowd(int associations) => Server.Start(
        Path.Combine(root, "artifacts/run/Verksam.dll"), NewFolder("crowd"), ["--demo"], ("VERKSAM_DEMO_UNITS", associations.ToString(CultureInfo.InvariantCulture)));

    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(folder, name + "-" + Path.GetRandomFileName())).FullName;

    /// <summary>What cannot be measured is a line too: the bench is run from the first day, when half of the program is missing.</summary>
    public async Task<Line> Take(IMeasure measure)
    {
        try
        {
            return await measure.Take(this);
        }
        catch (Exception e) when (e is IOException or SocketException or TimeoutException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync($"measure: {measure.Name}: {e.Message}");
            return Line.Missing(measure.Name, measure.Goal, "failed");
        }
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
