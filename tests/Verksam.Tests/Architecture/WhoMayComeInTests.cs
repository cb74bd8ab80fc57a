using System.Net;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Architecture;

/// <summary>Every page that is not open to all, asked for by everybody, where there is something to see behind each.</summary>
public sealed class WhoMayComeInTests
{
    private static readonly string[] Editors = ["Tove Hallström", "Ragnar Ek", "Birgitta Åman", "Siv Berg"];

    private static readonly string[] DistrictEditors = ["Tove Hallström", "Ragnar Ek", "Siv Berg"];

    private static readonly string[] WithAnAssignment = [.. Editors, "Yusuf Demir", "Göran Ödman", "Lena Lund", "Ahmed Nilsson"];

    /// <summary>Who gets a page or is sent onward inside the house. The ids are those of the district's draft.</summary>
    private static readonly Dictionary<string, string[]> MayCome = new(StringComparer.Ordinal)
    {
        ["/"] = WithAnAssignment,
        ["/planen"] = WithAnAssignment,
        ["/planen/{year:int}"] = WithAnAssignment,
        ["/planen/ta-in"] = Editors,
        ["/planen/granska/{id:guid}"] = DistrictEditors,
        ["/planen/forslag/{id:guid}"] = DistrictEditors,
    };

    private static readonly string[] NotReadYet = ["/planen/granska/{id:guid}"];

    [Fact]
    public async Task The_table_has_every_page_that_is_not_open_to_all()
    {
        await using var app = await AppUnderTest.StartEmpty();

        Closed(app).Order(StringComparer.Ordinal).ShouldBe(MayCome.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Each_of_the_cast_comes_in_where_the_table_says_and_nowhere_else(string name)
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(Plans.Write);
        var places = await app.Read(Plans.Places);
        var visitor = await app.As(Cast.Named(name));
        var cameIn = new List<string>();
        foreach (var pattern in Closed(app).Where(p => !Throws(p, name)))
        {
            var answer = await visitor.Get(Plans.Fill(pattern, places));
            if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect)
                cameIn.Add(pattern);
            else
                answer.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
        }

        cameIn.Order(StringComparer.Ordinal).ShouldBe(
            MayCome.Where(m => m.Value.Contains(name) && !Throws(m.Key, name)).Select(m => m.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_the_door()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(Plans.Write);
        var places = await app.Read(Plans.Places);
        foreach (var pattern in Closed(app))
        {
            var answer = await app.Anybody().Get(Plans.Fill(pattern, places));
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, pattern);
            answer.Headers.Location!.AbsolutePath.ShouldBe("/logga-in", pattern);
        }
    }

    [Fact]
    public async Task Files_that_are_not_there_are_not_told_of_to_whoever_is_not_signed_in()
    {
        await using var app = await AppUnderTest.Start();

        (await app.Anybody().Get("/hemlig.pdf")).Headers.Location!.AbsolutePath.ShouldBe("/logga-in");
    }

    public static TheoryData<string> Everybody() => [.. Cast.All.Select(p => p.Name)];

    // the plan reader of this day answers no question about sentences: those who may come in make the page ask
    private static bool Throws(string pattern, string name) => NotReadYet.Contains(pattern) && MayCome[pattern].Contains(name);

    private static IEnumerable<string> Closed(AppUnderTest app) =>
        Routes.All(app).Where(r => !Routes.IsAnonymous(r) && !Routes.IsReloading(r)).Select(Routes.Pattern).Distinct(StringComparer.Ordinal);
}
