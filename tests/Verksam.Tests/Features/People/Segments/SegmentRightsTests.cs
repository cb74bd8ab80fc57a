using System.Net;
using Shouldly;
using Verksam.Features.People.Segments;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Segments;

/// <summary>Whoever asks gets one's own people, whoever saved the question.</summary>
public sealed class SegmentRightsTests
{
    [Fact]
    public async Task A_segment_saved_above_shows_only_ones_own_part_below()
    {
        await using var app = await AppUnderTest.Start();
        var (above, _) = await Saved(app);

        Names(await (await app.As(Cast.Ombudsman)).Open($"/urval/{above}")).Count.ShouldBe(10);
        foreach (var leader in new[] { Cast.AssociationChair, Cast.GroupLeader })
        {
            var page = await (await app.As(leader)).Open($"/urval/{above}");
            Names(page).ShouldBe(["Birgitta Åman", "Lena Lund", "Yusuf Demir"], ignoreOrder: true);
            page.Text.ShouldContain("Tre personer");
            page.Text.ShouldNotContain("Tio");
            page.Text.ShouldNotContain("Ta bort urvalet");
        }
    }

    [Fact]
    public async Task A_segment_of_another_part_is_not_there_and_cannot_be_changed_from_below()
    {
        await using var app = await AppUnderTest.Start();
        var (above, beside) = await Saved(app);
        var birgitta = await app.As(Cast.AssociationChair);

        (await birgitta.Open($"/urval/{beside}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await birgitta.Open($"/urval/nytt?andra={beside}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await birgitta.Open($"/urval/nytt?andra={above}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var list = await birgitta.Open("/urval");
        list.Text.ShouldContain("Alla");
        list.Text.ShouldNotContain("Storås");
        (await (await app.As(Cast.Ombudsman)).Open("/urval")).Text.ShouldContain("Storås");
    }

    [Fact]
    public async Task The_list_of_members_shows_those_in_a_segment_and_keeps_to_it_when_all_are_chosen()
    {
        await using var app = await AppUnderTest.Start();
        var (above, beside) = await Saved(app);
        var birgitta = await app.As(Cast.AssociationChair);

        Names(await birgitta.Open($"/manniskor?urval={above}")).Count.ShouldBe(3);
        Names(await birgitta.Open("/manniskor?urval=1.alla(uppdrag:group-leader,*)")).ShouldBe(["Yusuf Demir"]);
        Names(await birgitta.Open($"/manniskor?urval={beside}")).ShouldBeEmpty();
        Names(await birgitta.Open("/manniskor?urval=nonsens")).ShouldBeEmpty();
        (await birgitta.Open($"/manniskor?urval={above}&text=lena")).Html.QuerySelector("input[name=urval]")!.GetAttribute("value").ShouldBe(above.ToString());
    }

    [Fact]
    public async Task Counts_while_building_are_of_those_one_may_see()
    {
        await using var app = await AppUnderTest.Start();
        await Saved(app);
        var page = await (await app.As(Cast.AssociationChair)).Open("/urval/nytt?urval=1.nagon(enhet:norrsjo;enhet:stora;konto)");

        page.Text.ShouldContain("Tre till, tre hittills.");
        page.Text.ShouldContain("Noll till, tre hittills.");
        page.Html.QuerySelectorAll("option").Select(o => o.TextContent).ShouldNotContain("Storå");
    }

    [Fact]
    public async Task Nobody_saves_for_a_part_where_one_sees_nobody()
    {
        await using var app = await AppUnderTest.Start();
        var form = await (await app.As(Cast.AssociationChair)).Open("/urval/nytt?urval=1.alla(epost)");

        (await form.Submit("Spara urvalet", f => (f["Input.Name"], f["Input.Unit"]) = ("Hela", Cast.District.Id.ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Lena Lund")]
    [InlineData("Göran Ödman")]
    [InlineData("Maja Främling")]
    public async Task Whoever_sees_no_people_chooses_none(string name)
    {
        await using var app = await AppUnderTest.Start();
        var (above, _) = await Saved(app);
        var visitor = await app.As(Cast.Named(name));

        foreach (var place in new[] { "/urval", "/urval/nytt", $"/urval/{above}", "/urval/valda" })
            (await visitor.Open(place)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<(Id<Segment> Above, Id<Segment> Beside)> Saved(AppUnderTest app)
    {
        var (above, beside) = (new Segment(Cast.District.Id, Cast.Ombudsman.Id, "Alla", SegmentText.Read("1.alla(konto)")), new Segment(Cast.Stora.Id, Cast.Ombudsman.Id, "Storås", SegmentText.Read("1.alla(epost)")));
        await app.Write(db =>
        {
            db.AddRange(above, beside);
            return Task.CompletedTask;
        });
        return (above.Id, beside.Id);
    }

    private static List<string> Names(Sheet page) => [.. page.Html.QuerySelectorAll("tbody .who").Select(a => a.TextContent)];
}
