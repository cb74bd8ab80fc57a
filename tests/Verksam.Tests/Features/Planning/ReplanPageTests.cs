using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class ReplanPageTests
{
    private const string Url = "/planen/2026/1.1";
    private const string Replan = Url + "/planera-om";

    [Fact]
    public async Task A_new_day_and_number_need_a_reason_and_a_decision_and_stand_in_the_history()
    {
        await using var app = await Adopted();
        var tove = await app.As(Cast.Ombudsman);
        var page = await (await (await tove.Open(Url)).Follow("Planera om")).Submit("Planera om", form =>
        {
            form["Reading.Due"] = "senast 1 oktober";
            form["Reading.Value"] = "3";
            form["Input.Reason"] = "Kyrkan är stängd i april";
            form["Input.By"] = "Styrelsen § 7";
            form["Input.On"] = FakeTime.Today.ToString("yyyy-MM-dd", null);
        });

        page.Url.ShouldBe(Url);
        var newest = page.Html.QuerySelector(".log li div")!;
        newest.TextContent.ShouldContain("Version 2. Planerades om. Beslut: Styrelsen § 7.");
        newest.QuerySelectorAll("p").Select(p => string.Join(" → ", p.QuerySelectorAll("del, ins, q").Select(x => x.TextContent)))
            .ShouldBe(["senast 1 oktober", "minst 4 → minst 3", "Kyrkan är stängd i april"], ignoreOrder: true, customMessage: newest.InnerHtml);
        page.Html.QuerySelector("h1")!.TextContent.ShouldBe("Vi ska hålla minst fyra konserter och bjuda in en gäst."); // the words stand
        (await Planned.Find(app, "1.1")).Reading.DueTo.ShouldBe(new DateOnly(2026, 10, 1));
    }

    [Theory]
    [InlineData("", "Styrelsen", "2026-03-20", "Fyll i fältet.")]
    [InlineData("Kyrkan är stängd", " ", "2026-03-20", "Fyll i fältet.")]
    [InlineData("Kyrkan är stängd", "Styrelsen", "2026-04-20", "Mötet har inte varit än.")]
    public async Task What_is_missing_is_said_and_what_was_written_is_kept(string reason, string by, string on, string says)
    {
        await using var app = await Adopted();

        var page = await (await (await app.As(Cast.Ombudsman)).Open(Replan)).Submit("Planera om", form =>
        {
            form["Reading.Due"] = "i höst";
            form["Input.Reason"] = reason;
            form["Input.By"] = by;
            form["Input.On"] = on;
        });

        page.Errors.Count.ShouldBe(1, says);
        page.Html.QuerySelector("[name='Reading.Due']")!.GetAttribute("value").ShouldBe("i höst");
        page.Html.QuerySelector("[name='Input.Reason']")!.TextContent.Trim().ShouldBe(reason);
        (await app.Read(db => db.Replans.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_form_without_its_lists_leaves_what_they_say_as_it_is()
    {
        await using var app = await Adopted();

        var page = await (await (await app.As(Cast.Ombudsman)).Open(Replan)).Submit("Planera om", form =>
        {
            form["Reading.Due"] = "senast 1 oktober";
            Decide(form, "Kyrkan är stängd");
            foreach (var list in new[] { "Kind", "Modality" })
            {
                form.Leave("Reading." + list);
                form.Leave("was.Reading." + list);
            }
        });

        page.Url.ShouldBe(Url);
        (await Planned.Find(app, "1.1")).Reading.Kind.ShouldBe(Verksam.PlanReading.CommitmentKind.Activity);
    }

    [Fact]
    public async Task It_is_laid_down_by_decision_and_taken_up_again()
    {
        await using var app = await Adopted();
        var tove = await app.As(Cast.Ombudsman);
        var dropped = await (await tove.Open(Replan)).Submit("Stryk", form => Decide(form, "Ingen tid"));

        dropped.Html.QuerySelector("dd .status")!.TextContent.ShouldBe("Struken");
        dropped.Html.QuerySelector(".log li div")!.TextContent.ShouldContain("Ströks. Beslut: Styrelsen § 7.");
        (await tove.Open("/uppfoljning")).Text.ShouldContain("Struken");

        var resumed = await (await tove.Open(Replan)).Submit("Ta upp igen", form => Decide(form, "Det ordnade sig"));

        resumed.Html.QuerySelector("dd .status")!.TextContent.ShouldNotBe("Struken");
        (await app.Read(db => db.Replans.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Those_who_carry_it_cannot_replan_it()
    {
        await using var app = await Adopted();
        await Planned.Change(app, "1.1", c => c.HandTo(Cast.GroupLeader.Id, null, null, FakeTime.Start));

        (await (await app.As(Cast.GroupLeader)).Open(Url)).Text.ShouldNotContain("Planera om");
        (await (await app.As(Cast.GroupLeader)).Get(Replan)).StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_earlier_day_is_followed_up_with_the_owner_and_the_measure_of_that_day()
    {
        await using var app = await Adopted();
        await Planned.Change(app, "1.1", c => c.HandTo(Cast.GroupLeader.Id, null, null, FakeTime.Start.AddDays(-5)));
        await Planned.Change(app, "1.1", c => c.HandTo(Cast.DistrictChair.Id, null, null, FakeTime.Start));
        var tove = await app.As(Cast.Ombudsman);
        await (await tove.Open(Replan)).Submit("Planera om", form =>
        {
            Decide(form, "Kyrkan är stängd");
            form["Reading.Due"] = "senast 1 oktober";
        });

        Row(await tove.Open("/uppfoljning")).ShouldContain("Ragnar Ek");
        Row(await tove.Open("/uppfoljning")).ShouldContain("1 okt");
        var earlier = Row(await tove.Open($"/uppfoljning?dag={FakeTime.Today.AddDays(-1):yyyy-MM-dd}"));
        earlier.ShouldContain("Yusuf Demir");
        earlier.ShouldNotContain("1 okt");
        Row(await tove.Open($"/uppfoljning?dag={FakeTime.Today.AddDays(-6):yyyy-MM-dd}")).ShouldNotContain("Yusuf Demir");
    }

    [Fact]
    public async Task The_second_of_two_who_replan_is_shown_both_and_chooses()
    {
        await using var app = await Adopted();
        var hers = await (await app.As(Cast.Ombudsman)).Open(Replan);
        var his = await (await app.As(Cast.DistrictChair)).Open(Replan);
        await hers.Submit("Planera om", form => { Decide(form, "Kyrkan är stängd"); form["Reading.Due"] = "senast 1 oktober"; });

        var clash = await his.Submit("Planera om", form => { Decide(form, "Solisten är sjuk"); form["Reading.Due"] = "senast 1 november"; form["Reading.Value"] = "2"; });

        clash.Text.ShouldContain("Tove Hallström sparade åtagande 1.1 klockan");
        clash.Html.QuerySelectorAll("fieldset").Select(f => f.QuerySelector("legend")!.TextContent).ShouldBe(["Klart"]);
        clash.Html.QuerySelectorAll(".choices label span").Select(s => s.FirstChild!.TextContent).ShouldBe(["senast 1 oktober", "senast 1 november"]);
        (await Planned.Find(app, "1.1")).Reading.DueWords.ShouldBe("senast 1 oktober"); // nothing is saved yet

        await clash.Submit("Spara det jag valt", form => form["Reading.Due"] = "senast 1 november");

        var reading = (await Planned.Find(app, "1.1")).Reading;
        (reading.DueWords, reading.MeasureValue).ShouldBe(("senast 1 november", 2));
    }

    [Fact]
    public async Task A_decision_of_another_age_is_asked_about()
    {
        await using var app = await Adopted();

        var page = await (await (await app.As(Cast.Ombudsman)).Open(Replan)).Submit("Planera om", form =>
        {
            Decide(form, "Kyrkan är stängd");
            form["Reading.Due"] = "senast 1 oktober";
            form["Input.On"] = "0001-01-01";
        });

        page.Text.ShouldContain("Den dagen är långt före planens år.");
        (await app.Read(db => db.Replans.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Who_has_two_windows_open_is_told_so()
    {
        await using var app = await Adopted();
        var tove = await app.As(Cast.Ombudsman);
        var (one, other) = (await tove.Open(Replan), await tove.Open(Replan));
        await one.Submit("Planera om", form => { Decide(form, "Kyrkan är stängd"); form["Reading.Due"] = "senast 1 oktober"; });

        var clash = await other.Submit("Planera om", form => { Decide(form, "Kyrkan är stängd"); form["Reading.Due"] = "senast 1 november"; });

        clash.Text.ShouldContain("Du sparade åtagande 1.1 klockan 09.30 i ett annat fönster.");
        clash.Html.QuerySelector(".lead")!.TextContent.ShouldContain("konserter"); // whose words they are
    }

    [Theory]
    [InlineData("31 feb", "Vi förstår ingen dag i ”31 feb”.")]
    [InlineData("blåbär", "Vi förstår ingen dag i ”blåbär”.")]
    [InlineData("2027-13-45", "Vi förstår ingen dag i ”2027-13-45”.")]
    [InlineData("senast 1 maj 1999", "”senast 1 maj 1999” är före planens år, 2026.")]
    public async Task A_day_that_is_none_is_refused_and_kept_in_its_field(string due, string says)
    {
        await using var app = await Adopted();

        var page = await (await (await app.As(Cast.Ombudsman)).Open(Replan)).Submit("Planera om", form =>
        {
            Decide(form, "Kyrkan är stängd");
            form["Reading.Due"] = due;
        });

        page.Errors.ShouldHaveSingleItem().ShouldStartWith(says);
        page.Html.QuerySelector("[name='Reading.Due']")!.GetAttribute("value").ShouldBe(due);
        (await app.Read(db => db.Replans.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_struck_asks_for_no_report_counts_no_days_and_is_taken_up_again_by_its_button()
    {
        await using var app = await Adopted();
        var tove = await app.As(Cast.Ombudsman);
        var dropped = await (await tove.Open(Replan)).Submit("Stryk", form => Decide(form, "Ingen tid"));

        dropped.Html.QuerySelector("#rapportera").ShouldBeNull();
        dropped.Text.ShouldNotContain("dagar kvar");
        dropped.Text.ShouldContain("Det är beslutat att inte göra det.");
        dropped.Html.QuerySelector(".page-head .button")!.TextContent.ShouldBe("Ta upp igen");
        (await tove.Open("/planen/2026")).Text.ShouldContain("Inget av 3 åtaganden är klart än. Tre saknar ansvarig. Ett är struket.");
        (await tove.Open("/oversikt")).Text.ShouldContain("Inget av 3 åtaganden är klart än.");
        (await tove.Open("/uppfoljning")).Text.ShouldContain("Inget av 3 åtaganden är klart än.");
    }

    private static void Decide(Fields form, string reason)
    {
        form["Input.Reason"] = reason;
        form["Input.By"] = "Styrelsen § 7";
        form["Input.On"] = FakeTime.Today.ToString("yyyy-MM-dd", null);
    }

    private static string Row(Sheet page) =>
        page.Html.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent == "1.1").TextContent;

    private static async Task<AppUnderTest> Adopted()
    {
        var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        return app;
    }
}
