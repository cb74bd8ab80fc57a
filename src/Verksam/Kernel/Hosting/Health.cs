namespace Verksam.Kernel.Hosting;

/// <summary>What programs that watch are answered, before anybody is asked who they are: that needs the database, and it may be what is wrong.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", http => http.Response.WriteAsync("ok", http.RequestAborted)).AllowAnonymous().ShortCircuit();
        app.MapGet("/healthz/node", Node).AllowAnonymous().ShortCircuit();
        app.MapGet("/healthz/ready", Readiness.Answer).AllowAnonymous().ShortCircuit();
    }

    // for the proxy: no word of the database, for then it would leave out all nodes, and nobody would tell people what is wrong
    private static Task Node(HttpContext http) =>
        http.RequestServices.GetRequiredService<Leaving>().Leaves ? Say(http, StatusCodes.Status503ServiceUnavailable, "leaving") : Say(http, StatusCodes.Status200OK, "ok");

    public static Task Say(HttpContext http, int status, string words)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(words, http.RequestAborted);
    }
}
