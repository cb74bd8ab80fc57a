using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People;
using Verksam.Features.People.Reach;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Reach;

/// <summary>How somebody is reached, and what is known of each way.</summary>
public sealed class ContactPageTests
{
    private static string Lena => $"/manniskor/{Cast.MemberOfAlnas.Id}";

    [Fact]
    public async Task A_second_address_is_used_when_the_first_bounces_and_again_when_it_works()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);

        var page = await (await birgitta.Open(Lena + "/kontakt")).Submit("Lägg till adressen", form => form["Email"] = " Lund@ALNAS.example ");
        page.Text.ShouldContain("Lund@alnas.example finns nu bland vägarna.");
        page = await page.Submit("Studsar: lena@alnas.example");
        page.Text.ShouldContain("lena@alnas.example Studsar sedan 10 mars");
        (await Read(app)).Email.ShouldBe("Lund@alnas.example");

        page = await page.Submit("Fungerar: lena@alnas.example");
        (await Read(app)).Email.ShouldBe("lena@alnas.example");
        (await birgitta.Open(Lena)).Text.ShouldContain("lena@alnas.example Fungerar");
    }

    [Fact]
    public async Task What_is_removed_comes_back_with_one_press_as_it_was()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);
        var page = await (await birgitta.Open(Lena + "/kontakt")).Submit("Fel nummer: 070-174 06 05");

        page = await page.Submit("Ta bort: 070-174 06 05");
        (await Read(app)).WaysOf(WayKind.Phone).ShouldBeEmpty();

        page = await page.Submit("Ångra");
        page.Text.ShouldContain("070-174 06 05 Fel nummer");
        (await Read(app)).WaysOf(WayKind.Phone).Single().State.ShouldBe(WayState.Wrong);
    }

    [Theory]
    [InlineData("lena@", "Adressen går inte att skicka till. Se efter om något tecken har blivit fel.")]
    [InlineData("lena hos alnas.example", "En e-postadress har ett @, som i namn@example.org.")]
    [InlineData("", "Skriv vad som ska läggas till.")]
    public async Task A_bad_address_is_said_at_the_field_and_what_was_written_stays(string written, string said)
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await (await app.As(Cast.AssociationChair)).Open(Lena + "/kontakt")).Submit("Lägg till adressen", form => form["Email"] = written);

        page.Errors.ShouldBe([said]);
        page.Html.QuerySelector("#Email")!.GetAttribute("value").ShouldBe(written);
        page.Html.QuerySelector("#Email-error")!.TextContent.ShouldBe(said);
    }

    [Theory]
    [InlineData("070-174 06", "Numret verkar sakna siffror.")]
    [InlineData("ring mig", "Skriv numret med bara siffror. Det får gärna vara mellanslag och bindestreck mellan dem.")]
    [InlineData("1740611", "Skriv numret med riktnummer, som 070-174 06 11, eller med landsnummer efter ett plus.")]
    public async Task A_bad_number_is_told_what_it_lacks(string written, string said)
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await (await app.As(Cast.AssociationChair)).Open(Lena + "/kontakt")).Submit("Lägg till numret", form => form["Phone"] = written);

        page.Errors.ShouldBe([said]);
        page.Html.QuerySelector("#Phone")!.GetAttribute("value").ShouldBe(written);
    }

    [Fact]
    public async Task A_number_is_kept_as_one_writes_it_here_and_tried_first_when_one_says_so()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);

        var page = await (await birgitta.Open(Lena + "/kontakt")).Submit("Lägg till numret", form => form["Phone"] = "+46 (0)70 1740677");
        await page.Submit("Använd först: 070-174 06 77");

        (await Read(app)).Phone.ShouldBe("070-174 06 77");
        (await birgitta.Open(Lena)).Html.QuerySelector(".reach a")!.GetAttribute("href").ShouldBe("tel:0701740677");
    }

    [Fact]
    public async Task Where_letters_that_let_in_go_is_changed_only_by_who_may_as_much()
    {
        await using var app = await AppUnderTest.Start();
        var siv = $"/manniskor/{Cast.Administrator.Id}/kontakt";
        var page = await (await (await app.As(Cast.DistrictChair)).Open(siv)).Submit("Lägg till adressen", form => form["Email"] = "ragnars-egen@norrsjo.example");
        page = await page.Submit("Använd först: ragnars-egen@norrsjo.example");

        page.Errors.ShouldBe(["Personen har uppdrag med större rätt än du har. Adressen som brev med inloggning går till får bara någon med minst samma rätt ändra."]);
        (await app.Read(db => db.Users.SingleAsync(a => a.PersonId == Cast.Administrator.Id))).Email.ShouldBe(Cast.Administrator.Email);

        page = await (await (await app.As(Cast.Administrator)).Open(siv)).Submit("Använd först: ragnars-egen@norrsjo.example");
        (await app.Read(db => db.Users.SingleAsync(a => a.PersonId == Cast.Administrator.Id))).Email.ShouldBe("ragnars-egen@norrsjo.example");
        await page.Submit("Studsar: ragnars-egen@norrsjo.example");
        (await app.Read(db => db.Users.SingleAsync(a => a.PersonId == Cast.Administrator.Id))).Email.ShouldBe("ragnars-egen@norrsjo.example"); // what is found out moves nobody's way in
    }

    [Fact]
    public async Task An_address_is_written_held_to_what_a_postal_code_is_and_noted_when_a_letter_comes_back()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);
        var form = await birgitta.Open(Lena + "/adress?slag=hem");

        var page = await form.Submit("Spara", f => (f["Input.Street"], f["Input.PostalCode"], f["Input.Town"]) = ("Sjögatan 3", "8313", "Alnäs"));
        page.Errors.ShouldBe(["Ett svenskt postnummer har fem siffror, som 831 30. Är det ett annat land, skriv landet."]);
        page.Html.QuerySelector("#Input_Street")!.GetAttribute("value").ShouldBe("Sjögatan 3");

        page = await page.Submit("Spara", f => f["Input.PostalCode"] = "83130");
        page.Text.ShouldContain("Sjögatan 3, 831 30 Alnäs");
        await (await birgitta.Open(Lena + "/adress?slag=hem")).Submit("Ett brev kom tillbaka");
        (await birgitta.Open(Lena)).Text.ShouldContain("Brev kom tillbaka 10 mars");
    }

    [Fact]
    public async Task Who_does_not_edit_there_comes_neither_in_nor_does_anything()
    {
        await using var app = await AppUnderTest.Start();
        var chairOfAlnas = await app.As(Cast.AssociationChair);

        (await chairOfAlnas.Get($"/manniskor/{Cast.MemberOfStora.Id}/kontakt")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await chairOfAlnas.Get($"/manniskor/{Cast.MemberOfStora.Id}/adress")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Cast.GroupLeader)).Get(Lena + "/kontakt")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(nameof(ReachWish.None), "070-174 06 05", "tel: sms: mailto:")]
    [InlineData(nameof(ReachWish.Text), "070-174 06 05", "sms: tel: mailto:")]
    [InlineData(nameof(ReachWish.Email), "070-174 06 05", "mailto: tel: sms:")]
    [InlineData(nameof(ReachWish.Text), "08-123 456 78", "tel: mailto:")]
    public async Task What_the_person_wants_is_what_one_presses_first_and_only_a_mobile_takes_a_text(string wish, string number, string buttons)
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(async db =>
        {
            var lena = await db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id);
            lena.ReachFirst(WayKind.Phone, number);
            lena.Prefers(null, Enum.Parse<ReachWish>(wish), doNotCall: false).ShouldBeNull();
        });

        var page = await (await app.As(Cast.AssociationChair)).Open(Lena);

        string.Join(' ', page.Html.QuerySelectorAll(".reach a").Select(a => a.GetAttribute("href")!.Split(':')[0] + ":")).ShouldBe(buttons);
        page.Html.QuerySelector(".reach a[href^='sms:']")?.GetAttribute("href").ShouldBe("sms:0701740605");
    }

    [Fact]
    public async Task The_one_that_is_used_first_is_the_first_that_leads_there()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);
        var page = await (await birgitta.Open(Lena + "/kontakt")).Submit("Lägg till numret", form => form["Phone"] = "0701740677");
        Row(page, "070-174 06 05").ShouldContain("används först");

        page = await page.Submit("Fel nummer: 070-174 06 05");

        Row(page, "070-174 06 05").ShouldNotContain("används först");
        Row(page, "070-174 06 05").ShouldNotContain("Använd först"); // nobody is to call a wrong number
        Row(page, "070-174 06 77").ShouldContain("används först");

        static string Row(Sheet page, string number) => page.Html.QuerySelectorAll(".rows li").Single(li => li.QuerySelector("h3")!.TextContent == number).TextContent;
    }

    [Theory]
    [InlineData("Email", "Lägg till adressen", "LENA@Alnas.example", "lena@alnas.example finns redan här.")]
    [InlineData("Phone", "Lägg till numret", "+46 70 174 06 05", "070-174 06 05 finns redan här.")]
    public async Task One_that_is_there_already_is_said_to_be(string field, string button, string written, string said)
    {
        await using var app = await AppUnderTest.Start();

        var page = await (await (await app.As(Cast.AssociationChair)).Open(Lena + "/kontakt")).Submit(button, form => form[field] = written);

        page.Errors.ShouldBe([said]);
        page.Html.QuerySelector("#" + field)!.GetAttribute("value").ShouldBe(written);
        (await Read(app)).Ways.Count.ShouldBe(2);
    }

    private static Task<Person> Read(AppUnderTest app) => app.Read(db => db.People.AsNoTracking().SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id));
}
