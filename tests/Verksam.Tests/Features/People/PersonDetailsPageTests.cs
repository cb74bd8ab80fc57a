using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Reach;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People;

/// <summary>Who somebody is, as it is written down.</summary>
public sealed class PersonDetailsPageTests
{
    private static string Lena => $"/manniskor/{Cast.MemberOfAlnas.Id}";

    [Fact]
    public async Task What_is_known_of_somebody_is_written_and_read_on_the_page()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);

        var page = await (await birgitta.Open(Lena + "/uppgifter")).Submit("Spara", form =>
        {
            (form["Input.Name"], form["Input.Called"], form["Input.Born"]) = ("Anna-Lena Lund", "Lena", "24/3 1961");
            (form["Input.Language"], form["Input.Wish"], form["Input.DoNotCall"]) = ("so", nameof(ReachWish.Text), "true");
        });

        page.Heading.ShouldBe("Anna-Lena Lund");
        foreach (var said in new[] { "KallasLena", "Född24 mars 1961", "Språksomaliska", "Vill helst bli nåddMed sms" })
            page.Text.ShouldContain(said);
        page.Text.ShouldContain("Vill inte bli uppringd");
        page.Html.QuerySelectorAll(".reach a").Select(a => a.TextContent.Trim()).ShouldBe(["Skicka sms", "Mejla Lena"]); // and nothing to call with
    }

    [Fact]
    public async Task Of_somebody_only_the_year_of_birth_may_be_known()
    {
        await using var app = await AppUnderTest.Start();

        var page = await (await (await app.As(Cast.AssociationChair)).Open(Lena + "/uppgifter")).Submit("Spara", form => form["Input.Born"] = "1961");

        page.Text.ShouldContain("Född1961");
        var lena = await app.Read(db => db.People.AsNoTracking().SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id));
        (lena.BirthDate, lena.BirthYear).ShouldBe((null, 1961));
    }

    [Theory]
    [InlineData("i våras")]
    [InlineData("2031-01-01")]
    [InlineData("1961-02-30")]
    public async Task A_birthday_that_cannot_be_is_said_at_the_field_and_stays_there(string written)
    {
        await using var app = await AppUnderTest.Start();

        var page = await (await (await app.As(Cast.AssociationChair)).Open(Lena + "/uppgifter")).Submit("Spara", form => form["Input.Born"] = written);

        page.Errors.ShouldBe(["Den födelsedagen kan inte stämma. Skriv den som 1961-03-24, eller bara året."]);
        page.Html.QuerySelector("#Input_Born")!.GetAttribute("value").ShouldBe(written);
        page.Html.QuerySelector("#Input_Born")!.GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Fact]
    public async Task Where_somebody_belongs_and_what_one_is_there_move_together()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        var page = await (await tove.Open(Lena + "/uppgifter")).Submit("Spara", form => form["Input.Unit"] = Cast.Stora.Id.ToString());

        page.Text.ShouldContain("Medlem i Storå sedan 10 mars.");
        (await tove.Open("/manniskor?enhet=stora&vilka=Member&den=2026-03-09")).Text.ShouldNotContain("Lena Lund");
        (await tove.Open("/manniskor?enhet=alnas&vilka=Member&den=2026-03-09")).Text.ShouldContain("Lena Lund");
        var relations = await app.Read(db => db.Relations.Where(r => r.PersonId == Cast.MemberOfAlnas.Id).OrderBy(r => r.From).ToListAsync());
        relations.Select(r => (r.UnitId, r.Kind, r.To)).ShouldBe([(Cast.Alnas.Id, RelationKind.Member, FakeTime.Today.AddDays(-1)), (Cast.Stora.Id, RelationKind.Member, null)]);
        (await (await tove.Open(Lena + "/tillhorighet")).Submit("Ta tillbaka det senaste")).Text.ShouldContain("Medlem i Alnäs sedan");
    }

    [Fact]
    public async Task Whoever_is_nothing_anywhere_is_only_moved()
    {
        await using var app = await AppUnderTest.Start();
        var maja = $"/manniskor/{Cast.Stranger.Id}";

        var page = await (await (await app.As(Cast.Ombudsman)).Open(maja + "/uppgifter")).Submit("Spara", form => form["Input.Unit"] = Cast.Alnas.Id.ToString());

        page.Text.ShouldContain("Hör till Alnäs.");
        (await app.Read(db => db.Relations.AnyAsync(r => r.PersonId == Cast.Stranger.Id))).ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_leaves_on_a_coming_day_is_not_moved_and_that_is_said_in_words()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        await (await tove.Open(Lena + "/tillhorighet")).Submit("Spara", f => (f["Input.Kind"], f["Input.Why"], f["Input.From"]) = ("Former", "Moved", "2026-04-01"));

        var page = await (await tove.Open(Lena + "/uppgifter")).Submit("Spara", form => form["Input.Unit"] = Cast.Stora.Id.ToString());

        page.Errors.ShouldBe(["Det är redan skrivet vilken dag personen slutar. Ta tillbaka det under Tillhörighet först, så går det att flytta."]);
        (await app.Read(db => db.People.Where(p => p.Id == Cast.MemberOfAlnas.Id).Select(p => p.UnitId).SingleAsync())).ShouldBe(Cast.Alnas.Id);
    }

    [Fact]
    public async Task Somebody_new_is_written_with_what_is_usual_in_one_step()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);
        var form = await birgitta.Open("/manniskor/ny");

        var page = await form.Submit("Lägg till", f => (f["Input.Name"], f["Input.Phone"]) = ("Nils Ny", "070"));
        page.Errors.ShouldBe(["Numret verkar sakna siffror."]);

        page = await page.Submit("Lägg till", f => (f["Input.Phone"], f["Input.Email"], f["Input.Born"]) = ("0701740688", "nils@alnas.example", "1990"));
        page.Heading.ShouldBe("Nils Ny");
        page.Text.ShouldContain("Född1990 E-post nils@alnas.example Telefon 070-174 06 88");
    }
}
