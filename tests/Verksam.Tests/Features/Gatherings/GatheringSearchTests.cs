using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Segments;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>Gatherings in the search over everything: who finds them, by what, and in which order.</summary>
public sealed class GatheringSearchTests
{
    [Theory]
    [InlineData("Samtal")]
    [InlineData("SKOL")]
    [InlineData("skolan samt")]
    [InlineData("prata")]
    public async Task A_member_finds_it_by_how_any_word_of_it_begins(string text)
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);

        var found = await Found(app, Cast.MemberOfAlnas, text);

        found.ShouldBe([(gathering.Url(), "Samtal om skolan", "Tisdag 17 mars, Alnäs")]);
    }

    [Theory]
    [InlineData("amtal")]
    [InlineData("samtal kaffe")]
    [InlineData("biblioteket")]
    [InlineData("moten")]
    public async Task It_is_not_found_by_the_end_of_a_word_nor_by_where_it_is(string text)
    {
        await using var app = await AppUnderTest.Start();
        await Arranged.In(app, Cast.Alnas);

        (await Found(app, Cast.MemberOfAlnas, text)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Members", "Lena Lund", true)]
    [InlineData("Members", "Ahmed Nilsson", false)]
    [InlineData("Everybody", "Ahmed Nilsson", true)]
    [InlineData("Everybody", "Maja Främling", false)] // without an assignment no page of it opens
    [InlineData("Segment", "Lena Lund", true)]
    [InlineData("Segment", "Göran Ödman", false)]
    public async Task It_is_found_by_those_whom_it_is_for(string audience, string name, bool finds)
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await app.Write(async db =>
        {
            var segment = new Segment(Cast.District.Id, Cast.Ombudsman.Id, "Bara Lena", SegmentText.Read("1.alla(namn:Lena)"));
            db.Add(segment);
            (await db.Gatherings.SingleAsync(g => g.Id == gathering.Id)).IsFor(Enum.Parse<Audience>(audience), segment.Id, null).ShouldBeNull();
        });

        (await Found(app, Cast.Named(name), "skolan")).Select(f => f.Url).ShouldBe(finds ? [gathering.Url()] : []);
    }

    [Fact]
    public async Task Two_with_the_same_rights_find_each_their_own()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await app.Write(async db =>
        {
            var segment = new Segment(Cast.District.Id, Cast.Ombudsman.Id, "Bara Lena", SegmentText.Read("1.alla(namn:Lena)"));
            var member = await db.People.SingleAsync(p => p.Id == Cast.MemberOfStora.Id);
            new BelongingOf(member, await db.Relations.Where(r => r.PersonId == member.Id).ToListAsync()).MoveTo(Cast.Alnas.Id, FakeTime.Today, out var began, out _);
            db.AddRange(segment, began!);
            (await db.Gatherings.SingleAsync(g => g.Id == gathering.Id)).IsFor(Audience.Segment, segment.Id, null);
        });
        var (lena, ahmed) = (await app.As(Cast.MemberOfAlnas), await app.As(Cast.MemberOfStora));

        Finds(await lena.Open("/sok?text=skolan")).Count.ShouldBe(1);
        Finds(await ahmed.Open("/sok?text=skolan")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_is_found_by_those_who_arrange_and_one_that_was_thrown_away_by_nobody()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, published: false);

        (await Found(app, Cast.MemberOfAlnas, "skolan")).ShouldBeEmpty();
        (await Found(app, Cast.AssociationChair, "skolan")).ShouldBe([(gathering.Url(), "Samtal om skolan", "Tisdag 17 mars, Alnäs. Utkast")]);
        await app.Write(async db => (await db.Gatherings.SingleAsync()).Discard(FakeTime.Start));

        (await Found(app, Cast.AssociationChair, "skolan")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_cancelled_says_so()
    {
        await using var app = await AppUnderTest.Start();
        await Arranged.In(app, Cast.Alnas);
        await app.Write(async db => (await db.Gatherings.SingleAsync()).Cancel("Vattenskada", FakeTime.Start));

        (await Found(app, Cast.MemberOfAlnas, "skolan")).Single().Beside.ShouldBe("Tisdag 17 mars, Alnäs. Inställd");
    }

    [Fact]
    public async Task The_next_come_first_and_then_the_latest_of_those_that_were()
    {
        await using var app = await AppUnderTest.Start();
        foreach (var days in new[] { 20, -20, 3, -3 })
            await Arranged.In(app, Cast.Alnas, days: days);

        (await Found(app, Cast.MemberOfAlnas, "skolan")).Select(f => f.Beside).ShouldBe(["Fredag 13 mars, Alnäs", "Måndag 30 mars, Alnäs", "Lördag 7 mars, Alnäs", "Onsdag 18 februari, Alnäs"]);
    }

    [Fact]
    public async Task What_is_changed_is_found_as_it_is_from_then_on()
    {
        await using var app = await AppUnderTest.Start();
        await Arranged.In(app, Cast.Alnas);
        var lena = await app.As(Cast.MemberOfAlnas);
        Finds(await lena.Open("/sok?text=skolan")).Count.ShouldBe(1);

        await app.Write(async db => (await db.Gatherings.SingleAsync()).Describe("Årsmöte", "meeting", null, null));

        Finds(await lena.Open("/sok?text=skolan")).ShouldBeEmpty();
        Finds(await lena.Open("/sok?text=årsm")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task As_one_types_on_nothing_more_is_asked()
    {
        await using var app = await AppUnderTest.Start();
        await Arranged.In(app, Cast.Alnas);
        var lena = await app.As(Cast.MemberOfAlnas);
        await lena.Get("/sok?handler=Finds&text=sko");

        var nothing = await app.Queries.During(() => lena.Get("/sok?handler=Finds&text="));
        (await app.Queries.During(() => lena.Get("/sok?handler=Finds&text=skol"))).ShouldBe(nothing);
    }

    private static async Task<List<(string Url, string Title, string Beside)>> Found(AppUnderTest app, Someone who, string text) =>
        Finds(await (await app.As(who)).Open("/sok?text=" + Uri.EscapeDataString(text)));

    private static List<(string Url, string Title, string Beside)> Finds(Sheet page) =>
        [.. page.Html.QuerySelectorAll(".finds a[href^='/aktiviteter/']").Select(a => (a.GetAttribute("href")!, a.FirstChild!.TextContent, a.QuerySelector("small")!.TextContent))];
}
