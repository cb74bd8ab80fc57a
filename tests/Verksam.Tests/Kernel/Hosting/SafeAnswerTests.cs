using System.Net;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Hosting;

public sealed class SafeAnswerTests
{
    [Theory]
    [InlineData("GET", "/logga-in", null, HttpStatusCode.OK)]
    [InlineData("GET", "/planen", "Tove Hallström", HttpStatusCode.OK)]
    [InlineData("GET", "/verksam.css", null, HttpStatusCode.OK)]
    [InlineData("GET", "/verksam.js", null, HttpStatusCode.OK)]
    [InlineData("GET", "/farger.css", null, HttpStatusCode.OK)]
    [InlineData("GET", "/healthz", null, HttpStatusCode.OK)]
    [InlineData("GET", "/planen", null, HttpStatusCode.Redirect)]
    [InlineData("GET", "/logotyp/0198c0de-0000-7000-8000-000000000000", null, HttpStatusCode.NotFound)]
    [InlineData("GET", "/finns-inte", "Tove Hallström", HttpStatusCode.NotFound)]
    [InlineData("GET", "/planen/ta-in", "Lena Lund", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/logga-in", null, HttpStatusCode.BadRequest)]
    public async Task Every_kind_of_answer_is_dressed(string method, string url, string? who, HttpStatusCode status)
    {
        await using var app = await AppUnderTest.Start();
        var visitor = who is null ? app.Anybody() : await app.As(Cast.Named(who));

        var answer = await visitor.Send(new HttpRequestMessage(new HttpMethod(method), url));

        answer.StatusCode.ShouldBe(status);
        One(answer, "Content-Security-Policy").ShouldBe("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'");
        One(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        One(answer, "Referrer-Policy").ShouldBe("same-origin");
        One(answer, "Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        One(answer, "Permissions-Policy").ShouldBe("camera=(), microphone=(), geolocation=()");
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/planen")]
    [InlineData("/planen/ta-in")]
    [InlineData("/finns-inte")]
    public async Task What_a_signed_in_person_sees_is_kept_by_no_browser(string url)
    {
        await using var app = await AppUnderTest.Start();

        (await (await app.As(Cast.Ombudsman)).Get(url)).Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_logo_that_is_not_there_is_not_remembered_as_missing()
    {
        await using var app = await AppUnderTest.Start();

        var answer = await app.Anybody().Get("/logotyp/0198c0de-0000-7000-8000-000000000000");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    private static string One(HttpResponseMessage answer, string header) => answer.Headers.GetValues(header).Single();
}
