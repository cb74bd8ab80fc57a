using System.Diagnostics;
using System.Globalization;
using System.Text;
using Verksam.Bench.Servers;

namespace Verksam.Bench.Measures;

/// <summary>
/// What it takes to bring in ten thousand people: read, told apart from those who are there, shown, written and audited, as the command does. Wall
/// time beyond what the same command takes for ten people, in times of as many bare rows: a prepared insert on SQLite, COPY on PostgreSQL.
/// </summary>
internal sealed record ImportMany(string Name, bool IsPostgres) : IMeasure
{
    private const int Many = 10_000, Few = 10;

    /// <summary>A tenth of the floor's rate.</summary>
    public double Goal => 10;

    public async Task<Line> Take(Workbench bench)
    {
        if (IsPostgres && Workbench.Postgres is null) return Line.Missing(Name, Goal, "missing:postgresql");
        var (data, database) = (bench.NewFolder("import"), IsPostgres ? Workbench.Postgres : null);
        await using (var first = database is null ? bench.StartOurs(data, "--demo") : bench.StartOursOn(database, data, "--demo"))
            await first.WaitFor(Server.Health);
        List<double> many = [], few = [], floor = [];
        for (var round = 0; round < bench.Effort.Rounds; round++)
        {
            few.Add(await Import(bench, data, database, round, Few));
            many.Add(await Import(bench, data, database, round, Many));
            floor.Add(await Floor(bench, data, database));
        }

        var (ours, bare) = (Workbench.Median(many) - Workbench.Median(few), Workbench.Median(floor));
        return new(Name, ours / bare, Goal, Workbench.Text($"{Many / ours:0}rows/s"), Workbench.Text($"{Many / bare:0}rows/s"), Workbench.Text($"{bench.Effort.Rounds}x{Many}rows,{Workbench.Busy}"));
    }

    private static async Task<double> Import(Workbench bench, string data, string? database, int round, int rows)
    {
        var file = Path.Combine(data, "register.csv");
        await File.WriteAllTextAsync(file, Register(round, rows));
        var watch = Stopwatch.StartNew();
        await bench.Do(data, database, "people", "import", file, "--unit", "Allmänningen Norrlidens län", "--yes");
        return watch.Elapsed.TotalSeconds;
    }

    // nobody of an earlier round, so that each round writes as many
    private static string Register(int round, int rows)
    {
        var text = new StringBuilder("Medlemsnummer;Förnamn;Efternamn;E-post;Mobil;Gatuadress;Postnummer;Ort;Född;Medlem sedan;Betald t.o.m.\n");
        for (var n = 0; n < rows; n++)
        {
            var who = (round * 2 * Many) + (rows == Few ? Many : 0) + n;
            text.Append(CultureInfo.InvariantCulture, $"{700_000 + who};Person{Letters(who)};Efternamn{Letters(n * 31)};person{who}@import.example;070-{who / 10_000 % 1000:000} {who / 100 % 100:00} {who % 100:00};Vägen {who};890 {who % 100:00};Storby;{Born(who)};2024-0{1 + (who % 9)}-01;2026-12-31\n");
        }

        return text.ToString();
    }

    // as in a register, few are born on the same day
    private static string Born(int who) => new DateOnly(1940, 1, 1).AddDays((int)(who * 7919L % 24_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Letters(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(d => (char)('a' + d - '0')));

    private static async Task<double> Floor(Workbench bench, string data, string? database)
    {
        var rows = Many.ToString(CultureInfo.InvariantCulture);
        var said = database is null ? await bench.AskFloor("insert", Path.Combine(data, "verksam.db"), rows) : await bench.AskFloor("copy", database, rows);
        return double.Parse(said, CultureInfo.InvariantCulture) / 1_000_000;
    }
}
