using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.People.Segments;
using Verksam.Kernel.Time;
using Verksam.Tests.Formats.Calendar;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Calendars;

/// <summary>The calendars that anybody may subscribe to: what is in them, and that programs read them right.</summary>
public sealed class CalendarFeedTests
{
    [Fact]
    public async Task Only_what_is_open_to_all_is_in_it_and_no_link_nor_anybody_s_name()
    {
        await using var app = await AppUnderTest.Start();
        var open = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        var others = new List<Gathering> { await Arranged.In(app, Cast.Alnas, published: false, audience: Audience.Everybody), await Arranged.In(app, Cast.Alnas), await Arranged.In(app, Cast.Alnas), await Arranged.In(app, Cast.Alnas, Audience.Everybody, published: false) };
        await app.Write(async db =>
        {
            var segment = new Segment(Cast.District.Id, Cast.Ombudsman.Id, "Alla", SegmentText.Read("1.alla(epost)"));
            db.Add(segment);
            (await db.Gatherings.SingleAsync(g => g.Id == others[2].Id)).IsFor(Audience.Segment, segment.Id, null).ShouldBeNull();
            (await db.Gatherings.SingleAsync(g => g.Id == others[3].Id)).Discard(FakeTime.Start).ShouldBeNull();
        });

        foreach (var url in new[] { "/kalender.ics", "/kalender/alnas.ics", "/kalender/norrsjo.ics" })
        {
            var text = await app.Anybody().Text(url);
            text.ShouldContain($"UID:{open.Id}@verksam\r\n");
            others.Select(g => g.Id.ToString()).Where(id => text.Contains(id, StringComparison.Ordinal)).ShouldBeEmpty();
            text.ShouldNotContain("moten.example");
            text.ShouldNotContain(Cast.Ombudsman.Name);
            text.ShouldNotContain("ATTENDEE");
        }
        (await app.Anybody().Text("/kalender/stora.ics")).ShouldNotContain("VEVENT");
    }

    [Fact]
    public async Task A_unit_s_has_what_it_arranges_with_others_and_what_those_below_it_do()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        await app.Write(db => Task.FromResult(db.Add(new CoArranger(gathering.Id, Cast.Stora.Id))));

        foreach (var slug in new[] { "alnas", "stora", "norrsjo" })
            (await app.Anybody().Text($"/kalender/{slug}.ics")).ShouldContain(gathering.Id.ToString());
        (await app.Anybody().Get("/kalender/nonsens.ics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Its_head_says_what_it_is_called_and_how_often_to_ask()
    {
        await using var app = await AppUnderTest.Start();
        await Arranged.In(app, Cast.Alnas, Audience.Everybody);

        var text = await app.Anybody().Text("/kalender/alnas.ics");

        foreach (var line in new[] { "VERSION:2.0", "PRODID:-//Verksam//Verksam//SV", "NAME:Aktiviteter\\, Alnäs", "X-WR-CALNAME:Aktiviteter\\, Alnäs", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H", "TZID:Europe/Stockholm", "LOCATION:Biblioteket och på nätet", "SUMMARY:Samtal om skolan", "DESCRIPTION:Kom och prata.", "ORGANIZER;CN=Alnäs:invalid:nomail", "LAST-MODIFIED:20260310T083000Z", "DTSTAMP:20260310T083000Z" })
            text.ShouldContain(line + "\r\n");
        text.ShouldNotContain("METHOD");
        text.ShouldContain("URL:https://verksam.example/kalender/");
    }

    [Fact]
    public async Task Whoever_has_it_already_is_told_so_until_something_in_it_is_another()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        var first = await app.Anybody().Get("/kalender.ics");
        first.Headers.ETag!.IsWeak.ShouldBeFalse();
        first.Headers.CacheControl!.Public.ShouldBeTrue();
        first.Headers.Contains("Set-Cookie").ShouldBeFalse();

        app.Clock.Advance(TimeSpan.FromHours(3));
        await Arranged.In(app, Cast.Stora); // for its members: nothing of it is in this one
        (await Again(first)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == gathering.Id)).Describe("Samtal om bussen", "discussion", null, null));

        (await Again(first)).StatusCode.ShouldBe(HttpStatusCode.OK);

        async Task<HttpResponseMessage> Again(HttpResponseMessage before)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/kalender.ics");
            request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
            return await app.Anybody().Send(request);
        }
    }

    [Fact]
    public async Task Another_reader_finds_hours_that_are_right_in_every_night_of_the_year()
    {
        await using var app = await AppUnderTest.Start();
        (string Title, DateTimeOffset Starts)[] all =
        [
            ("Innan klockan ställs fram", OurTime.At(new(2026, 3, 28), new(23, 0))), // three hours by the clock, two in truth
            ("Hösten, första tvåtiden", new(2026, 10, 25, 0, 30, 0, TimeSpan.Zero)),
            ("Hösten, andra tvåtiden", new(2026, 10, 25, 1, 30, 0, TimeSpan.Zero)),
            ("Sommar", OurTime.At(new(2026, 7, 4), new(9, 0))),
            ("Vinter", OurTime.At(new(2026, 12, 5), new(18, 0))),
        ];
        foreach (var (title, starts) in all)
            await Feeds.At(app, Cast.Alnas, title, starts, starts.AddHours(4));
        app.Clock.Set(new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero));
        var autumn = await Feeds.Read(await app.Anybody().Text("/kalender.ics"));
        app.Clock.Set(FakeTime.Start);
        var read = await Feeds.Read(await app.Anybody().Text("/kalender.ics"));

