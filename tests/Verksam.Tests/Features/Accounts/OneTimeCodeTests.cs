using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Accounts;
using Verksam.Features.Accounts.TwoStep;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Accounts;

public sealed class OneTimeCodeTests
{
    [Fact]
    public async Task After_the_password_the_code_leads_to_where_one_was_going()
    {
        await using var app = await AppUnderTest.Start();
        var (phone, _) = await Authenticator.TurnOn(app, await app.As(Cast.Ombudsman));
        var visitor = app.Anybody();

        var door = await Authenticator.FirstStep(visitor, Cast.Ombudsman, "/planen");

        door.Url.ShouldBe(Authenticator.Door);
        visitor.Cookies.Has("verksam").ShouldBeFalse();
        (await visitor.Get("/konto")).Headers.Location!.AbsolutePath.ShouldBe("/logga-in");
        (await Authenticator.Type(door, phone.Code())).Url.ShouldBe("/planen");
        (await Strongest(app)).ShouldBe(SignInStrength.Two);
    }

    [Fact]
    public async Task After_the_letters_link_and_code_it_is_asked_for_too()
    {
        await using var app = await AppUnderTest.Start();
        var (phone, _) = await Authenticator.TurnOn(app, await app.As(Cast.Ombudsman));
        await app.SendLetters();
        var visitor = app.Anybody();
        await (await visitor.Open("/logga-in")).Submit("Skicka en länk till mig", form => form["Input.Email"] = Cast.Ombudsman.Email);
        await app.SendLetters();

        var door = await (await visitor.Open(Letters.Last(app).Link)).Submit("Logga in");

        door.Url.ShouldBe(Authenticator.Door);
        visitor.Cookies.Has("verksam").ShouldBeFalse();
        (await Authenticator.Type(door, phone.Code())).Url.ShouldBe("/oversikt");
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        await using var app = await AppUnderTest.Start();
        var (phone, _) = await Authenticator.TurnOn(app, await app.As(Cast.Ombudsman));
        var code = phone.Code();
        await Authenticator.Type(await Authenticator.FirstStep(app.Anybody(), Cast.Ombudsman), code);

        var again = await Authenticator.Type(await Authenticator.FirstStep(app.Anybody(), Cast.Ombudsman), code);

        again.Errors.ShouldBe([Authenticator.Refused]);
    }

