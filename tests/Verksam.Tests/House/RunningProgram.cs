using System.Diagnostics;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Verksam.Tests.House;

/// <summary>The program itself in a process of its own, on a database of a test's, with the machine's clock.</summary>
internal sealed partial class RunningProgram : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _said;

    private RunningProgram(Process process, Uri address)
    {
        _process = process;
        _said = process.StandardOutput.ReadToEndAsync(); // a pipe that nobody empties would stop whoever writes to it
        // cookies are sent by whoever asks: several requests go at once
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public HttpClient Http { get; }

    /// <summary>Of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Up and answering; what an earlier life left in the database has been recovered by it.</summary>
    public static async Task<RunningProgram> Start(TestDatabase database, params IEnumerable<KeyValuePair<string, string>> settings)
    {
        var how = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, "Verksam.dll") },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment =
            {
                ["VERKSAM_DATA"] = database.Folder,
                ["VERKSAM_URLS"] = "http://127.0.0.1:0",
                ["ConnectionStrings__Verksam"] = database.Connection ?? "",
                ["DOTNET_TieredPGO"] = "0", // what measures itself starts slower
            },
        };
        foreach (var (name, value) in settings)
            how.Environment[name] = value;
        var process = Process.Start(how)!;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Address().Match(line) is { Success: true } address)
                return new RunningProgram(process, new Uri(address.Value));
        }
        process.Kill();
        throw new InvalidOperationException("The program ended before it was ready.");
    }

    /// <summary>Signs in by password; the cookie and token serve in every later life, for what makes them lies in the database.</summary>
    public async Task<Pass> SignIn(Someone person)
    {
        var door = await Look("/logga-in", "");
        var answer = await Http.SendAsync(Form("/logga-in", door, new() { ["Input.Email"] = person.Email, ["Input.Password"] = Someone.Password }));
        var session = Cookie(answer, "verksam");
        var inside = await Look("/planen/ta-in", session);
        return inside with { Cookies = $"{session}; {inside.Cookies}" };
    }

    public static HttpRequestMessage Form(string url, Pass pass, Dictionary<string, string> fields) =>
        new(HttpMethod.Post, url) { Headers = { { "Cookie", pass.Cookies } }, Content = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", pass.Token)]) };

    /// <summary>Waits until it works with nothing: whatever it was asked for waits for something outside it.</summary>
    public async Task Rest()
    {
        var (worked, quiet) = (TimeSpan.Zero, 0);
        while (quiet < 4)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
            _process.Refresh();
            var now = _process.TotalProcessorTime;
            quiet = now - worked <= TimeSpan.FromMilliseconds(10) ? quiet + 1 : 0;
            worked = now;
        }
    }

    /// <summary>SIGKILL: nothing in the process hears of it.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>SIGTERM, as a service is stopped: what it leaves with, and what it said meanwhile.</summary>
    public async Task<(int Code, string Said)> Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (_process.ExitCode, await _said);
    }

    public void Dispose()
    {
        Http.Dispose();
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private async Task<Pass> Look(string url, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await Http.SendAsync(request);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        var token = ((IHtmlInputElement)page.QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        return new Pass(Cookie(answer, "verksam-form"), token);
    }

    private static string Cookie(HttpResponseMessage answer, string name) =>
        answer.Headers.SetCookies().Single(c => c.StartsWith(name + "=", StringComparison.Ordinal)).Split(';')[0];

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.None, 1000)]
    private static partial Regex Address();

    /// <summary>What a form is sent with by somebody who is signed in.</summary>
    internal sealed record Pass(string Cookies, string Token);
}
