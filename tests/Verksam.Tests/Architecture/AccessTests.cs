using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Shouldly;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Architecture;

public sealed class AccessTests
{
    /// <summary>Everything that somebody who is not signed in may ask for. A new line here is a decision.</summary>
    private static readonly string[] OpenToAll =
    [
        Routes.Files, "/anmalan/{token}", "/anmalan/{token}/tyck", "/dorren", "/farger.css", "/fel/{code:int}", "/healthz", "/healthz/node", "/healthz/ready", "/hjalp/bilder/{file}", "/hjalp/{name?}", "/k/{token}.ics", "/kalender", "/kalender.ics", "/kalender/{slug}.ics", "/kom-igang", "/kom-igang/{secret}", "/kom-igang/{secret}/du", "/inbjudan/{token}", "/kalender/{id:guid}", "/kalender/{id:guid}/tack", "/lage/{token}", "/logga-in",
        "/logga-in/engangskod", "/logga-in/kod/{id:guid}", "/logga-in/lank/{link}", "/logga-in/nyckel", "/logga-ut", "/logotyp/{id:guid}", "/ringlistor/kvall", "/sprak/{language}", "/utan-nat", "/ute",
    ];

    private static IReadOnlyList<Type> Pages => [.. typeof(AppDb).Assembly.GetTypes().Where(t => typeof(PageModel).IsAssignableFrom(t) && !t.IsAbstract)];

    [Fact]
    public void Every_page_says_who_may_come_in()
    {
        Pages.Count.ShouldBeGreaterThan(10);
        Pages.Where(p => p.GetCustomAttribute<RequiresAttribute>() is null == p.GetCustomAttribute<AllowAnonymousAttribute>() is null)
            .Select(p => $"{p.Name} must carry [Requires] or [AllowAnonymous], one of them").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_address_says_who_may_come_in()
    {
        await using var app = await AppUnderTest.StartEmpty();
        var routes = Routes.All(app);

        routes.Count.ShouldBeGreaterThan(15);
        routes.Where(r => !Routes.IsReloading(r) && !Routes.IsAnonymous(r) && Routes.Needed(r) is null).Select(Routes.Pattern).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_these_addresses_are_open_to_all()
    {
        await using var app = await AppUnderTest.StartEmpty();

        Routes.All(app).Where(Routes.IsAnonymous).Select(Routes.Pattern).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBe(OpenToAll.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_page_that_acts_for_whoever_comes_counts_the_tries() =>
        Pages.Where(p => p.GetCustomAttribute<AllowAnonymousAttribute>() is not null && p.GetMethods().Any(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal)))
            .Where(p => p.GetCustomAttribute<EnableRateLimitingAttribute>() is null).Select(p => p.Name).Order(StringComparer.Ordinal)
            .ShouldBe(["ErrorPage", "SignOutPage"]); // these try nothing

    [Fact]
    public void Every_page_that_takes_a_file_says_how_large_and_how_often() =>
        Pages.Where(TakesAFile).Where(p => p.GetCustomAttribute<RequestSizeLimitAttribute>() is null || p.GetCustomAttribute<RequestFormLimitsAttribute>() is null
            || p.GetCustomAttribute<EnableRateLimitingAttribute>()?.PolicyName != Limits.File).Select(p => p.Name).ShouldBeEmpty();

    [Fact]
    public void Every_page_that_acts_asks_for_the_token_except_those_where_no_cookie_speaks_for_anybody() =>
        Pages.Where(p => p.GetCustomAttribute<IgnoreAntiforgeryTokenAttribute>() is not null).Select(p => p.Name).Order(StringComparer.Ordinal).ShouldBe(["AnswerPage", "ErrorPage", "InvitationPage", "OpenGatheringPage", "OpinionPage", "ReminderPage"]);

    [Fact]
    public void No_page_acts_when_it_is_only_opened() =>
        Pages.SelectMany(p => p.GetMethods()).Where(m => m.Name.StartsWith("On", StringComparison.Ordinal) && m.DeclaringType?.Assembly == typeof(AppDb).Assembly)
            .Select(m => m.Name).Where(name => !name.StartsWith("OnGet", StringComparison.Ordinal) && !name.StartsWith("OnPost", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public async Task Pages_are_the_only_ones_that_act()
    {
        await using var app = await AppUnderTest.StartEmpty();

        // an endpoint outside the pages has no antiforgery of its own: it may only be read
        Routes.All(app).Where(r => Routes.Page(r) is null && !Routes.IsFile(r))
            .Where(r => r.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IHttpMethodMetadata>()?.HttpMethods.All(HttpMethods.IsRead) != true)
            .Select(Routes.Pattern).ShouldBeEmpty();
    }

    private static bool TakesAFile(Type page) =>
        page.GetMethods().SelectMany(m => m.GetParameters()).Select(p => p.ParameterType)
            .Concat(page.GetProperties().SelectMany(p => p.PropertyType.GetProperties().Append(p)).Select(p => p.PropertyType))
            .Any(t => t == typeof(IFormFile) || t == typeof(IFormFileCollection));

    private static class HttpMethods
    {
        public static bool IsRead(string method) => method is "GET" or "HEAD";
    }
}
