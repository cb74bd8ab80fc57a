using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.People.Segments;
using Verksam.Features.Structure;
using Verksam.Features.Structure.Days;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>Somebody arranges a gathering, others see it, and it is told of afterwards.</summary>
public sealed class GatheringPageTests
{
    [Fact]
    public async Task A_gathering_goes_from_nothing_to_told_of()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);

        var page = await (await birgitta.Open("/aktiviteter/ny")).Submit("Spara utkastet", f =>
        {
            (f["Input.Title"], f["Input.Kind"], f["Input.Spot"]) = ("Bokbord på torget", "stand", "Torget i Alnäs");
            (f["Input.Day"], f["Input.From"], f["Input.To"]) = ("2026-03-14", "10:00", "13:30");
        });
        page.Text.ShouldContain("Lördag 14 mars");
        page.Text.ShouldContain("10.00–13.30");
        page.Text.ShouldContain("Utkast");
        (await (await app.As(Cast.MemberOfAlnas)).Open(page.Url)).Status.ShouldBe(HttpStatusCode.NotFound);

        page = await page.Submit("Publicera");
        (await (await app.As(Cast.MemberOfAlnas)).Open(page.Url)).Text.ShouldContain("Bokbord på torget");
        app.Clock.Advance(TimeSpan.FromDays(5));
        (await birgitta.Open("/aktiviteter")).Html.QuerySelector("#behover")!.TextContent.ShouldContain("Ingen rapport");
        page = await (await (await birgitta.Open(page.Url)).Follow("Skriv rapporten")).Submit("Spara rapporten", f => (f["Input.Attended"], f["Input.WentWell"]) = ("23", "Fint väder."));

        page.Text.ShouldContain("23 var där");
        (await birgitta.Open("/aktiviteter")).Html.QuerySelector("#behover").ShouldBeNull();
        (await birgitta.Open("/matt/aktiviteter")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Members", "Lena Lund", true)]
    [InlineData("Members", "Tove Hallström", true)]
    [InlineData("Members", "Ahmed Nilsson", false)]
    [InlineData("Everybody", "Ahmed Nilsson", true)]
    [InlineData("Assignment", "Yusuf Demir", true)]
    [InlineData("Assignment", "Lena Lund", false)]
    [InlineData("Segment", "Lena Lund", true)]
    [InlineData("Segment", "Yusuf Demir", true)] // may arrange there
    [InlineData("Segment", "Ahmed Nilsson", false)]
    public async Task It_is_seen_by_those_whom_it_is_for_and_by_those_who_arrange(string audience, string name, bool sees)
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await app.Write(async db =>
        {
            var segment = new Segment(Cast.District.Id, Cast.Ombudsman.Id, "Bara Lena", SegmentText.Read("1.alla(namn:Lena)"));
            db.Add(segment);
            var leader = await db.Roles.Where(r => r.Code == StandardRoles.GroupLeader).Select(r => r.Id).SingleAsync();
            (await db.Gatherings.SingleAsync(g => g.Id == gathering.Id)).IsFor(Enum.Parse<Audience>(audience), segment.Id, leader).ShouldBeNull();
        });
        var visitor = await app.As(Cast.Named(name));

        (await visitor.Open(gathering.Url())).Status.ShouldBe(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        (await visitor.Open("/aktiviteter")).Text.Contains("Samtal om skolan", StringComparison.Ordinal).ShouldBe(sees);
    }

    [Fact]
    public async Task The_link_is_shown_to_those_who_arrange()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);

        (await (await app.As(Cast.AssociationChair)).Open(gathering.Url())).Html.DocumentElement.OuterHtml.ShouldContain("moten.example");
        (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url())).Html.DocumentElement.OuterHtml.ShouldNotContain("moten.example");
    }

    [Fact]
    public async Task It_goes_to_a_calendar_without_the_link_of_those_who_arrange()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == gathering.Id)).Cancel("Vattenskada", FakeTime.Start));

        var file = await (await app.As(Cast.MemberOfAlnas)).Get(gathering.Url() + "?handler=Calendar");
        var text = await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        foreach (var line in new[] { $"UID:{gathering.Id}@verksam", "SEQUENCE:1", "STATUS:CANCELLED", "SUMMARY:Samtal om skolan", "DTSTART;TZID=Europe/Stockholm:" })
            text.ShouldContain(line);
        text.ShouldNotContain("moten.example");
        (await (await app.As(Cast.MemberOfStora)).Get(gathering.Url() + "?handler=Calendar")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_who_change_at_once_are_told()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var (birgitta, tove) = (await app.As(Cast.AssociationChair), await app.As(Cast.Ombudsman));
        var old = await birgitta.Open(gathering.Url() + "/andra");
        await (await tove.Open(gathering.Url() + "/andra")).Submit("Spara", f => f["Input.Title"] = "Toves namn");

        (await old.Submit("Spara", f => f["Input.Title"] = "Birgittas namn")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.Read(db => db.Gatherings.Select(g => g.Title).SingleAsync())).ShouldBe("Toves namn");
    }

    [Theory]
    [InlineData("Input.To", "09:00", "Den slutar innan den börjar. Håller den på över midnatt skriver du sista dagen.")]
    [InlineData("Input.Link", "ftp://x", "Länken ska börja med https:// och vara hel.")]
    [InlineData("Input.Title", "", "Fyll i det här fältet.")]
    [InlineData("Input.Day", "2026-02-31", null)]
    [InlineData("Input.Budget", "-1", null)]
    [InlineData("Input.From", "25:99", null)]
    public async Task Bad_input_is_said_and_what_was_written_stays(string field, string value, string? said)
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await app.As(Cast.AssociationChair)).Open("/aktiviteter/ny");

        page = await page.Submit("Spara utkastet", f =>
        {
            (f["Input.Title"], f["Input.From"], f["Input.To"], f["Input.Lead"]) = ("Ett möte", "10:00", "12:00", "Kom ihåg mig");
            f[field] = value;
        });

        page.Errors.Count.ShouldBe(1);
        if (said is not null)
            page.Errors.ShouldBe([said]);
        page.Html.QuerySelector("[name='Input.Lead']")!.TextContent.Trim().ShouldBe("Kom ihåg mig");
        (await app.Read(db => db.Gatherings.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_not_offered_is_not_taken()
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await app.As(Cast.AssociationChair)).Open("/aktiviteter/ny");

        foreach (var (field, value) in new[] { ("Input.Unit", Cast.Stora.Id.ToString()), ("Input.Contact", Cast.MemberOfStora.Id.ToString()), ("Input.Kind", "nonsens"), ("Input.Venue", Cast.Stora.Id.ToString()) })
            (await page.Submit("Spara utkastet", f => (f["Input.Title"], f[field]) = ("Ett möte", value))).Status.ShouldBe(HttpStatusCode.NotFound, field);

        (await app.Read(db => db.Gatherings.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task One_like_it_a_year_on_has_its_list_unpacked()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var birgitta = await app.As(Cast.AssociationChair);
        var list = await (await (await birgitta.Open(gathering.Url())).Follow("Ändra listan")).Submit("Spara", f => (f["Lines[0].What"], f["Lines[0].Note"], f["Lines[1].What"]) = ("Termosar", "Hos Lena", "Duk"));
        var ticked = await app.Read(db => db.BringItems.Where(b => b.What == "Duk").Select(b => b.Id).SingleAsync());
        var packed = await (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url())).Submit("Spara listan", f => f["packat"] = ticked.ToString());
        packed.Text.ShouldContain("1 av 2 klara");

        var page = await (await (await birgitta.Open(list.Url)).Follow("Gör en likadan")).Submit("Spara utkastet");

        page.Text.ShouldContain("0 av 2 klara");
        page.Text.ShouldNotContain("Hos Lena");
        page.Text.ShouldContain("2027");
        (await app.Read(db => db.Gatherings.Select(g => g.State).ToListAsync())).ShouldBe([GatheringState.Published, GatheringState.Draft], ignoreOrder: true);
    }

    [Fact]
    public async Task A_member_says_on_the_page_that_they_bring_what_nobody_has_taken_and_that_they_cannot()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await app.Write(db =>
        {
            foreach (var (n, what) in new[] { "Duk", "Kaffe" }.Index())
            {
                var item = new BringItem(gathering.Id, n);
                item.Write(what, null);
                item.IsBroughtBy(n == 1 ? Cast.GroupLeader.Id : null);
                db.Add(item);
            }
            return Task.CompletedTask;
        });
        var lena = await app.As(Cast.MemberOfAlnas);
        var page = await lena.Open(gathering.Url());
        page.Buttons.ShouldNotContain("Jag tar med det, Kaffe"); // that is another's

        page = await page.Submit("Jag tar med det, Duk");

        (await app.Read(db => db.BringItems.Where(b => b.What == "Duk").Select(b => b.ById).SingleAsync())).ShouldBe(Cast.MemberOfAlnas.Id);
        await (await lena.Open(gathering.Url())).Submit("Jag kan inte ta med det, Duk");
        (await app.Read(db => db.BringItems.Where(b => b.What == "Duk").Select(b => b.ById).SingleAsync())).ShouldBeNull();
    }

    [Fact]
    public async Task Who_brings_something_stays_when_somebody_else_saves_the_list()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await (await (await app.As(Cast.Ombudsman)).Open(gathering.Url() + "/ta-med")).Submit("Spara", f => (f["Lines[0].What"], f["Lines[0].By"]) = ("Duk", Cast.DistrictChair.Id.ToString()));

        await (await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/ta-med")).Submit("Spara", f => f["Lines[1].What"] = "Kaffe");

        (await app.Read(db => db.BringItems.Where(b => b.What == "Duk").Select(b => b.ById).SingleAsync())).ShouldBe(Cast.DistrictChair.Id);
    }

    [Fact]
    public async Task What_did_not_take_place_can_be_said_afterwards()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, days: -1);
        var birgitta = await app.As(Cast.AssociationChair);

        await (await birgitta.Open(gathering.Url())).Submit("Den blev inte av", f => f["Input.Why"] = "Ingen kom.");

        (await birgitta.Open("/aktiviteter")).Html.QuerySelector("#behover").ShouldBeNull();
        (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url())).Text.ShouldContain("Ingen kom.");
    }

    [Fact]
    public async Task Nothing_is_cancelled_silently_before_it_has_begun()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, days: -1);
        var birgitta = await app.As(Cast.AssociationChair);
        var old = await birgitta.Open(gathering.Url());
        await app.Write(async db => (await db.Gatherings.SingleAsync()).Take(new Hours(FakeTime.Start.AddDays(2), FakeTime.Start.AddDays(3)), new Whereabouts(null, "Biblioteket", null), FakeTime.Start));

        (await old.Submit("Den blev inte av")).Errors.ShouldBe(["Den har inte varit än."]);
    }

    [Fact]
    public async Task It_is_tied_to_what_it_carries_out_and_shows_there()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db => Plans.WriteFor(db, Cast.District, Cast.Alnas, Cast.Stora));
        var gathering = await Arranged.In(app, Cast.Alnas);
        var birgitta = await app.As(Cast.AssociationChair);
        var adopted = await app.Read(db => db.Commitments.Where(c => c.Chapter != null && db.Plans.Any(p => p.Id == c.PlanId && p.UnitId == Cast.Alnas.Id)).Select(c => c.Id).SingleAsync());
        var foreign = await app.Read(db => db.Commitments.Where(c => c.Chapter != null && db.Plans.Any(p => p.Id == c.PlanId && p.UnitId == Cast.Stora.Id)).Select(c => c.Id).SingleAsync());

        var choosing = await birgitta.Open(gathering.Url() + "/planen");
        choosing.Text.ShouldNotContain("Storå ska hålla");
        (await choosing.Submit("Spara", f => f["valda"] = foreign.ToString())).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await choosing.Submit("Spara", f => f["valda"] = adopted.ToString());

        page.Text.ShouldContain("Alnäs ska hålla minst fyra möten");
        (await birgitta.Open("/planen/alnas/2026/1.1")).Html.QuerySelector("#kopplat")!.TextContent.ShouldContain("Samtal om skolan");
    }

    [Fact]
    public async Task What_it_cost_is_for_those_who_arrange()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var birgitta = await app.As(Cast.AssociationChair);

        var page = await (await birgitta.Open(gathering.Url() + "/kostnader")).Submit("Lägg till", f => (f["Input.What"], f["Input.Amount"]) = ("Platshyra", "1 250,50"));
        page.Text.ShouldContain("250,50 kronor");
        (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url())).Text.ShouldNotContain("kronor");
        await page.Submit("Lägg till", f => (f["Input.What"], f["Input.Amount"]) = ("Kaffe", "300"));
        (await birgitta.Open(gathering.Url())).Text.ShouldContain("550,50 kronor är använda.");
        await app.Write(async db => (await db.Gatherings.SingleAsync()).MayCost(1500));
        var own = await birgitta.Open(gathering.Url());
        own.Html.QuerySelector("section[aria-labelledby=kostar-h] p")!.TextContent.Where(c => !char.IsWhiteSpace(c)).ShouldBe("1550,50av1500kronoräranvända.Överramen");
        foreach (var _ in Enumerable.Range(0, 2))
            page = await (await birgitta.Open(gathering.Url() + "/kostnader")).Submit("Ta bort");

        (await app.Read(db => db.GatheringCosts.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("2026-12", "Julafton", "Juldagen", "Annandag jul", "Nyårsmöte", "Nyårsafton", "Nyårsdagen", "Trettonhelg")]
    [InlineData("2027-01", "Nyårsmöte", "Nyårsafton", "Nyårsdagen", "Trettonhelg", "Trettondedag jul")]
    [InlineData("2026-11", "Alla helgons dag")]
    public async Task The_weeks_around_New_Year_have_the_days_of_both_years(string month, params string[] stand)
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db =>
        {
            var (old, fresh) = (new YearDay(Cast.District.Id), new YearDay(Cast.District.Id));
            old.Describe("Nyårsmöte", YearDayKind.Meeting, new() { Month = 12, Day = 30 }, null);
            fresh.Describe("Trettonhelg", YearDayKind.Feast, new() { Month = 1, Day = 2 }, null);
            db.AddRange(old, fresh, new DayAnswer(old.Id, 2026, new(2026, 12, 30)), new DayAnswer(fresh.Id, 2027, new(2027, 1, 2)));
            return Task.CompletedTask;
        });

        var page = await (await app.As(Cast.MemberOfAlnas)).Open("/aktiviteter?manad=" + month);

        page.Html.QuerySelectorAll(".month small").Select(s => s.TextContent).ShouldBe(stand, ignoreOrder: true);
    }
}
