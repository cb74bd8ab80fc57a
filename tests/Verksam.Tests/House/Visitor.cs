using System.Net;

namespace Verksam.Tests.House;

/// <summary>Somebody with a browser that has no script: opens pages, presses buttons, keeps cookies.</summary>
internal sealed class Visitor
{
    private readonly AppUnderTest _app;
    private readonly HttpClient _http;

    public Visitor(AppUnderTest app, HttpMessageHandler wire)
    {
        _app = app;
        Cookies = new Jar(wire);
        _http = new HttpClient(Cookies) { BaseAddress = new Uri("http://localhost") };
    }

    public Jar Cookies { get; }

    /// <summary>One request as it is, no redirect followed.</summary>
    public Task<HttpResponseMessage> Get(string url) => Send(new HttpRequestMessage(HttpMethod.Get, url));

    public Task<HttpResponseMessage> Post(string url, HttpContent? content = null) => Post(new Uri(url, UriKind.RelativeOrAbsolute), content);

    public Task<HttpResponseMessage> Post(Uri url, HttpContent? content = null) =>
        Send(new HttpRequestMessage(HttpMethod.Post, url) { Content = content ?? new FormUrlEncodedContent([]) });

    /// <summary>A page, after any redirects.</summary>
    public async Task<Sheet> Open(string url) => await Follow(await Get(url));

    public async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        var answer = await _http.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.InternalServerError
            ? throw new InvalidOperationException($"The house broke at {request.RequestUri}: {string.Join('\n', _app.Log.Lines)}")
            : answer;
    }

    public async Task<Sheet> Follow(HttpResponseMessage answer)
    {
        for (var hops = 0; answer.Headers.Location is { } next; hops++)
        {
            if (hops > 8)
                throw new InvalidOperationException($"Sent round and round, at last to {next}");
            answer = await Get(next.ToString());
        }
        return await Sheet.Of(this, answer);
    }
}
