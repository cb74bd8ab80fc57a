using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Accounts;

/// <summary>Where one is signed in, and being told of a browser that is new.</summary>
public sealed class DeviceTests
{
    [Fact]
    public async Task A_new_browser_is_told_by_letter_and_the_first_and_a_known_one_are_not()
    {
        await using var app = await NeverHere();
        var phone = app.Anybody();
        await SignIn(phone);
        await app.SendLetters();
        app.Post.HandedOver.ShouldBeEmpty(); // the first there is

        await SignIn(app.Anybody());
        await app.SendLetters();
        var letter = app.Post.HandedOver.ShouldHaveSingleItem();
        (letter.Address, letter.Subject).ShouldBe((Cast.Ombudsman.Email, "Någon har loggat in som du från en ny enhet"));
        letter.Text.ShouldContain("https://verksam.example/konto/enheter");

        phone.Cookies["verksam"] = ""; // signed out long ago
        await SignIn(phone);
        await app.SendLetters();
        app.Post.HandedOver.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_browser_tells_nothing_of_who_one_is()
    {
        await using var app = await NeverHere();
        var phone = app.Anybody();
        await SignIn(phone);

        var kept = await app.Read(db => db.KnownDevices.SingleAsync());
        phone.Cookies["verksam-enhet"].Length.ShouldBe(32);
        kept.KeyHash.ShouldNotContain(phone.Cookies["verksam-enhet"]);
    }

    [Fact]
    public async Task One_sees_where_one_is_signed_in_and_ends_one_of_them()
    {
        await using var app = await AppUnderTest.Start();
        var (here, there) = (app.Anybody(), app.Anybody());
        await SignIn(here);
        await SignIn(there);

        var page = await here.Open("/konto/enheter");
        page.Html.QuerySelectorAll("tbody tr").Length.ShouldBe(3); // and the one that the house of the tests gave
        page.Text.ShouldContain("Här och nu");
        var id = await app.Read(db => db.SignInSessions.OrderByDescending(s => s.Id).Select(s => s.Id).FirstAsync());
        await page.Submit("Avsluta", form => form.Forge("id", id.ToString()));

        (await there.Open("/konto")).Url.ShouldStartWith("/logga-in");
        (await here.Open("/konto")).Url.ShouldBe("/konto");
    }

    [Fact]
    public async Task Nobody_ends_somebody_elses_session()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var stranger = await app.As(Cast.Stranger);
        await (await app.Anybody().Open("/logga-in")).Submit("Logga in", form => (form["Input.Email"], form["Input.Password"]) = (Cast.Stranger.Email, Someone.Password));
        var toves = await app.Read(db => db.SignInSessions.Where(s => s.AccountId == Cast.Ombudsman.Account).Select(s => s.Id).FirstAsync());

        var page = await stranger.Open("/konto/enheter");
        (await page.Send("Avsluta", form => form.Forge("id", toves.ToString()))).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);

        (await tove.Open("/konto")).Url.ShouldBe("/konto");
    }

    private static async Task<AppUnderTest> NeverHere()
    {
        var app = await AppUnderTest.Start();
        await app.Write(async db => db.RemoveRange(await db.KnownDevices.ToListAsync()));
        return app;
    }

    private static async Task SignIn(Visitor visitor) => await (await visitor.Open("/logga-in")).Submit("Logga in", form =>
        (form["Input.Email"], form["Input.Password"]) = (Cast.Ombudsman.Email, Someone.Password));
}