    [Fact]
    public async Task The_code_that_turned_it_on_is_spent()
    {
        await using var app = await AppUnderTest.Start();
        var (phone, _) = await Authenticator.TurnOn(app, await app.As(Cast.Ombudsman));

        (await Authenticator.Type(await Authenticator.FirstStep(app.Anybody(), Cast.Ombudsman), phone.Code(-1))).Errors.ShouldBe([Authenticator.Refused]);
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_clock_may_be_one_step_wrong(int steps, bool comesIn)
    {
        await using var app = await AppUnderTest.Start();
        var (phone, _) = await Authenticator.TurnOn(app, await app.As(Cast.Ombudsman));
        app.Clock.Advance(TimeSpan.FromMinutes(5));

        var page = await Authenticator.Type(await Authenticator.FirstStep(app.Anybody(), Cast.Ombudsman), phone.Code(steps));

        page.Url.ShouldBe(comesIn ? "/oversikt" : Authenticator.Door);
    }

    [Fact]
    public async Task Five_wrong_codes_rest_it_for_a_quarter_of_an_hour_and_are_told()
    {
        await using var app = await AppUnderTest.Start();
        var (phone, recovery) = await Authenticator.TurnOn(app, await app.As(Cast.Ombudsman));
        await app.SendLetters();
        var door = await Authenticator.FirstStep(app.Anybody(), Cast.Ombudsman);
        for (var attempt = 0; attempt < Authenticator.MostFailures; attempt++)
            (await Authenticator.Type(door, phone.Wrong())).Errors.ShouldBe([Authenticator.Refused]);

        (await Authenticator.Type(door, phone.Code())).Errors.ShouldBe([Authenticator.Refused]);
        (await Authenticator.Type(door, recovery[0])).Errors.ShouldBe([Authenticator.Refused]);
        await app.SendLetters();
        app.Post.HandedOver[^1].Subject.ShouldBe("Någon har skrivit fel engångskod fem gånger");
        (await app.Read(db => db.Audit.CountAsync(e => e.What == SecondSteps.RestWhat && e.WhatId == Cast.Ombudsman.Id.Value))).ShouldBe(1);

        app.Clock.Advance(SecondStep.Rest + TimeSpan.FromSeconds(1));
        (await Authenticator.Type(await Authenticator.FirstStep(app.Anybody(), Cast.Ombudsman), phone.Code())).Url.ShouldBe("/oversikt");
    }

    [Fact]
    public async Task Four_wrong_codes_do_not()
    {
        await using var app = await AppUnderTest.Start();
        var (phone, _) = await Authenticator.TurnOn(app, await app.As(Cast.Ombudsman));
        var door = await Authenticator.FirstStep(app.Anybody(), Cast.Ombudsman);
        for (var attempt = 0; attempt < Authenticator.MostFailures - 1; attempt++)
            await Authenticator.Type(door, phone.Wrong());

        (await Authenticator.Type(door, phone.Code())).Url.ShouldBe("/oversikt");
    }

    [Fact]
    public async Task A_recovery_code_is_good_once_and_its_use_is_told()
    {
        await using var app = await AppUnderTest.Start();
        var (_, recovery) = await Authenticator.TurnOn(app, await app.As(Cast.Ombudsman));
        recovery.Distinct(StringComparer.Ordinal).Count().ShouldBe(10);
        await app.SendLetters();
        var visitor = app.Anybody();

        (await Authenticator.Type(await Authenticator.FirstStep(visitor, Cast.Ombudsman), recovery[3].ToUpperInvariant())).Url.ShouldBe("/oversikt");

        await app.SendLetters();
        app.Post.HandedOver.Count(l => l.Subject == "En reservkod har använts" && l.Address == Cast.Ombudsman.Email).ShouldBe(1);
        (await visitor.Open("/konto/engangskoder")).Text.ShouldContain("Du har nio reservkoder kvar");
        (await Authenticator.Type(await Authenticator.FirstStep(app.Anybody(), Cast.Ombudsman), recovery[3])).Errors.ShouldBe([Authenticator.Refused]);
        var note = await app.Read(db => db.Audit.SingleAsync(e => e.What == SecondSteps.RecoveryWhat));
        note.WhatId.ShouldBe(Cast.Ombudsman.Id.Value);
    }

    [Fact]
    public async Task New_recovery_codes_replace_the_old()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var (phone, old) = await Authenticator.TurnOn(app, tove);

        var shown = await (await tove.Open("/konto/engangskoder")).Submit("Ta fram nya reservkoder", form => form["Input.Code"] = phone.Code());

        var fresh = shown.Html.QuerySelectorAll(".codes li").Select(c => c.TextContent).ToList();
        fresh.Count.ShouldBe(10);
        (await Authenticator.Type(await Authenticator.FirstStep(app.Anybody(), Cast.Ombudsman), old[0])).Errors.ShouldBe([Authenticator.Refused]);
        (await Authenticator.Type(await Authenticator.FirstStep(app.Anybody(), Cast.Ombudsman), fresh[0])).Url.ShouldBe("/oversikt");
    }

    [Fact]
    public async Task It_is_turned_off_with_a_code_and_not_without()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var (phone, _) = await Authenticator.TurnOn(app, tove);
        var page = await tove.Open("/konto/engangskoder");

        (await page.Submit("Stäng av engångskoder", form => form["Input.Code"] = phone.Wrong())).Errors.ShouldBe([Authenticator.Refused]);
        (await Authenticator.FirstStep(app.Anybody(), Cast.Ombudsman)).Url.ShouldBe(Authenticator.Door);

