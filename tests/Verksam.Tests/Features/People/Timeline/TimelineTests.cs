using Shouldly;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Notes;
using Verksam.Features.People.Seats;
using Verksam.Features.People.Tags;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Timeline;

/// <summary>What has happened with a person, as the person's page tells it.</summary>
public sealed class TimelineTests
{
    private static string Url => $"/manniskor/{Cast.FormerChair.Id}";

    [Fact]
    public async Task Everything_is_there_the_latest_first()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db => Task.FromResult(db.Add(new PaidPeriod(Cast.FormerChair.Id, FakeTime.Today.AddDays(-30), FakeTime.Today.AddDays(300), FakeTime.Today.AddDays(-40), FakeTime.Today))));

        Said(await (await app.As(Cast.Administrator)).Open(Url)).Select(s => s.Split(',', '.')[0]).ShouldBe(
            ["Slutade vara med i Storå", "Slutade som Ordförande", "Betalade avgiften", "Blev medlem i Storå", "Blev Ordförande"], ignoreOrder: true);
    }

    [Fact]
    public async Task Notes_tags_and_seats_are_told_and_what_is_kept_is_told_anew_after_a_save()
    {
        await using var app = await AppUnderTest.Start();
        var (siv, body, tag) = (await app.As(Cast.Administrator), new PublicBody(Cast.Stora.Id, "Fullmäktige", BodyLevel.Municipality), new Tag(Cast.Stora.Id, "Fika"));
        Said(await siv.Open(Url)).Count().ShouldBe(4);
        await app.Write(db =>
        {
            var seat = new Seat(Cast.FormerChair.Id, body.Id, SeatKind.Member, FakeTime.Today.AddDays(-400));
            seat.End(FakeTime.Today.AddDays(-10));
            db.AddRange(body, tag, seat, new Tagging(tag.Id, Cast.FormerChair.Id, null, FakeTime.Start.AddDays(-1)),
                new PersonNote(Cast.FormerChair.Id, Cast.Ombudsman.Id, "Vill gärna vara med igen.", FakeTime.Start.AddHours(-1)));
            return Task.CompletedTask;
        });

        var said = Said(await siv.Open(Url)).ToList();

        said.ShouldContain($"{Cast.Ombudsman.Name} antecknade: Vill gärna vara med igen.");
        said.ShouldContain("Fick etiketten Fika.");
        said.ShouldContain("Fick plats i Fullmäktige. Ordinarie.");
        said.ShouldContain("Lämnade sin plats i Fullmäktige. Ordinarie.");
    }

    [Fact]
    public async Task One_kind_is_asked_for_and_a_kind_that_is_none_is_all()
    {
        await using var app = await AppUnderTest.Start();
        var siv = await app.As(Cast.Administrator);

        Said(await siv.Open(Url + "?slag=uppdrag")).ShouldBe(["Slutade som Ordförande, Storå.", "Blev Ordförande, Storå."]);
        Said(await siv.Open(Url + "?slag=nonsens&fore=nonsens")).Count().ShouldBe(4);
    }

    [Fact]
    public async Task Who_has_looked_is_for_oneself_and_for_those_who_read_the_log()
    {
        await using var app = await AppUnderTest.Start();
        var page = $"/manniskor/{Cast.MemberOfAlnas.Id}";
        await (await app.As(Cast.GroupLeader)).Open(page);
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        foreach (var who in new[] { Cast.MemberOfAlnas, Cast.AssociationChair })
        {
            var seen = await (await app.As(who)).Open(page);
            Said(seen).ShouldBe(["Blev medlem i Alnäs."]);
            Said(await seen.Follow("Se alla som har tittat")).ShouldContain("Yusuf Demir öppnade sidan.");
        }
        var yusuf = await (await app.As(Cast.GroupLeader)).Open(page + "?slag=sett");
        Said(yusuf).ShouldBe(["Blev medlem i Alnäs."]);
        yusuf.Html.QuerySelectorAll("a").ShouldNotContain(a => a.GetAttribute("href")!.Contains("slag=sett", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Older_things_are_a_press_away_and_none_is_lost()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db =>
        {
            var yusuf = new Actor();
            yusuf.Is(Cast.GroupLeader.Id.Value, "web");
            for (var i = 0; i < 50; i++)
                db.Add(new AuditEntry(AuditKind.Read, "Person", Cast.MemberOfAlnas.Id.Value, yusuf, FakeTime.Start.AddHours(-1 - (i / 2)), "{}"));
            return Task.CompletedTask;
        });
        var lena = await app.As(Cast.MemberOfAlnas);

        var (page, seen) = (await lena.Open($"/manniskor/{Cast.MemberOfAlnas.Id}?slag=sett"), 0);
        seen += Said(page).Count();
        while (page.Html.QuerySelector("#handelser a[rel=next]") is { } older)
        {
            page = await lena.Open(older.GetAttribute("href")!.Split('#')[0]);
            seen += Said(page).Count();
        }

        seen.ShouldBe(50);
    }

    private static IEnumerable<string> Said(Sheet page) => page.Html.QuerySelectorAll("#handelser li div").Select(d => d.TextContent.Trim());
}
