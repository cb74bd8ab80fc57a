using System.Net.Http.Headers;

namespace Verksam.Tests.House;

/// <summary>A browser's cookies, but for a clock: the house's time is not the machine's.</summary>
internal sealed class Jar(HttpMessageHandler wire) : DelegatingHandler(wire)
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public string this[string name]
    {
        get => _cookies[name];
        set => _cookies[name] = value;
    }

    public bool Has(string name) => _cookies.ContainsKey(name);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        var answer = await base.SendAsync(request, cancellationToken);
        foreach (var line in answer.Headers.SetCookies())
            Keep(line);
        return answer;
    }

    private void Keep(string line)
    {
        var parts = line.Split(';')[0].Split('=', 2);
        if (parts[1].Length == 0)
            _cookies.Remove(parts[0]);
        else
            _cookies[parts[0]] = parts[1];
    }
}

internal static class SetCookieLines
{
    /// <summary>Every Set-Cookie line of an answer.</summary>
    public static IEnumerable<string> SetCookies(this HttpResponseHeaders headers) =>
        headers.TryGetValues("Set-Cookie", out var lines) ? lines : [];
}
