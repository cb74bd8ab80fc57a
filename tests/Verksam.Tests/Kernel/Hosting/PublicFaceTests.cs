using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Hosting;

public sealed class PublicFaceTests
{
    [Theory]
    [InlineData("verksam.example", HttpStatusCode.OK)] // the address in the settings
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:5080", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("verksam.example.evil.example", HttpStatusCode.BadRequest)]
    public async Task The_house_answers_to_its_own_name_only(string host, HttpStatusCode status)
    {
        await using var app = await AppUnderTest.Start();

        (await Ask(app, host, "http")).Response.StatusCode.ShouldBe((int)status);
    }

    [Fact]
    public async Task What_ASPNET_is_told_of_names_goes_before()
    {
        await using var app = await AppUnderTest.Start("--AllowedHosts=inside.example");

        (await Ask(app, "inside.example", "http")).Response.StatusCode.ShouldBe(200);
        (await Ask(app, "verksam.example", "http")).Response.StatusCode.ShouldBe(400);
    }

    [Fact]
    public async Task A_browser_that_came_encrypted_is_told_to_come_so_again()
    {
        await using var app = await AppUnderTest.Start();

        (await Ask(app, "verksam.example", "https")).Response.Headers.StrictTransportSecurity.ToString().ShouldBe("max-age=31536000");
        (await Ask(app, "verksam.example", "http")).Response.Headers.StrictTransportSecurity.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_cookie_of_a_house_with_an_encrypted_address_is_sent_encrypted_only_and_read_by_no_script()
    {
        await using var app = await AppUnderTest.Start();
        var door = await app.Anybody().Get("/logga-in");
        var session = await (await app.Anybody().Open("/logga-in")).Send("Logga in", form => (form["Input.Email"], form["Input.Password"]) = (Cast.Ombudsman.Email, Someone.Password));

        var cookies = door.Headers.SetCookies().Concat(session.Headers.SetCookies()).ToList();
        cookies.Select(c => c.Split('=')[0]).Distinct().ShouldBe(["verksam-form", "verksam", "verksam-enhet", "verksam-besked"], ignoreOrder: true);
        cookies.ShouldAllBe(c => c.Contains("; secure", StringComparison.OrdinalIgnoreCase) && c.Contains("; httponly", StringComparison.OrdinalIgnoreCase));
    }

    private static Task<Microsoft.AspNetCore.Http.HttpContext> Ask(AppUnderTest app, string host, string scheme) =>
        ((TestServer)app.Services.GetRequiredService<IServer>()).SendAsync(http =>
        {
            (http.Request.Scheme, http.Request.Path) = (scheme, "/healthz");
            http.Request.Host = new Microsoft.AspNetCore.Http.HostString(host);
        });
}
