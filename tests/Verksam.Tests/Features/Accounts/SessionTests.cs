using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Accounts;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Accounts;

public sealed class SessionTests
{
    [Fact]
    public async Task A_new_password_ends_the_sessions_that_are_open()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        (await tove.Get("/planen")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await app.Write(async db => Passwords.Set(
            await db.Users.SingleAsync(a => a.Id == Cast.Ombudsman.Account), "fyra gröna katter i sol", new PasswordHasher<Account>()).ShouldBeNull());

        await IsSentToTheDoor(tove);
    }

    [Fact]
    public async Task A_session_ends_when_the_account_is_removed()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        await app.Write(async db => db.Remove(await db.Users.SingleAsync(a => a.Id == Cast.Ombudsman.Account)));

        await IsSentToTheDoor(tove);
    }

    [Fact]
    public async Task A_session_lasts_thirty_days()
    {
        await using var app = await AppUnderTest.Start();
        app.Clock.Set(FakeTime.Start.AddDays(30).AddMinutes(-1));
        (await (await app.As(Cast.Ombudsman)).Get("/planen")).StatusCode.ShouldBe(HttpStatusCode.OK);

        app.Clock.Set(FakeTime.Start.AddDays(30).AddMinutes(1));

        await IsSentToTheDoor(await app.As(Cast.Ombudsman));
    }

    [Fact]
    public async Task What_one_may_do_ends_with_the_day_of_the_assignment()
    {
        await using var app = await AppUnderTest.Start();
        var chair = await app.As(Cast.AssociationChair);
        await app.Write(async db => (await db.Assignments.SingleAsync(a => a.PersonId == Cast.AssociationChair.Id)).End(FakeTime.Today).ShouldBeNull());
        (await chair.Get("/planen/ta-in")).StatusCode.ShouldBe(HttpStatusCode.OK);

        app.Clock.Set(new DateTimeOffset(2026, 3, 10, 22, 59, 59, TimeSpan.Zero)); // one second to midnight in Stockholm
        (await chair.Get("/planen/ta-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
        app.Clock.Set(new DateTimeOffset(2026, 3, 10, 23, 0, 0, TimeSpan.Zero));
        (await chair.Get("/planen/ta-in")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_one_may_do_begins_with_the_day_of_the_assignment()
    {
        await using var app = await AppUnderTest.Start();
        var stranger = await app.As(Cast.Stranger);
        await app.Write(async db =>
        {
            var role = await db.Roles.SingleAsync(r => r.Code == "member");
            db.Add(Verksam.Features.People.Assignment.Give(Cast.Stranger.Id, role.Id, Cast.Stora.Id, FakeTime.Today.AddDays(1)));
        });
        (await stranger.Get("/planen")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        app.Clock.Advance(TimeSpan.FromDays(1));

        (await stranger.Get("/planen")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_role_that_loses_a_permission_loses_it_at_once_for_who_is_signed_in()
    {
        await using var app = await AppUnderTest.Start();
        var chair = await app.As(Cast.AssociationChair);
        (await chair.Get("/planen/ta-in")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await app.Write(async db => db.Remove(await db.Assignments.SingleAsync(a => a.PersonId == Cast.AssociationChair.Id)));

        (await chair.Get("/planen/ta-in")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("Ulf Tidström")]
    [InlineData("Maja Främling")]
    public async Task Without_an_assignment_today_one_gets_in_and_sees_nothing(string name)
    {
        await using var app = await AppUnderTest.Start();
        var visitor = await app.As(Cast.Named(name));

        var page = await visitor.Open("/");

        page.Url.ShouldBe("/min-sida");
        page.Html.QuerySelectorAll("nav a").Select(a => a.GetAttribute("href")).ShouldBe(["/min-sida", "/hjalp?fran=%2Fmin-sida"]);
        (await visitor.Get("/oversikt")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_cookie_that_was_tampered_with_is_no_cookie()
    {
        await using var app = await AppUnderTest.Start();
        var visitor = app.Anybody();
        var real = await Cast.Administrator.Cookie();
        visitor.Cookies["verksam"] = real[..^6] + (real[^6] == 'A' ? 'B' : 'A') + real[^5..];

        await IsSentToTheDoor(visitor);
    }

    [Fact]
    public async Task A_cookie_is_good_on_every_node()
    {
        await using var app = await AppUnderTest.Start();
        var visitor = app.Anybody();
        await (await visitor.Open("/logga-in")).Send("Logga in", form =>
        {
            form["Input.Email"] = Cast.Ombudsman.Email;
            form["Input.Password"] = Someone.Password;
        });
        await using var other = await app.AnotherNode();
        var there = other.Anybody();
        there.Cookies["verksam"] = visitor.Cookies["verksam"];

        (await there.Open("/planen")).Html.QuerySelector(".whoami b")!.TextContent.ShouldBe("Tove Hallström");
    }

    [Fact]
    public async Task The_cookies_are_out_of_reach_for_scripts_and_other_sites()
    {
        await using var app = await AppUnderTest.Start();
        var visitor = app.Anybody();
        var opened = await visitor.Get("/logga-in");
        var page = await Sheet.Of(visitor, opened);
        var entered = await page.Send("Logga in", form =>
        {
            form["Input.Email"] = Cast.Ombudsman.Email;
            form["Input.Password"] = Someone.Password;
        });

        var session = Attributes(entered, "verksam");
        session.ShouldBe(["httponly", "path=/", "samesite=lax", "secure"]);
        Attributes(opened, "verksam-form").ShouldBe(["httponly", "path=/", "samesite=strict", "secure"]);
        Attributes(await visitor.Get("/sprak/en"), "verksam-sprak").Where(a => !a.StartsWith("max-age", StringComparison.Ordinal)).ShouldBe(["httponly", "path=/", "samesite=lax", "secure"]);
    }

    [Fact]
    public async Task Over_https_the_session_cookie_goes_nowhere_else()
    {
        await using var app = await AppUnderTest.Start();
        var visitor = app.Anybody();
        var page = await visitor.Open("https://localhost/logga-in");

        var entered = await page.Send("Logga in", form =>
        {
            form["Input.Email"] = Cast.Ombudsman.Email;
            form["Input.Password"] = Someone.Password;
        });

        Attributes(entered, "verksam").ShouldContain("secure");
    }

    private static async Task IsSentToTheDoor(Visitor visitor)
    {
        var answer = await visitor.Get("/planen");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldEndWith("/logga-in?till=%2Fplanen");
    }

    private static IEnumerable<string> Attributes(HttpResponseMessage answer, string cookie) =>
        answer.Headers.SetCookies().Single(c => c.StartsWith(cookie + "=", StringComparison.Ordinal)).Split(';').Skip(1).Select(a => a.Trim().ToLowerInvariant()).Order(StringComparer.Ordinal);
}
