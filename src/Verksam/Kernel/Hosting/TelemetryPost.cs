using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Verksam.Kernel.Hosting;

/// <summary>Sends what <see cref="Telemetry"/> gathers. Apart from it, so that the libraries are in memory only where something is sent.</summary>
internal sealed class TelemetryPost(IConfiguration configuration) : IHostedService, IDisposable
{
    private const string Headers = "OTEL_EXPORTER_OTLP_HEADERS";

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var house = ResourceBuilder.CreateEmpty().AddService("verksam", serviceVersion: typeof(TelemetryPost).Assembly.GetName().Version?.ToString(3));
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
        to.Endpoint = new Uri($"{configuration[Telemetry.Endpoint]!.TrimEnd('/')}/v1/{what}");
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
