namespace Verksam.Kernel.Hosting;

/// <summary>The headers that every answer carries: no foreign script, no framing, no guessing of types, nothing kept of private pages.</summary>
internal sealed class SafeAnswers(RequestDelegate next)
{
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    public Task Invoke(HttpContext http)
    {
        http.Response.OnStarting(Dress, http);
        return next(http);
    }

    private static Task Dress(object state)
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.TryAdd("Permissions-Policy", "camera=(), microphone=(), geolocation=()"); // a page that reads codes asks for the camera
        if (http.User.Identity?.IsAuthenticated == true && !headers.ContainsKey("Cache-Control"))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
