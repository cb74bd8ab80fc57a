using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Sharing;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

/// <summary>A commitment is broken down to the associations and rolled up from them.</summary>
public sealed class SharingTests
{
    private const string Url = "/planen/2026/1.1"; // minst fyra konserter

    [Fact]
    public async Task It_is_shared_out_evenly_unless_one_says_otherwise()
    {
        await using var app = await Adopted();
        var page = await (await (await app.As(Cast.Ombudsman)).Open(Url)).Follow("Dela ut");
        page.Html.QuerySelectorAll("tbody th").Select(t => t.TextContent.Trim()).ShouldBe(["Alnäs", "Storå"]);
        page.Html.QuerySelectorAll("[name^=wanted]").Select(i => i.GetAttribute("value")).ShouldBe(["2", "2"]);

        var saved = await page.Submit("Spara delarna", form =>
        {
            form["wanted.alnas"] = "3";
            form["owner.alnas"] = Cast.AssociationChair.Id.ToString();
        });

        saved.Html.QuerySelectorAll("#delar tbody tr").Select(Row).ShouldBe(["Alnäs inte mätt Har inte svarat Birgitta Åman", "Storå inte mätt Har inte svarat ingen ansvarig"]);
        (await app.Read(db => db.Parts.Select(p => p.Wanted).ToListAsync())).ShouldBe([2, 3], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_no_number_is_answered_with_the_bounds()
    {
        await using var app = await Adopted();

        var page = await (await (await app.As(Cast.Ombudsman)).Open(Url + "/delar")).Submit("Spara delarna", form => form["wanted.alnas"] = "några");

        page.Errors.Select(e => e.Replace('\u00a0', ' ')).ShouldBe(["Skriv ett tal från 0 till 10 000 000."]);
        page.Html.QuerySelector("[name='wanted.alnas']")!.GetAttribute("value").ShouldBe("några");
    }

    [Fact]
    public async Task Numbers_are_ordered_as_numbers_also_where_a_comma_divides_them()
    {
        await using var app = await Shared();
        await app.Write(async db =>
        {
            var parts = await db.Parts.ToListAsync();
            parts[0].Ask(10.5m, null);
            parts[1].Ask(9.25m, null);
        });

        (await app.Read(db => db.Parts.OrderBy(p => p.Wanted).Select(p => p.Wanted).ToListAsync())).ShouldBe([9.25m, 10.5m]);
    }

    [Fact]
    public async Task Counts_add_and_who_is_silent_is_not_zero()
    {
        await using var app = await Shared();
        await Tell(app, Cast.AssociationChair, "alnas", "Vårkonserten", "1");

        var page = await (await app.As(Cast.MemberOfStora)).Open(Url);
        page.Html.QuerySelectorAll("#delar tbody tr").Select(Row).First().ShouldStartWith("Alnäs 1 av 2");
        page.Html.QuerySelector("#delar tfoot")!.TextContent.ShouldContain("1 av 4");
        page.Html.QuerySelector("#delar header")!.TextContent.ShouldContain("En har inte svarat.");

        await Tell(app, Cast.Ombudsman, "stora", "Två i höst", "3");
        page = await (await app.As(Cast.MemberOfStora)).Open(Url);
        page.Text.ShouldContain("4 av 4 konserter");
        page.Html.QuerySelector("dd .status")!.TextContent.ShouldBe("Klar"); // together they are four
    }

    [Fact]
    public async Task The_status_of_the_whole_is_that_of_the_worst_part_that_has_answered()
    {
        await using var app = await Shared();
        await Tell(app, Cast.AssociationChair, "alnas", "Det går bra", "1");
        await Tell(app, Cast.Ombudsman, "stora", "Kyrkan är stängd", "", "AtRisk");

        var page = await (await app.As(Cast.MemberOfAlnas)).Open(Url);
        page.Html.QuerySelector("dd .status")!.TextContent.ShouldBe("I riskzonen");
        page.Text.ShouldContain("0 av 2 delar är klara. Den sämsta av dem som har svarat ger läget");
        page.Html.QuerySelector(".log li div")!.TextContent.ShouldContain("Tove Hallström, Storå");
        (await (await app.As(Cast.MemberOfAlnas)).Open(Url + "/delar/alnas")).Html.QuerySelectorAll(".log li").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(new[] { "Done", "Done" }, 0, "Done")]
    [InlineData(new[] { "Done", "OnTrack" }, 0, "OnTrack")]
    [InlineData(new[] { "Done", "NotStarted", "AtRisk" }, 0, "AtRisk")]
    [InlineData(new[] { "AtRisk", "Late" }, 0, "Late")]
    [InlineData(new[] { "Done" }, 1, "OnTrack")] // one is done, one has not answered
    public void Of_the_parts_the_worst_decides(string[] parts, int silent, string whole)
    {
        var rows = parts.Select(s => Part(Enum.Parse<Status>(s), FakeTime.Start)).Concat(Enumerable.Range(0, silent).Select(_ => Part(Status.NotStarted, null))).ToList();

        RollUp.Of(new Standing(Status.NotStarted, "nothing"), rows).ShouldBe(new Standing(Enum.Parse<Status>(whole), "parts", parts.Count(p => p == "Done"), rows.Count));
    }

    [Fact]
    public void When_nobody_has_answered_and_when_it_is_decided_above_the_parts_say_nothing()
    {
        var silent = new Standing(Status.NotStarted, "nothing");
        RollUp.Of(silent, [Part(Status.AtRisk, null)]).ShouldBe(silent);
        foreach (var rule in new[] { "dropped", "word", "count" })
            RollUp.Of(new Standing(Status.Done, rule), [Part(Status.Late, FakeTime.Start)]).Rule.ShouldBe(rule);
        RollUp.Of(new Standing(Status.Late, "due"), [Part(Status.OnTrack, FakeTime.Start)]).Rule.ShouldBe("due");
        RollUp.Of(new Standing(Status.Late, "due"), [Part(Status.Done, FakeTime.Start)]).Status.ShouldBe(Status.Done);
    }

    [Fact]
    public async Task Who_reports_in_the_unit_tells_of_its_part_and_of_no_other()
    {
        await using var app = await Shared();
        (await (await app.As(Cast.GroupLeader)).Open(Url + "/delar/alnas")).Html.QuerySelector("#rapportera").ShouldNotBeNull();
        (await (await app.As(Cast.GroupLeader)).Open(Url + "/delar/stora")).Html.QuerySelector("#rapportera").ShouldBeNull();
        (await (await app.As(Cast.GroupLeader)).Get(Url + "/delar")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await (await app.As(Cast.GroupLeader)).Get(Url + "/delar/finns-inte")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Press(app, Cast.GroupLeader)).ShouldBe(HttpStatusCode.NotFound);
        (await app.Read(db => db.Reports.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_part_asks_how_many_with_what_was_last_said_and_the_whole_asks_no_more()
    {
        await using var app = await Shared();
        await Planned.Change(app, "1.1", c => c.HandTo(Cast.AssociationChair.Id, null, null, FakeTime.Start));
        await Tell(app, Cast.AssociationChair, "alnas", "Vårkonserten", "1");
        var birgitta = await app.As(Cast.AssociationChair);

        (await birgitta.Open(Url + "/delar/alnas")).Html.QuerySelector("#Input_Count-hint")!.TextContent.ShouldContain("Senast sagt: 1");
        (await birgitta.Open(Url)).Html.QuerySelector("#rapportera").ShouldNotBeNull();
        (await birgitta.Open(Url)).Html.QuerySelector("#Input_Count").ShouldBeNull(); // the parts count it
    }

    [Fact]
    public async Task Our_part_stands_among_what_is_mine()
    {
        await using var app = await Shared();

        (await Mine(app, Cast.AssociationChair)).ShouldBe([Url + "/delar/alnas"]);
        (await Mine(app, Cast.MemberOfAlnas)).ShouldBeEmpty();
        (await Mine(app, Cast.MemberOfStora)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_part_that_somebody_has_told_of_is_not_taken_away()
    {
        await using var app = await Shared();
        await Tell(app, Cast.AssociationChair, "alnas", "Vårkonserten", "1");
        var page = await (await app.As(Cast.Ombudsman)).Open(Url + "/delar");

        var kept = await page.Submit("Spara delarna", form => { form.Leave("unit.alnas"); form.Leave("unit.stora"); form["wanted.stora"] = "två"; });
        kept.Errors.ShouldContain("Alnäs har redan berättat om sin del. Den kan inte tas bort.");
        (await app.Read(db => db.Parts.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task A_measure_counts_each_unit_by_itself()
    {
        await using var app = await Shared();
        await Planned.Change(app, "1.1", c => c.Follow("people"));

        var rows = (await (await app.As(Cast.MemberOfStora)).Open(Url)).Html.QuerySelectorAll("#delar tbody tr").Select(Row).ToList();
        rows[0].ShouldStartWith("Alnäs 3 av 2"); // three of the cast belong there today
        rows[1].ShouldStartWith("Storå 1 av 2");
    }

    [Fact]
    public async Task So_many_in_a_hundred_is_the_same_for_each_and_never_a_sum()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app, "# Sång\n\nVi ska nå minst 85 procent av medlemmarna med ett brev.");
        var page = await (await app.As(Cast.Ombudsman)).Open(Url + "/delar");
        page.Html.QuerySelectorAll("[name^=wanted]").Select(i => i.GetAttribute("value")).ShouldBe(["85", "85"]);
        await page.Submit("Spara delarna");

        await Tell(app, Cast.Ombudsman, "alnas", "Bra", "40");
        await Tell(app, Cast.Ombudsman, "stora", "Bättre", "60");

        var whole = await (await app.As(Cast.Ombudsman)).Open(Url);
        whole.Html.QuerySelector("#delar tfoot")!.TextContent.ShouldContain("inte mätt");
        whole.Html.QuerySelector("label[for=Input_Count]")!.TextContent.ShouldBe("Hur många procent hittills?"); // whoever knows the whole still says it
    }

    private static string Row(AngleSharp.Dom.IElement row) =>
        string.Join(' ', row.Children.Select(c => c.TextContent.Trim()).Where(t => t.Length > 0));

    private static PartRow Part(Status status, DateTimeOffset? told) =>
        new(new Part(default, default, FakeTime.Start), "Alnäs", "alnas", "/", null, new Standing(status, "x"), Said.Nothing with { NewsAt = told }, null, null);

    private static async Task<IEnumerable<string?>> Mine(AppUnderTest app, Someone who) =>
        (await (await app.As(who)).Open("/mina-ataganden")).Html.QuerySelectorAll("h3 a").Select(a => a.GetAttribute("href"));

    private static async Task<HttpStatusCode> Press(AppUnderTest app, Someone who)
    {
        var visitor = await app.As(who);
        var token = (await visitor.Open(Url + "/delar/alnas")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return (await visitor.Post(Url + "/delar/stora", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Input.Text", "Allt är klart")]))).StatusCode;
    }

    private static async Task Tell(AppUnderTest app, Someone who, string unit, string text, string count, string word = "")
    {
        var page = await (await (await app.As(who)).Open($"{Url}/delar/{unit}")).Submit("Spara", form =>
        {
            form["Input.Text"] = text;
            form["Input.Count"] = count;
            form["Input.Word"] = word;
        });
        page.Errors.ShouldBeEmpty();
    }

    private static async Task<AppUnderTest> Adopted()
    {
        var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        return app;
    }

    private static async Task<AppUnderTest> Shared()
    {
        var app = await Adopted();
        var commitment = await Planned.Find(app, "1.1");
        await app.Write(db =>
        {
            foreach (var (unit, owner) in new[] { (Cast.Alnas, Cast.AssociationChair.Id), (Cast.Stora, Cast.DistrictChair.Id) })
            {
                var part = new Part(commitment.Id, unit.Id, FakeTime.Start.AddDays(-9));
                part.Ask(2, owner);
                db.Add(part);
            }
            return Task.CompletedTask;
        });
        return app;
    }
}
