using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Series;
using Verksam.Features.Structure;
using Verksam.Kernel.Time;
using Verksam.Tests.House;
using Xunit;
using static Verksam.Tests.Features.Gatherings.Rearrangings;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>Which gatherings somebody means who rearranges all of a time, a part, a kind or a size, a series or a single one.</summary>
public sealed class RearrangeWhichTests
{
    [Theory]
    [InlineData("Input.First", "2026-04-09", "Natten till den 9 april")]
    [InlineData("Input.First", "2026-04-10", "")]
    [InlineData("Input.Last", "2026-04-08", "Samtal, Möte, På nätet, I kretsen, I Storå, I hela distriktet, Få platser, Liten sal, Bänkar i liten sal")]
    [InlineData("Input.Last", "2026-04-09", "Samtal, Möte, På nätet, I kretsen, I Storå, I hela distriktet, Få platser, Liten sal, Bänkar i liten sal, Natten till den 9 april")]
    [InlineData("Input.Unit", "Alnäs", "Samtal, Möte, På nätet, I kretsen, Få platser, Liten sal, Bänkar i liten sal, Natten till den 9 april")]
    [InlineData("Input.Kind", "meeting", "Möte")]
    [InlineData("Input.Physical", "true", "Samtal, Möte, I kretsen, I Storå, I hela distriktet, Få platser, Liten sal, Bänkar i liten sal, Natten till den 9 april")]
    [InlineData("Input.Over", "50", "Samtal, Möte, På nätet, I kretsen, I Storå, I hela distriktet, Bänkar i liten sal, Natten till den 9 april")]
    public async Task What_is_narrowed_leaves_out_what_it_should_and_no_more(string field, string value, string titles)
    {
        await using var app = await AppUnderTest.Start();
        await Spread(app);

        var shown = await Fill(await (await app.As(Cast.Ombudsman)).Open("/aktiviteter/planera-om?gor=Cancel"), how: f => f[field] = value == "Alnäs" ? Cast.Alnas.Id.ToString() : value);

        Titles(shown).ShouldBe(titles.Split(", ", StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
    }

    [Fact]
    public async Task Where_nobody_knows_how_many_have_room_it_is_said()
    {
        await using var app = await AppUnderTest.Start();
        await Spread(app);

        var shown = await Fill(await (await app.As(Cast.Ombudsman)).Open("/aktiviteter/planera-om?gor=Digital"), how: f => (f["Input.Over"], f["Input.Link"]) = ("50", "https://moten.example/vinter"));

        shown.Html.QuerySelectorAll("#blir .rows li").Where(r => r.TextContent.Contains("Ingen har skrivit hur många", StringComparison.Ordinal)).Select(r => r.QuerySelector("b")!.TextContent)
            .ShouldBe(["Samtal", "På nätet", "I kretsen", "I Storå", "I hela distriktet", "Natten till den 9 april"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_series_is_all_of_it_and_nothing_else_and_so_is_a_single_one()
    {
        await using var app = await AppUnderTest.Start();
        var series = new GatheringSeries(Cast.Alnas.Id, Pace.Weekly, new DateOnly(2026, 3, 24));
        Gathering[] all = [One("Första", Cast.Alnas), One("Andra", Cast.Alnas, days: 21), One("En annan", Cast.Alnas)];
        all[0].IsOneOf(series, new DateOnly(2026, 3, 24));
        all[1].IsOneOf(series, new DateOnly(2026, 3, 31));
        await app.Write(db =>
        {
            db.Add(series);
            db.AddRange(all);
            return Task.CompletedTask;
        });
        var birgitta = await app.As(Cast.AssociationChair);

        Titles(await Fill(await birgitta.Open($"/aktiviteter/planera-om?serie={series.Id}&gor=Cancel"))).ShouldBe(["Första", "Andra"]);
        Titles(await Fill(await birgitta.Open($"/aktiviteter/planera-om?en={all[2].Id}&gor=Cancel"))).ShouldBe(["En annan"]);
        (await (await app.As(Cast.MemberOfAlnas)).Open($"/aktiviteter/planera-om?serie={series.Id}&gor=Cancel")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    private static IEnumerable<string> Titles(Sheet shown) => shown.Html.QuerySelectorAll("#blir .rows b").Select(b => b.TextContent);

    private static async Task Spread(AppUnderTest app)
    {
        var circle = Cast.Alnas.Found("Södra kretsen", UnitKind.Association);
        var (hall, room) = (new Venue(Cast.District.Id), new Venue(Cast.District.Id));
        hall.Describe("Stora salen", null, null, null);
        hall.Holds(120, null);
        room.Describe("Lilla rummet", null, null, null);
        room.Holds(12, null);
        await app.Write(db =>
        {
            db.AddRange(circle, hall, room);
            db.AddRange(One("Samtal", Cast.Alnas), One("Möte", Cast.Alnas, new(hall.Id, null, null), kind: "meeting"), One("På nätet", Cast.Alnas, new(null, null, "https://moten.example/skolan")), One("I kretsen", circle), One("I Storå", Cast.Stora), One("I hela distriktet", Cast.District),
                One("Få platser", Cast.Alnas, new(hall.Id, null, null), seats: 40), One("Liten sal", Cast.Alnas, new(room.Id, null, null)), One("Bänkar i liten sal", Cast.Alnas, new(room.Id, null, null), seats: 60),
                One("Natten till den 9 april", Cast.Alnas, starts: OurTime.At(new DateOnly(2026, 4, 9), new TimeOnly(0, 30))));
            return Task.CompletedTask;
        });
    }

    private static Gathering One(string title, Unit unit, Whereabouts? where = null, string kind = "discussion", int? seats = null, int days = 14, DateTimeOffset? starts = null)
    {
        var gathering = new Gathering(unit.Id, kind, Cast.Ombudsman.Id, FakeTime.Start);
        gathering.Describe(title, kind, null, null);
        gathering.IsFor(Audience.Members, null, null);
        gathering.HasRoomFor(seats);
        var begins = starts ?? FakeTime.Start.AddDays(days);
        gathering.Take(new Hours(begins, begins.AddHours(2)), where ?? new Whereabouts(null, "Torget", null), FakeTime.Start).ShouldBeNull();
        gathering.Publish(FakeTime.Start).ShouldBeNull();
        return gathering;
    }
}
