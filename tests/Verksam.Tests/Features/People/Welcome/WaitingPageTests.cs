using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People;
using Verksam.Features.People.Listing;
using Verksam.Features.People.Welcome;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Welcome;

/// <summary>Those who lead see who waits, how long and for whom.</summary>
public sealed class WaitingPageTests
{
    [Fact]
    public async Task Somebody_who_leads_gives_the_one_on_the_screen_to_another_and_has_it_back()
    {
        await using var app = await AppUnderTest.Start();
        await Newcomers.Choose(app, Cast.MemberOfAlnas);
        var ronja = await Newcomers.Join(app);
        await Newcomers.Settle(app);
        var url = await Newcomers.Page(app, ronja);
        (await (await app.As(Cast.MemberOfAlnas)).Open(url)).Buttons.ShouldNotContain("Ge");
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        var told = await (await (await app.As(Cast.Ombudsman)).Open(url)).Submit("Ge", f => f["contact"] = Cast.AssociationChair.Id.ToString());

        (await Newcomers.Of(app, ronja)).ContactId.ShouldBe(Cast.AssociationChair.Id);
        await told.Submit("Ångra");
        (await Newcomers.Of(app, ronja)).ContactId.ShouldBe(Cast.MemberOfAlnas.Id);
    }

    [Fact]
    public async Task When_nobody_waits_it_is_said_as_good_news()
    {
        await using var app = await AppUnderTest.Start();

        (await (await app.As(Cast.AssociationChair)).Open("/nya-medlemmar")).Text.ShouldContain("Ingen ny väntar på kontakt");
    }

