using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People;

public sealed class RightsTests
{
    private static readonly string[] InAlnas = ["Birgitta Åman", "Lena Lund", "Yusuf Demir"];

    private static readonly string[] Everybody = [.. Cast.All.Select(p => p.Name).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("Tove Hallström", "all")]
    [InlineData("Ragnar Ek", "all")]
    [InlineData("Siv Berg", "all")]
    [InlineData("Birgitta Åman", "Alnäs")]
    [InlineData("Yusuf Demir", "Alnäs")]
    [InlineData("Göran Ödman", "self")]
    [InlineData("Lena Lund", "self")]
    [InlineData("Ahmed Nilsson", "self")]
    [InlineData("Ulf Tidström", "self")]
    [InlineData("Maja Främling", "self")]
    public async Task Whom_one_sees(string name, string whom)
    {
        await using var app = await AppUnderTest.Start();

        var seen = await app.Read(async db => await db.People.VisibleTo(await Me.Of(app, Cast.Named(name)), db).Select(p => p.Name).ToListAsync());

        seen.Order(StringComparer.Ordinal).ShouldBe(whom switch { "all" => Everybody, "Alnäs" => InAlnas, _ => [name] });
    }

    [Fact]
    public async Task Nobody_in_particular_sees_nobody()
    {
        await using var app = await AppUnderTest.Start();

        (await app.Read(db => db.People.VisibleTo(new CurrentUser(), db).CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("Tove Hallström", Permission.EditPlan, true, true, true)]
    [InlineData("Tove Hallström", Permission.Administer, false, false, false)]
    [InlineData("Siv Berg", Permission.Administer, true, true, true)]
    [InlineData("Birgitta Åman", Permission.EditPlan, false, true, false)]
    [InlineData("Yusuf Demir", Permission.Report, false, true, false)]
    [InlineData("Yusuf Demir", Permission.EditPlan, false, false, false)]
    [InlineData("Göran Ödman", Permission.ReadAudit, true, false, false)] // a role that does not reach below
    [InlineData("Lena Lund", Permission.SeePlan, false, true, false)]
    [InlineData("Lena Lund", Permission.SeePeople, false, false, false)]
    [InlineData("Ulf Tidström", Permission.SeePlan, false, false, false)]
    [InlineData("Maja Främling", Permission.SeePlan, false, false, false)]
    public async Task Where_one_may_do_what(string name, object permission, bool inDistrict, bool inAlnas, bool inStora)
    {
        await using var app = await AppUnderTest.Start();
        var me = await Me.Of(app, Cast.Named(name));

        new[] { Cast.District, Cast.Alnas, Cast.Stora }.Select(u => me.Can((Permission)permission, u.Path)).ShouldBe([inDistrict, inAlnas, inStora]);
    }

    [Fact]
    public async Task A_role_below_reaches_units_of_units_but_not_ones_neighbours()
    {
        await using var app = await AppUnderTest.Start();
        var village = Cast.Alnas.Found("Byn", UnitKind.Association);
        await app.Write(db => Task.FromResult(db.Add(village)));

        (await Me.Of(app, Cast.AssociationChair)).Can(Permission.EditPlan, village.Path).ShouldBeTrue();
        (await Me.Of(app, Cast.GroupLeader)).Can(Permission.Report, village.Path).ShouldBeFalse();
        (await app.Read(async db => await db.Units.Within((await Me.Of(app, Cast.AssociationChair)).Where(Permission.EditPlan)).Select(u => u.Name).Order().ToListAsync()))
            .ShouldBe(["Alnäs", "Byn"]);
    }

    [Fact]
    public async Task Two_assignments_give_what_both_give_each_in_its_own_place()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(async db => db.Add(Assignment.Give(Cast.MemberOfAlnas.Id, (await db.Roles.SingleAsync(r => r.Code == "chair")).Id, Cast.Stora.Id, FakeTime.Today, FakeTime.Today)));

        var me = await Me.Of(app, Cast.MemberOfAlnas);

        (me.Can(Permission.EditPlan, Cast.Alnas.Path), me.Can(Permission.EditPlan, Cast.Stora.Path)).ShouldBe((false, true));
        me.Title.ShouldBe("Ordförande");
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void An_assignment_holds_on_its_first_and_its_last_day(int daysIn, bool holds) =>
        Assignment.Give(Id<Person>.New(), Id<Role>.New(), Id<Unit>.New(), FakeTime.Today, FakeTime.Today.AddDays(3)).HoldsOn(FakeTime.Today.AddDays(daysIn)).ShouldBe(holds);

    [Fact]
    public void An_assignment_cannot_end_before_it_begins()
    {
        var assignment = Assignment.Give(Id<Person>.New(), Id<Role>.New(), Id<Unit>.New(), FakeTime.Today);

        assignment.End(FakeTime.Today.AddDays(-2)).ShouldBe(PeopleRefusals.EndsBeforeItBegins);
        assignment.To.ShouldBeNull();
        assignment.End(FakeTime.Today.AddDays(-1)).ShouldBeNull(); // never began
        assignment.HoldsOn(FakeTime.Today).ShouldBeFalse();
    }

    [Fact]
    public async Task To_know_who_asks_costs_two_questions_however_many_assignments()
    {
        await using var app = await AppUnderTest.Start();
        var one = await app.Queries.During(() => Me.Of(app, Cast.MemberOfAlnas));
        await app.Write(async db =>
        {
            var role = (await db.Roles.SingleAsync(r => r.Code == "member")).Id;
            db.AddRange(Assignment.Give(Cast.MemberOfAlnas.Id, role, Cast.Stora.Id, FakeTime.Today), Assignment.Give(Cast.MemberOfAlnas.Id, role, Cast.District.Id, FakeTime.Today));
        });

        var three = await app.Queries.During(() => Me.Of(app, Cast.MemberOfAlnas));

        (one, three).ShouldBe((2, 2));
    }
}
