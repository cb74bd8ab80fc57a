using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Verksam.Kernel.Hosting;

/// <summary>
/// Metrics and traces by OTLP (HTTP, protobuf) to where OTEL_EXPORTER_OTLP_ENDPOINT points; without it nothing of this is loaded.
/// Addresses here hold keys, ids and words that people searched for: of a request only what <see cref="Faceless"/> knows goes out.
/// </summary>
internal sealed class Telemetry(IConfiguration configuration) : IHostedService, IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string Headers = "OTEL_EXPORTER_OTLP_HEADERS";

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public static void Add(WebApplicationBuilder builder)
    {
        if (builder.Configuration[Endpoint] is not { Length: > 0 } endpoint)
            return;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out _))
            throw new CannotStart("Ui.CannotStart.Otlp", Endpoint, endpoint);
        builder.Services.AddHostedService<Telemetry>();
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

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var house = ResourceBuilder.CreateEmpty().AddService("verksam", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3));
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(house).AddSource("Microsoft.AspNetCore").AddSource(Work.Name)
            .AddProcessor<Faceless>().AddOtlpExporter(to => Send(to, "traces")).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(house).AddMeter("Microsoft.AspNetCore.*").AddMeter("System.Runtime").AddMeter("Npgsql").AddMeter(Work.Name)
            .AddOtlpExporter(to => Send(to, "metrics")).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What is gathered is sent before it ends.</summary>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private void Send(OtlpExporterOptions to, string what)
    {
        to.Protocol = OtlpExportProtocol.HttpProtobuf;
        to.Endpoint = new Uri($"{configuration[Endpoint]!.TrimEnd('/')}/v1/{what}");
        if (configuration[Headers] is { Length: > 0 } headers)
            to.Headers = headers;
    }

    /// <summary>Takes from a trace all but what says how the program does.</summary>
    private sealed class Faceless : BaseProcessor<Activity>
    {
        private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
        {
            "http.request.method", "http.route", "http.response.status_code", "error.type",
        };

        public override void OnEnd(Activity data)
        {
            foreach (var tag in data.TagObjects.Select(t => t.Key).Where(k => !Kept.Contains(k)).ToList())
                data.SetTag(tag, null);
        }
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
