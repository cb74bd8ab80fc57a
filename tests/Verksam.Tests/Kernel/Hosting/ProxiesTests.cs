using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Kernel.Hosting;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Hosting;

public sealed class ProxiesTests
{
    [Theory]
    [InlineData("--VERKSAM_PROXIES=10.9.9.9, 10.8.0.0/16", "10.9.9.9", "192.0.2.1", "https")]
    [InlineData("--VERKSAM_PROXIES=10.9.9.9, 10.8.0.0/16", "10.8.3.4", "192.0.2.1", "https")]
    [InlineData("--VERKSAM_PROXIES=10.9.9.9, 10.8.0.0/16", "10.9.9.8", "10.9.9.8", "http")]
    [InlineData("--VERKSAM_PROXIES=10.9.9.9", "127.0.0.1", "127.0.0.1", "http")]
    [InlineData("--ForwardedHeaders_Enabled=true", "127.0.0.1", "127.0.0.1", "http")]
    public async Task Who_tells_where_a_request_came_from_is_believed_only_when_named(string setting, string sender, string seen, string scheme)
    {
        await using var app = await AppUnderTest.Start(setting);

        var answered = await ((TestServer)app.Services.GetRequiredService<IServer>()).SendAsync(http =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse(sender);
            http.Request.Path = "/healthz";
            http.Request.Headers["X-Forwarded-For"] = "192.0.2.1";
            http.Request.Headers["X-Forwarded-Proto"] = "https";
        });

        (answered.Connection.RemoteIpAddress?.ToString(), answered.Request.Scheme).ShouldBe((seen, scheme));
    }

    [Fact]
    public async Task What_a_stranger_writes_before_the_proxy_is_not_taken_for_the_sender()
    {
        await using var app = await AppUnderTest.Start("--VERKSAM_PROXIES=10.9.9.9");

        var answered = await ((TestServer)app.Services.GetRequiredService<IServer>()).SendAsync(http =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse("10.9.9.9");
            http.Request.Path = "/healthz";
            http.Request.Headers["X-Forwarded-For"] = "198.51.100.7, 192.0.2.1";
        });

        answered.Connection.RemoteIpAddress.ShouldBe(IPAddress.Parse("192.0.2.1"));
    }

    [Fact]
    public async Task A_name_that_is_no_address_is_said_so_at_once() =>
        (await Should.ThrowAsync<CannotStart>(() => AppUnderTest.Start("--VERKSAM_PROXIES=proxy"))).Message.ShouldContain("”proxy”");
}
