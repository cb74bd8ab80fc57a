using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Accounts;

public sealed class SignInByLetterTests
{
    private const string Spent = "Länken eller koden gäller inte längre. Be om en ny, så kommer den på en gång.";

    private const string WrongCode = "Det är inte rätt kod. Titta i det senaste brevet och försök igen.";

    [Fact]
    public async Task The_code_in_the_letter_leads_in()
    {
        await using var app = await AppUnderTest.Start();
        var (page, letter) = await Ask(app, app.Anybody(), Cast.MemberOfAlnas);

        var inside = await page.Submit("Gå in", form => form["Input.Code"] = letter.Code);

        inside.Url.ShouldBe("/min-sida");
        inside.Html.QuerySelector(".whoami b")!.TextContent.ShouldBe("Lena Lund");
    }

    [Fact]
    public async Task The_link_opens_a_page_with_a_button_and_does_nothing_until_it_is_pressed()
    {
        await using var app = await AppUnderTest.Start();
        var visitor = app.Anybody();
        var (_, letter) = await Ask(app, visitor, Cast.MemberOfAlnas);
        await visitor.Open(letter.Link);
        var page = await visitor.Open(letter.Link);

        visitor.Cookies.Has("verksam").ShouldBeFalse();
        (await app.Read(db => db.SignInTickets.SingleAsync())).UsedAt.ShouldBeNull();
        page.Answer.Headers.CacheControl!.NoStore.ShouldBeTrue();

        (await page.Submit("Logga in")).Url.ShouldBe("/min-sida");
        (await app.Read(db => db.SignInTickets.SingleAsync())).UsedAt.ShouldBe(FakeTime.Start);
    }

    [Fact]
    public async Task The_letter_says_who_sends_it_and_leads_to_the_public_address()
    {
        await using var app = await AppUnderTest.Start();
        await Ask(app, app.Anybody(), Cast.MemberOfAlnas);

        var letter = app.Post.HandedOver.Single();

        (letter.Address, letter.Name, letter.Subject).ShouldBe(("lena@alnas.example", "Lena Lund", "Logga in i Norrsjö distrikt"));
        letter.Text.ShouldContain("https://verksam.example/logga-in/lank/");
        letter.Text.ShouldNotContain("localhost");
        letter.Text.ShouldNotContain("\\n");
    }

    [Fact]
    public async Task A_link_leads_in_once()
    {
        await using var app = await AppUnderTest.Start();
        var (_, letter) = await Ask(app, app.Anybody(), Cast.MemberOfAlnas);
        await (await app.Anybody().Open(letter.Link)).Submit("Logga in");

        var again = app.Anybody();
        var second = await (await again.Open(letter.Link)).Submit("Logga in");

        second.Errors.ShouldBe([Spent]);
        again.Cookies.Has("verksam").ShouldBeFalse();
    }

    [Fact]
    public async Task A_code_is_spent_when_the_link_was_used()
    {
        await using var app = await AppUnderTest.Start();
        var (page, letter) = await Ask(app, app.Anybody(), Cast.MemberOfAlnas);
        await (await app.Anybody().Open(letter.Link)).Submit("Logga in");

        (await page.Submit("Gå in", form => form["Input.Code"] = letter.Code)).Errors.ShouldBe([Spent]);
    }

    [Fact]
    public async Task After_fifteen_minutes_neither_works()
    {
        await using var app = await AppUnderTest.Start();
        var (page, letter) = await Ask(app, app.Anybody(), Cast.MemberOfAlnas);
        app.Clock.Advance(TimeSpan.FromMinutes(15));

        (await page.Submit("Gå in", form => form["Input.Code"] = letter.Code)).Errors.ShouldBe([Spent]);
        (await (await app.Anybody().Open(letter.Link)).Submit("Logga in")).Errors.ShouldBe([Spent]);
    }

    [Fact]
    public async Task Five_wrong_codes_kill_the_ticket()
    {
        await using var app = await AppUnderTest.Start();
        var (page, letter) = await Ask(app, app.Anybody(), Cast.MemberOfAlnas);
        var wrong = letter.Code == "000000" ? "111111" : "000000";
        var said = new List<string>();
        for (var guess = 0; guess < 5; guess++)
            said.AddRange((await page.Submit("Gå in", form => form["Input.Code"] = wrong)).Errors);

        said.ShouldBe([WrongCode, WrongCode, WrongCode, WrongCode, Spent]);
        (await page.Submit("Gå in", form => form["Input.Code"] = letter.Code)).Errors.ShouldBe([Spent]);
    }

    [Fact]
    public async Task A_code_can_be_typed_with_spaces()
    {
        await using var app = await AppUnderTest.Start();
        var (page, letter) = await Ask(app, app.Anybody(), Cast.MemberOfAlnas);

        (await page.Submit("Gå in", form => form["Input.Code"] = $" {letter.Code[..3]} {letter.Code[3..]}")).Url.ShouldBe("/min-sida");
    }

