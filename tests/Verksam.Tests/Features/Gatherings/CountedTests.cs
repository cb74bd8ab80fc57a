using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Door;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Planning.Sharing;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Tests.Features.Planning;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>What was held completes the plan's commitments, and tells how many took part.</summary>
public sealed class CountedTests
{
    private static readonly DateOnly January = new(FakeTime.Today.Year, 1, 1);

    [Fact]
    public async Task What_was_held_counts_the_commitment_and_what_is_only_planned_does_not()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app, "# Möten\n\nVi ska hålla minst två träffar.\n");
        var (held, planned) = (await Tied(app, "1.1"), await Tied(app, "1.1"));
        (await Row(app)).Count.ShouldBeNull();

        await Hold(app, held);
        var after = await Row(app);
        (after.Count, after.Status, after.Completed).ShouldBe((1m, Status.OnTrack, 1));
        await Hold(app, planned);
        after = await Row(app);
        (after.Count, after.Status, after.Standing.Rule).ShouldBe((2m, Status.Done, "count"));

        var page = await (await app.As(Cast.Ombudsman)).Open($"/planen/{Plans.Year}/1.1");
        page.Text.ShouldContain("Två som har genomförts räknas av sig själva.");
        await app.Write(async db => db.Remove(await db.GatheringTies.SingleAsync(t => t.GatheringId == held.Id)));
        (await Row(app)).Count.ShouldBe(1m);
    }

    [Fact]
    public async Task What_the_plan_has_one_of_is_done_when_one_was_held()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app, "# Valet\n\nVi ska ordna en valupptakt.\n");
        var kickoff = await Tied(app, "1.1");
        (await Row(app)).Status.ShouldNotBe(Status.Done);

        await Hold(app, kickoff);

        var row = await Row(app);
        (row.Count, row.Status).ShouldBe((1m, Status.Done));
    }

    [Fact]
    public async Task What_somebody_has_counted_is_added_to_by_what_is_held_later()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app, "# Möten\n\nVi ska hålla minst fem träffar.\n");
        await Hold(app, await Tied(app, "1.1"));
        await Planned.Change(app, "1.1", c => c.Report(Cast.Ombudsman.Id, "Tre är hållna, en av dem står här.", 3, null, null, app.Clock.GetUtcNow(), out _));
        (await Row(app)).Count.ShouldBe(3m);

        await Hold(app, await Tied(app, "1.1", days: 3));

        (await Row(app)).Count.ShouldBe(4m);
    }

    [Theory]
    [InlineData("Antalet medlemmar ska öka.")]
    [InlineData("Minst 80 procent av medlemmarna ska delta.")]
    [InlineData("Varje förening ska hålla minst en träff per termin.")]
    public async Task What_is_no_number_of_things_is_not_counted_by_what_is_held(string words)
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app, $"# Möten\n\n{words}\n");
        await Hold(app, await Tied(app, "1.1"));

        var row = await Row(app);

        (row.Count, row.Completed).ShouldBe((null, 0));
        row.Said.NewsAt.ShouldNotBeNull(); // but it is news
    }

    [Fact]
    public async Task The_part_of_the_unit_that_held_it_is_counted()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app, "# Möten\n\nVi ska hålla minst fyra träffar.\n");
        var commitment = await Planned.Find(app, "1.1");
        await app.Write(db =>
        {
            db.AddRange(new[] { Cast.Alnas, Cast.Stora }.Select(unit => { var part = new Part(commitment.Id, unit.Id, FakeTime.Start); part.Ask(2, null); return part; }));
            return Task.CompletedTask;
        });
        await Hold(app, await Tied(app, "1.1"));
        await Hold(app, await Tied(app, "1.1"));

        var row = await Row(app);

        row.Parts.Select(p => (p.Unit, p.Count, p.Standing.Status)).ShouldBe([("Alnäs", 2m, Status.Done), ("Storå", null, Status.NotStarted)], ignoreOrder: true);
        row.Count.ShouldBe(2m);
        await Hold(app, await Tied(app, "1.1", by: Cast.District));
        row = await Row(app);
        row.Parts.Sum(p => p.Count).ShouldBe(2m);
        (row.Count, row.Completed).ShouldBe((3m, 3)); // the district's own is nobody's part
    }

    [Fact]
    public async Task Who_took_part_is_counted_each_time_and_each_person_once_and_where_they_belong()
    {
        await using var app = await AppUnderTest.Start();
        var (spring, later, before) = (await Arranged.In(app, Cast.Alnas, days: 1), await Arranged.In(app, Cast.Stora, days: 2), await Arranged.In(app, Cast.Alnas, days: 1));
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == before.Id)).Take(new Hours(FakeTime.Start.AddYears(-1), FakeTime.Start.AddYears(-1).AddHours(2)), new Whereabouts(null, "Torget", null), FakeTime.Start.AddYears(-2)));
        await Here(app, spring, Cast.MemberOfAlnas.Id, Cast.GroupLeader.Id);
        await Here(app, later, Cast.MemberOfAlnas.Id, Cast.MemberOfStora.Id);
        await Here(app, before, Cast.GroupLeader.Id);
        (await Figures(app, "participants")).ShouldBeEmpty(); // nobody has said that they were held

        await Hold(app, spring, 9); // nine, and two of them were ticked
        await Hold(app, later);
        await Hold(app, before);

        (await Figures(app, "participants")).ShouldBe(new() { ["Alnäs"] = new(9), ["Storå"] = new(2) });
        (await Figures(app, "participants-different")).ShouldBe(new() { ["Alnäs"] = new(2), ["Storå"] = new(1) });
        (await Figures(app, "participants-new")).ShouldBe(new() { ["Alnäs"] = new(1), ["Storå"] = new(1) }); // the leader of the group was there last year
        (await Figures(app, "associations-with-gatherings")).Values.ShouldBe([new(1, 1), new(1, 1)]);
    }

    [Fact]
    public async Task The_page_tells_kind_by_kind_and_names_only_to_those_who_may_see_people()
    {
        await using var app = await AppUnderTest.Start();
        var (talk, stand) = (await Arranged.In(app, Cast.Alnas, days: 1), await Arranged.In(app, Cast.Alnas, days: 2));
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == stand.Id)).Describe("Bokbord", "stand", null, null));
        await Here(app, talk, Cast.MemberOfAlnas.Id);
        await Hold(app, talk);
        await Hold(app, stand, 40);

        var page = await (await app.As(Cast.Ombudsman)).Open("/matt/deltagare");
        page.Html.QuerySelectorAll("section[aria-labelledby=slag-h] tbody tr").Select(r => r.QuerySelector("th")!.TextContent + " " + r.QuerySelector("td")!.TextContent).ShouldBe(["Samtalskväll 1", "Bokbord, mässa eller marknad 40"]);
        (await (await app.As(Cast.Ombudsman)).Open("/matt/aktiviteter")).Html.QuerySelectorAll("section[aria-labelledby=slag-h] tbody tr").Length.ShouldBe(2);
        (await (await app.As(Cast.Ombudsman)).Open("/matt/olika-deltagare")).Text.ShouldContain(Cast.MemberOfAlnas.Name);
        (await (await app.As(Cast.MemberOfStora)).Open("/matt/olika-deltagare")).Text.ShouldNotContain(Cast.MemberOfAlnas.Name);
    }

    private static async Task<Gathering> Tied(AppUnderTest app, string number, int days = 1, Unit? by = null)
    {
        var (gathering, commitment) = (await Arranged.In(app, by ?? Cast.Alnas, days: days), await Planned.Find(app, number));
        await app.Write(db => Task.FromResult(db.Add(new GatheringTie(gathering.Id, commitment.Id))));
        return gathering;
    }

    // told of the evening after, whenever that is
    private static async Task Hold(AppUnderTest app, Gathering gathering, int? attended = null)
    {
        if (app.Clock.GetUtcNow() < gathering.Ends)
            app.Clock.Advance(gathering.Ends - app.Clock.GetUtcNow() + TimeSpan.FromHours(1));
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == gathering.Id)).Tell("Bra.", attended, app.Clock.GetUtcNow()).ShouldBeNull());
    }

    private static Task Here(AppUnderTest app, Gathering gathering, params Id<Verksam.Features.People.Person>[] people) => app.Write(db =>
    {
        foreach (var person in people)
            db.Attendances.Add(Attendance.Of(gathering.Id, person)).Entity.Hear(new DoorAct(Guid.CreateVersion7(), app.Clock.GetUtcNow(), IsHere: true), app.Clock.GetUtcNow());
        return Task.CompletedTask;
    });

    private static async Task<CarriedRow> Row(AppUnderTest app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return (await scope.ServiceProvider.GetRequiredService<Carried>().Find(await db.Plans.SingleAsync(TestContext.Current.CancellationToken), db.Commitments))[0];
    }

    private static async Task<Dictionary<string, Figure>> Figures(AppUnderTest app, string code)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var measure = scope.ServiceProvider.GetServices<IMeasure>().Single(m => m.Code == code);
        var figures = await measure.ByUnit(db.Units.Select(u => u.Id), January, FakeTime.Today.AddDays(30), TestContext.Current.CancellationToken);
        return (await db.Units.ToListAsync(TestContext.Current.CancellationToken)).Where(u => figures.ContainsKey(u.Id)).ToDictionary(u => u.Name, u => figures[u.Id]);
    }
}
