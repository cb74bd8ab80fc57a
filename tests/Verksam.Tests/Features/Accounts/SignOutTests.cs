using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Accounts;

public sealed class SignOutTests
{
    [Fact]
    public async Task The_button_in_the_menu_leads_out()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var inside = await tove.Open("/planen");

        var door = await inside.Submit("Logga ut");

        door.Url.ShouldBe("/logga-in");
        tove.Cookies.Has("verksam").ShouldBeFalse();
        (await tove.Open("/planen")).Url.ShouldStartWith("/logga-in?till=");
    }

    [Fact]
    public async Task A_copy_of_the_cookie_leads_nowhere_afterwards()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var thief = await app.As(Cast.Ombudsman);
        (await thief.Get("/planen")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await (await tove.Open("/planen")).Submit("Logga ut");

        var answer = await thief.Get("/planen");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.AbsolutePath.ShouldBe("/logga-in");
        (await thief.Open("/planen")).Url.ShouldStartWith("/logga-in"); // and there it ends: the door does not send one back
    }

    [Fact]
    public async Task Another_device_stays_signed_in()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        await SignInOn(app, "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1");
        var phone = await app.Read(db => db.SignInSessions.SingleAsync(s => s.AccountId == Cast.Ombudsman.Account && s.Device != ""));
        phone.Device.ShouldBe("Safari, iPhone");

        await (await tove.Open("/planen")).Submit("Logga ut");

        var sessions = await app.Read(db => db.SignInSessions.Where(s => s.AccountId == Cast.Ombudsman.Account).ToListAsync());
        sessions.Single(s => s.EndedAt is null).Id.ShouldBe(phone.Id);
    }

    [Fact]
    public async Task When_one_was_last_here_is_kept_by_the_hour()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        app.Clock.Advance(TimeSpan.FromMinutes(59));
        await tove.Get("/planen");
        (await Seen(app)).ShouldBe(FakeTime.Start);

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await tove.Get("/planen");

        (await Seen(app)).ShouldBe(FakeTime.Start.AddHours(1));
    }

    [Fact]
    public async Task Following_a_link_to_the_page_does_not_sign_out()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        var page = await tove.Open("/logga-ut");

        page.Heading.ShouldBe("Logga ut?");
        (await tove.Open("/planen")).Url.ShouldBe("/planen");
    }

    private static Task<DateTimeOffset> Seen(AppUnderTest app) =>
        app.Read(db => db.SignInSessions.Where(s => s.AccountId == Cast.Ombudsman.Account).Select(s => s.SeenAt).SingleAsync());

    private static async Task SignInOn(AppUnderTest app, string device)
    {
        var visitor = app.Anybody();
        var token = (await visitor.Open("/logga-in")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/logga-in?handler=Password")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Input.Email", Cast.Ombudsman.Email), new("Input.Password", Someone.Password)]),
        };
        request.Headers.UserAgent.ParseAdd(device);
        (await visitor.Send(request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