        read.Select(e => (e.Summary, e.Start.UtcDateTime, e.End.UtcDateTime)).ShouldBe(all.Select(a => (a.Title, a.Starts.UtcDateTime, a.Starts.AddHours(4).UtcDateTime)).OrderBy(a => a.Item2), ignoreOrder: true);
        read.SelectMany(e => e.Errors).ShouldBeEmpty();
        autumn.Count.ShouldBe(4); // two months back and eighteen ahead
    }

    [Fact]
    public async Task Another_reader_finds_the_day_that_comes_each_fourth_year()
    {
        await using var app = await AppUnderTest.Start();
        app.Clock.Set(new(2028, 1, 10, 8, 0, 0, TimeSpan.Zero));
        await Feeds.At(app, Cast.Alnas, "Skottdagen", OurTime.At(new(2028, 2, 29), new(18, 0)), OurTime.At(new(2028, 3, 1), new(1, 0)));

        var read = (await Feeds.Read(await app.Anybody().Text("/kalender.ics"))).Single();

        (read.Start.Date, read.End.Date).ShouldBe((new DateTime(2028, 2, 29), new DateTime(2028, 3, 1)));
    }

    [Fact]
    public async Task What_is_moved_and_cancelled_keeps_its_id_counts_up_and_stays_crossed_out_for_two_months()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Feeds.At(app, Cast.Alnas, "Bokbord", OurTime.At(new(2026, 3, 20), new(18, 0)), OurTime.At(new(2026, 3, 20), new(20, 0)));
        var before = (await Feeds.Read(await app.Anybody().Text("/kalender.ics"))).Single();
        await app.Write(async db => (await db.Gatherings.SingleAsync()).Take(new Hours(OurTime.At(new(2026, 3, 21), new(18, 0)), OurTime.At(new(2026, 3, 21), new(20, 0))), new Whereabouts(null, "Torget", null), FakeTime.Start.AddHours(1)));
        var moved = (await Feeds.Read(await app.Anybody().Text("/kalender.ics"))).Single();
        await app.Write(async db => (await db.Gatherings.SingleAsync()).Cancel("Snö.", FakeTime.Start.AddHours(2)));
        app.Clock.Set(new(2026, 5, 15, 8, 0, 0, TimeSpan.Zero));
        var cancelled = (await Feeds.Read(await app.Anybody().Text("/kalender.ics"))).Single();

        (moved.Uid, cancelled.Uid).ShouldBe((before.Uid, before.Uid));
        before.Uid.ShouldBe($"{gathering.Id}@verksam");
        (moved.Sequence, cancelled.Sequence).ShouldBe((before.Sequence + 1, before.Sequence + 2));
        moved.Start.Day.ShouldBe(21);
        (cancelled.Status, cancelled.Summary).ShouldBe(("CANCELLED", "Inställt: Bokbord"));
        cancelled.Stamp.ShouldBe(FakeTime.Start.AddHours(2));
        app.Clock.Set(new(2026, 5, 22, 8, 0, 0, TimeSpan.Zero));
        (await app.Anybody().Text("/kalender.ics")).ShouldNotContain("VEVENT");
    }

    [Fact]
    public async Task A_validator_finds_nothing_wrong_with_any_of_them()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        await Feeds.At(app, Cast.Alnas, "Bokbord; med \"kaffe\", och\\eller te", OurTime.At(new(2028, 2, 29), new(18, 0)), OurTime.At(new(2028, 3, 1), new(20, 0)));
        await Feeds.At(app, Cast.District, "Nattvandring", OurTime.At(new(2026, 10, 24), new(22, 0)), OurTime.At(new(2026, 10, 25), new(4, 0)));
        var called = await Feeds.At(app, Cast.Alnas, "Inställt", OurTime.At(new(2026, 3, 20), new(18, 0)), OurTime.At(new(2026, 3, 20), new(20, 0)));
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == called.Id)).Cancel("Snö.", FakeTime.Start));
        var member = await app.As(Cast.MemberOfAlnas);
        await (await member.Open(gathering.Url())).Submit("Jag kommer");
        var another = await app.As(Cast.MemberOfStora);

        foreach (var url in new[] { "/kalender.ics", "/kalender/alnas.ics", $"/kalender/{gathering.Id}?handler=Calendar", await member.Subscribe("Mine"), await another.Subscribe("All") })
            (await CalendarPeer.Judge(await (await app.Anybody().Get(url)).Content.ReadAsStringAsync())).ShouldBeEmpty(url);
        (await CalendarPeer.Judge(await (await member.Get(gathering.Url() + "?handler=Calendar")).Content.ReadAsStringAsync())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Six_hundred_are_asked_for_at_once()
    {
        await using var app = await AppUnderTest.Start();
        await Many.Arrange(app, 3);
        await app.Anybody().Text("/kalender.ics");
        await Many.Arrange(app, 3);
        var few = await app.Queries.During(() => app.Anybody().Text("/kalender.ics"));
        await Many.Arrange(app, 594);
        string text = "";

        (await app.Queries.During(async () => text = await app.Anybody().Text("/kalender.ics"))).ShouldBe(few);
        text.Split("BEGIN:VEVENT").Length.ShouldBe(601);
    }
}
