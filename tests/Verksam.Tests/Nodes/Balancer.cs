using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Verksam.Tests.Nodes;

/// <summary>
/// What stands in front of several nodes, as small as it can be: each gets its turn, and who is dead or leaving is left out. What got no answer
/// is asked of the next node, but only when it is a GET: nobody knows whether a form that got none was heard.
/// </summary>
internal sealed class Balancer : IAsyncDisposable
{
    /// <summary>Which node answered.</summary>
    public const string Node = "X-Node";

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100), Patience = TimeSpan.FromSeconds(1);

    private readonly HttpMessageInvoker _wire = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly CancellationTokenSource _closed = new();
    private readonly WebApplication _app;
    private readonly Place[] _places;
    private Task _watching = Task.CompletedTask;
    private int _turn;

    private Balancer(IEnumerable<Uri> nodes)
    {
        _places = [.. nodes.Select(n => new Place(n))];
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(Pass);
    }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<Balancer> Open(IEnumerable<Uri> nodes)
    {
        var made = new Balancer(nodes);
        await made._app.StartAsync();
        made._watching = made.Watch();
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await _watching;
        await _app.DisposeAsync();
        _wire.Dispose();
        _closed.Dispose();
    }

    private async Task Watch()
    {
        using var timer = new PeriodicTimer(Between, TimeProvider.System);
        while (!_closed.IsCancellationRequested)
        {
            await Task.WhenAll(_places.Select(Look));
            await timer.WaitForNextTickAsync(_closed.Token).AsTask().ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task Look(Place place)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(place.Address, "/healthz/node"));
            using var answer = await _wire.SendAsync(request, patience.Token);
            place.IsUp = answer.IsSuccessStatusCode;
        }
        catch (Exception none) when (none is HttpRequestException or OperationCanceledException)
        {
            place.IsUp = false;
        }
    }

    private async Task Pass(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        foreach (var place in InTurn().Take(HttpMethods.IsGet(http.Request.Method) ? _places.Length : 1))
        {
            using var answer = await Ask(place, http.Request, body.ToArray());
            if (answer is null)
                continue;
            await HandOver(answer, place, http.Response);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status502BadGateway;
    }

    private IReadOnlyList<Place> InTurn()
    {
        var first = (int)((uint)Interlocked.Increment(ref _turn) % _places.Length);
        var turns = _places[first..].Concat(_places[..first]).ToList();
        return turns.Exists(p => p.IsUp) ? [.. turns.Where(p => p.IsUp)] : turns;
    }

    private async Task<HttpResponseMessage?> Ask(Place place, HttpRequest asked, byte[] body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(asked.Method), new Uri(place.Address, asked.Path + asked.QueryString.ToString()));
        request.Content = body.Length > 0 ? new ByteArrayContent(body) : null;
        foreach (var header in asked.Headers.Where(h => h.Key is "Cookie" or "Accept" or "User-Agent"))
            request.Headers.TryAddWithoutValidation(header.Key, header.Value.AsEnumerable());
        request.Content?.Headers.TryAddWithoutValidation("Content-Type", asked.ContentType);
        try
        {
            var answer = await _wire.SendAsync(request, _closed.Token);
            await answer.Content.LoadIntoBufferAsync(); // half an answer is none
            return answer;
        }
        catch (HttpRequestException)
        {
            place.IsUp = false;
            return null;
        }
    }

    private static async Task HandOver(HttpResponseMessage answer, Place place, HttpResponse response)
    {
        response.StatusCode = (int)answer.StatusCode;
        foreach (var header in answer.Headers.NonValidated.Where(h => h.Key != "Transfer-Encoding"))
            response.Headers.Append(header.Key, header.Value.ToArray());
        response.ContentType = answer.Content.Headers.ContentType?.ToString();
        response.Headers[Node] = place.Address.ToString();
        await answer.Content.CopyToAsync(response.Body);
    }

    private sealed class Place(Uri address)
    {
        private volatile bool _isUp = true;

        public Uri Address => address;

        public bool IsUp
        {
            get => _isUp;
            set => _isUp = value;
        }
    }
}
