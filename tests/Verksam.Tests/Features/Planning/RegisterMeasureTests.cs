using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.People;
using Verksam.Features.People.Activity;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Reach;
using Verksam.Features.People.Seats;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

/// <summary>What the register tells, counted from dated rows: the cast joined a year before today.</summary>
public sealed class RegisterMeasureTests
{
    private static readonly DateOnly Today = FakeTime.Today;
    private static readonly DateOnly NewYear = new(FakeTime.Today.Year, 1, 1);

    [Fact]
    public async Task Who_joined_this_year_is_new_and_who_moved_is_not()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(async db =>
        {
            var person = Person.Welcome("Nya Nyström", null, null, Cast.Stora.Id);
            db.AddRange(person, new Relation(person.Id, RelationKind.Member, Cast.Stora.Id, NewYear.AddDays(5)));
            await Move(db, Cast.MemberOfAlnas, Cast.Stora);
        });

        (await Count(app, "new-members")).ShouldBe(new() { ["Storå"] = new(1) });
        (await Count(app, "new-members", Today.AddYears(-1))).Values.Sum(f => f.Value).ShouldBe(9);
    }

    [Fact]
    public async Task Who_left_and_came_back_is_new()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(async db =>
        {
            (await db.Relations.SingleAsync(r => r.PersonId == Cast.MemberOfAlnas.Id)).EndBefore(NewYear.AddDays(-30));
            var former = new Relation(Cast.MemberOfAlnas.Id, RelationKind.Former, Cast.Alnas.Id, NewYear.AddDays(-30), LeavingReason.Unpaid);
            former.EndBefore(NewYear.AddDays(10));
            db.AddRange(former, new Relation(Cast.MemberOfAlnas.Id, RelationKind.Member, Cast.Alnas.Id, NewYear.AddDays(10)));
        });

        (await Count(app, "new-members")).ShouldBe(new() { ["Alnäs"] = new(1) });
    }

    [Fact]
    public async Task Active_are_those_who_did_what_this_organisation_counts()
    {
        await using var app = await AppUnderTest.Start();
        (await Count(app, "active-members"))["Alnäs"].ShouldBe(new Figure(2)); // the chair and the group leader have assignments

        await app.Write(async db =>
        {
            var body = new PublicBody(Cast.Alnas.Id, "Kommunfullmäktige", BodyLevel.Municipality);
            db.AddRange(body, new Seat(Cast.MemberOfAlnas.Id, body.Id, SeatKind.Substitute, Today.AddDays(-40)));
            await ActivePeople.Put(db, new ActiveRule(30, ["seat"]));
        });

        (await Count(app, "active-members"))["Alnäs"].ShouldBe(new Figure(1));
        (await Count(app, "active-members", Today.AddDays(-41))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_definition_stands_beside_the_figure_and_is_the_administrators_to_change()
    {
        await using var app = await AppUnderTest.Start();
        var siv = await app.As(Cast.Administrator);

        var page = await (await siv.Open("/installningar/aktiva")).Submit("Spara", form =>
        {
            form["Input.Days"] = "90";
            form["Input.Signs"] = "duty";
        });

        page.Text.ShouldContain("Sparat.");
        (await (await app.As(Cast.MemberOfAlnas)).Open("/matt/aktiva-medlemmar")).Text.ShouldContain("Medlemmar som de senaste 90 dagarna har haft ett uppdrag i organisationen.");
        ((int)(await (await app.As(Cast.Ombudsman)).Get("/installningar/aktiva")).StatusCode).ShouldBe(403);
    }

    [Fact]
    public async Task Nothing_chosen_and_no_days_are_asked_for_again()
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await app.As(Cast.Administrator)).Open("/installningar/aktiva");

        page = await page.Submit("Spara", form =>
        {
            form["Input.Days"] = "4";
            form.Leave("Input.Signs");
        });
        page.Errors.ShouldBe(["Välj minst ett sätt att vara aktiv på."]);

        page.Html.QuerySelector("[name='Input.Days']")!.GetAttribute("value").ShouldBe("4");
        (await page.Submit("Spara", form => (form["Input.Days"], form["Input.Signs"]) = ("0", "seat"))).Errors.Count.ShouldBe(1);
        (await app.Read(db => db.Settings.AnyAsync(s => s.Name == "people-active"))).ShouldBeFalse();
    }

    [Fact]
    public async Task An_address_counts_until_it_stopped_working()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(async db =>
        {
            var lena = await db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id);
            lena.Note(lena.WaysOf(WayKind.Email).Single(), WayState.Bounces, Today.AddDays(-3));
        });

        (await Count(app, "working-email"))["Alnäs"].ShouldBe(new Figure(2, 3));
        (await Count(app, "working-email", Today.AddDays(-4)))["Alnäs"].ShouldBe(new Figure(3, 3));
        var page = await (await app.As(Cast.AssociationChair)).Open("/matt/epost-som-fungerar");
        page.Html.QuerySelectorAll(".log li").Single().TextContent.ShouldContain("Lena Lund");
    }

    [Fact]
    public async Task A_protected_identity_is_no_member_without_an_address()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(async db =>
        {
            var lena = await db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id);
            db.Add(lena.Seal("Skyddad person", [], FakeTime.Start));
        });

        (await Count(app, "working-email"))["Alnäs"].ShouldBe(new Figure(2, 2));
    }

    [Fact]
    public async Task Seats_are_counted_while_they_are_held_and_told_body_by_body()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db =>
        {
            var council = new PublicBody(Cast.Alnas.Id, "Kommunfullmäktige i Alnäs", BodyLevel.Municipality);
            var ended = new Seat(Cast.GroupLeader.Id, council.Id, SeatKind.Member, Today.AddYears(-4));
            ended.End(Today.AddDays(-1)).ShouldBeNull();
            db.AddRange(council, ended, new Seat(Cast.AssociationChair.Id, council.Id, SeatKind.Member, Today.AddYears(-1)),
                new Seat(Cast.MemberOfAlnas.Id, council.Id, SeatKind.Substitute, Today));
            return Task.CompletedTask;
        });

        (await Count(app, "elected")).ShouldBe(new() { ["Alnäs"] = new(2) });
        (await Count(app, "elected", Today.AddDays(-1))).ShouldBe(new() { ["Alnäs"] = new(2) });
        (await (await app.As(Cast.DistrictChair)).Open("/matt/fortroendevalda")).Html.QuerySelectorAll(".log li div").Select(d => d.TextContent.Trim())
            .ShouldBe(["Kommunfullmäktige i Alnäs, ordinarie Birgitta Åman", "Kommunfullmäktige i Alnäs, ersättare Lena Lund"]);
    }

    private static async Task Move(AppDb db, Someone who, Unit unit)
    {
        var person = await db.People.SingleAsync(p => p.Id == who.Id);
        var belongs = new BelongingOf(person, await db.Relations.Where(r => r.PersonId == who.Id).ToListAsync());
        belongs.Become(RelationKind.Member, unit.Id, Today, Today, null, out var began, out _).ShouldBeNull();
        db.Add(began!);
    }

    private static async Task<Dictionary<string, Figure>> Count(AppUnderTest app, string code, DateOnly? on = null)
    {
        var day = on ?? Today;
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var measure = scope.ServiceProvider.GetServices<IMeasure>().Single(m => m.Code == code);
        var names = await db.Units.ToDictionaryAsync(u => u.Id, u => u.Name);
        var figures = await measure.ByUnit(db.Units.Select(u => u.Id), new DateOnly(day.Year, 1, 1), day, CancellationToken.None);
        return figures.ToDictionary(f => names[f.Key], f => f.Value);
    }
}
