using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>Whoever changes a sign-up by its link is told that it is kept, and the letters say for how many it is.</summary>
public sealed class AnswerPageTests
{
    private const string Address = "disa@example.org", ForHowMany = "Anmälan gäller";

    [Fact]
    public async Task What_is_changed_is_said_to_be_saved_once()
    {
        await using var app = await AppUnderTest.Start();
        var link = Link(await SignUp(app, companions: 0));
        (await app.Anybody().Open(link)).Text.ShouldNotContain("Sparat.");

        var page = await (await app.Anybody().Open(link)).Submit("Spara", f => f["Input.Companions"] = "2");

        page.Text.ShouldContain("Sparat. Så här står din anmälan nu.");
        page.Text.ShouldContain("Du kommer Vi är 3");
        page.Answer.Headers.SetCookies().ShouldBeEmpty();
        (await app.Anybody().Open(link)).Text.ShouldNotContain("Sparat.");
        (await page.Submit("Jag kan inte komma")).Text.ShouldNotContain("Sparat.");
    }

    [Fact]
    public async Task What_cannot_be_taken_is_not_said_to_be_saved()
    {
        await using var app = await AppUnderTest.Start();
        var link = Link(await SignUp(app, companions: 0));
        var saved = await (await app.Anybody().Open(link)).Submit("Spara", f => f["Input.Companions"] = "1");

        var page = await saved.Submit("Spara", f => f["Input.Companions"] = "40");

        page.Errors.Count.ShouldBe(1);
        page.Text.ShouldNotContain("Sparat.");
    }

    [Fact]
    public async Task The_letter_says_for_how_many_it_is()
    {
        await using var app = await AppUnderTest.Start();

        var letter = await SignUp(app, companions: 2);

        letter.ShouldContain("Anmälan gäller 3 personer.");
        await (await app.Anybody().Open(Link(letter))).Submit("Spara", f => f["Input.Companions"] = "0");
        (await Last(app)).ShouldNotContain(ForHowMany); // of one it need not be said
        await (await app.Anybody().Open(Link(letter))).Submit("Spara", f => f["Input.Companions"] = "1");
        (await Last(app)).ShouldContain("Anmälan gäller 2 personer.");
        await (await app.Anybody().Open(Link(letter))).Submit("Jag kan inte komma");
        (await Last(app)).ShouldNotContain(ForHowMany);
    }

    [Fact]
    public async Task The_letter_of_who_waits_says_it_too()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        await app.Write(async db => (await db.Gatherings.SingleAsync()).HasRoomFor(3));
        await app.Work<Seating>(s => s.SignUp(gathering.Id, Cast.MemberOfAlnas.Id, new Wish()));

        var letter = await SignUp(app, gathering, companions: 2); // two seats are left

        letter.ShouldContain("väntelistan");
        letter.ShouldContain("Anmälan gäller 3 personer.");
    }

    private static async Task<string> SignUp(AppUnderTest app, int companions) => await SignUp(app, await Arranged.In(app, Cast.Alnas, Audience.Everybody), companions);

    // the letter that somebody without an account gets
    private static async Task<string> SignUp(AppUnderTest app, Gathering gathering, int companions)
    {
        var page = await app.Anybody().Open($"/kalender/{gathering.Id}");
        await page.Submit(page.Buttons.Single(b => b is "Anmäl mig" or "Ställ mig på väntelistan"), f =>
            (f["Input.Name"], f["Input.Email"], f["Input.Companions"], f["Input.Agrees"]) = ("Disa Hed", Address, companions.ToString(CultureInfo.InvariantCulture), "true"));
        return await Last(app);
    }

    private static async Task<string> Last(AppUnderTest app)
    {
        await app.SendLetters();
        return app.Post.HandedOver.Last(l => l.Address == Address).Text;
    }

    private static string Link(string letter) => letter[letter.IndexOf("/anmalan/", StringComparison.Ordinal)..].Split('\n')[0];
}
