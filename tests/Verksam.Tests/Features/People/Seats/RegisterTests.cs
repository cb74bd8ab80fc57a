using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Seats;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Seats;

/// <summary>Who sits where for the organisation.</summary>
public sealed class RegisterTests
{
    private static string Lena => $"/manniskor/{Cast.MemberOfAlnas.Id}";

    [Fact]
    public async Task A_seat_is_given_seen_on_its_days_and_ended()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);
        await (await birgitta.Open("/installningar/organ")).Submit("Lägg till organet", form => (form["Input.Name"], form["Input.Members"], form["Input.Substitutes"]) = ("Socialnämnden", "1", "2"));

        var page = await (await birgitta.Open(Lena + "/platser")).Submit("Ge platsen", form => (form["Input.Kind"], form["Input.From"]) = (nameof(SeatKind.Substitute), "2026-02-01"));
        page.Text.ShouldContain("Ersättare, Socialnämnden");

        var register = await birgitta.Open("/fortroendevalda");
        register.Text.ShouldContain("Lena LundErsättareAlnässedan 1 februari");
        register.Text.ShouldContain("En ordinarie plats är ledig");
        register.Text.ShouldContain("En ersättarplats är ledig");
        (await birgitta.Open("/fortroendevalda?den=2026-01-31")).Text.ShouldNotContain("Lena Lund");

        var seat = await app.Read(db => db.Seats.Select(s => s.Id).SingleAsync());
        await (await birgitta.Open(Lena + "/platser")).Submit("Spara sista dagar", form => form[$"to[{seat}]"] = "2026-02-28");
        (await birgitta.Open("/fortroendevalda")).Text.ShouldNotContain("Lena Lund");
        (await birgitta.Open(Lena)).Text.ShouldContain("1 februari–28 februari");
    }

    [Fact]
    public async Task That_somebody_belongs_here_is_told_only_to_those_who_see_people_there()
    {
        await using var app = await AppUnderTest.Start();
        await Sit(app, Cast.District, "Regionfullmäktige", Cast.MemberOfAlnas, Cast.MemberOfStora);

        var alnas = await (await app.As(Cast.AssociationChair)).Open("/fortroendevalda");
        alnas.Text.ShouldContain("Lena Lund");
        alnas.Text.ShouldNotContain("Ahmed Nilsson");
        alnas.Text.ShouldNotContain("ledig"); // she does not see who else sits there, and so not what is empty
        var all = await (await app.As(Cast.Ombudsman)).Open("/fortroendevalda");
        all.Text.ShouldContain("Ahmed Nilsson");
        all.Text.ShouldContain("Tre ordinarie platser är lediga");
        (await (await app.As(Cast.MemberOfAlnas)).Get("/fortroendevalda")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Reading_it_is_noted()
    {
        await using var app = await AppUnderTest.Start();
        await (await app.As(Cast.Ombudsman)).Open("/fortroendevalda");

        (await app.Read(db => db.Audit.CountAsync(e => e.What == RegisterPage.What && e.Kind == AuditKind.Read && e.By == Cast.Ombudsman.Id.Value))).ShouldBe(1);
        (await (await app.As(Cast.Administrator)).Open("/logg")).Text.ShouldContain("läste förteckningen över förtroendevalda");
    }

    [Fact]
    public async Task A_seat_does_not_end_before_it_begins_and_what_was_written_stays()
    {
        await using var app = await AppUnderTest.Start();
        await Sit(app, Cast.Alnas, "Byggnadsnämnden");
        var form = await (await app.As(Cast.AssociationChair)).Open(Lena + "/platser");

        var page = await form.Submit("Ge platsen", f => (f["Input.From"], f["Input.To"]) = ("2026-02-01", "2026-01-01"));

        page.Errors.ShouldBe(["Platsen kan inte ta slut innan den börjar."]);
        page.Html.QuerySelector("#Input_To")!.GetAttribute("value").ShouldBe("2026-01-01");
        (await app.Read(db => db.Seats.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_body_where_somebody_sits_is_not_removed_and_nobody_sits_in_anothers()
    {
        await using var app = await AppUnderTest.Start();
        var body = await Sit(app, Cast.Alnas, "Byggnadsnämnden", Cast.MemberOfAlnas);
        var other = await Sit(app, Cast.Stora, "Kulturnämnden");

        var page = await (await (await app.As(Cast.AssociationChair)).Open($"/installningar/organ?organ={body}")).Submit("Ta bort organet");
        page.Errors.ShouldBe(["Det finns platser skrivna i Byggnadsnämnden. Ta bort dem först."]);
        page = await (await (await app.As(Cast.AssociationChair)).Open(Lena + "/platser")).Submit("Ge platsen", form => form["Input.Body"] = other.ToString());
        page.Errors.ShouldBe(["Välj ett organ i listan."]);
    }

    [Fact]
    public async Task Nobody_has_the_same_seat_twice_at_a_time()
    {
        await using var app = await AppUnderTest.Start();
        await Sit(app, Cast.Alnas, "Byggnadsnämnden", Cast.MemberOfAlnas);
        var form = await (await app.As(Cast.AssociationChair)).Open(Lena + "/platser");
        const string said = "Personen har redan den platsen under den tiden. Ändra sista dagen på den som finns, eller välj andra dagar.";
        var first = await app.Read(db => db.Seats.Select(s => s.Id).SingleAsync());

        (await form.Submit("Ge platsen")).Errors.ShouldBe([said]);
        await form.Submit("Ge platsen", f => f["Input.Kind"] = nameof(SeatKind.Chair)); // another seat of the same body
        await form.Submit("Spara sista dagar", f => f[$"to[{first}]"] = "2026-03-09");
        await form.Submit("Ge platsen"); // from the day after
        (await app.Read(db => db.Seats.CountAsync())).ShouldBe(3);

        var page = await (await (await app.As(Cast.AssociationChair)).Open(Lena + "/platser")).Submit("Spara sista dagar", f => f[$"to[{first}]"] = "");
        page.Errors.ShouldBe([said]);
        (await app.Read(db => db.Seats.Where(s => s.Id == first).Select(s => s.To).SingleAsync())).ShouldBe(new DateOnly(2026, 3, 9));
    }

    private static async Task<Id<PublicBody>> Sit(AppUnderTest app, Unit unit, string name, params Someone[] people)
    {
        var body = new PublicBody(unit.Id, name, BodyLevel.Region);
        body.Holds(5, null);
        await app.Write(db =>
        {
            db.Add(body);
            db.AddRange(people.Select(p => new Seat(p.Id, body.Id, SeatKind.Member, FakeTime.Today.AddYears(-1))));
            return Task.CompletedTask;
        });
        return body.Id;
    }
}
