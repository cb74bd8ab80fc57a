using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Series;
using Verksam.Kernel.Jobs;
using Verksam.Tests.House;
using Xunit;
using Shown = Verksam.Tests.Formats.Pictures.Drawn;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>A gathering's picture: seen by those who see the gathering, and nobody else.</summary>
public sealed class PicturePageTests
{
    [Fact]
    public async Task What_is_open_to_all_shows_its_picture_to_all_and_not_where_it_was_taken()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);

        var saved = await Hang(app, gathering, Shown.JpegBeside(turned: 1));

        saved.Text.ShouldContain("Bilden är sparad.");
        var own = saved.Html.QuerySelector("img.picture")!;
        own.GetAttribute("alt").ShouldBe("Två fält");
        var page = await app.Anybody().Open($"/kalender/{gathering.Id}");
        var open = page.Html.QuerySelector("img.picture")!.GetAttribute("src")!;
        page.Html.QuerySelector("script[type='application/ld+json']")!.TextContent.ShouldContain(open.Replace("&", "\\u0026", StringComparison.Ordinal));
        foreach (var answer in new[] { await app.Anybody().Get(open), await (await app.As(Cast.MemberOfAlnas)).Get(own.GetAttribute("src")!) })
        {
            answer.Content.Headers.ContentType!.ToString().ShouldBe("image/jpeg");
            (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Shown.Jpeg);
        }
    }

    [Fact]
    public async Task Who_does_not_see_the_gathering_does_not_see_the_picture()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var address = (await Hang(app, gathering, Shown.Png)).Html.QuerySelector("img.picture")!.GetAttribute("src")!;

        var shown = await (await app.As(Cast.MemberOfAlnas)).Get(address);
        shown.StatusCode.ShouldBe(HttpStatusCode.OK);
        shown.Headers.CacheControl!.NoStore.ShouldBeTrue(); // the next one at the machine finds nothing
        (await (await app.As(Cast.MemberOfStora)).Get(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Anybody().Get(address)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await app.Anybody().Get(address.Replace("/aktiviteter/", "/kalender/", StringComparison.Ordinal))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Cast.MemberOfAlnas)).Get(gathering.Url() + "/bild")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_and_what_was_written_stays()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var form = await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/bild");

        var refused = await form.Submit("Spara", f => { f["Input.Says"] = "Två fält"; f.Attach("Input.File", "bild.png", "<svg/>"u8.ToArray()); });
        refused.Errors.ShouldBe(["Välj en bild som är png, jpeg eller webp, hel och högst 3 MB."]);
        refused.Html.QuerySelector("[name='Input.Says']")!.GetAttribute("value").ShouldBe("Två fält");
        (await form.Submit("Spara", f => f["Input.Says"] = "Två fält")).Errors.ShouldBe(["Välj en bild som är png, jpeg eller webp, hel och högst 3 MB."]);
        (await form.Submit("Spara", f => f.Attach("Input.File", "bild.png", Shown.Png))).Errors.Count.ShouldBe(1);

        (await app.Read(db => db.Files.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Another_picture_takes_its_place_and_the_words_are_changed_without_one()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await Hang(app, gathering, Shown.Png);
        await Hang(app, gathering, Shown.Webp);

        var page = await (await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/bild")).Submit("Spara", f => f["Input.Says"] = "Rött och blått");

        page.Html.QuerySelector("img.picture")!.GetAttribute("alt").ShouldBe("Rött och blått");
        (await app.Read(db => db.Files.Select(f => f.ContentType).SingleAsync())).ShouldBe("image/webp");
    }

    [Fact]
    public async Task The_same_picture_hangs_on_one_made_like_it_and_stays_there_when_the_first_loses_it()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);
        var gathering = await Arranged.In(app, Cast.Alnas);
        await Hang(app, gathering, Shown.Png);
        await (await birgitta.Open($"/aktiviteter/ny?som={gathering.Id}")).Submit("Spara utkastet");
        var like = await app.Read(db => db.Gatherings.AsNoTracking().SingleAsync(g => g.Id != gathering.Id));

        await (await birgitta.Open(gathering.Url() + "/bild")).Submit("Ta bort bilden");
        (await birgitta.Open(gathering.Url())).Html.QuerySelector("img.picture").ShouldBeNull();
        var kept = (await birgitta.Open(like.Url())).Html.QuerySelector("img.picture")!.GetAttribute("src")!;
        (await birgitta.Get(kept)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await (await birgitta.Open(like.Url())).Submit("Kasta utkastet");
        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.Work<IEnumerable<IJob>>(jobs => jobs.Single(j => j.Name == OldDrafts.JobName).Run(app.Clock.GetUtcNow(), CancellationToken.None));
        (await app.Read(db => db.Files.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Those_that_follow_in_the_series_get_it_too_unless_one_says_no(bool all)
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);
        var series = await Three(app);

        await (await birgitta.Open(series[1].Url() + "/bild")).Submit("Spara", f =>
        {
            f["Input.Says"] = "Två fält";
            if (!all)
                f.Leave("Input.IsForSeries");
            f.Attach("Input.File", "bild.png", Shown.Png);
        });

        (await app.Read(db => db.GatheringPictures.Select(p => p.GatheringId).ToListAsync())).ShouldBe(all ? [series[1].Id, series[2].Id] : [series[1].Id], ignoreOrder: true);
    }

    private static async Task<List<Gathering>> Three(AppUnderTest app)
    {
        var series = new GatheringSeries(Cast.Alnas.Id, Pace.Weekly, DateOnly.FromDateTime(FakeTime.Start.UtcDateTime));
        var all = new List<Gathering>();
        await app.Write(db => Task.FromResult(db.Add(series)));
        foreach (var days in new[] { 7, 14, 21 })
        {
            var one = await Arranged.In(app, Cast.Alnas, days: days);
            await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == one.Id)).IsOneOf(series, DateOnly.FromDateTime(one.Starts.UtcDateTime)));
            all.Add(one);
        }
        return all;
    }

    private static async Task<Sheet> Hang(AppUnderTest app, Gathering gathering, byte[] picture) =>
        await (await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/bild")).Submit("Spara", f => { f["Input.Says"] = "Två fält"; f.Attach("Input.File", "IMG_20260213_Gunnar.jpg", picture); });
}
