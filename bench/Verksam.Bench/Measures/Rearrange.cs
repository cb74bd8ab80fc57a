using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Verksam.Bench.Http;
using Verksam.Bench.Servers;

namespace Verksam.Bench.Measures;

/// <summary>
/// Two hundred gatherings with five thousand signed up become digital in one act: seconds from when somebody asks for it until the page says that all
/// is done, each changed, audited, and everybody's letter written. Where fewer are changed, or fewer letters written than was said before, nothing is measured.
/// </summary>
internal sealed partial record Rearrange(string Name) : IMeasure
{
    private const string Page = "/aktiviteter/planera-om";

    private const int Wanted = 200;

    public double Goal => 5;

    public async Task<Line> Take(Workbench bench)
    {
        var folder = bench.NewFolder("rearrange");
        await using (var first = bench.StartOurs(folder, "--demo"))
            await first.WaitFor(Server.Health); // migrates, and tells the demo
        var file = Path.Combine(folder, "verksam.db");
        await bench.AskFloor("gatherings", file, Workbench.Text($"{Wanted}"));
        await bench.AskFloor("signups", file, "5000");
        await using var ours = bench.StartOurs(folder, "--demo");
        await ours.WaitFor(Server.Health);
        if (await DemoVisitor.SignIn(ours.Port) is not { } cookie) return Line.Missing(Name, Goal, "missing:sign-in");
        using var connection = await Connection.Open(ours.Port);
        var asked = await connection.Ask(Request.Get(ours.Port, Page + "?gor=Digital", cookie));
        cookie = string.Join("; ", asked.Cookies.Prepend(cookie));
        var shown = await connection.Ask(Request.Post(ours.Port, Page + "?handler=Show", cookie, All(asked.Text)));
        var expected = Number(Told(), shown.Text); // read at once: the next answer takes its room
        var watch = Stopwatch.StartNew();
        var answer = await connection.Ask(Request.Post(ours.Port, Page, cookie, Chosen(shown.Text)));
        if (answer.Status is not (302 or 303)) return Line.Missing(Name, Goal, Workbench.Text($"status:{answer.Status}"));
        var (seconds, done) = await Done(ours, connection, cookie, answer.Location ?? "", watch);
        var (changed, written) = (Changed().Count(done), Number(Waiting(), done));
        if (changed < Wanted || expected == 0 || written != expected) return Line.Missing(Name, Goal, Workbench.Text($"missing:{changed}changed,{written}of{expected}letters"));
        return new(Name, seconds, Goal, Workbench.Text($"{seconds:0.00}s,{changed}changed,{written}letters"), Workbench.Text($"{Goal:0}s"), Workbench.Text($"200gatherings,5000signed-up,{Workbench.Busy}"));
    }

    // all that is at a place, the demo's own too
    private static string All(string page) => Form(page)
        .With("Input.Link", "https://moten.example/alla").With("Input.Why", "Restriktioner").Fields;

    private static string Chosen(string page) => Form(page).With("Input.Why", "Restriktioner").Fields;

    private static PageForm Form(string page) => PageForm.In(page, Page) ?? throw new IOException($"{Page} has no form");

    private static async Task<(double Seconds, string Page)> Done(Server ours, Connection connection, string cookie, string page, Stopwatch watch)
    {
        while (true)
        {
            var text = (await connection.Ask(Request.Get(ours.Port, page, cookie))).Text;
            if (!text.Contains("<progress", StringComparison.Ordinal)) return (watch.Elapsed.TotalSeconds, WebUtility.HtmlDecode(text));
            await Task.Delay(20);
        }
    }

    // "5 003", with whatever space stands between
    private static int Number(Regex where, string page) =>
        int.TryParse(string.Concat(where.Match(WebUtility.HtmlDecode(page)).Groups["number"].Value.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(">Ändrad</span>", RegexOptions.None, 1000)]
    private static partial Regex Changed();

    [GeneratedRegex(@"(?<number>\d[\d\s]*) människor får ett brev", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Told();

    [GeneratedRegex(@"(?<number>\d[\d\s]*) brev väntar", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Waiting();
}
