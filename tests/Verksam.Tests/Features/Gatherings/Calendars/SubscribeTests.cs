using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Calendars;
using Verksam.Features.Gatherings.Coming;
using Verksam.Kernel.Audit;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Calendars;

/// <summary>One's own calendar behind a secret address.</summary>
public sealed class SubscribeTests
{
    [Fact]
    public async Task It_has_what_one_comes_to_with_the_link_or_all_that_one_may_see_without()
    {
        await using var app = await AppUnderTest.Start();
        var (coming, other) = (await Arranged.In(app, Cast.Alnas), await Arranged.In(app, Cast.Alnas, days: 9));
        var lena = await app.As(Cast.MemberOfAlnas);
        await (await lena.Open(coming.Url())).Submit("Jag kommer");
        var address = await lena.Subscribe();

        var own = await app.Anybody().Text(address);
        own.ShouldContain(coming.Id.ToString());
        own.ShouldContain("CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://moten.example/skolan");
        own.ShouldContain($"URL:https://verksam.example/aktiviteter/{coming.Id}");
        own.ShouldNotContain(other.Id.ToString());
        await (await lena.Open("/aktiviteter/prenumerera")).Submit("Spara", f => f["Input.Choice"] = "All");
        var all = await app.Anybody().Text(address);
        all.ShouldContain(other.Id.ToString());
        all.Split("CONFERENCE").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Who_waits_for_a_seat_has_it_as_uncertain_and_without_the_link()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await app.Write(db =>
        {
            var own = new SignUp(gathering.Id, Cast.MemberOfAlnas.Id);
            own.Waits(FakeTime.Start);
            return Task.FromResult(db.Add(own));
        });

        var text = await app.Anybody().Text(await (await app.As(Cast.MemberOfAlnas)).Subscribe());

        text.ShouldContain("STATUS:TENTATIVE");
        text.ShouldNotContain("moten.example");
    }

    [Theory]
    [InlineData("Lena Lund", "Members", true)]
    [InlineData("Ahmed Nilsson", "Members", false)]
    [InlineData("Ahmed Nilsson", "Everybody", true)]
    [InlineData("Ahmed Nilsson", "Assignment", false)]
    [InlineData("Yusuf Demir", "Assignment", true)]
    [InlineData("Tove Hallström", "Assignment", true)] // may arrange there
    public async Task All_is_what_its_owner_would_see_on_the_page(string name, string audience, bool sees)
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var draft = await Arranged.In(app, Cast.Alnas, published: false);
        await app.Write(async db =>
        {
            var leader = await db.Roles.Where(r => r.Code == Verksam.Features.Structure.StandardRoles.GroupLeader).Select(r => r.Id).SingleAsync();
            (await db.Gatherings.SingleAsync(g => g.Id == gathering.Id)).IsFor(Enum.Parse<Audience>(audience), null, leader).ShouldBeNull();
        });

        var text = await app.Anybody().Text(await (await app.As(Cast.Named(name))).Subscribe("All"));

