using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Rearranging;
using Verksam.Features.People;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Jobs;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>A member signs up in two taps, those who arrange see who comes.</summary>
public sealed class SignUpPageTests
{
    [Fact]
    public async Task A_member_signs_up_gets_the_link_and_signs_off()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var lena = await app.As(Cast.MemberOfAlnas);
        (await lena.Open(gathering.Url())).Html.DocumentElement.OuterHtml.ShouldNotContain("moten.example");

        var page = await (await lena.Open(gathering.Url())).Submit("Jag kommer");

        page.Text.ShouldContain("Du är anmäld till ”Samtal om skolan”.");
        page.Html.DocumentElement.OuterHtml.ShouldContain("moten.example");
        (await (await lena.Get(gathering.Url() + "?handler=Calendar")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("moten.example");
        page = await page.Submit("Jag kan inte komma");
        page.Html.DocumentElement.OuterHtml.ShouldNotContain("moten.example");
        (await page.Submit("Ångra")).Text.ShouldContain("Du kommer");
    }

    [Fact]
    public async Task Those_who_arrange_see_who_comes_and_it_is_noted()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var lena = await app.As(Cast.MemberOfAlnas);
        await (await (await lena.Open(gathering.Url())).Follow("Vi är flera, eller jag behöver något")).Submit("Jag kommer", f => (f["Input.Companions"], f["Input.Needs"]) = ("2", "Plats för rullstol"));
        (await lena.Open(gathering.Url() + "/anmalda")).Status.ShouldBe(HttpStatusCode.Forbidden);

        var list = await (await (await app.As(Cast.AssociationChair)).Open(gathering.Url())).Follow("Tre kommer");

        list.Text.ShouldContain("Lena Lund");
        list.Text.ShouldContain("Vi är 3.");
        list.Text.ShouldContain("Plats för rullstol");
        (await app.Read(db => db.Audit.CountAsync(a => a.Kind == AuditKind.Read && a.WhatId == Cast.MemberOfAlnas.Id.Value))).ShouldBe(1);
        list = await list.Submit("Ta bort Lena Lund");
        list.Text.ShouldNotContain("Lena Lund");
    }

    [Fact]
    public async Task Who_gets_no_seat_waits_and_says_yes_to_the_one_that_is_offered()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await app.Write(async db => (await db.Gatherings.SingleAsync()).HasRoomFor(1));
        var (birgitta, lena) = (await app.As(Cast.AssociationChair), await app.As(Cast.MemberOfAlnas));
        var full = await (await birgitta.Open(gathering.Url())).Submit("Jag kommer");
        full.Text.ShouldContain("Alla 1 platser är tagna");

        var waiting = await (await lena.Open(gathering.Url())).Submit("Ställ mig på väntelistan");
        waiting.Text.ShouldContain("Du har plats 1 i kön.");
        waiting.Html.DocumentElement.OuterHtml.ShouldNotContain("moten.example");
        await (await birgitta.Open(gathering.Url())).Submit("Jag kan inte komma");
        var offered = await lena.Open(gathering.Url());

