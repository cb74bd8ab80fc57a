using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class CommitmentPageTests
{
    private const string Url = "/planen/2026/1.1";

    [Theory]
    [InlineData("Yusuf Demir")] // owner
    [InlineData("Lena Lund")] // deputy, by nothing but being asked
    public async Task Those_who_carry_it_tell_what_has_happened(string name)
    {
        await using var app = await Handed();

        var page = await (await (await app.As(Cast.Named(name))).Open(Url)).Submit("Spara", form =>
        {
            form["Input.Text"] = "Vårkonserten är hållen";
            form["Input.Count"] = "1";
        });

        page.Url.ShouldBe(Url);
        page.Text.ShouldContain("1 av 4 konserter");
        page.Html.QuerySelector(".log li div")!.TextContent.Trim().ShouldStartWith($"{name} Vårkonserten är hållen (1)");
        var report = await app.Read(db => db.Reports.SingleAsync());
        (report.By, report.Count, report.At).ShouldBe((Cast.Named(name).Id, 1, FakeTime.Start));
    }

    [Fact]
    public async Task What_was_last_counted_stands_beside_the_field_and_not_in_it()
    {
        await using var app = await Handed();
        var yusuf = await app.As(Cast.GroupLeader);
        (await yusuf.Open(Url)).Html.QuerySelector("#Input_Count-hint")!.TextContent.ShouldBe("konserter och bjuda in en gäst");
        await Planned.Change(app, "1.1", c => c.Report(Cast.GroupLeader.Id, "Vårkonserten", 2, null, null, FakeTime.Start, out _));

        var page = await yusuf.Open(Url);

        page.Html.QuerySelector("#Input_Count-hint")!.TextContent.ShouldBe("Konserter och bjuda in en gäst. Senast sagt: 2.");
        page.Html.QuerySelector("#Input_Count")!.GetAttribute("value").ShouldBeNullOrEmpty(); // else a line about something else would count anew
    }

    [Fact]
    public async Task Whom_to_hand_it_to_is_sorted_by_unit_the_plans_own_first_each_person_once()
    {
        await using var app = await Handed();
        await app.Write(async db => db.Add(Assignment.Give(Cast.AssociationChair.Id,
            await db.Roles.Where(r => r.Code == StandardRoles.BoardMember).Select(r => r.Id).SingleAsync(), Cast.District.Id, FakeTime.Today.AddYears(-1), null)));

        var page = await (await app.As(Cast.Ombudsman)).Open(Url);

        page.Html.QuerySelectorAll("#agare optgroup").Select(g => $"{g.GetAttribute("label")}: {string.Join(", ", g.Children.Select(o => o.TextContent))}")
            .ShouldBe(["Norrsjö distrikt: Birgitta Åman, Göran Ödman, Ragnar Ek, Siv Berg, Tove Hallström", "Alnäs: Yusuf Demir"]);
        page.Html.QuerySelector("#agare option[selected]")!.TextContent.ShouldBe("Yusuf Demir");
    }

    [Fact]
    public async Task Another_member_reads_and_cannot_tell()
    {
        await using var app = await Handed();
        var ahmed = await app.As(Cast.MemberOfStora);
        var page = await ahmed.Open(Url);
        page.Html.QuerySelector("#rapportera").ShouldBeNull();
        page.Html.QuerySelector("#ansvarig").ShouldBeNull();
        var token = page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var act in new[] { Url, Url + "/ansvarig" })
        {
            var answer = await ahmed.Post(act, new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Input.Text", "Allt är klart"), new("Input.Word", "Done")]));
            ((int)answer.StatusCode).ShouldBeOneOf(403, 404);
        }

        (await app.Read(db => db.Reports.CountAsync())).ShouldBe(0);
        (await Planned.Find(app, "1.1")).OwnerId.ShouldBe(Cast.GroupLeader.Id);
    }

    [Theory]
    [InlineData("", "", "", "Skriv en rad om vad som har hänt.")]
    [InlineData("", "", "Done", "Skriv varför, så att andra förstår.")]
    [InlineData("Vi struntar i det", "", "Dropped", "Det läget går inte att sätta själv.")]
    public async Task What_cannot_be_said_so_is_answered_in_words(string text, string count, string word, string says)
    {
        await using var app = await Handed();

        var page = await (await (await app.As(Cast.GroupLeader)).Open(Url)).Submit("Spara", form =>
        {
            form["Input.Text"] = text;
            form["Input.Count"] = count;
            form["Input.Word"] = word;
        });

        page.Errors.ShouldBe([says]);
        page.Html.QuerySelector("#Input_Text")!.GetAttribute("value").ShouldBe(text.Length == 0 ? null : text);
        (await app.Read(db => db.Reports.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_page_says_which_rule_gave_the_status()
    {
        await using var app = await Handed();
        var yusuf = await app.As(Cast.GroupLeader);
        (await yusuf.Open(Url)).Text.ShouldContain("Ingen har berättat något än.");

        var page = await (await yusuf.Open(Url)).Submit("Spara", form =>
        {
            form["Input.Text"] = "Gästen blev sjuk";
            form["Input.Word"] = "AtRisk";
        });

        page.Html.QuerySelector("[aria-labelledby=varfor-h] .notice")!.TextContent.ShouldBe("Därför står det ”I riskzonen”Läget är satt för hand, med ett skäl. Det gäller tills det händer något nytt.Gästen blev sjuk Så skrev Yusuf Demir 09.30.");
    }

    [Fact]
    public async Task From_one_commitment_one_goes_to_the_next_and_the_one_before()
    {
        await using var app = await Handed();
        var lena = await app.As(Cast.MemberOfAlnas);

        (string?, string?) Beside(Sheet page) => (page.Html.QuerySelector("[rel=prev]")?.GetAttribute("href"), page.Html.QuerySelector("[rel=next]")?.GetAttribute("href"));

        Beside(await lena.Open(Url)).ShouldBe((null, "/planen/2026/1.2"));
        Beside(await lena.Open("/planen/2026/1.2")).ShouldBe((Url, "/planen/2026/2.1"));
        Beside(await lena.Open("/planen/2026/2.2")).ShouldBe(("/planen/2026/2.1", null));
        (await lena.Open("/planen/2026/2.3")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_is_handed_out_with_a_measure_that_counts_it()
    {
        await using var app = await Handed();

        var page = await (await (await app.As(Cast.Ombudsman)).Open("/planen/2026/2.2")).Send("Spara", _ => { });
        page.StatusCode.ShouldBe(HttpStatusCode.OK); // the report's own button comes first and nothing was said
        var sheet = await (await app.As(Cast.Ombudsman)).Open("/planen/2026/2.2");
        sheet.Html.QuerySelector("#ansvarig button")!.TextContent = "Dela ut";
        var saved = await sheet.Submit("Dela ut", form =>
        {
            form["owner"] = Cast.GroupLeader.Id.ToString();
            form["deputy"] = Cast.DistrictChair.Id.ToString();
            form["measure"] = "people";
        });

        saved.Text.ShouldContain("8, mot 9 samma dag i fjol");
        saved.Text.ShouldContain("Ersättare: Ragnar Ek");
        var commitment = await Planned.Find(app, "2.2");
        (commitment.OwnerId, commitment.DeputyId, commitment.MeasureCode).ShouldBe((Cast.GroupLeader.Id, Cast.DistrictChair.Id, "people"));
    }

    [Fact]
    public async Task It_is_not_handed_to_somebody_who_is_only_a_member()
    {
        await using var app = await Handed();
        var sheet = await (await app.As(Cast.Ombudsman)).Open(Url);
        sheet.Html.QuerySelector("#ansvarig button")!.TextContent = "Dela ut";

        (await sheet.Send("Dela ut", form => form["owner"] = Cast.MemberOfStora.Id.ToString())).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await Planned.Find(app, "1.1")).OwnerId.ShouldBe(Cast.GroupLeader.Id);
    }

    [Fact]
    public async Task Many_are_handed_out_in_one_press_and_stand_among_ones_own()
    {
        await using var app = await Handed();
        var page = await (await app.As(Cast.Ombudsman)).Open("/planen/2026/ansvariga");
        page.Html.QuerySelectorAll("tbody tr").Length.ShouldBe(4);
        (await page.Submit("Spara")).Text.ShouldContain("Kryssa i minst ett åtagande.");

        var saved = await page.Submit("Spara", form =>
        {
            form["chosen"] = page.Html.QuerySelectorAll("[name=chosen]")[1].GetAttribute("value")!;
            form["owner"] = Cast.AssociationChair.Id.ToString();
        });

        saved.Url.ShouldBe("/planen/2026/ansvariga");
        (await Planned.Find(app, "1.2")).OwnerId.ShouldBe(Cast.AssociationChair.Id);
        (await Mine(app, Cast.AssociationChair)).ShouldBe(["/planen/2026/1.2"]);
        (await Mine(app, Cast.GroupLeader)).ShouldBe([Url]);
        (await Mine(app, Cast.MemberOfAlnas)).ShouldBe([Url]); // as deputy
        (await Mine(app, Cast.MemberOfStora)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_loses_what_one_carries_because_no_name_was_chosen()
    {
        await using var app = await Handed();
        var page = await (await app.As(Cast.Ombudsman)).Open("/planen/2026/ansvariga");
        var first = page.Html.QuerySelectorAll("[name=chosen]")[0].GetAttribute("value")!;

        (await page.Submit("Spara", form => form["chosen"] = first)).Errors.ShouldBe(["Välj vem de ska ges till."]);
        (await Planned.Find(app, "1.1")).OwnerId.ShouldBe(Cast.GroupLeader.Id);

        (await page.Submit("Spara", form => (form["chosen"], form["owner"]) = (first, "ingen"))).Text.ShouldContain("Ett åtagande har ingen ansvarig nu.");
        (await Planned.Find(app, "1.1")).OwnerId.ShouldBeNull();
    }

    [Fact]
    public async Task Those_that_nobody_has_can_be_seen_alone_and_stay_so_while_they_are_handed_out()
    {
        await using var app = await Handed();
        var page = await (await (await app.As(Cast.Ombudsman)).Open("/planen/2026/ansvariga")).Follow("Utan ansvarig 3");
        page.Html.QuerySelectorAll("tbody .who").Select(a => a.TextContent).ShouldBe(["1.2", "2.1", "2.2"]);
        page.Html.QuerySelectorAll("tbody td:last-child").Select(d => (d.TextContent.Length > 0, d.HasAttribute("data-label"))).ShouldAllBe(d => d.Item1 == d.Item2);
        page.Html.QuerySelectorAll("#agare optgroup").Select(g => g.GetAttribute("label")).ShouldBe(["Norrsjö distrikt", "Alnäs"]);

        var saved = await page.Submit("Spara", form =>
        {
            form["chosen"] = page.Html.QuerySelector("[name=chosen]")!.GetAttribute("value")!;
            form["owner"] = Cast.AssociationChair.Id.ToString();
        });

        saved.Url.ShouldBe("/planen/2026/ansvariga?visa=utan");
        saved.Html.QuerySelector(".notice b")!.TextContent.ShouldBe("Ett åtagande är utdelat.");
        saved.Html.QuerySelectorAll("tbody .who").Select(a => a.TextContent).ShouldBe(["2.1", "2.2"]);
    }

    private static async Task<IEnumerable<string?>> Mine(AppUnderTest app, Someone who) =>
        (await (await app.As(who)).Open("/mina-ataganden")).Html.QuerySelectorAll(".row-title a").Select(a => a.GetAttribute("href"));

    private static async Task<AppUnderTest> Handed()
    {
        var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await Planned.Change(app, "1.1", c => c.HandTo(Cast.GroupLeader.Id, Cast.MemberOfAlnas.Id, null, FakeTime.Start));
        return app;
    }
}
