using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Stands;
using Verksam.Tests.Features.Gatherings.Shifts;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Stands;

/// <summary>The hours of a stand that still goes on are those that have gone.</summary>
public sealed class OutcomeTests
{
    [Theory]
    [InlineData(5, "5")]
    [InlineData(10, "10")]
    [InlineData(13, "10")] // it is over
    public async Task Without_a_rota_it_is_as_long_as_it_has_gone_on(int hours, string said)
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Shifts.Stands.At(app, Cast.Alnas, shifts: 0, days: 1);

        app.Clock.Set(stand.Starts.AddHours(hours));

        (await Hours(app, stand)).ShouldBe([said]);
    }

    [Theory]
    [InlineData(90, "1,5", "3")]
    [InlineData(300, "5", "8")] // in the middle of the second shift
    [InlineData(600, "6", "9")]
    public async Task With_a_rota_it_is_what_those_on_it_have_stood(int minutes, string open, string together)
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Shifts.Stands.At(app, Cast.Alnas, need: 2, shifts: 2, days: 1);
        var shifts = await app.Shifts(stand);
        (await app.Ask(r => r.Take(shifts[0], Cast.MemberOfAlnas.Id, false, false))).ShouldBeNull();
        (await app.Ask(r => r.Take(shifts[0], Cast.GroupLeader.Id, false, false))).ShouldBeNull();
        (await app.Ask(r => r.Take(shifts[1], Cast.MemberOfAlnas.Id, false, false))).ShouldBeNull();

        app.Clock.Set(stand.Starts.AddMinutes(minutes));

        (await Hours(app, stand)).ShouldBe([open, $"{together} timmar om man räknar alla som stod där"]);
    }

    [Fact]
    public async Task Before_it_begins_it_has_given_nothing()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Shifts.Stands.At(app, Cast.Alnas, days: 1);
        var shift = (await app.Shifts(stand))[0];
        await app.Ask(r => r.Take(shift, Cast.MemberOfAlnas.Id, false, false));
        app.Clock.Set(stand.Starts.AddHours(-1));

        StandOutcome? outcome = null;
        await app.Work<Outcomes>(async o => outcome = await o.One(stand));

        (outcome!.OpenMinutes, outcome.PersonMinutes).ShouldBe((0, 0));
        var page = await (await app.As(Cast.AssociationChair)).Open(stand.Url() + "/rapport");
        page.Text.ShouldContain("Det har inte börjat än");
        page.Html.QuerySelector(".figures").ShouldBeNull();
    }

    // as the report says them: so long it was open, and the hours of all together
    private static async Task<IReadOnlyList<string>> Hours(AppUnderTest app, Gathering stand)
    {
        var page = await (await app.As(Cast.AssociationChair)).Open(stand.Url() + "/rapport");
        return [.. page.Html.QuerySelectorAll(".figures dd")[3].ChildNodes.Select(n => n.TextContent.Trim()).Where(t => t.Length > 0)];
    }
}
