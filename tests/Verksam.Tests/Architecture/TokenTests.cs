using System.Reflection;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Architecture;

public sealed class TokenTests
{
    [Fact]
    public async Task No_page_acts_on_a_form_without_its_token()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(Plans.Write);
        var places = await app.Read(Plans.Places);
        var answers = new List<string>();
        foreach (var (pattern, handler) in Handlers(app))
        {
            var visitor = app.Anybody();
            visitor.Cookies["verksam"] = await Cast.Administrator.Cookie();
            var answer = await visitor.Post(Plans.Fill(pattern, places) + (handler.Length == 0 ? "" : "?handler=" + handler));
            answers.Add($"{(int)answer.StatusCode} {pattern} {handler}");
        }

        answers.Count.ShouldBeGreaterThan(15);
        answers.Where(a => !a.StartsWith("400 ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<(string Pattern, string Handler)> Handlers(AppUnderTest app) =>
        from route in Routes.All(app)
        let pattern = Routes.Pattern(route)
        where Routes.Page(route) is { } page && page.GetCustomAttribute<Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute>() is null // AccessTests lists those
        from method in Routes.Page(route)!.GetMethods()
        where method.Name.StartsWith("OnPost", StringComparison.Ordinal)
        select (pattern, method.Name["OnPost".Length..]);
}
