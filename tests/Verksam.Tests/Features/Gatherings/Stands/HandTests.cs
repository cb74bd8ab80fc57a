using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings.Stands;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Welcome;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Stands;

/// <summary>Somebody who is met out there and wants to join in writes it in the phone, says yes, and is called.</summary>
public sealed class HandTests
{
    [Fact]
    public async Task Who_signs_up_on_the_spot_becomes_a_contact_in_the_welcome_queue_with_the_words_and_the_day()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await OutThere.Begun(app);
        var lena = await app.As(Cast.MemberOfAlnas);

        var page = await (await lena.Open(stand.Url() + "/ute/intresse")).Submit("Skicka", Fill);

        page.Text.ShouldContain("Vi hör av oss. Ge tillbaka telefonen.");
        page.Answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        page.Html.QuerySelectorAll("input").Select(i => i.GetAttribute("value") ?? "").ShouldNotContain("Kerstin Torg"); // nobody reads what the one before wrote
        var person = await app.Read(db => db.People.SingleAsync(p => p.Name == "Kerstin Torg"));
        person.Phone.ShouldBe("070-174 06 77");
        (await app.Read(db => db.Relations.SingleAsync(r => r.PersonId == person.Id))).ShouldSatisfyAllConditions(r => r.Kind.ShouldBe(RelationKind.Contact), r => r.UnitId.ShouldBe(Cast.Alnas.Id));
        var waits = await app.Read(db => db.WelcomeCases.SingleAsync(c => c.PersonId == person.Id));
        (waits.Cause, waits.OwnWords, waits.Due).ShouldBe((WelcomeCause.RaisedHand, "Bli medlem", FakeTime.Today.AddDays(1 + WelcomeRule.UsualDays)));
        var yes = await app.Read(db => db.Consents.SingleAsync());
        (yes.PersonId, yes.Occasion, yes.At).ShouldBe((person.Id, "Bokbord på torget", app.Clock.GetUtcNow()));
        yes.Said.ShouldStartWith("Jag vill bli kontaktad av Alnäs. Ni får spara mitt namn");
        (await (await app.As(Cast.AssociationChair)).Open("/nya-medlemmar")).Text.ShouldContain("Kerstin Torg");
    }

    [Fact]
    public async Task The_form_sent_twice_or_by_a_phone_again_is_one()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await OutThere.Begun(app);
        var phone = await StandPhone.Of(app, Cast.MemberOfAlnas, stand);
        var nonce = Guid.CreateVersion7();

        await phone.RaiseHand("Kerstin Torg", "070-174 06 77", nonce, ago: 3_600_000);
        await phone.RaiseHand("Kerstin Torg", "070-174 06 77", nonce, ago: 7_200_000);

        phone.Said.ShouldBeNull();
        (await app.Read(db => db.Consents.SingleAsync())).At.ShouldBe(app.Clock.GetUtcNow().AddHours(-1));
        (await app.Read(db => db.HandsAtStands.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Who_raises_a_hand_once_more_is_called_once_and_about_all_of_it()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await OutThere.Begun(app);
        var lena = await app.As(Cast.MemberOfAlnas);

        foreach (var wish in new[] { HandWish.Member, HandWish.Help, HandWish.Member })
            await (await lena.Open(stand.Url() + "/ute/intresse")).Submit("Skicka", f => { Fill(f); f["Input.Wish"] = wish.ToString(); });

        (await app.Read(db => db.WelcomeCases.SingleAsync())).OwnWords.ShouldBe("Bli medlem. Hjälpa till");
    }

    [Fact]
    public async Task Without_a_yes_nothing_is_kept()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await OutThere.Begun(app);
        var before = await app.Read(db => db.People.CountAsync());

        var page = await (await (await app.As(Cast.MemberOfAlnas)).Open(stand.Url() + "/ute/intresse")).Submit("Skicka", f => { Fill(f); f.Leave("Input.Consent"); });

        page.Errors.ShouldBe(["Utan ett ja sparas ingenting."]);
        (await app.Read(db => db.People.CountAsync())).ShouldBe(before);
        (await app.Read(db => db.HandsAtStands.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("", "070-174 06 77")]
    [InlineData("Kerstin", "")]
    [InlineData("Kerstin", "kom och hälsa på")]
    [InlineData("Kerstin", "kerstin@")]
    public async Task What_cannot_be_used_is_said_and_nothing_is_kept(string name, string contact)
    {
        await using var app = await AppUnderTest.Start();
        var stand = await OutThere.Begun(app);
        var before = await app.Read(db => db.People.CountAsync());
        var phone = await StandPhone.Of(app, Cast.MemberOfAlnas, stand);

        (await phone.RaiseHand(name, contact)).ShouldBe(HttpStatusCode.OK);

        phone.Said.ShouldNotBeNullOrEmpty();
        (await app.Read(db => db.People.CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task Only_from_those_who_stand_there_or_arrange()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await OutThere.Begun(app);

        (await (await StandPhone.Of(app, Cast.MemberOfStora, stand)).RaiseHand("Kerstin", "070-174 06 77")).ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Cast.MemberOfStora)).Open(stand.Url() + "/ute/intresse")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static void Fill(Fields form) => (form["Input.Name"], form["Input.Contact"], form["Input.Wish"], form["Input.Consent"]) = ("Kerstin Torg", "0701740677", nameof(HandWish.Member), "true");
}
