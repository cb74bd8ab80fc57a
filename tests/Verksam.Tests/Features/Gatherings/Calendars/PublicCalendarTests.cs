using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Calendars;
using Verksam.Features.Structure.Days;
using Verksam.Kernel.Time;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Calendars;

/// <summary>The calendar that anybody reads, without a session.</summary>
public sealed class PublicCalendarTests
{
    private static readonly string[] Views = ["lista", "manad", "vecka&vecka=2026-W12", "ar"];

    [Fact]
    public async Task It_shows_what_is_open_to_all_and_nothing_else_and_sets_no_cookie()
    {
        await using var app = await AppUnderTest.Start();
        var open = await Feeds.At(app, Cast.Alnas, "Öppet hus", OurTime.At(new(2026, 3, 17), new(18, 0)), OurTime.At(new(2026, 3, 17), new(20, 0)));
        await Arranged.In(app, Cast.Alnas);
        await Arranged.In(app, Cast.Alnas, Audience.Everybody, published: false);

        foreach (var view in Views)
        {
            var page = await app.Anybody().Open("/kalender?vy=" + view);
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
            page.Text.ShouldNotContain("Samtal om skolan");
            page.Html.DocumentElement.OuterHtml.ShouldNotContain("moten.example");
            page.Html.DocumentElement.OuterHtml.ShouldNotContain("__RequestVerificationToken");
            page.Html.QuerySelectorAll("script").Length.ShouldBe(0);
            if (view != "ar")
                page.Html.QuerySelector($"a[href='/kalender/{open.Id}']")!.TextContent.ShouldContain("Öppet hus");
        }
        (await app.Anybody().Open("/kalender?vy=ar")).Html.QuerySelector("svg a")!.GetAttribute("aria-label").ShouldBe("Vecka 12, en aktivitet");
    }

    [Fact]
    public async Task The_sentence_chooses_and_the_address_is_all_it_goes_by()
    {
        await using var app = await AppUnderTest.Start();
        await Many.Arrange(app, 6);
        var page = await app.Anybody().Open("/kalender");
        page.Html.QuerySelectorAll(".agenda li").Length.ShouldBe(6);

        var narrowed = await app.Anybody().Open("/kalender?vy=lista&vad=street&var=stora");

        narrowed.Html.QuerySelectorAll(".agenda h3").Select(h => h.TextContent).ShouldBe(["Bokbord 5"]);
        narrowed.Html.QuerySelector("#k-var option[selected]")!.TextContent.ShouldBe("Storå");
        narrowed.Html.QuerySelector("link[type='text/calendar']")!.GetAttribute("href").ShouldBe("https://verksam.example/kalender/stora.ics");
        narrowed.Html.QuerySelector("#pre-h ~ .stack a")!.GetAttribute("href").ShouldBe("webcal://verksam.example/kalender/stora.ics");
        (await app.Anybody().Open("/kalender?vy=lista&var=norrsjo")).Html.QuerySelectorAll(".agenda li").Length.ShouldBe(6);
        (await app.Anybody().Open("/kalender?vy=vecka&vecka=2026-W99&manad=x&sida=-4&ar=99999")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_six_hundred_sixty_are_shown_at_a_time_and_none_is_asked_for_by_itself()
    {
        await using var app = await AppUnderTest.Start();
        await Many.Arrange(app, 600);
        var fresh = await app.Queries.During(() => app.Anybody().Open("/kalender"));

        fresh.ShouldBeLessThan(16);
        foreach (var view in new[] { "lista&sida=3", "manad&manad=2026-03", "manad&manad=2026-04&sida=2", "vecka&vecka=2026-W13", "ar" })
        {
            Sheet? page = null;
            (await app.Queries.During(async () => page = await app.Anybody().Open("/kalender?vy=" + view))).ShouldBeLessThan(8, view);
            page!.Html.QuerySelectorAll(".agenda li").Length.ShouldBeLessThanOrEqualTo(PublicCalendarPage.Most);
            page.Html.QuerySelectorAll("*").Length.ShouldBeLessThanOrEqualTo(1500, view);
            Encoding.UTF8.GetByteCount(page.Html.DocumentElement.OuterHtml).ShouldBeLessThanOrEqualTo(150_000, view);
        }
        var seen = new List<string>();
        for (var sheet = await app.Anybody().Open("/kalender"); ; sheet = await app.Anybody().Open(sheet.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!))
        {
            seen.AddRange(sheet.Html.QuerySelectorAll(".agenda h3").Select(h => h.TextContent));
            if (sheet.Html.QuerySelector("a[rel=next]") is null)
                break;
        }
        seen.Distinct().Count().ShouldBe(600);
    }

    [Fact]
    public async Task Whoever_has_the_page_already_is_told_so()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        var first = await app.Anybody().Get("/kalender");
        (first.Headers.CacheControl!.Public, first.Headers.CacheControl.MaxAge).ShouldBe((true, TimeSpan.FromMinutes(1)));
        await Arranged.In(app, Cast.Alnas); // nobody can tell that something else was saved
        var again = await Again();
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();

        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == gathering.Id)).Cancel("Snö.", FakeTime.Start));

        (await Again()).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Anybody().Open("/kalender")).Text.ShouldContain("Inställd");
        (await (await app.As(Cast.MemberOfAlnas)).Get("/kalender")).Headers.CacheControl!.Private.ShouldBeTrue();

        async Task<HttpResponseMessage> Again()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/kalender");
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            return await app.Anybody().Send(request);
        }
    }

    [Fact]
    public async Task Behind_the_days_lie_holidays_school_holidays_and_elections_but_not_what_is_the_organisation_s_own()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db =>
        {
            var autumn = new BackgroundDay();
            autumn.Describe("Höstlov", BackgroundKind.SchoolHoliday, new(2026, 10, 26), new(2026, 10, 30), "Kommunens sida").ShouldBeNull();
            db.Add(autumn);
            foreach (var (name, kind, on) in new[] { ("Valdagen", YearDayKind.Election, new DateOnly(2026, 9, 13)), ("Sista dag för listan", YearDayKind.Deadline, new DateOnly(2026, 9, 2)) })
            {
                var day = new YearDay(Cast.District.Id);
                day.Describe(name, kind, new DayRule { Month = on.Month, Day = on.Day }, null);
                db.AddRange(day, new DayAnswer(day.Id, 2026, on));
            }
            return Task.CompletedTask;
        });

        var (autumn, september) = (await app.Anybody().Open("/kalender?vy=manad&manad=2026-10"), await app.Anybody().Open("/kalender?vy=manad&manad=2026-09"));

        autumn.Text.ShouldContain("Höstlov 26 oktober – 30 oktober.");
        autumn.Html.QuerySelectorAll("td.during").Length.ShouldBe(5);
        autumn.Html.QuerySelectorAll("td.free").Single().TextContent.ShouldContain("Alla helgons dag");
        september.Text.ShouldContain("Valdagen");
        september.Text.ShouldNotContain("Sista dag för listan");
        (await (await app.As(Cast.MemberOfAlnas)).Open("/aktiviteter?manad=2026-09")).Text.ShouldContain("Sista dag för listan");
    }
}
