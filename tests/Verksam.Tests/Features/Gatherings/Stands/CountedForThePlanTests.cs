using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Stands;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Sharing;
using Verksam.Kernel;
using Verksam.Tests.Features.Planning;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Stands;

/// <summary>What a commitment counts is told by its own words: conversations and leaflets where one stood, else the gathering itself.</summary>
public sealed class CountedForThePlanTests
{
    private const string Conversations = "Vi ska föra minst 4 000 samtal med väljare.";

    [Theory]
    [InlineData(Conversations, 20)]
    [InlineData("Vi ska sprida minst 9 000 flygblad.", 30)]
    [InlineData("Vi ska hålla minst fem träffar.", 1)]
    [InlineData("Vi ska hålla minst fem samtalskvällar.", 1)] // they are evenings
    public async Task A_stand_is_counted_by_what_the_plan_counts(string words, int counted)
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app, $"# Valet\n\n{words}\n");

        await Tie(app, await Reported(app));

        var row = await Row(app);
        (row.Count, row.Completed).ShouldBe(((decimal?)counted, 1));
    }

    [Fact]
    public async Task What_phones_have_tapped_is_counted_once_with_what_the_report_says_and_the_page_tells_it()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app, $"# Valet\n\n{Conversations}\n");
        await Tie(app, await OutThere.Held(app, Cast.Alnas, null, 9, conversations: 7, spot: "Hamnen"));
        (await Row(app)).Count.ShouldBe(7m);

        await Tie(app, await Reported(app, tapped: 5)); // twenty, five of them by phone

        var row = await Row(app);
        (row.Count, row.Completed).ShouldBe((27m, 2));
        var page = await (await app.As(Cast.Ombudsman)).Open($"/planen/{Plans.Year}/1.1");
        page.Text.ShouldContain("27 av 4 000 samtal med väljare");
        page.Text.ShouldContain("Två som har genomförts räknas av sig själva.");
    }

    [Fact]
    public async Task Indoors_it_is_the_gathering_that_is_counted()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app, $"# Valet\n\n{Conversations}\n");
        var evening = await Arranged.In(app, Cast.Alnas, days: -3);
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == evening.Id)).Tell("Bra.", 20, FakeTime.Start).ShouldBeNull());

        await Tie(app, evening);

        var row = await Row(app);
        (row.Count, row.Completed).ShouldBe((1m, 1));
    }

    [Fact]
    public async Task The_part_of_the_unit_that_stood_there_has_as_many()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app, $"# Valet\n\n{Conversations}\n");
        var commitment = await Planned.Find(app, "1.1");
        await app.Write(db =>
        {
            db.AddRange(new[] { Cast.Alnas, Cast.Stora }.Select(unit => { var part = new Part(commitment.Id, unit.Id, FakeTime.Start); part.Ask(2000, null); return part; }));
            return Task.CompletedTask;
        });

        await Tie(app, await Reported(app));

        var row = await Row(app);
        row.Parts.Select(p => (p.Unit, p.Count)).ShouldBe([("Alnäs", 20m), ("Storå", null)], ignoreOrder: true);
        row.Count.ShouldBe(20m);
    }

    // a stand that was held, and of which somebody has said that it gave twenty conversations and thirty leaflets
    private static async Task<Gathering> Reported(AppUnderTest app, int tapped = 0)
    {
        var stand = await OutThere.Held(app, Cast.Alnas, null, 5, tapped, spot: "Torget");
        var report = new StandReport(stand.Id);
        report.Counts(20, 30, new Tapped(tapped, 0));
        await app.Write(db => Task.FromResult(db.Add(report)));
        return stand;
    }

    private static async Task Tie(AppUnderTest app, Gathering gathering)
    {
        var commitment = await Planned.Find(app, "1.1");
        await app.Write(db => Task.FromResult(db.Add(new GatheringTie(gathering.Id, commitment.Id))));
    }

    private static async Task<CarriedRow> Row(AppUnderTest app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return (await scope.ServiceProvider.GetRequiredService<Carried>().Find(await db.Plans.SingleAsync(TestContext.Current.CancellationToken), db.Commitments))[0];
    }
}
