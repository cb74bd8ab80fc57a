using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Tests.Features.Planning;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>What a gathering may well carry out of the plan is offered first, by its own words and those of its kind.</summary>
public sealed class SuggestedTests
{
    private const string Plan = """
        # Möten

        Vi ska hålla samtal om skolans lokaler och skolans böcker.

        Vi ska bjuda till samtal i varje förening.

        Vi ska måla om lokalen.

        Vi ska synas på marknader och mässor.

        """;

    [Theory]
    [InlineData("Om skolans lokaler", "work", "Vi ska hålla samtal om skolans lokaler och skolans böcker.")] // two words of its own
    [InlineData("Om skolans böcker", "discussion", "Vi ska hålla samtal om skolans lokaler och skolans böcker.", "Vi ska bjuda till samtal i varje förening.")] // its own and the kind's first
    [InlineData("Kom och prata", "discussion", "Vi ska hålla samtal om skolans lokaler och skolans böcker.", "Vi ska bjuda till samtal i varje förening.")] // the kind's alone
    [InlineData("Kom och prata", "stand", "Vi ska synas på marknader och mässor.")]
    [InlineData("Vi ska om och i", "work")] // words that tell nothing
    [InlineData("Bra böcker", "work")] // one word alone may be chance
    public async Task What_fits_by_words_or_kind_is_suggested_the_likeliest_first(string title, string kind, params string[] expected)
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app, Plan);
        var gathering = await Arranged.In(app, Cast.Alnas);
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == gathering.Id)).Describe(title, kind, null, null));

        (await Suggested(app, gathering.Url())).ShouldBe(expected);
    }

    [Fact]
    public async Task At_most_five_are_suggested_and_none_that_it_is_tied_to()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app, "# Möten\n\n" + string.Concat(Enumerable.Range(1, 7).Select(n => $"Vi ska hålla samtal nummer {n}.\n\n")));
        var gathering = await Arranged.In(app, Cast.Alnas);
        var first = await Suggested(app, gathering.Url());
        first.Count.ShouldBe(5);
        var page = await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/planen");
        var box = page.Html.QuerySelectorAll("fieldset").Single(f => f.QuerySelector("legend")!.TextContent == "Kan passa").QuerySelector("input")!.GetAttribute("value")!;

        await page.Submit("Spara", f => f.Tick("valda", box));

        var then = await Suggested(app, gathering.Url());
        then.ShouldNotContain(first[0]);
    }

    private static async Task<IReadOnlyList<string>> Suggested(AppUnderTest app, string url)
    {
        var page = await (await app.As(Cast.AssociationChair)).Open(url + "/planen");
        return [.. page.Html.QuerySelectorAll("fieldset").Where(f => f.QuerySelector("legend")!.TextContent == "Kan passa").SelectMany(f => f.QuerySelectorAll(".check > span")).Select(s => s.FirstChild!.TextContent)];
    }
}
