using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People;

public sealed class PeoplePageTests
{
    [Fact]
    public async Task Membership_is_said_only_of_those_who_are_nothing_else()
    {
        await using var app = await AppUnderTest.Start();

        var page = await (await app.As(Cast.Ombudsman)).Open("/manniskor");

        Duties(page, "Birgitta Åman").ShouldBe(["Ordförande"]);
        Duties(page, "Lena Lund").ShouldBe(["Medlem"]);
    }

    private static IEnumerable<string> Duties(Sheet page, string name) =>
        page.Html.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector(".who")!.TextContent == name).QuerySelectorAll(".tag").Select(t => t.TextContent);
}