    [Fact]
    public async Task Two_who_use_the_same_link_at_once_do_not_both_get_in()
    {
        await using var app = await AppUnderTest.Start();
        var (_, letter) = await Ask(app, app.Anybody(), Cast.MemberOfAlnas);
        var visitors = new[] { app.Anybody(), app.Anybody(), app.Anybody(), app.Anybody() };
        var pages = await Task.WhenAll(visitors.Select(v => v.Open(letter.Link)));

        var answers = await Task.WhenAll(pages.Select(p => Task.Run(() => p.Send("Logga in"))));

        visitors.Count(v => v.Cookies.Has("verksam")).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Where(a => a.StatusCode != HttpStatusCode.Redirect).ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK || a.StatusCode == HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task An_unknown_address_sees_the_same_and_no_letter_is_written()
    {
        await using var app = await AppUnderTest.Start();
        var known = await Request(app.Anybody(), Cast.MemberOfAlnas.Email);
        var unknown = await Request(app.Anybody(), "nobody@alnas.example");

        unknown.Status.ShouldBe(known.Status);
        Without(unknown, "nobody@alnas.example").ShouldBe(Without(known, Cast.MemberOfAlnas.Email));
        (await app.Read(db => db.Letters.CountAsync())).ShouldBe(1);
        (await app.SendLetters()).ShouldBe(1);
        app.Post.HandedOver.Single().Address.ShouldBe(Cast.MemberOfAlnas.Email);
    }

    [Fact]
    public async Task A_guess_at_an_unknown_address_gets_the_same_answers()
    {
        await using var app = await AppUnderTest.Start();
        var page = await Request(app.Anybody(), "nobody@alnas.example");
        var said = new List<string>();
        for (var guess = 0; guess < 5; guess++)
            said.AddRange((await page.Submit("Gå in", form => form["Input.Code"] = "123456")).Errors);

        said.ShouldBe([WrongCode, WrongCode, WrongCode, WrongCode, Spent]);
    }

    [Theory]
    [InlineData("/logga-in/lank/nonsens")]
    [InlineData("/logga-in/lank/0198c0de-0000-7000-8000-000000000000.abc")]
    [InlineData("/logga-in/lank/0198c0de-0000-7000-8000-000000000000")]
    [InlineData("/logga-in/lank/a.b.c")]
    public async Task A_made_up_link_is_refused_in_words(string link)
    {
        await using var app = await AppUnderTest.Start();

        (await (await app.Anybody().Open(link)).Submit("Logga in")).Errors.ShouldBe([Spent]);
    }

    [Fact]
    public async Task Another_persons_token_does_not_open_a_ticket()
    {
        await using var app = await AppUnderTest.Start();
        var (_, one) = await Ask(app, app.Anybody(), Cast.MemberOfAlnas);
        var (_, other) = await Ask(app, app.Anybody(), Cast.Administrator);
        var mixed = $"{other.Link.Split('.')[0]}.{one.Link.Split('.')[1]}";

        (await (await app.Anybody().Open(mixed)).Submit("Logga in")).Errors.ShouldBe([Spent]);
    }

    [Fact]
    public async Task Neither_the_token_nor_the_code_is_kept_as_it_is()
    {
        await using var app = await AppUnderTest.Start();
        await Request(app.Anybody(), Cast.MemberOfAlnas.Email);
        var before = await app.Read(db => db.Letters.SingleAsync());
        await app.SendLetters();
        var (token, code) = (Letters.Last(app).Link.Split('.')[1], Letters.Last(app).Code);
        var ticket = await app.Read(db => db.SignInTickets.SingleAsync());

        new[] { ticket.TokenHash, ticket.CodeHash, before.Secret! }.ShouldAllBe(kept => !kept.Contains(token) && !kept.Contains(code));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_session_is_remembered_only_when_asked_for(bool remember)
    {
        await using var app = await AppUnderTest.Start();
        var (page, letter) = await Ask(app, app.Anybody(), Cast.MemberOfAlnas, remember);

        var answer = await page.Send("Gå in", form => form["Input.Code"] = letter.Code);

        answer.Headers.SetCookies().Single(c => c.StartsWith("verksam=", StringComparison.Ordinal)).Contains("expires=", StringComparison.Ordinal).ShouldBe(remember);
    }

    private static async Task<(Sheet Page, (string Link, string Code) Letter)> Ask(AppUnderTest app, Visitor visitor, Someone who, bool remember = false)
    {
        var page = await Request(visitor, who.Email, remember);
        await app.SendLetters();
        return (page, Letters.Last(app));
    }

    private static async Task<Sheet> Request(Visitor visitor, string email, bool remember = false) =>
        await (await visitor.Open("/logga-in")).Submit("Skicka en länk till mig", form =>
        {
            form["Input.Email"] = email;
            if (remember)
                form["Input.Remember"] = "true";
        });

    private static string Without(Sheet page, string email) => page.Text.Replace(email, "", StringComparison.Ordinal);
}
