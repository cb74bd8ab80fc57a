using System.Collections.Concurrent;
using System.Net;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Nodes;

/// <summary>Somebody who reads pages and writes reports through the proxy, one after the other, until it is enough.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private static readonly string[] Pages = ["/oversikt", "/planen/2026", "/planen/2026/1.1", "/konto"];
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);
    private static int _visits;

    private readonly CancellationTokenSource _enough = new();
    private readonly ConcurrentDictionary<string, int> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _trouble = new();
    private readonly HttpClient _http;
    private readonly RunningProgram.Pass _pass;
    private readonly Task _going;
    private readonly int _visit = Interlocked.Increment(ref _visits);

    public Visit(Balancer door, RunningProgram.Pass pass)
    {
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = door.Address };
        _pass = pass;
        _going = Task.WhenAll(Read(), Write());
    }

    /// <summary>What a page or a form was answered with when it was not what it should be.</summary>
    public IReadOnlyList<string> Trouble => [.. _trouble];

    /// <summary>Reports that somebody was told are saved.</summary>
    public ConcurrentQueue<string> Told { get; } = new();

    /// <summary>How many answers a node has given, or all of them.</summary>
    public int Answers(Uri? node = null) => node is null ? _answers.Values.Sum() : _answers.GetValueOrDefault(node.ToString());

    public async Task Enough()
    {
        await _enough.CancelAsync();
        await _going;
    }

    public async ValueTask DisposeAsync()
    {
        await Enough();
        _http.Dispose();
        _enough.Dispose();
    }

    private async Task Read()
    {
        for (var i = 0; !_enough.IsCancellationRequested; i++)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, Pages[i % Pages.Length]) { Headers = { { "Cookie", _pass.Cookies } } };
            await Ask(request, HttpStatusCode.OK);
        }
    }

    private async Task Write()
    {
        string[] numbers = ["1.1", "1.2", "2.1", "2.2"];
        for (var i = 0; !_enough.IsCancellationRequested; i++)
        {
            var text = $"Besök {_visit}, rad {i}";
            var form = RunningProgram.Form($"/planen/2026/{numbers[i % numbers.Length]}", _pass, new() { ["Input.Text"] = text });
            if (await Ask(form, HttpStatusCode.Redirect))
                Told.Enqueue(text);
        }
    }

    private async Task<bool> Ask(HttpRequestMessage request, HttpStatusCode right)
    {
        await Task.Delay(Pause, TimeProvider.System, TestContext.Current.CancellationToken);
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        if (answer.StatusCode == right)
            _answers.AddOrUpdate(string.Join(' ', answer.Headers.GetValues(Balancer.Node)), 1, (_, n) => n + 1);
        else
            _trouble.Enqueue($"{request.Method} {request.RequestUri}: {(int)answer.StatusCode}");
        return answer.StatusCode == right;
    }
}