    [Fact]
    public async Task The_most_urgent_comes_first_and_it_is_noted_that_somebody_read_it()
    {
        await using var app = await AppUnderTest.Start();
        await Newcomers.Choose(app, Cast.MemberOfAlnas);
        await Newcomers.Join(app, name: "Vide Ammermo");
        await Newcomers.Settle(app);
        app.Clock.Advance(TimeSpan.FromDays(9));
        await Newcomers.Join(app, name: "Ronja Kallbäck", since: Newcomers.Today.AddDays(9));

        var page = await (await app.As(Cast.GroupLeader)).Open("/nya-medlemmar");

        page.Html.QuerySelectorAll("h3 a").Select(a => a.TextContent).ShouldBe(["Vide Ammermo", "Ronja Kallbäck"]);
        page.Text.ShouldContain("Två väntar på att bli kontaktade. En har väntat för länge.");
        page.Text.ShouldContain("har väntat nio dagar");
        page.Text.ShouldContain("Kontaktperson Lena Lund");
        page.Html.QuerySelector("input[name=vald]").ShouldBeNull(); // may see, not decide
        (await app.Read(db => db.Audit.CountAsync(e => e.Kind == AuditKind.Read && e.What == WaitingPage.What && e.By == Cast.GroupLeader.Id.Value))).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_sees_those_of_another_unit()
    {
        await using var app = await AppUnderTest.Start();
        await Newcomers.Join(app, Cast.Stora);
        await Newcomers.Settle(app);
        var birgitta = await app.As(Cast.AssociationChair);

        (await birgitta.Open("/nya-medlemmar")).Text.ShouldNotContain("Ronja");
        (await birgitta.Get("/nya-medlemmar?enhet=stora")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Cast.Ombudsman)).Open("/nya-medlemmar?enhet=stora")).Text.ShouldContain("Ronja");
    }

    [Fact]
    public async Task Many_are_given_to_somebody_in_one_press_and_stay_there()
    {
        await using var app = await AppUnderTest.Start();
        var (one, other) = (await Newcomers.Join(app, Cast.Stora), await Newcomers.Join(app, Cast.Stora, name: "Vide Ammermo"));
        await Newcomers.Settle(app);
        var (first, second) = (await Newcomers.Of(app, one), await Newcomers.Of(app, other));
        var tove = await app.As(Cast.DistrictChair);

        var page = await Give(await tove.Open("/nya-medlemmar"), [first.Id.ToString(), second.Id.ToString()], Cast.MemberOfAlnas.Id.ToString());

        page.ShouldContain("Två personer har nu Lena Lund som kontaktperson.");
        await Newcomers.Settle(app);
        (await app.Read(db => db.WelcomeCases.Select(c => c.ContactId).ToListAsync())).ShouldAllBe(c => c == Cast.MemberOfAlnas.Id);

        async Task<string> Give(Sheet sheet, string[] chosen, string contact)
        {
            var token = sheet.Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("contact", contact), .. chosen.Select(c => KeyValuePair.Create("vald", c))]);
            return (await tove.Follow(await tove.Post("/nya-medlemmar?handler=Give", form))).Text;
        }
    }

    [Fact]
    public async Task Those_chosen_in_the_list_of_members_who_wait_get_the_same_contact_person()
    {
        await using var app = await AppUnderTest.Start();
        var (here, there) = (await Newcomers.Join(app), await Newcomers.Join(app, Cast.Stora, name: "Vide Ammermo"));
        await Newcomers.Settle(app);
        var choice = await Choose(app, Cast.AssociationChair, here, there, Cast.MemberOfAlnas.Id);
        var page = await (await app.As(Cast.AssociationChair)).Open($"/manniskor/ge-kontakt?val={choice}");
        page.Text.ShouldContain("En av de valda väntar inte på någon kontakt"); // and the one of Storå is not hers to see

        var told = await page.Submit("Ge dem kontaktpersonen", f => f["Contact"] = Cast.MemberOfAlnas.Id.ToString());

        told.Text.ShouldContain("En person har nu Lena Lund som kontaktperson.");
        (await Newcomers.Of(app, here)).ContactId.ShouldBe(Cast.MemberOfAlnas.Id);
        (await Newcomers.Of(app, there)).ContactId.ShouldNotBe(Cast.MemberOfAlnas.Id);
        (await (await app.As(Cast.Ombudsman)).Get($"/manniskor/ge-kontakt?val={choice}")).StatusCode.ShouldBe(HttpStatusCode.NotFound); // somebody else's choice
        (await told.Submit("Ångra")).Text.ShouldContain("En person har samma kontaktperson som förut.");
        (await Newcomers.Of(app, here)).ContactId.ShouldBe(Cast.AssociationChair.Id);
    }

    [Theory]
    [InlineData("", "Välj vem som ska bli kontaktperson.")]
    [InlineData("nonsens", "Vi förstår inte ”nonsens”.")]
    [InlineData("0195f000-0000-7000-8000-000000000000", "Välj någon i listan. Bara den som har ett konto kan vara kontaktperson.")]
    public async Task Nobody_is_given_to_somebody_by_mistake_and_one_fault_is_one(string contact, string said)
    {
        await using var app = await AppUnderTest.Start();
        var ronja = await Newcomers.Join(app);
        await Newcomers.Settle(app);
        var birgitta = await app.As(Cast.AssociationChair);
        var page = await birgitta.Open($"/manniskor/ge-kontakt?val={await Choose(app, Cast.AssociationChair, ronja)}");
        page.Html.QuerySelector("option")!.TextContent.ShouldBe("Välj");

        var told = await page.Submit("Ge dem kontaktpersonen", f => f.Forge("Contact", contact));

        told.Errors.ShouldBe([said]);
        told.Html.QuerySelector(".errors a")!.GetAttribute("href").ShouldBe("#Contact");
        told.Html.QuerySelector("#Contact[aria-invalid]").ShouldNotBeNull();
        (await Newcomers.Of(app, ronja)).ContactRule.ShouldBe(ContactRule.Chair);
    }

    [Fact]
    public async Task In_the_list_nobody_is_chosen_from_the_start_and_those_that_were_ticked_still_are()
    {
        await using var app = await AppUnderTest.Start();
        await Newcomers.Join(app, Cast.Stora);
        await Newcomers.Settle(app);
        var page = await (await app.As(Cast.DistrictChair)).Open("/nya-medlemmar");

        var told = await page.Submit("Ge", f => f["vald"] = page.Html.QuerySelector("input[name=vald]")!.GetAttribute("value")!);

        told.Errors.ShouldBe(["Välj vem som ska bli kontaktperson."]);
        told.Html.QuerySelector(".errors a")!.GetAttribute("href").ShouldBe("#contact");
        told.Html.QuerySelector("input[name=vald][checked]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Those_given_away_go_back_to_whoever_had_each_and_only_once()
    {
        await using var app = await AppUnderTest.Start();
        await Newcomers.Choose(app, Cast.MemberOfAlnas);
        var (one, other) = (await Newcomers.Join(app), await Newcomers.Join(app, name: "Vide Ammermo"));
        await Newcomers.Settle(app);
        await app.Write(async db => (await db.WelcomeCases.SingleAsync(c => c.PersonId == other)).GiveTo(Cast.GroupLeader.Id, ContactRule.Hand, FakeTime.Start));
        var tove = await app.As(Cast.Ombudsman);
        var page = await tove.Open("/nya-medlemmar?enhet=alnas");

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var told = await page.Submit("Ge", f =>
        {
            f["contact"] = Cast.AssociationChair.Id.ToString();
            foreach (var box in page.Html.QuerySelectorAll("input[name=vald]"))
                f.Tick("vald", box.GetAttribute("value")!);
        });
        told.Text.ShouldContain("Två personer har nu Birgitta Åman som kontaktperson.");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await told.Submit("Ångra")).Url.ShouldBe("/nya-medlemmar?enhet=alnas");

        (await Had(one)).ShouldBe((Cast.MemberOfAlnas.Id, ContactRule.Pool));
        (await Had(other)).ShouldBe((Cast.GroupLeader.Id, ContactRule.Hand));
        (await told.Send("Ångra")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        async Task<(Id<Person>, ContactRule)> Had(Id<Person> who) => await Newcomers.Of(app, who) is var found ? (found.ContactId!.Value, found.ContactRule) : default;
    }

    private static async Task<Id<Chosen>> Choose(AppUnderTest app, Someone by, params Id<Person>[] people)
    {
        var chosen = new Chosen(by.Id.Value, FakeTime.Start, null, people);
        await app.Write(db => Task.FromResult(db.Chosen.Add(chosen)));
        return chosen.Id;
    }

    [Fact]
    public async Task Nobody_becomes_a_contact_person_who_has_no_way_in()
    {
        await using var app = await AppUnderTest.Start();
        var ronja = await Newcomers.Join(app, Cast.Stora);
        await Newcomers.Settle(app);
        var page = await (await app.As(Cast.DistrictChair)).Open("/nya-medlemmar");

        var told = await page.Submit("Ge", f => (f["vald"], f["contact"]) = ((string)page.Html.QuerySelector("input[name=vald]")!.GetAttribute("value")!, ronja.ToString()));

        told.Text.ShouldContain("Bara den som har ett konto kan vara kontaktperson.");
    }

    [Fact]
    public async Task Who_was_nobody_new_is_put_away_and_can_be_taken_back()
    {
        await using var app = await AppUnderTest.Start();
        var ronja = await Newcomers.Join(app, Cast.Stora);
        await Newcomers.Settle(app);
        var page = await (await app.As(Cast.DistrictChair)).Open("/nya-medlemmar");

        var told = await page.Submit("De är inte nya", f => f["vald"] = page.Html.QuerySelector("input[name=vald]")!.GetAttribute("value")!);

        (await Newcomers.Of(app, ronja)).End.ShouldBe(WelcomeEnd.NotNew);
        told.Text.ShouldContain("En person väntar inte längre.");
        await Newcomers.Settle(app);
        (await app.Read(db => db.WelcomeCases.CountAsync())).ShouldBe(1); // and is not found anew
        await told.Submit("Ångra");
        (await Newcomers.Of(app, ronja)).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task How_a_unit_welcomes_is_its_own_and_holds_below_until_they_say_otherwise()
    {
        await using var app = await AppUnderTest.Start();
        var form = await (await app.As(Cast.Ombudsman)).Open("/organisation/norrsjo/valkomna");
        (await form.Submit("Spara", f => f["Input.What"] = "Fika")).Text.ShouldContain("Skriv vad, när och var, eller inget av det.");
        (await form.Submit("Spara", f => f["Input.Days"] = "90")).Text.ShouldContain("60");

        await form.Submit("Spara", f => (f["Input.Days"], f["Input.Script"], f["Input.What"], f["Input.When"], f["Input.Where"]) = ("3", "Hej på dig {namn}!", "Fika", "på söndag", "Folkets hus"));
        var ronja = await Newcomers.Join(app);
        await Newcomers.Settle(app);

        (await Newcomers.Of(app, ronja)).Due.ShouldBe(Newcomers.Today.AddDays(3));
        var page = await (await app.As(Cast.AssociationChair)).Open(await Newcomers.Page(app, ronja));
        page.Text.ShouldContain("Hej på dig Ronja!");
        page.Text.ShouldContain("på söndag · Folkets hus");
    }

    [Fact]
    public async Task The_pool_is_chosen_on_the_page_and_whoever_rests_lets_go_at_once()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);
        (await (await birgitta.Open("/organisation/alnas/valkomna")).Submit("Lägg till", f => f["person"] = Cast.MemberOfAlnas.Id.ToString())).Text.ShouldContain("Lena Lund är kontaktperson.");
        var ronja = await Newcomers.Join(app);
        await Newcomers.Settle(app);
        (await Newcomers.Of(app, ronja)).ContactId.ShouldBe(Cast.MemberOfAlnas.Id);

        var page = await birgitta.Open("/organisation/alnas/valkomna");
        page.Text.ShouldContain("har en att kontakta");
        (await page.Submit("Spara Lena Lund", f => f["Most"] = "0")).Text.ShouldContain("50");
        (await page.Submit("Spara Lena Lund", f => f["Languages"] = "arabiska, klingonska1")).Errors.ShouldBe(["Vi känner inte igen språket klingonska1. Skriv till exempel arabiska."]);
        await page.Submit("Spara Lena Lund", f => (f["PausedTo"], f["Languages"]) = ("2026-04-01", "AR, somaliska; Arabic"));

        (await Newcomers.Of(app, ronja)).ContactId.ShouldBe(Cast.AssociationChair.Id);
        (await app.Read(db => db.ContactPeople.Select(c => c.Languages).SingleAsync())).ShouldBe("ar so");
        (await birgitta.Open("/organisation/alnas/valkomna")).Html.QuerySelector("input[name=Languages]")!.GetAttribute("value").ShouldBe("arabiska, somaliska");
        await (await birgitta.Open("/organisation/alnas/valkomna")).Submit("Ta bort Lena Lund");
        (await app.Read(db => db.ContactPeople.CountAsync())).ShouldBe(0);
    }
}
