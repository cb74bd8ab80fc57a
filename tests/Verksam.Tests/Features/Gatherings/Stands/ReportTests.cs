using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Stands;
using Verksam.Features.Planning.Measures;
using Verksam.Kernel;
using Verksam.Kernel.Outbox;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Stands;

/// <summary>The evening after: how it went, asked for once, with the figures there already; and what places gave over the years.</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task The_report_has_the_figures_already_and_says_that_it_took_place()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Worked(app);
        var birgitta = await app.As(Cast.AssociationChair);
        app.Clock.Advance(TimeSpan.FromHours(3)); // it is over

        var page = await (await birgitta.Open(stand.Url())).Follow("Skriv rapporten");
        page.Html.QuerySelectorAll(".figures dd").Select(d => d.FirstChild!.TextContent.Trim()).ShouldBe(["2", "10", "1", "3", "450"]);
        page.Text.ShouldContain("Mest pratade ni om: Vården (1).");
        page = await page.Submit("Spara rapporten", f => (f["Input.WentWell"], f["Input.Asked"], f["Input.Weather"]) = ("Kaffet drog folk.", "När går bussen?", "Regn"));

        var told = await app.Read(db => db.Gatherings.SingleAsync());
        (told.State, told.Report).ShouldBe((GatheringState.Reported, "Kaffet drog folk.\nFolk frågade om: När går bussen?\nVäder och plats: Regn"));
        page.Text.ShouldContain("Kaffet drog folk.");
        page.Html.QuerySelectorAll("#rapport form").ShouldBeEmpty(); // there is one way to tell
    }

    [Fact]
    public async Task What_was_counted_on_paper_stands_and_a_phone_that_comes_later_is_added()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Worked(app);
        var page = await (await app.As(Cast.AssociationChair)).Open(stand.Url() + "/rapport");
        await (await StandPhone.Of(app, Cast.MemberOfAlnas, stand)).Tap(TallySort.Conversation); // while it is written

        await page.Submit("Spara rapporten", f => f["Input.Conversations"] = "40");
        (await Counted(app, stand)).ShouldBe(41);
        await (await StandPhone.Of(app, Cast.MemberOfAlnas, stand)).Tap(TallySort.Conversation);

        (await Counted(app, stand)).ShouldBe(42);
        (await app.Read(db => db.Gatherings.SingleAsync())).State.ShouldBe(GatheringState.Reported); // figures alone are a report
        (await Conversations(app)).ShouldBe(42m);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("100001")]
    [InlineData("många")]
    public async Task Absurd_figures_are_refused(string written)
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Worked(app);

        var page = await (await (await app.As(Cast.AssociationChair)).Open(stand.Url() + "/rapport")).Submit("Spara rapporten", f => f["Input.Conversations"] = written);

        page.Errors.ShouldNotBeEmpty();
        (await app.Read(db => db.StandReports.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Who_only_stands_there_does_not_report_and_before_it_begins_nobody_does()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Worked(app);
        (await (await app.As(Cast.MemberOfAlnas)).Open(stand.Url() + "/rapport")).Status.ShouldBe(HttpStatusCode.NotFound);
        var birgitta = await app.As(Cast.AssociationChair);
        var page = await birgitta.Open(stand.Url() + "/rapport");

        app.Clock.Set(stand.Starts.AddHours(-1));
        (await page.Submit("Spara rapporten")).Errors.ShouldNotBeEmpty();

        (await birgitta.Open(stand.Url() + "/rapport")).Text.ShouldContain("Det har inte börjat än");
    }

    [Fact]
    public async Task Two_who_write_at_once_do_not_write_over_each_other()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Worked(app);
        await (await (await app.As(Cast.AssociationChair)).Open(stand.Url() + "/rapport")).Submit("Spara rapporten");
        var (one, other) = (await (await app.As(Cast.AssociationChair)).Open(stand.Url() + "/rapport"), await (await app.As(Cast.Ombudsman)).Open(stand.Url() + "/rapport"));
        await one.Submit("Spara rapporten", f => f["Input.WentWell"] = "Kaffet.");

        await other.Submit("Spara rapporten", f => f["Input.WentWell"] = "Bullarna.");

        (await app.Read(db => db.StandReports.SingleAsync())).WentWell.ShouldBe("Kaffet.");
    }

    [Fact]
    public async Task Whoever_is_responsible_is_asked_the_same_evening_once()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Worked(app);
        await app.Evening(FakeTime.Today); // ends tomorrow
        await app.Evening(FakeTime.Today.AddDays(1));
        await app.Evening(FakeTime.Today.AddDays(1));
        app.Clock.Set(stand.Ends + EveningRound.Pause);

        await app.SendLetters();

        var letter = app.Post.HandedOver.ShouldHaveSingleItem();
        (letter.Address, letter.Subject).ShouldBe((Cast.AssociationChair.Email, "Hur gick det? Bokbord på torget"));
        letter.Text.ShouldContain("Ni har räknat 2 samtal och 10 flygblad, och 1 vill vara med.");
        letter.Text.ShouldContain($"https://verksam.example/aktiviteter/{stand.Id}/rapport");
    }

    [Fact]
    public async Task Who_has_told_already_is_not_asked()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Worked(app);
        await app.Evening(FakeTime.Today.AddDays(1));
        await (await (await app.As(Cast.AssociationChair)).Open(stand.Url() + "/rapport")).Submit("Spara rapporten");
        app.Clock.Set(stand.Ends + EveningRound.Pause);

        await app.SendLetters();

        app.Post.HandedOver.ShouldBeEmpty();
        (await app.Read(db => db.Letters.SingleAsync(l => l.Kind == EveningLetter.KindName))).ShouldSatisfyAllConditions(l => l.State.ShouldBe(LetterState.Skipped), l => l.Reason.ShouldBe("already-told"));
    }

    [Fact]
    public async Task Where_nobody_is_named_those_who_arrange_in_the_unit_are_asked_and_other_kinds_are_left()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Worked(app);
        await app.Write(async db => (await db.Gatherings.SingleAsync()).IsAskedAbout(null));
        await Arranged.In(app, Cast.Alnas, days: 1);

        await app.Evening(FakeTime.Today.AddDays(1));

        (await app.Read(db => db.Letters.Where(l => l.Kind == EveningLetter.KindName).Select(l => l.To).ToListAsync())).ShouldBe([Cast.AssociationChair.Id.Value, Cast.GroupLeader.Id.Value], ignoreOrder: true);
    }

    [Fact]
    public async Task What_each_place_gave_is_summed_by_year_and_few_are_said_to_be_few()
    {
        await using var app = await AppUnderTest.Start();
        var square = await Square(app);
        await OutThere.Held(app, Cast.Alnas, square, 20, 30);
        await OutThere.Held(app, Cast.Alnas, square, 10, 10);
        await OutThere.Held(app, Cast.Alnas, square, 300, 25);
        await OutThere.Held(app, Cast.Alnas, null, 30, 4, hours: 1, spot: "Hamnen");
        await OutThere.Held(app, Cast.Stora, square, 15, 500); // of others, for their members
        var birgitta = await app.As(Cast.AssociationChair);

        (await Rows(birgitta, "/aktiviteter/platser/utfall")).ShouldBe(["Torget, 2025 Få att gå på|1|5|25|5|0|0|0", "Hamnen, 2026 Få att gå på|1|1|4|4|0|0|0", "Torget, 2026|2|10|40|4|0|0|0"]);
        (await Rows(birgitta, "/aktiviteter/platser/utfall?ordna=samtal&ar=2026"))[0].ShouldStartWith("Torget, 2026");
        (await Rows(await app.As(Cast.Ombudsman), $"/aktiviteter/platser/{square}"))[0].ShouldBe("2026|3|15|540|36|0|0|0");
        (await birgitta.Open("/aktiviteter/platser/utfall?ar=1&ordna=hux")).Status.ShouldBe(HttpStatusCode.OK);
        (await (await app.As(Cast.MemberOfAlnas)).Open("/aktiviteter/platser/utfall")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task However_many_places_there_are_the_questions_are_as_many()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);
        await OutThere.Held(app, Cast.Alnas, null, 30, 1, spot: "Hamnen");
        await birgitta.Open("/aktiviteter/platser/utfall");
        var one = await app.Queries.During(() => birgitta.Get("/aktiviteter/platser/utfall"));
        foreach (var place in new[] { "Torget", "Bron", "Kyrkbacken" })
            await OutThere.Held(app, Cast.Alnas, null, 40, 1, spot: place);
        await birgitta.Open("/aktiviteter/platser/utfall");

        (await app.Queries.During(() => birgitta.Get("/aktiviteter/platser/utfall"))).ShouldBe(one);
    }

    [Fact]
    public async Task Who_plans_a_stand_there_reads_what_it_gave()
    {
        await using var app = await AppUnderTest.Start();
        var square = await Square(app);
        await OutThere.Held(app, Cast.Alnas, square, 360, 30);
        var stand = await Shifts.Stands.At(app, Cast.Alnas);
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == stand.Id)).Take(new Hours(stand.Starts, stand.Ends), new Whereabouts(square, null, null), FakeTime.Start));

        (await (await app.As(Cast.AssociationChair)).Open(stand.Url())).Text.ShouldContain("30 samtal på 5 timmar, noll ville vara med");
        (await (await app.As(Cast.MemberOfAlnas)).Open(stand.Url())).Text.ShouldNotContain("30 samtal");
    }

    // two conversations, ten leaflets, a topic and a raised hand, in three hours, for 450 kronor
    private static async Task<Gathering> Worked(AppUnderTest app)
    {
        var stand = await OutThere.Begun(app);
        var (phone, topic) = (await StandPhone.Of(app, Cast.MemberOfAlnas, stand), await app.Topic("Vården"));
        await phone.Tap(TallySort.Conversation);
        await phone.Tap(TallySort.Conversation);
        await phone.Tap(TallySort.Leaflet, 10);
        await phone.Tap(TallySort.Topic, topic: topic.Id);
        await phone.RaiseHand("Kerstin Torg", "070-174 06 77");
        await app.Write(db => Task.FromResult(db.Add(new GatheringCost(stand.Id, "Platshyra", 450))));
        return stand;
    }

    private static async Task<Id<Venue>> Square(AppUnderTest app)
    {
        var square = new Venue(Cast.District.Id);
        square.Describe("Torget", null, null, null);
        await app.Write(db => Task.FromResult(db.Add(square)));
        return square.Id;
    }

    private static async Task<int> Counted(AppUnderTest app, Gathering stand)
    {
        var tapped = await app.Tapped(stand);
        return StandReport.Counted(await app.Read(db => db.StandReports.SingleAsync()), tapped).Conversations;
    }

    private static async Task<decimal?> Conversations(AppUnderTest app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (db, measure) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetServices<IMeasure>().Single(m => m.Code == "conversations"));
        (await measure.Rows(db.Units.Select(u => u.Id), FakeTime.Today, FakeTime.Today.AddDays(30), 10, CancellationToken.None)).ShouldHaveSingleItem().What.ShouldBe("Bokbord på torget, 42 samtal");
        return (await measure.ByUnit(db.Units.Select(u => u.Id), FakeTime.Today, FakeTime.Today.AddDays(30), CancellationToken.None)).GetValueOrDefault(Cast.Alnas.Id)?.Value;
    }

    private static async Task<IReadOnlyList<string>> Rows(Visitor who, string url) => [.. (await who.Open(url)).Html.QuerySelectorAll("table.ledger tbody tr")
        .Select(tr => string.Join('|', tr.Children.Select(c => string.Join(' ', c.ChildNodes.Select(n => n.TextContent.Trim()).Where(t => t.Length > 0)))))];
}
