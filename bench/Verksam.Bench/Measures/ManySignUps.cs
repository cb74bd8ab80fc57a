using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Verksam.Bench.Http;
using Verksam.Bench.Servers;

namespace Verksam.Bench.Measures;

/// <summary>
/// Four hundred people without an account who sign up for one gathering in the same moment, over HTTP from sixteen addresses: wall time of each in
/// times of a bare durable commit. Afterwards no seat may be left or sold twice, and nobody lost. Others have signed up for something else before, and how
/// fast the first of them were after a start stands beside.
/// </summary>
internal sealed record ManySignUps(string Name) : IMeasure
{
    private const int People = 400, Addresses = 16, Warming = 6;
    private const string Calendar = "/kalender?vy=lista&sida=1", Limited = "Vem har r", Unlimited = "Valupptakt";

    /// <summary>Three tenths of the floor's rate.</summary>
    public double Goal => 3.3;

    public async Task<Line> Take(Workbench bench)
    {
        var folder = bench.NewFolder("signups");
        double ours, cold;
        await using (var house = bench.StartOurs(folder, "--demo"))
        {
            await house.WaitFor(Server.Health);
            var (first, gathering) = (await Find(house, Unlimited), await Find(house, Limited));
            cold = await SignUp(house, first, 1, People);
            for (var round = 2; round < 2 + Warming; round++) // what is spent on compiling
                await SignUp(house, first, round, People);
            ours = await SignUp(house, gathering, 2 + Warming, People);
            if (await Seats(house, gathering) is not 0) return Line.Missing(Name, Goal, "seats-are-left");
            // asked of the database: the page would say none left of a hall that was sold twice, too
            if ((await bench.AskFloor("seats", Path.Combine(folder, "verksam.db"), gathering[(gathering.LastIndexOf('/') + 1)..])).Trim().Split(' ') is not [var seats, var come, var asked] || seats != come || asked != People.ToString(CultureInfo.InvariantCulture))
                return Line.Missing(Name, Goal, "not-all-seated-once");
        }

        var floor = double.Parse(await bench.AskFloor("commits", Path.Combine(folder, "verksam.db"), People.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture) / 1_000_000;
        return new(Name, ours / floor, Goal, Workbench.Text($"{People / ours:0}signups/s,first-{People}:{People / cold:0}/s"), Workbench.Text($"{People / floor:0}commits/s"), Workbench.Text($"{People}people,{Addresses}addresses,{Workbench.Busy}"));
    }

    /// <summary>Seconds until all have their answer. An address may send thirty a minute.</summary>
    private static async Task<double> SignUp(Server house, string page, int net, int people)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Addresses).Select(address => Task.Run(async () =>
        {
            using var connection = await Connection.Open(house.Port, IPAddress.Parse(Workbench.Text($"127.0.{net}.{address + 1}")));
            for (var n = address; n < people; n += Addresses)
            {
                var answer = await connection.Ask(Request.Post(house.Port, page, null, Workbench.Text($"Input.Name=Nummer+{n}&Input.Email=nummer{net}.{n}%40example.org&Input.Companions=0&Input.Agrees=true")));
                if (answer.Status is not (302 or 303)) throw new IOException($"{page} answered {answer.Status}");
            }
        })));
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<string> Find(Server house, string title)
    {
        var found = Regex.Match(await Read(house, Calendar), $"href=\"(?<page>/kalender/[0-9a-f-]{{36}})\">{title}", RegexOptions.NonBacktracking);
        return found.Success ? found.Groups["page"].Value : throw new IOException($"the calendar has no {title}");
    }

    private static async Task<int?> Seats(Server house, string page) =>
        Regex.Match(await Read(house, page), "<b>(?<left>[0-9]+) av [0-9]+ kvar</b>", RegexOptions.NonBacktracking) is { Success: true } said ? int.Parse(said.Groups["left"].Value, CultureInfo.InvariantCulture) : null;

    private static async Task<string> Read(Server house, string page)
    {
        using var connection = await Connection.Open(house.Port);
        return (await connection.Ask(Request.Get(house.Port, page, null))).Text;
    }
}
