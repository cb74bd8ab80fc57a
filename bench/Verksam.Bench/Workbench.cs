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

    private string Ours => Path.Combine(root, "artifacts/run/Verksam.dll");

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
    public Task FillPeople(string file, int people) => AskFloor("people", file, people.ToString(CultureInfo.InvariantCulture));

    /// <summary>What the floor says to a command.</summary>
    public Task<string> AskFloor(params string[] arguments) => Command.Run(Floor, NewFolder("floor"), arguments);

    /// <summary>A command of the program, beside no server.</summary>
    public Task<string> Do(string data, string? database, params string[] arguments) =>
        Command.Run(Ours, data, arguments, ("VERKSAM_DATA", data), ("ConnectionStrings__Verksam", database));

    /// <summary>A PostgreSQL of its own to measure on (VERKSAM_BENCH_DB); null where there is none.</summary>
    public static string? Postgres => Environment.GetEnvironmentVariable("VERKSAM_BENCH_DB");

    /// <summary>A floor that asks the program's own database by hand.</summary>
    public Server StartFloorOn(string data) =>
        Server.Start(Floor, NewFolder("floor"), [], ("FLOOR_HOUSE", Path.Combine(data, "verksam.db")));

    public Server StartOurs(string data, params string[] arguments) =>
        Server.Start(Ours, data, arguments);

    /// <summary>On a database of that server instead of a file.</summary>
    public Server StartOursOn(string database, string data, params string[] arguments) => Server.Start(Ours, data, arguments, ("ConnectionStrings__Verksam", database));

    /// <summary>The demo with so many associations beside its eight.</summary>
    public Server StartCrowd(int associations) => Server.Start(
        Ours, NewFolder("crowd"), ["--demo"], ("VERKSAM_DEMO_UNITS", associations.ToString(CultureInfo.InvariantCulture)));

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
