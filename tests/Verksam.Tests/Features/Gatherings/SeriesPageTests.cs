using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Series;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Time;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>What comes again is made, published, changed and thrown away together, and each time by itself.</summary>
public sealed class SeriesPageTests
{
    [Fact]
    public async Task It_is_made_at_the_same_hour_each_time_and_published_together()
    {
        await using var app = await AppUnderTest.Start();

        var page = await Make(await app.As(Cast.AssociationChair), until: "2026-04-14");
        page.Text.ShouldContain("Varje vecka");
        page.Text.ShouldContain("Fem gånger.");
        var lena = await app.As(Cast.MemberOfAlnas);
        (await lena.Open("/aktiviteter?manad=2026-04&vy=lista")).Text.ShouldNotContain("Studiecirkel");
        page = await page.Submit("Publicera fem utkast");

        (await lena.Open("/aktiviteter?manad=2026-04&vy=lista")).Html.QuerySelectorAll(".agenda h3").Length.ShouldBe(2);
        // summer time begins on 29 March
        (await Whens(app)).ShouldBe(["2026-03-17 18.30", "2026-03-24 18.30", "2026-03-31 18.30", "2026-04-07 18.30", "2026-04-14 18.30"]);
        (await (await lena.Open((await First(app)).Url())).Follow("Tisdag 24 mars 18.30–20.30")).Text.ShouldContain("Studiecirkel");
        (await lena.Open(page.Url)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.As(Cast.Named("Ahmed Nilsson"))).Open(page.Url)).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_was_changed_on_one_stays_when_those_that_follow_are_changed()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);
        await Make(birgitta, until: "2026-04-14");
        var all = await app.Read(db => db.Gatherings.OrderBy(g => g.Starts).ToListAsync());
        await (await birgitta.Open(all[2].Url() + "/andra")).Submit("Spara", f => (f["Input.Day"], f["Input.Spot"]) = ("2026-04-02", "Hos Lena"));

        var page = await (await birgitta.Open(all[1].Url() + "/andra")).Submit("Spara", f =>
            (f["Scope"], f["Input.Day"], f["Input.From"], f["Input.Spot"], f["Input.Title"]) = ("Following", "2026-03-25", "18:00", "Biblioteket", "Läsecirkel"));

        page.Text.ShouldContain("Sparat, också för tre gånger till.");
        (await Whens(app)).ShouldBe(["2026-03-17 18.30", "2026-03-25 18.00", "2026-04-02 18.00", "2026-04-08 18.00", "2026-04-15 18.00"]);
        (await app.Read(db => db.Gatherings.OrderBy(g => g.Starts).Select(g => g.Spot + ", " + g.Title).ToListAsync())).ShouldBe(
            ["Salen, Studiecirkel", "Biblioteket, Läsecirkel", "Hos Lena, Läsecirkel", "Biblioteket, Läsecirkel", "Biblioteket, Läsecirkel"]);
        var series = await birgitta.Open($"/aktiviteter/serier/{all[0].SeriesId}");
        series.Text.ShouldContain("Flyttad från 1 april");
        await series.Submit("Lägg till", f => f["Input.Until"] = "2026-04-22");
        (await Whens(app))[^1].ShouldBe("2026-04-22 18.00"); // Wednesdays from now on
    }

    [Fact]
    public async Task A_change_of_all_leaves_what_has_been()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);
        await (await Make(birgitta, until: "2026-03-31")).Submit("Publicera tre utkast");
        app.Clock.Advance(TimeSpan.FromDays(10));
        var last = (await app.Read(db => db.Gatherings.OrderBy(g => g.Starts).ToListAsync()))[^1];

        await (await birgitta.Open(last.Url() + "/andra")).Submit("Spara", f => (f["Scope"], f["Input.Title"]) = ("All", "Läsecirkel"));

        (await app.Read(db => db.Gatherings.OrderBy(g => g.Starts).Select(g => g.Title).ToListAsync())).ShouldBe(["Studiecirkel", "Läsecirkel", "Läsecirkel"]);
    }

    [Fact]
    public async Task More_of_it_have_what_the_last_has()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db => Plans.WriteFor(db, Cast.District, Cast.Alnas));
        var birgitta = await app.As(Cast.AssociationChair);
        var page = await Make(birgitta, until: "2026-03-24");
        var last = (await app.Read(db => db.Gatherings.Where(g => g.SeriesId != null).OrderBy(g => g.Starts).ToListAsync()))[^1];
        await (await birgitta.Open(last.Url() + "/ta-med")).Submit("Spara", f => f["Lines[0].What"] = "Kaffe");
        var promised = await app.Read(db => db.Commitments.Where(c => c.Chapter != null && db.Plans.Any(p => p.Id == c.PlanId && p.UnitId == Cast.Alnas.Id)).Select(c => c.Id).SingleAsync());
        await (await birgitta.Open(last.Url() + "/planen")).Submit("Spara", f => f["valda"] = promised.ToString());

        (await (await birgitta.Open(page.Url)).Submit("Lägg till", f => f["Input.Until"] = "2026-03-29")).Errors.ShouldBe(["Till den dagen blir det inga fler gånger. Välj en senare dag."]);
        await (await birgitta.Open(page.Url)).Submit("Lägg till", f => f["Input.Until"] = "2026-04-01");

        var newest = (await app.Read(db => db.Gatherings.Where(g => g.SeriesId != null).OrderBy(g => g.Starts).ToListAsync()))[^1];
        OurTime.DayOf(newest.Starts).ShouldBe(new DateOnly(2026, 3, 31));
        (await app.Read(db => db.BringItems.SingleAsync(b => b.GatheringId == newest.Id))).What.ShouldBe("Kaffe");
        (await app.Read(db => db.GatheringTies.SingleAsync(t => t.GatheringId == newest.Id))).CommitmentId.ShouldBe(promised);
    }

    [Theory]
    [InlineData("", "Skriv till vilken dag den kommer igen, efter den första.")]
    [InlineData("2026-03-17", "Skriv till vilken dag den kommer igen, efter den första.")]
    [InlineData("2046-03-17", "Det blir mer än 500 gånger. Välj en tidigare dag.")]
    [InlineData("2026-02-30", null)]
    public async Task A_series_without_an_end_is_refused_and_what_was_written_stays(string until, string? said)
    {
        await using var app = await AppUnderTest.Start();

        var page = await Make(await app.As(Cast.AssociationChair), until);

        page.Errors.Count.ShouldBe(1);
        if (said is not null)
            page.Errors.ShouldBe([said]);
        page.Html.QuerySelector("[name='Input.Title']")!.GetAttribute("value").ShouldBe("Studiecirkel");
        (await app.Read(db => db.Gatherings.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Five_hundred_are_made_and_thrown_away_together_and_had_back()
    {
        await using var app = await AppUnderTest.Start();
        var first = new DateOnly(2026, 3, 17);

        var page = await Make(await app.As(Cast.AssociationChair), first.AddDays(7 * 499).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        (await app.Read(db => db.Gatherings.CountAsync())).ShouldBe(500);
        page = await page.Submit("Kasta 500 utkast");
        page.Text.ShouldContain("500 utkast är kastade.");
        (await app.Read(db => db.Gatherings.CountAsync(g => g.State == GatheringState.Draft))).ShouldBe(0);
        page = await page.Submit("Ångra");

        page.Text.ShouldContain("500 gånger.");
        (await app.Read(db => db.Gatherings.CountAsync(g => g.State == GatheringState.Draft))).ShouldBe(500);
    }

    [Fact]
    public async Task A_draft_that_was_thrown_away_can_be_had_back_until_the_night_after_the_next()
    {
        await using var app = await AppUnderTest.Start();
        var draft = await Arranged.In(app, Cast.Alnas, published: false);
        var birgitta = await app.As(Cast.AssociationChair);

        var page = await (await birgitta.Open(draft.Url())).Submit("Kasta utkastet");
        page.Text.ShouldContain("Utkastet till ”Samtal om skolan” är kastat.");
        (await birgitta.Open(draft.Url())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await birgitta.Open("/aktiviteter")).Html.QuerySelectorAll("main a[href='" + draft.Url() + "']").ShouldBeEmpty();
        (await page.Submit("Ångra")).Text.ShouldContain("Samtal om skolan");
        page = await (await birgitta.Open(draft.Url())).Submit("Kasta utkastet");
        await Night(app);
        (await app.Read(db => db.Gatherings.CountAsync())).ShouldBe(1);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await Night(app);

        (await app.Read(db => db.Gatherings.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_series_goes_with_the_last_of_it()
    {
        await using var app = await AppUnderTest.Start();
        await (await Make(await app.As(Cast.AssociationChair), until: "2026-03-24")).Submit("Kasta två utkast");
        app.Clock.Advance(TimeSpan.FromDays(1));

        await Night(app);

        (await app.Read(db => db.GatheringSeries.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_published_is_not_thrown_away()
    {
        await using var app = await AppUnderTest.Start();
        var draft = await Arranged.In(app, Cast.Alnas, published: false);
        var birgitta = await app.As(Cast.AssociationChair);
        var old = await birgitta.Open(draft.Url());
        await (await birgitta.Open(draft.Url())).Submit("Publicera");

        (await old.Submit("Kasta utkastet")).Errors.ShouldBe(["Det går inte i det läge som aktiviteten är i."]);

        (await app.Read(db => db.Gatherings.SingleAsync())).State.ShouldBe(GatheringState.Published);
    }

    private static async Task<Sheet> Make(Visitor visitor, string until) => await (await visitor.Open("/aktiviteter/ny")).Submit("Spara utkastet", f =>
    {
        (f["Input.Title"], f["Input.Kind"], f["Input.Spot"]) = ("Studiecirkel", "discussion", "Salen");
        (f["Input.Day"], f["Input.From"], f["Input.To"]) = ("2026-03-17", "18:30", "20:30");
        (f["Input.Again"], f["Input.Until"]) = ("Weekly", until);
    });

    private static async Task<IReadOnlyList<string>> Whens(AppUnderTest app) =>
        [.. (await app.Read(db => db.Gatherings.OrderBy(g => g.Starts).Select(g => g.Starts).ToListAsync())).Select(s => $"{OurTime.DayOf(s):yyyy-MM-dd} {OurTime.Hour(s)}")];

    private static Task<Gathering> First(AppUnderTest app) => app.Read(db => db.Gatherings.OrderBy(g => g.Starts).FirstAsync());

    private static Task Night(AppUnderTest app) =>
        app.Work<IEnumerable<IJob>>(jobs => jobs.Single(j => j.Name == OldDrafts.JobName).Run(app.Clock.GetUtcNow(), CancellationToken.None));
}
