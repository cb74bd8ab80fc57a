using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Accounts;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Accounts;

public sealed class PasswordTests
{
    private const string NotTogether = "E-post och lösenord hör inte ihop, eller så har det blivit för många försök. Vänta en kvart, eller ta en länk i stället.";

    [Fact]
    public async Task The_right_password_leads_to_where_one_was_going()
    {
        await using var app = await AppUnderTest.Start();
        var door = await app.Anybody().Open("/planen");

        var inside = await Try(door, "  TOVE@norrsjo.example ", Someone.Password);

        inside.Url.ShouldBe("/planen");
        inside.Html.QuerySelector(".whoami b")!.TextContent.ShouldBe("Tove Hallström");
        (await app.Read(db => db.Users.SingleAsync(a => a.Id == Cast.Ombudsman.Account))).LastSignIn.ShouldBe(FakeTime.Start);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    public async Task The_way_in_never_leads_out_of_the_house(string where)
    {
        await using var app = await AppUnderTest.Start();
        var door = await app.Anybody().Open("/logga-in?till=" + Uri.EscapeDataString(where));

        (await Try(door, Cast.Ombudsman.Email, Someone.Password)).Answer.RequestMessage!.RequestUri!.ToString().ShouldBe("http://localhost/oversikt");
    }

    [Theory]
    [InlineData("tove@norrsjo.example", "fel fel fel fel")]
    [InlineData("nobody@elsewhere.example", Someone.Password)]
    [InlineData("tove@norrsjo.example", "")]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer(string email, string password)
    {
        await using var app = await AppUnderTest.Start();
        var visitor = app.Anybody();

        var answer = await Try(await visitor.Open("/logga-in"), email, password);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Errors.ShouldBe([NotTogether]);
        visitor.Cookies.Has("verksam").ShouldBeFalse();
    }

    [Fact]
    public async Task Five_wrong_passwords_close_the_door_for_a_quarter_of_an_hour()
    {
        await using var app = await AppUnderTest.Start();
        var visitor = app.Anybody();
        var door = await visitor.Open("/logga-in");
        for (var attempt = 0; attempt < 5; attempt++)
            await Try(door, Cast.Ombudsman.Email, "fel fel fel fel");

        (await Try(door, Cast.Ombudsman.Email, Someone.Password)).Errors.ShouldBe([NotTogether]);

        app.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
        (await Try(door, Cast.Ombudsman.Email, Someone.Password)).Url.ShouldBe("/oversikt");
    }

    [Fact]
    public async Task Four_wrong_passwords_do_not()
    {
        await using var app = await AppUnderTest.Start();
        var door = await app.Anybody().Open("/logga-in");
        for (var attempt = 0; attempt < 4; attempt++)
            await Try(door, Cast.Ombudsman.Email, "fel fel fel fel");

        (await Try(door, Cast.Ombudsman.Email, Someone.Password)).Url.ShouldBe("/oversikt");
    }

    [Theory]
    [InlineData("kort mening", "Accounts.Refused.PasswordTooShort")]
    [InlineData("lösenord1234", "Accounts.Refused.PasswordCommon")]
    [InlineData("aaaaaaaaaaaaaaaa", "Accounts.Refused.PasswordCommon")]
    [InlineData("SommarSommar123456", "Accounts.Refused.PasswordCommon")]
    [InlineData("tre gula hundar", null)]
    public void A_password_is_long_and_not_everybodys(string password, string? refused) =>
        (Passwords.Refuses(password)?.Code).ShouldBe(refused);

    [Fact]
    public void A_password_of_two_hundred_and_one_is_too_long() =>
        (Passwords.Refuses(string.Concat(Enumerable.Repeat("abcdefg", 29))[..201])?.Code).ShouldBe("Accounts.Refused.PasswordTooShort");

    private static Task<Sheet> Try(Sheet door, string email, string password) => door.Submit("Logga in", form =>
    {
        form["Input.Email"] = email;
        form["Input.Password"] = password;
    });
}
