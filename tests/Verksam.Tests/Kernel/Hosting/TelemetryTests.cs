using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Jobs;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Hosting;

/// <summary>What goes out by OTLP, as a receiver of the protocol gets it.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task How_it_goes_is_told_and_nothing_that_tells_of_people()
    {
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false); // ASP.NET tells all it knows of a request, its address too
        await using var receiver = await Receiver.Open();
        await using (var app = await AppUnderTest.Start($"--OTEL_EXPORTER_OTLP_ENDPOINT={receiver.Url}/", "--OTEL_EXPORTER_OTLP_HEADERS=x-key=ours"))
        {
            var tove = await app.As(Cast.Ombudsman);
            await tove.Open($"/manniskor/{Cast.MemberOfAlnas.Id}");
            await tove.Get("/manniskor?sok=Hemligsson");
            await app.Anybody().Get("/logga-in/lank/nyckelnyckelnyckel");
            await app.Anybody().Get("/finns-inte-hemligt");
        }

        var (traces, metrics) = (receiver.Got("/v1/traces"), receiver.Got("/v1/metrics"));
        traces.ShouldContain("GET manniskor/{id:guid}"); // which page, not whose
        traces.ShouldContain("GET ?");
        metrics.ShouldContain("http.server.request.duration");
        metrics.ShouldContain("dotnet.gc.collections");
        foreach (var said in new[] { traces, metrics })
        {
            said.ShouldContain("verksam");
            said.ShouldNotContain(Cast.MemberOfAlnas.Id.ToString());
            said.ShouldNotContain("emligs");
            said.ShouldNotContain("nyckelnyckel");
            said.ShouldNotContain("finns-inte");
        }
        receiver.Key.ShouldBe("ours");
    }

    [Fact]
    public async Task Jobs_and_letters_are_counted_with_how_they_went()
    {
        await using var receiver = await Receiver.Open();
        await using (var app = await AppUnderTest.Start($"--OTEL_EXPORTER_OTLP_ENDPOINT={receiver.Url}"))
        {
            await app.Write(db =>
            {
                db.Jobs.Add(new Job("measure-points", app.Clock.GetUtcNow()));
                return Task.CompletedTask;
            });
            await app.Services.GetRequiredService<JobWorker>().RunDue(CancellationToken.None);
        }

        receiver.Got("/v1/metrics").ShouldContain("verksam.jobs");
        receiver.Got("/v1/metrics").ShouldContain("measure-points");
        receiver.Got("/v1/traces").ShouldContain("measure-points");
    }

    [Fact]
    public async Task An_address_that_is_none_is_said_so_at_once() =>
        (await Should.ThrowAsync<CannotStart>(() => AppUnderTest.Start("--OTEL_EXPORTER_OTLP_ENDPOINT=collector"))).Message.ShouldContain("”collector”");

    [Fact]
    public async Task A_receiver_that_is_not_there_disturbs_nobody()
    {
        await using var app = await AppUnderTest.Start("--OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:9");

        (await (await app.As(Cast.Ombudsman)).Open("/manniskor")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    private sealed class Receiver : IAsyncDisposable
    {
        private readonly ConcurrentBag<(string Path, string Body)> _got = [];
        private readonly WebApplication _app;

        private Receiver(WebApplication app) => _app = app;

        public string Url => _app.Urls.Single();

        public string? Key { get; private set; }

        public static async Task<Receiver> Open()
        {
            var app = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]).Build();
            var receiver = new Receiver(app);
            app.Run(receiver.Take);
            await app.StartAsync();
            return receiver;
        }

        public string Got(string path) => string.Concat(_got.Where(g => g.Path == path).Select(g => g.Body));

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task Take(HttpContext http)
        {
            Key ??= http.Request.Headers["x-key"];
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            _got.Add((http.Request.Path, Encoding.UTF8.GetString(body.ToArray())));
            http.Response.ContentType = "application/x-protobuf";
        }
    }
}