        await page.Submit("Stäng av engångskoder", form => form["Input.Code"] = phone.Code());
        (await Authenticator.FirstStep(app.Anybody(), Cast.Ombudsman)).Url.ShouldBe("/oversikt");
        await app.SendLetters();
        app.Post.HandedOver.Select(l => l.Subject).Where(s => s.StartsWith("Engångskoder", StringComparison.Ordinal)).ShouldBe(["Engångskoder är påslagna för ditt konto", "Engångskoder är avstängda för ditt konto"], ignoreOrder: true);
    }

    [Fact]
    public async Task It_is_on_only_when_the_device_has_shown_a_code_of_this_very_secret()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var page = await tove.Open("/konto/engangskoder");
        var other = new Authenticator(app, Authenticator.Secret(await tove.Open("/konto/engangskoder")));

        var refused = await page.Submit("Slå på engångskoder", form => form["Input.Code"] = other.Code());

        refused.Errors.ShouldBe([Authenticator.Refused]);
        Authenticator.Secret(refused).ShouldBe(Authenticator.Secret(page)); // what the phone has read still holds
        (await app.Read(db => db.SecondSteps.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Turning_it_on_ends_the_other_sessions_and_not_this_one()
    {
        await using var app = await AppUnderTest.Start();
        var elsewhere = app.Anybody();
        await Authenticator.FirstStep(elsewhere, Cast.Ombudsman);
        var tove = await app.As(Cast.Ombudsman);

        await Authenticator.TurnOn(app, tove);

        (await tove.Get("/planen")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.Get("/planen")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_is_kept_is_neither_the_secret_nor_the_recovery_codes()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var page = await tove.Open("/konto/engangskoder");
        var secret = Authenticator.Secret(page);
        var shown = await page.Submit("Slå på engångskoder", form => form["Input.Code"] = new Authenticator(app, secret).Code());
        var codes = shown.Html.QuerySelectorAll(".codes li").Select(c => c.TextContent.Replace("-", "", StringComparison.Ordinal));

        var kept = await app.Read(db => db.SecondSteps.AsNoTracking().SingleAsync());

        kept.Secret.ShouldNotContain(secret);
        codes.ShouldAllBe(c => !kept.RecoveryHashes.Contains(c));
    }

    [Fact]
    public async Task Before_the_first_step_nothing_tells_that_an_account_has_it()
    {
        await using var app = await AppUnderTest.Start();
        await Authenticator.TurnOn(app, await app.As(Cast.Ombudsman));

        var wrong = await (await app.Anybody().Open("/logga-in")).Submit("Logga in", form => (form["Input.Email"], form["Input.Password"]) = (Cast.Ombudsman.Email, "fel fel fel fel"));
        var unknown = await (await app.Anybody().Open("/logga-in")).Submit("Logga in", form => (form["Input.Email"], form["Input.Password"]) = ("nobody@elsewhere.example", "fel fel fel fel"));

        wrong.Url.ShouldBe(unknown.Url);
        wrong.Errors.ShouldBe(unknown.Errors);
        (await app.Anybody().Get(Authenticator.Door)).Headers.Location!.ToString().ShouldBe("/logga-in");
    }

    [Fact]
    public async Task The_first_step_lasts_a_quarter_of_an_hour_and_no_longer_than_the_stamp()
    {
        await using var app = await AppUnderTest.Start();
        var (phone, _) = await Authenticator.TurnOn(app, await app.As(Cast.Ombudsman));
        var slow = await Authenticator.FirstStep(app.Anybody(), Cast.Ombudsman);
        app.Clock.Advance(Waiting.Lifetime);
        (await Authenticator.Type(slow, phone.Code())).Url.ShouldBe("/logga-in");

        var ended = await Authenticator.FirstStep(app.Anybody(), Cast.Ombudsman);
        await app.Write(async db => (await db.Users.SingleAsync(a => a.Id == Cast.Ombudsman.Account)).EndSessions());
        (await Authenticator.Type(ended, phone.Code())).Url.ShouldBe("/logga-in");
    }

    private static Task<SignInStrength> Strongest(AppUnderTest app) =>
        app.Read(db => db.SignInSessions.Where(s => s.AccountId == Cast.Ombudsman.Account).OrderByDescending(s => s.BeganAt).Select(s => s.Strength).FirstAsync());
}
