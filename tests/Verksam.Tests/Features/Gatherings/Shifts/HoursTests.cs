using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.People.Activity;
using Verksam.Features.People.Offers;
using Verksam.Features.Planning.Measures;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Shifts;

/// <summary>The hours that are needed, that are promised, and that were given; and where shifts are told of besides.</summary>
public sealed class HoursTests
{
    [Fact]
    public async Task Hours_needed_and_promised_are_summed_by_week_and_unit()
    {
        await using var app = await AppUnderTest.Start();
        var (near, later, theirs) = (await Stands.At(app, Cast.Alnas, need: 2, shifts: 2, days: 1), await Stands.At(app, Cast.Alnas, need: 1, days: 7, title: "Mässan"), await Stands.At(app, Cast.Stora, need: 5, days: 1, title: "Loppis"));
        var shifts = await app.Shifts(near);
        await app.Ask(r => r.Take(shifts[0], Cast.MemberOfAlnas.Id, false, false));
        await app.Ask(r => r.Take(shifts[1], Cast.MemberOfAlnas.Id, false, false));
        await app.Ask(r => r.Ask(shifts[0], [Cast.GroupLeader.Id])); // who is asked has promised nothing

        var page = await (await app.As(Cast.AssociationChair)).Open("/aktiviteter/bemanning");

        page.Text.ShouldContain("6 av 15 timmar är lovade, 9 saknas.");
        page.Html.QuerySelectorAll(".bars li").Select(li => li.QuerySelectorAll("span").Select(s => s.TextContent)).ShouldBe([["Alnäs", "6 av 12 timmar"], ["Alnäs", "0 av 3 timmar"]]);
        page.Html.QuerySelectorAll("aside h3").Select(h => h.TextContent).ShouldBe(["Bokbord på torget", "Mässan"]);
        (await (await app.As(Cast.Ombudsman)).Open("/aktiviteter/bemanning")).Text.ShouldContain("6 av 30 timmar är lovade");
        (await (await app.As(Cast.MemberOfAlnas)).Open("/aktiviteter/bemanning")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Hours_are_summed_by_place_too()
    {
        await using var app = await AppUnderTest.Start();
        var (square, hall) = (await Stands.At(app, Cast.Alnas, need: 2, days: 1), await Stands.At(app, Cast.Alnas, need: 1, days: 1, title: "Mässan"));
        await Stands.At(app, Cast.Alnas, need: 3, days: 1, title: "Loppis"); // at the same square
        await app.Write(async db =>
        {
            var venue = new Venue(Cast.Alnas.Id);
            venue.Describe("Bygdegården", null, null, null);
            db.Add(venue);
            var at = await db.Gatherings.SingleAsync(g => g.Id == hall.Id);
            at.Take(new(at.Starts, at.Ends), new Whereabouts(venue.Id, null, null), FakeTime.Start);
        });
        await app.Ask(async r => await r.Take((await app.Shifts(square))[0], Cast.MemberOfAlnas.Id, false, false));

        var page = await (await (await app.As(Cast.AssociationChair)).Open("/aktiviteter/bemanning")).Follow("Per plats");

        page.Html.QuerySelectorAll(".bars li").Select(li => li.QuerySelectorAll("span").Select(s => s.TextContent)).ShouldBe([["Bygdegården", "0 av 3 timmar"], ["Torget", "3 av 15 timmar"]]);
        page.Html.QuerySelector(".chips [aria-current]")!.TextContent.ShouldBe("Per plats");
    }

    [Fact]
    public async Task Hours_are_given_when_the_gathering_was_held()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas, need: 2, days: 1);
        var shift = (await app.Shifts(stand))[0];
        await app.Ask(r => r.Take(shift, Cast.MemberOfAlnas.Id, false, false));
        await app.Ask(r => r.Take(shift, Cast.GroupLeader.Id, false, false));
        await app.Ask(r => r.GiveBack(shift, Cast.GroupLeader.Id));
        (await Hours(app)).ShouldBeNull();

        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.Write(async db => (await db.Gatherings.SingleAsync()).Tell("Bra dag.", 40, app.Clock.GetUtcNow()));

        (await Hours(app)).ShouldBe(3m);
        await app.Work<IEnumerable<ISignOfActivity>>(async signs => (await signs.Single(s => s.Key == "shift").Between(FakeTime.Today, FakeTime.Today.AddDays(3)).ToListAsync()).ShouldBe([Cast.MemberOfAlnas.Id]));
        (await (await app.As(Cast.MemberOfAlnas)).Open($"/manniskor/{Cast.MemberOfAlnas.Id}")).Text.ShouldContain("Stod på Bokbord på torget: Bokbord och samtal");
    }

    [Fact]
    public async Task Shifts_that_lack_people_need_somebody_in_the_calendar()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas, shifts: 2);
        var birgitta = await app.As(Cast.AssociationChair);

        (await birgitta.Open("/aktiviteter")).Html.QuerySelector("#behover")!.TextContent.ShouldContain("Två pass saknar folk");
        foreach (var shift in await app.Shifts(stand))
            await app.Ask(r => r.Take(shift, Cast.MemberOfAlnas.Id, false, false));

        (await birgitta.Open("/aktiviteter")).Html.QuerySelector("#behover").ShouldBeNull();
    }

    [Fact]
    public async Task What_fits_is_on_ones_own_page_what_one_can_first()
    {
        await using var app = await AppUnderTest.Start();
        await Stands.At(app, Cast.Alnas, days: 2, title: "Städdag");
        var stand = await Stands.At(app, Cast.Alnas, days: 9);
        await Stands.At(app, Cast.Stora, days: 1, title: "Loppis i Storå");
        await app.Write(async db =>
        {
            var talk = new Skill(Cast.District.Id, "Prata på torget", 0);
            talk.Leads("pass");
            (await db.Shifts.SingleAsync(s => s.GatheringId == stand.Id)).Describe("Bokbord", 1, talk.Id);
            db.AddRange(talk, new PersonSkill(Cast.MemberOfAlnas.Id, talk.Id) { Likes = true });
        });

        var page = await (await app.As(Cast.MemberOfAlnas)).Open("/min-sida");

        page.Html.QuerySelectorAll(".tasks h3").Select(h => h.TextContent).Where(t => t.StartsWith("Ta ett pass", StringComparison.Ordinal)).ShouldBe(["Ta ett pass: Bokbord på torget", "Ta ett pass: Städdag"]);
        page.Text.ShouldContain("Stå på Bokbord på torget, torsdag 19 mars 09.30–12.30");
    }

    private static async Task<decimal?> Hours(AppUnderTest app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (db, measure) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetServices<IMeasure>().Single(m => m.Code == "volunteer-hours"));
        return (await measure.ByUnit(db.Units.Select(u => u.Id), FakeTime.Today, FakeTime.Today.AddDays(30), CancellationToken.None)).GetValueOrDefault(Cast.Alnas.Id)?.Value;
    }
}