        text.Contains(gathering.Id.ToString(), StringComparison.Ordinal).ShouldBe(sees);
        text.ShouldNotContain(draft.Id.ToString());
    }

    [Fact]
    public async Task It_is_its_owner_s_whoever_fetches_it_and_empty_when_the_owner_may_see_nothing_any_more()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var everybody = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        var address = await (await app.As(Cast.MemberOfAlnas)).Subscribe("All");
        (await (await app.As(Cast.MemberOfStora)).Text(address)).ShouldContain(gathering.Id.ToString());

        await app.Write(async db => db.RemoveRange(await db.Relations.Where(r => r.PersonId == Cast.MemberOfAlnas.Id).ToListAsync()));

        var text = await (await app.As(Cast.Ombudsman)).Text(address);
        text.ShouldNotContain("VEVENT");
        text.ShouldNotContain(everybody.Id.ToString());
        await app.Write(async db => db.RemoveRange(await db.Users.Where(a => a.PersonId == Cast.MemberOfAlnas.Id).ToListAsync()));
        (await app.Anybody().Get(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_only_its_hash_is_kept()
    {
        await using var app = await AppUnderTest.Start();
        var lena = await app.As(Cast.MemberOfAlnas);
        var address = await lena.Subscribe();
        var secret = address["/k/".Length..^".ics".Length];

        secret.Length.ShouldBe(43); // 256 bits
        (await lena.Open("/aktiviteter/prenumerera")).Html.DocumentElement.OuterHtml.ShouldNotContain(secret);
        (await app.Read(db => db.CalendarAddresses.SingleAsync())).TokenHash.ShouldBe(Secrets.Sum(secret));
        var audit = await app.Read(db => db.Audit.Where(a => a.What == nameof(CalendarAddress)).ToListAsync());
        audit.Select(a => (a.Kind, a.WhatId, a.Changes)).ShouldBe([(AuditKind.Created, Cast.MemberOfAlnas.Id.Value, "{}")]);
        await app.Anybody().Get(address);
        string.Join('\n', app.Log.Lines).ShouldNotContain(secret);
    }

    [Fact]
    public async Task Another_address_ends_the_one_before_and_what_is_closed_leads_nowhere_until_one_takes_that_back()
    {
        await using var app = await AppUnderTest.Start();
        var lena = await app.As(Cast.MemberOfAlnas);
        var first = await lena.Subscribe();
        var page = await (await lena.Open("/aktiviteter/prenumerera")).Submit("Byt adress");
        var second = new Uri(page.Html.QuerySelector("#adress")!.GetAttribute("value")!).PathAndQuery;
        await app.Anybody().Text(second);

        var closed = await (await lena.Open("/aktiviteter/prenumerera")).Submit("Stäng av");

        var (gone, wrong) = (await Answer(first), await Answer("/k/nonsens.ics"));
        gone.ShouldBe(wrong);
        (await Answer(second)).ShouldBe(wrong);
        wrong.Status.ShouldBe(HttpStatusCode.NotFound);
        await closed.Submit("Ångra");
        await app.Anybody().Text(second);
        (await app.Read(db => db.Audit.Where(a => a.What == nameof(CalendarAddress)).OrderBy(a => a.Id).Select(a => a.Kind).ToListAsync()))
            .ShouldBe([AuditKind.Created, AuditKind.Created, AuditKind.Removed, AuditKind.Created]);

        async Task<(HttpStatusCode Status, string Headers, string Text)> Answer(string url)
        {
            var answer = await app.Anybody().Get(url);
            return (answer.StatusCode, answer.Headers.ToString(), await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task It_says_when_it_was_fetched_last_and_asks_nobody_to_keep_it()
    {
        await using var app = await AppUnderTest.Start();
        var lena = await app.As(Cast.MemberOfAlnas);
        var address = await lena.Subscribe();
        (await lena.Open("/aktiviteter/prenumerera")).Text.ShouldContain("Inget program har hämtat den än.");

        var answer = await app.Anybody().Get(address);

        answer.Headers.CacheControl!.Private.ShouldBeTrue();
        answer.Headers.GetValues("X-Robots-Tag").Single().ShouldBe("noindex");
        answer.Headers.GetValues("Referrer-Policy").Single().ShouldBe("no-referrer");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await lena.Open("/aktiviteter/prenumerera")).Text.ShouldContain("Senast hämtad 09.30.");
        var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        (await app.Anybody().Send(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Whoever_asks_too_often_has_to_wait()
    {
        await using var app = await AppUnderTest.Start();
        var address = await (await app.As(Cast.MemberOfAlnas)).Subscribe();
        foreach (var _ in Enumerable.Range(0, 20))
            await app.Anybody().Text(address);

        (await app.Anybody().Get(address)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }
}
