using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Structure;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Structure;

public sealed class ColoursTests
{
    [Fact]
    public async Task Each_unit_has_its_colour_and_the_whole_house_the_organisations()
    {
        await using var app = await AppUnderTest.Start();

        var answer = await app.Anybody().Get("/farger.css");

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ShouldBe(
        [
            ".unit-alnas { --accent: #a3123f; }", ".unit-stora { --accent: #1d5c94; }", ":root, .unit-norrsjo { --accent: #a3123f; }",
        ]);
    }

    [Fact]
    public async Task A_new_colour_gets_a_new_address_because_the_old_is_kept_for_long()
    {
        await using var app = await AppUnderTest.Start();
        var before = await Address(app);
        (await app.Anybody().Get(before)).Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(365));

        await app.Write(async db => (await db.Units.SingleAsync(u => u.Id == Cast.Stora.Id)).Paint("#123456"));

        (await Address(app)).ShouldNotBe(before);
    }

    [Fact]
    public async Task An_empty_house_has_no_colours_and_the_programs_own_name()
    {
        await using var app = await AppUnderTest.StartEmpty();

        (await (await app.Anybody().Get("/farger.css")).Content.ReadAsStringAsync()).ShouldBe("");
        (await app.Anybody().Open("/logga-in")).Html.QuerySelector(".brand b")!.TextContent.ShouldBe("Verksam");
    }

    [Fact]
    public void The_offered_colours_are_colours() => Colours.Offered.ShouldAllBe(c => Colours.IsColour(c.Value));

    private static async Task<string> Address(AppUnderTest app) =>
        (await app.Anybody().Open("/logga-in")).Html.QuerySelectorAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href")!).Single(h => h.StartsWith("/farger.css", StringComparison.Ordinal));
}
