using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Kernel.Hosting;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Hosting;

/// <summary>A node that is told to stop.</summary>
public sealed class LeavingTests
{
    [Fact]
    public async Task It_tells_the_proxy_first_and_goes_on_answering_people()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        (await Says(tove, "/healthz/node")).ShouldBe((HttpStatusCode.OK, "ok"));

        await app.Services.GetRequiredService<Leaving>().StoppingAsync(CancellationToken.None);

        (await Says(tove, "/healthz/node")).ShouldBe((HttpStatusCode.ServiceUnavailable, "leaving"));
        (await Says(tove, "/healthz/ready")).ShouldBe((HttpStatusCode.ServiceUnavailable, "leaving"));
        (await Says(tove, "/healthz")).ShouldBe((HttpStatusCode.OK, "ok"));
        (await tove.Open("/oversikt")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("31")]
    public async Task How_long_it_waits_is_a_number_of_seconds_that_ends(string seconds) =>
        (await Should.ThrowAsync<CannotStart>(() => AppUnderTest.Start($"--VERKSAM_DRAIN_SECONDS={seconds}"))).Message
            .ShouldBe($"VERKSAM_DRAIN_SECONDS ska vara ett antal sekunder, högst 30. ”{seconds}” är inte det.");

    private static async Task<(HttpStatusCode Status, string Words)> Says(Visitor visitor, string url)
    {
        var answer = await visitor.Get(url);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
