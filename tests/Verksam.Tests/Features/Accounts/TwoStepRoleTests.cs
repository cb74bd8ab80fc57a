using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Accounts.TwoStep;
using Verksam.Features.Structure;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Accounts;

public sealed class TwoStepRoleTests
{
    private const string Why = "/konto/tva-steg";

    [Fact]
    public async Task What_a_role_gives_is_withheld_after_one_step_and_given_after_two()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        await Authenticator.Demand(app, StandardRoles.Organiser);

        (await tove.Get("/planen/ta-in")).Headers.Location!.ToString().ShouldBe(Why);
        (await tove.Get("/manniskor")).Headers.Location!.ToString().ShouldBe(Why);
        var page = await tove.Open("/");
        page.Url.ShouldBe(Why);
        page.Text.ShouldContain("Ombudsman");
        (await page.Follow("Lägg till engångskoder")).Url.ShouldBe("/konto/engangskoder");
        await Authenticator.TurnOn(app, tove);

        (await tove.Get("/planen/ta-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await tove.Get(Why)).Headers.Location!.ToString().ShouldBe("/konto");
    }

    [Fact]
    public async Task Other_roles_and_what_nobody_gives_are_as_before()
    {
        await using var app = await AppUnderTest.Start();
        await Authenticator.Demand(app, StandardRoles.Organiser);

        (await (await app.As(Cast.DistrictChair)).Get("/planen/ta-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await app.As(Cast.Ombudsman)).Get("/brev")).StatusCode.ShouldBe(HttpStatusCode.Forbidden); // an organiser never may
        (await (await app.As(Cast.MemberOfStora)).Get("/planen/ta-in")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_passkey_session_is_of_two_steps()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        await Authenticator.Demand(app, StandardRoles.Organiser);
        (await tove.Get("/planen/ta-in")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        // how a device answers is seen in a browser (PasskeyJourney): here is only what such a session is worth
        await app.Write(async db => (await db.SignInSessions.Where(s => s.AccountId == Cast.Ombudsman.Account).ToListAsync()).ForEach(s => s.Grow()));

        (await tove.Get("/planen/ta-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_has_a_passkey_neither_adds_nor_removes_a_step_with_one_step_only()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        await app.Write(GivePasskey);
        await Authenticator.Demand(app, StandardRoles.Organiser);

        (await tove.Open("/konto/engangskoder")).Html.QuerySelector(".secret").ShouldBeNull();
        (await (await tove.Open("/konto/nycklar")).Submit("Ta bort")).Errors.ShouldBe(["Logga in med ditt skärmlås eller dina engångskoder först. Har du tappat dem kan en administratör hjälpa dig."]);
        (await tove.Open(Why)).Text.ShouldContain("Du har redan ett andra steg.");
    }

    [Fact]
    public async Task Whose_rights_cover_the_others_resets_the_second_step()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        await Authenticator.TurnOn(app, tove);
        await app.Write(GivePasskey);
        await app.SendLetters();
        var siv = await app.As(Cast.Administrator);

        await (await siv.Open($"/manniskor/{Cast.Ombudsman.Id}/konto")).Submit("Nollställ");

        (await app.Read(db => db.SecondSteps.CountAsync())).ShouldBe(0);
        (await app.Read(db => db.UserPasskeys.CountAsync())).ShouldBe(0);
        (await tove.Get("/planen")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Authenticator.FirstStep(app.Anybody(), Cast.Ombudsman)).Url.ShouldBe("/oversikt");
        var note = await app.Read(db => db.Audit.SingleAsync(e => e.What == SecondSteps.What && e.By == Cast.Administrator.Id.Value));
        note.WhatId.ShouldBe(Cast.Ombudsman.Id.Value);
        await app.SendLetters();
        app.Post.HandedOver.ShouldContain(l => l.Subject == "Ditt andra steg är nollställt" && l.Address == Cast.Ombudsman.Email);
        (await siv.Open("/logg")).Text.ShouldContain("andra steget vid inloggning");
    }

    [Fact]
    public async Task Whose_rights_do_not_cover_them_does_not()
    {
        await using var app = await AppUnderTest.Start();
        await Authenticator.TurnOn(app, await app.As(Cast.Administrator));
        var tove = await app.As(Cast.Ombudsman);

        var page = await (await tove.Open($"/manniskor/{Cast.Administrator.Id}/konto")).Submit("Nollställ");

        page.Errors.Count.ShouldBe(1);
        (await app.Read(db => db.SecondSteps.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task An_administrator_in_two_steps_chooses_the_roles()
    {
        await using var app = await AppUnderTest.Start();
        var siv = await app.As(Cast.Administrator);
        var organiser = await app.Read(db => db.Roles.SingleAsync(r => r.Code == StandardRoles.Organiser));
        (await (await siv.Open("/installningar/tva-steg")).Submit("Spara", form => form["chosen"] = organiser.Id.ToString()))
            .Errors.ShouldBe(["Logga själv in med två steg först, så vet du att det fungerar."]);
        (await app.Read(db => db.Roles.AnyAsync(r => r.InTwoSteps))).ShouldBeFalse();

        await Authenticator.TurnOn(app, siv);
        await (await siv.Open("/installningar/tva-steg")).Submit("Spara", form => form["chosen"] = organiser.Id.ToString());

        (await app.Read(db => db.Roles.Where(r => r.InTwoSteps).Select(r => r.Code).ToListAsync())).ShouldBe([StandardRoles.Organiser]);
        (await (await app.As(Cast.Ombudsman)).Get("/manniskor")).Headers.Location!.ToString().ShouldBe(Why);
        (await siv.Open("/logg")).Text.ShouldContain("Kräver två steg");
    }

    [Fact]
    public async Task A_new_password_keeps_the_strength_of_the_session()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        await Authenticator.TurnOn(app, tove);
        await Authenticator.Demand(app, StandardRoles.Organiser);

        await (await tove.Open("/konto")).Submit("Spara lösenordet", form => (form["Input.Current"], form["Input.New"]) = (Someone.Password, "fyra gröna katter i sol"));

        (await tove.Get("/planen/ta-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Task GivePasskey(Verksam.Kernel.AppDb db) => Task.FromResult(db.UserPasskeys.Add(new IdentityUserPasskey<Guid>
    {
        UserId = Cast.Ombudsman.Account,
        CredentialId = [1, 2, 3],
        Data = new IdentityPasskeyData { PublicKey = [4], Name = "Chrome, Android", CreatedAt = FakeTime.Start, AttestationObject = [5], ClientDataJson = [6], IsUserVerified = true },
    }));
}
