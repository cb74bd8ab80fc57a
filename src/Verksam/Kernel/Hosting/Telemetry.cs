using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Diagnostics;

namespace Verksam.Kernel.Hosting;

/// <summary>
/// Metrics and traces by OTLP (HTTP, protobuf) to where OTEL_EXPORTER_OTLP_ENDPOINT points; without it nothing of this is loaded.
/// Addresses here hold keys, ids and words that people searched for: of a request only what <see cref="TelemetryPost"/> knows goes out.
/// </summary>
internal static class Telemetry
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void Add(WebApplicationBuilder builder)
    {
        if (builder.Configuration[Endpoint] is not { Length: > 0 } endpoint)
            return;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out _))
            throw new CannotStart("Ui.CannotStart.Otlp", Endpoint, endpoint);
        builder.Services.AddHostedService<TelemetryPost>();
    }

    /// <summary>A trace is called after its route, not its address. First of all that a request passes.</summary>
    public static void NameTraces(WebApplication app)
    {
        if (app.Configuration[Endpoint] is { Length: > 0 })
            app.Use(Name);
    }

    private static async Task Name(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (Activity.Current is not { } trace)
            return;
        var page = http.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint ?? http.GetEndpoint();
        var route = (page as RouteEndpoint)?.RoutePattern.RawText ?? "?";
        trace.DisplayName = $"{http.Request.Method} {route}";
        trace.SetTag("http.request.method", http.Request.Method).SetTag("http.route", route).SetTag("http.response.status_code", http.Response.StatusCode);
    }
}

/// <summary>What the program does by itself, counted: jobs and letters, and how they went.</summary>
internal static class Work
{
    public const string Name = "verksam";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Counts = new(Name);
    private static readonly Counter<long> Jobs = Counts.CreateCounter<long>("verksam.jobs");
    private static readonly Counter<long> Letters = Counts.CreateCounter<long>("verksam.letters");

    public static Activity? Begin(string job) => Source.StartActivity(job);

    public static void Job(string name, bool went) => Jobs.Add(1, new("verksam.job", name), new("verksam.went", went));

    public static void Letter(string kind, bool went) => Letters.Add(1, new("verksam.letter", kind), new("verksam.went", went));
}
