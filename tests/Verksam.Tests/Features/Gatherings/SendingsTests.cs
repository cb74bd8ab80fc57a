using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Messages;
using Verksam.Features.People;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Jobs;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>Those who arrange see who has been told of a gathering, who has not, and why.</summary>
public sealed class SendingsTests
{
    [Fact]
    public async Task Who_was_told_and_who_must_be_rung_and_what_goes_next()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, days: 7);
        var without = Person.Welcome("Utan Epost", null, "070-174 06 99", Cast.Alnas.Id);
        await app.Write(db => Task.FromResult(db.Add(without)));
        await app.Work<Seating>(s => s.SignUp(gathering.Id, Cast.MemberOfAlnas.Id, new Wish()));
        await app.Work<Seating>(s => s.SignUp(gathering.Id, without.Id, new Wish()));
        await app.SendLetters();

        var before = await Page(app, gathering);
        Section(before, "Det som ska gå").ShouldBe("Dagen före går 16 mars klockan 8 till dem som kommerSamma dag skickas inteTack går 18 mars klockan 8 till dem som kommer");

        await app.Work<IEnumerable<IJob>>(jobs => jobs.Single(j => j.Name == MessageRound.JobName).Run(FakeTime.Start.AddDays(6), CancellationToken.None));
        app.Clock.Advance(TimeSpan.FromDays(6));
        await app.SendLetters();

        var page = await Page(app, gathering);
        Section(page, "Dagen före").ShouldBe($"1 av 2 har gått Utan EpostÖverhoppat Personen har ingen e-postadress.070-174 06 99, Utan Epost Ett brev {Cast.MemberOfAlnas.Name} 09.30");
        page.Html.QuerySelectorAll("a[href='tel:070-174 06 99']").ShouldNotBeEmpty();
        Section(page, "Det som ska gå").ShouldBe("Samma dag skickas inteTack går 18 mars klockan 8 till dem som kommer");
        (await app.Read(db => db.Audit.CountAsync(a => a.Kind == AuditKind.Read && a.WhatId == Cast.MemberOfAlnas.Id.Value))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Letters_of_another_gathering_are_not_among_them_and_only_those_who_arrange_read()
    {
        await using var app = await AppUnderTest.Start();
        var (gathering, other) = (await Arranged.In(app, Cast.Alnas, days: 7), await Arranged.In(app, Cast.Alnas, days: 8));
        await app.Work<Seating>(s => s.SignUp(gathering.Id, Cast.MemberOfAlnas.Id, new Wish()));
        await app.Work<Seating>(s => s.SignUp(other.Id, Cast.DistrictChair.Id, new Wish()));
        await app.SendLetters();

        var page = await Page(app, other);

        page.Text.ShouldContain(Cast.DistrictChair.Name);
        page.Html.QuerySelector("main")!.TextContent.ShouldNotContain(Cast.MemberOfAlnas.Name);
        (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url() + "/brev")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.As(Cast.AssociationChair)).Open((await Arranged.In(app, Cast.Stora, days: 7)).Url() + "/brev")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_changed_their_mind_need_not_be_rung()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, days: 7);
        await app.Work<Seating>(s => s.SignUp(gathering.Id, Cast.MemberOfAlnas.Id, new Wish()));
        await app.Work<IEnumerable<IJob>>(jobs => jobs.Single(j => j.Name == MessageRound.JobName).Run(FakeTime.Start.AddDays(6), CancellationToken.None));
        await app.Work<Seating>(s => s.Leave(gathering.Id, Cast.MemberOfAlnas.Id));
        app.Clock.Advance(TimeSpan.FromDays(6));
        await app.SendLetters();

        Section(await Page(app, gathering), "Dagen före").ShouldBe($"Ett brev {Cast.MemberOfAlnas.Name} Det behövdes inte längre.");
    }

    [Fact]
    public async Task Nothing_is_to_go_for_what_is_cancelled_and_nothing_has_gone_says_so()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, days: 7);
        await app.Write(async db => (await db.Gatherings.SingleAsync()).Cancel("Ingen lokal.", FakeTime.Start));

        var page = await Page(app, gathering);

        page.Text.ShouldContain("Inget brev har gått om den här aktiviteten än.");
        page.Html.QuerySelectorAll("main section").ShouldBeEmpty();
    }

    private static async Task<Sheet> Page(AppUnderTest app, Gathering gathering) => await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/brev");

    private static string Section(Sheet page, string heading)
    {
        var section = page.Html.QuerySelectorAll("main section").Single(s => s.QuerySelector("h2")!.TextContent == heading);
        return string.Join(' ', section.TextContent.Replace(heading, "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
