using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Offers;
using Verksam.Features.People.Reach;
using Verksam.Features.People.Welcome;
using Verksam.Kernel.Audit;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Welcome;

/// <summary>Lena, who is an ordinary member, calls Ronja, who is new.</summary>
public sealed class WelcomePageTests
{
    [Fact]
    public async Task A_contact_person_sees_name_number_and_script_and_nothing_else_and_each_look_is_noted()
    {
        var (app, ronja, url) = await Given();
        await using var house = app;
        await app.Write(async db => (await db.People.SingleAsync(p => p.Id == ronja)).Born(null, 1992, Newcomers.Today));
        var lena = await app.As(Cast.MemberOfAlnas);

        var page = await lena.Open(url);

        page.Heading.ShouldBe("Ronja Kallvik");
        page.Html.QuerySelector("a.primary")!.GetAttribute("href").ShouldBe("tel:0701740611");
        page.Text.ShouldContain("Hej Ronja! Jag heter Lena.");
        page.Text.ShouldContain("Sju dagar kvar");
        page.Text.ShouldNotContain("34 år");
        (await lena.Get($"/manniskor/{ronja}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Read(db => db.Audit.CountAsync(e => e.Kind == AuditKind.Read && e.WhatId == ronja.Value && e.By == Cast.MemberOfAlnas.Id.Value))).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_else_among_the_members_sees_it_nor_can_tell_what_came_of_it()
    {
        var (app, ronja, url) = await Given();
        await using var house = app;
        var ahmed = await app.As(Cast.MemberOfStora);

        (await ahmed.Get(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ahmed.Open("/nya-medlemmar")).Text.ShouldNotContain("Ronja");
        (await (await app.As(Cast.GroupLeader)).Open(url)).Html.QuerySelector("form.outcome").ShouldBeNull(); // may see people there, not write about them
        (await Newcomers.Of(app, ronja)).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task One_press_tells_that_they_talked_and_invites_with_a_letter_and_can_be_undone()
    {
        var (app, ronja, url) = await Given();
        await using var house = app;
        var lena = await app.As(Cast.MemberOfAlnas);

        var next = await (await lena.Open(url)).Submit("Vi pratade", f => f["Input.Note"] = "Har släpvagn.");

        next.Text.ShouldContain("Ronja Kallvik är kontaktad och inbjuden.");
        next.Text.ShouldContain("Ingen väntar på dig");
        (await app.Read(db => db.WelcomeInvitations.CountAsync(i => i.PersonId == ronja && i.ById == Cast.MemberOfAlnas.Id))).ShouldBe(1);
        (await app.Read(db => db.PersonNotes.CountAsync(n => n.PersonId == ronja && n.Text == "Har släpvagn."))).ShouldBe(1);
        (await Newcomers.Of(app, ronja)).End.ShouldBe(WelcomeEnd.Contacted);

        (await next.Submit("Ångra")).Text.ShouldContain("Ronja Kallvik: det senaste är ogjort.");
        (await app.Read(db => db.WelcomeInvitations.CountAsync())).ShouldBe(0);
        (await app.Read(db => db.PersonNotes.CountAsync())).ShouldBe(0);
        (await Newcomers.Of(app, ronja)).IsOpen.ShouldBeTrue();
        app.Clock.Advance(BidLetter.Pause);
        await app.SendLetters();
        app.Post.HandedOver.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_letter_says_what_when_where_and_from_whom()
    {
        var (app, _, url) = await Given();
        await using var house = app;
        var done = await (await (await app.As(Cast.MemberOfAlnas)).Open(url)).Submit("Vi pratade");
        app.Clock.Advance(BidLetter.Pause);
        await app.SendLetters();

        var letter = app.Post.HandedOver.ShouldHaveSingleItem();
        (letter.Address, letter.Subject).ShouldBe((Newcomers.Email, "Välkommen till Introduktionskväll"));
        letter.Text.ShouldContain("Lena Lund bjuder in dig:\n\nIntroduktionskväll\nonsdag 18 mars 19.00\nFolkets hus");
        (await done.Submit("Ångra")).Text.ShouldContain("inbjudan hade redan gått");
        (await app.Read(db => db.WelcomeInvitations.CountAsync())).ShouldBe(1); // that it was sent stays true
    }

    [Fact]
    public async Task Whoever_has_no_e_mail_is_told_in_words_and_is_invited_all_the_same()
    {
        var (app, ronja, url) = await Given(email: null);
        await using var house = app;
        var page = await (await app.As(Cast.MemberOfAlnas)).Open(url);

        page.Text.ShouldContain("Säg det i samtalet, e-post saknas.");
        await page.Submit("Vi pratade");

        (await app.Read(db => db.WelcomeInvitations.CountAsync(i => i.PersonId == ronja))).ShouldBe(1);
        (await app.Read(db => db.Letters.CountAsync(l => l.Kind == BidLetter.KindName))).ShouldBe(0);
    }

    [Fact]
    public async Task A_wrong_number_is_wrong_from_then_on_and_can_be_right_again()
    {
        var (app, ronja, url) = await Given();
        await using var house = app;
        var lena = await app.As(Cast.MemberOfAlnas);

        var told = await (await lena.Open(url)).Submit("Fel nummer");

        (await State(app)).ShouldBe(WayState.Wrong);
        (await Newcomers.Of(app, ronja)).IsOpen.ShouldBeTrue();
        (await lena.Open(url)).Html.QuerySelector("a[href^='tel:']").ShouldBeNull();
        await told.Submit("Ångra");
        (await State(app)).ShouldBe(WayState.Untried);

        static Task<WayState> State(AppUnderTest app) => app.Read(db => db.Ways.Where(w => w.Value == Newcomers.Phone).Select(w => w.State).SingleAsync());
    }

    [Fact]
    public async Task After_a_wrong_number_one_writes_where_there_is_an_address()
    {
        var (app, _, url) = await Given();
        await using var house = app;

        (await (await (await app.As(Cast.MemberOfAlnas)).Open(url)).Submit("Fel nummer")).Text.ShouldContain("Numret till Ronja Kallvik är märkt som fel. Skriv till personen i stället, e-post finns.");
    }

    [Fact]
    public async Task Whoever_cannot_be_reached_at_all_stands_last_until_a_number_is_written()
    {
        var (app, ronja, url) = await Given(email: null);
        await using var house = app;
        app.Clock.Advance(TimeSpan.FromDays(1));
        await Newcomers.Join(app, since: Newcomers.Today.AddDays(1), name: "Vide Ammerlund");
        await Newcomers.Settle(app);
        var lena = await app.As(Cast.MemberOfAlnas);

        var told = await (await lena.Open(url)).Submit("Fel nummer");

        told.Text.ShouldContain("Nu finns varken telefon eller e-post. Be den som leder Alnäs leta rätt på numret.");
        var page = await lena.Open("/nya-medlemmar");
        Names(page).ShouldBe(["Vide Ammerlund", "Ronja Kallvik"]);
        page.Text.ShouldContain("Ingen väg att nå än");
        (await lena.Open(url)).Text.ShouldContain("Den som leder Alnäs kan skriva in ett nummer.");
        (await (await app.As(Cast.AssociationChair)).Open(url)).Html.QuerySelector($"a[href='/manniskor/{ronja}/kontakt']").ShouldNotBeNull();
        await app.Write(async db => (await db.People.SingleAsync(p => p.Id == ronja)).ReachFirst(WayKind.Phone, "070-174 06 99"));
        Names(await lena.Open("/nya-medlemmar")).ShouldBe(["Ronja Kallvik", "Vide Ammerlund"]);

        static IEnumerable<string> Names(Sheet page) => page.Html.QuerySelectorAll("h3 a").Select(a => a.TextContent);
    }

    [Fact]
    public async Task Whoever_asked_not_to_be_called_is_written_to()
    {
        var (app, ronja, url) = await Given();
        await using var house = app;
        await app.Write(async db => (await db.People.SingleAsync(p => p.Id == ronja)).Prefers(null, ReachWish.Email, doNotCall: true));

        var page = await (await app.As(Cast.MemberOfAlnas)).Open(url);

        page.Html.QuerySelector("a[href^='tel:']").ShouldBeNull();
        page.Html.QuerySelector("a.primary")!.GetAttribute("href").ShouldBe("mailto:" + Newcomers.Email);
        await page.Submit("Vi har haft kontakt");
        (await Newcomers.Of(app, ronja)).End.ShouldBe(WelcomeEnd.Contacted);
    }

    [Fact]
    public async Task What_the_person_wants_to_do_is_written_on_the_person()
    {
        var (app, ronja, url) = await Given();
        await using var house = app;
        var skill = new Skill(Cast.District.Id, "Köra släp", 1);
        await app.Write(db => Task.FromResult(db.Add(skill)));

        var told = await (await (await app.As(Cast.MemberOfAlnas)).Open(url)).Submit("Vi pratade", f => f["Input.Skills"] = skill.Id.ToString());

        (await app.Read(db => db.PersonSkills.CountAsync(s => s.PersonId == ronja && s.SkillId == skill.Id && s.Likes))).ShouldBe(1);
        (await app.Read(db => db.WelcomeTries.Select(t => t.Outcome).SingleAsync())).ShouldBe(CallOutcome.WantsTo);
        await told.Submit("Ångra");
        (await app.Read(db => db.PersonSkills.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Who_is_to_be_called_later_stands_last_until_that_day()
    {
        var (app, ronja, url) = await Given();
        await using var house = app;
        await Newcomers.Join(app, name: "Vide Ammerlund");
        await Newcomers.Settle(app);
        var lena = await app.As(Cast.MemberOfAlnas);

        await (await lena.Open(url)).Submit("Ring senare", f => f["Input.Again"] = "2026-03-13");

        (await Newcomers.Of(app, ronja)).TryAgainOn.ShouldBe(new DateOnly(2026, 3, 13));
        (await lena.Open("/nya-medlemmar")).Html.QuerySelectorAll("h3 a").Select(a => a.TextContent).ShouldBe(["Vide Ammerlund", "Ronja Kallvik"]);
    }

    [Fact]
    public async Task Who_is_late_and_has_been_tried_goes_down_to_the_day_of_the_next_try_and_is_late_still()
    {
        var (app, ronja, url) = await Given();
        await using var house = app;
        var vide = await Newcomers.Join(app, name: "Vide Ammerlund");
        await Newcomers.Join(app, name: "Åke Ammerlund");
        await Newcomers.Settle(app);
        app.Clock.Advance(TimeSpan.FromDays(9)); // the last day was the day before yesterday
        var lena = await app.As(Cast.MemberOfAlnas);

        await (await lena.Open(url)).Submit("Ring senare", f => f["Input.Again"] = "2026-03-23");
        await (await lena.Open(await Newcomers.Page(app, vide))).Submit("Svarade inte");

        var page = await lena.Open("/nya-medlemmar");
        page.Html.QuerySelectorAll("h3 a").Select(a => a.TextContent).ShouldBe(["Åke Ammerlund", "Vide Ammerlund", "Ronja Kallvik"]);
        page.Html.QuerySelectorAll(".newcomers .due").Select(d => d.TextContent.Trim()).ShouldBe(["Har väntat nio dagar", "Ring igen 20 mars", "Ring igen 23 mars"]);
        page.Html.QuerySelectorAll(".newcomers li").ShouldAllBe(l => l.GetAttribute("data-status") == "late");
    }

    [Fact]
    public async Task Earlier_tries_are_told_before_what_one_is_to_say()
    {
        var (app, _, url) = await Given();
        await using var house = app;
        var lena = await app.As(Cast.MemberOfAlnas);
        await (await lena.Open(url)).Submit("Svarade inte");
        app.Clock.Advance(TimeSpan.FromDays(1));

        var text = (await lena.Open(url)).Text;

        text.ShouldContain("Svarade inte. Lena Lund");
        text.IndexOf("Svarade inte. Lena Lund", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("Att säga", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-03-10", "Välj vilken dag, inom två månader.")]
    [InlineData("2027-03-10", "Välj vilken dag, inom två månader.")]
    [InlineData("", "Välj vilken dag, inom två månader.")]
    [InlineData("i morgon", "går inte att förstå")]
    public async Task A_day_that_cannot_be_is_refused_and_what_was_written_is_kept(string day, string said)
    {
        var (app, _, url) = await Given();
        await using var house = app;

        var page = await (await (await app.As(Cast.MemberOfAlnas)).Open(url)).Submit("Ring senare", f => (f["Input.Again"], f["Input.Note"]) = (day, "Ringde i bilen"));

        page.Html.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("Ringde i bilen");
        if (day != "i morgon")
            page.Errors.ShouldBe([said]);
        (await app.Read(db => db.WelcomeTries.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Told_twice_it_is_told_once()
    {
        var (app, _, url) = await Given();
        await using var house = app;
        var page = await (await app.As(Cast.MemberOfAlnas)).Open(url);
        await page.Submit("Vi pratade");

        (await page.Submit("Vi pratade")).Text.ShouldContain("Det här är redan klart.");
        (await app.Read(db => db.WelcomeTries.CountAsync())).ShouldBe(1);
        (await app.Read(db => db.WelcomeInvitations.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task The_card_of_my_page_leads_to_those_who_wait_for_me()
    {
        var (app, _, _) = await Given();
        await using var house = app;

        (await (await app.As(Cast.MemberOfAlnas)).Open("/min-sida")).Text.ShouldContain("En ny att kontakta");
        (await (await app.As(Cast.MemberOfStora)).Open("/min-sida")).Text.ShouldNotContain("att kontakta");
    }

    private static async Task<(AppUnderTest App, Verksam.Kernel.Id<Verksam.Features.People.Person> Ronja, string Url)> Given(string? email = Newcomers.Email)
    {
        var app = await AppUnderTest.Start();
        await Newcomers.Choose(app, Cast.MemberOfAlnas);
        await Newcomers.Invites(app);
        var ronja = await Newcomers.Join(app, email: email);
        await Newcomers.Settle(app);
        return (app, ronja, await Newcomers.Page(app, ronja));
    }
}