        offered.Text.ShouldContain("Svara senast onsdag 11 mars klockan 09.30.");
        (await offered.Submit("Ja, jag kommer")).Text.ShouldContain("Du kommer");
    }

    [Fact]
    public async Task Whoever_is_offered_a_seat_and_has_no_e_mail_is_to_be_rung_and_says_yes_by_phone()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await app.Write(async db => (await db.Gatherings.SingleAsync()).HasRoomFor(1));
        var gosta = Person.Welcome("Gösta Ek", null, "070-174 06 77", Cast.Alnas.Id);
        await app.Write(db => Task.FromResult(db.Add(gosta)));
        await app.Work<Seating>(s => s.SignUp(gathering.Id, Cast.MemberOfAlnas.Id, new Wish()));
        await app.Work<Seating>(s => s.SignUp(gathering.Id, gosta.Id, new Wish()));
        var birgitta = await app.As(Cast.AssociationChair);
        (await birgitta.Open("/idag")).Text.ShouldContain("En väntar på plats till Samtal om skolan");

        await app.Work<Seating>(s => s.Leave(gathering.Id, Cast.MemberOfAlnas.Id));

        (await birgitta.Open("/idag")).Text.ShouldContain("Ring en som har fått plats till Samtal om skolan och inte har e-post");
        var list = await birgitta.Open(gathering.Url() + "/anmalda");
        list.Text.ShouldContain("Ring: ingen e-post. 070-174 06 77");
        list = await list.Submit("Tar platsen Gösta Ek");
        list.Text.ShouldContain("Platsen är tagen.");
        list.Buttons.ShouldNotContain("Tar platsen Gösta Ek");
        (await app.Read(db => db.SignUps.Where(s => s.PersonId == gosta.Id).Select(s => s.State).SingleAsync())).ShouldBe(SignUpState.Coming);
    }

    [Fact]
    public async Task More_seats_are_offered_to_those_who_wait_and_what_people_count_on_is_no_draft_again()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await app.Write(async db => (await db.Gatherings.SingleAsync()).HasRoomFor(1));
        var birgitta = await app.As(Cast.AssociationChair);
        await (await birgitta.Open(gathering.Url())).Submit("Jag kommer");
        await (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url())).Submit("Ställ mig på väntelistan");

        await (await birgitta.Open(gathering.Url() + "/andra")).Submit("Spara", f => f["Input.Seats"] = "2");
        await app.Services.GetRequiredService<JobWorker>().RunDue(CancellationToken.None);

        (await app.Read(db => db.SignUps.SingleAsync(s => s.PersonId == Cast.MemberOfAlnas.Id))).State.ShouldBe(SignUpState.Offered);
        (await (await birgitta.Open(gathering.Url())).Submit("Tillbaka till utkast")).Errors.ShouldBe(["Någon har anmält sig. Ställ in den i stället, så får de veta."]);
    }

    [Theory]
    [InlineData("Input.Companions", "10")]
    [InlineData("Input.Companions", "-1")]
    [InlineData("Input.Companions", "många")]
    public async Task Bad_input_signs_nobody_up(string field, string value)
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);

        var page = await (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url() + "/anmalan")).Submit("Jag kommer", f => (f[field], f["Input.Needs"]) = (value, "Kom ihåg mig"));

        page.Errors.Count.ShouldBe(1);
        page.Html.QuerySelector("[name='Input.Needs']")!.TextContent.Trim().ShouldBe("Kom ihåg mig");
        (await app.Read(db => db.SignUps.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Who_may_not_see_it_may_not_come()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var ahmed = await app.As(Cast.Named("Ahmed Nilsson"));

        (await ahmed.Open(gathering.Url() + "/anmalan")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_comes_is_told_when_it_moves()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url())).Submit("Jag kommer");

        var page = await (await (await app.As(Cast.AssociationChair)).Open($"/aktiviteter/planera-om?en={gathering.Id}&gor=Cancel")).Submit("Visa vad det blir", f => f["Input.Why"] = "Vattenskada.");

        page.Text.ShouldContain("Två människor får ett brev var.");
        await app.Work<Concerned>(async c => (await c.By([gathering.Id], CancellationToken.None))[gathering.Id].ShouldContain(Cast.MemberOfAlnas.Id));
    }

    [Fact]
    public async Task What_somebody_needs_is_forgotten_a_month_afterwards()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url() + "/anmalan")).Submit("Jag kommer", f => f["Input.Needs"] = "Tolk");

        foreach (var (days, left) in new[] { (36, "Tolk"), (2, null) })
        {
            app.Clock.Advance(TimeSpan.FromDays(days));
            await app.Work<IEnumerable<IJob>>(jobs => jobs.Single(j => j.Name == OldNeeds.JobName).Run(app.Clock.GetUtcNow(), CancellationToken.None));
            (await app.Read(db => db.SignUps.Select(s => s.Needs).SingleAsync())).ShouldBe(left);
        }
    }
}
