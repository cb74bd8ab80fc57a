using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Formats.Docx;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning.NextYear;

public sealed class NextYearPageTests
{
    private const string Url = "/planen/2026/nasta-ar";

    [Fact]
    public async Task One_sees_how_each_went_and_what_is_dropped_is_not_ticked()
    {
        await using var app = await LastYear();

        var page = await (await app.As(Cast.Ombudsman)).Open(Url);

        page.Heading.ShouldBe("Börja på 2027 års plan");
        page.Html.QuerySelectorAll("tbody tr").Select(r => $"{r.QuerySelector("a")!.TextContent} {r.QuerySelector(".status")!.TextContent} {r.QuerySelector("input")!.HasAttribute("checked")}")
            .ShouldBe(["1.1 Klar True", "1.2 Inte påbörjad True", "2.1 Struken False", "2.2 Inte påbörjad True"]);
        page.Text.ShouldContain("Alla fyra är hållna");
    }

    [Fact]
    public async Task What_goes_on_brings_with_it_how_it_went()
    {
        await using var app = await LastYear();
        var tove = await app.As(Cast.Ombudsman);

        var written = await Write(app, tove, "1.1", "1.2", "2.2");
        written.Html.QuerySelector("textarea")!.TextContent.ShouldNotContain("Åland");
        var review = await written.Submit("Läs planen");

        review.Url.ShouldStartWith("/planen/granska/");
        review.Html.QuerySelectorAll("details.note").Select(n => n.TextContent.Contains("Fortsätter från 2026:", StringComparison.Ordinal)).ShouldBe([true, true, true]);
        review.Html.QuerySelector("#f-1")!.TextContent.ShouldContain("Klar");
        (await app.Read(db => db.Commitments.CountAsync(c => c.CarriesOnId != null))).ShouldBe(3);
    }

    [Fact]
    public async Task A_plan_written_elsewhere_is_known_again_too_and_a_person_says_otherwise()
    {
        await using var app = await LastYear();
        var tove = await app.As(Cast.Ombudsman);
        var review = await (await tove.Open("/planen/ta-in")).Submit("Läs planen", form =>
        {
            form["Input.Year"] = "2027";
            form["Input.Text"] = "Vi ska hålla minst fyra konserter och bjuda in en gäst.\n\nVi ska starta en barnkör.";
        });
        review.Html.QuerySelector("#f-1")!.TextContent.ShouldContain("Fortsätter från 2026:");

        var earlier = (await Planned.Find(app, "2.2")).Id;
        var chosen = await (await (await tove.Open(review.Url + "?nr=2")).Follow("Fortsätter det något från förra året?")).Submit("Spara", form => form["earlier"] = earlier.ToString());
        chosen.Url.ShouldStartWith("/planen/granska/");
        chosen.Html.QuerySelector("#f-2")!.TextContent.ShouldContain("2.2");

        await (await (await tove.Open(review.Url + "?nr=2")).Follow("Ändra")).Submit("Spara", form => form["earlier"] = "");
        (await app.Read(db => db.Commitments.CountAsync(c => c.CarriesOnId != null))).ShouldBe(1);
    }

    [Fact]
    public async Task The_text_can_be_had_as_a_Word_document()
    {
        await using var app = await LastYear();
        var tove = await app.As(Cast.Ombudsman);
        var answer = await Send(app, tove, Url + "?handler=Word", "1.1", "2.2");

        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("norrsjo-plan-2027.docx");
        await using var file = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        (await DocxReader.Read(file, null, TestContext.Current.CancellationToken)).Select(p => p.Text)
            .ShouldBe(["Verksamhetsplan 2027", "Konserter", "Kören bildades 1974. Vi ska hålla minst fyra konserter och bjuda in en gäst.", "Resor", "Antalet medlemmar ska öka."]);
    }

    [Fact]
    public async Task Only_those_who_edit_the_plan_begin_the_next()
    {
        await using var app = await LastYear();

        foreach (var other in new[] { Cast.AssociationChair, Cast.MemberOfAlnas, Cast.Auditor })
            (await (await app.As(other)).Get(Url)).StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
        (await (await app.As(Cast.Ombudsman)).Open("/planen")).Text.ShouldContain("Börja på 2027 års plan");
        (await (await app.As(Cast.AssociationChair)).Open("/planen")).Text.ShouldNotContain("Börja på 2027 års plan");
    }

    [Fact]
    public async Task A_neighbours_commitment_is_not_carried_on()
    {
        await using var app = await LastYear();
        var draft = await Planned.Draft(app, "Vi ska sjunga i kyrkan.", Cast.Alnas);
        var theirs = (await Planned.Found(app, draft))[0];

        var page = await (await app.As(Cast.AssociationChair)).Open($"/planen/fortsatter/{theirs.Id}");
        page.Text.ShouldContain("Det finns ingen antagen plan för året innan.");
        (await (await app.As(Cast.AssociationChair)).Get($"/planen/fortsatter/{(await Planned.Find(app, "1.1")).Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<AppUnderTest> LastYear()
    {
        var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await app.Write(async db =>
        {
            var commitment = await db.Commitments.SingleAsync(c => c.Chapter == 1 && c.Running == 1);
            commitment.Report(Cast.GroupLeader.Id, "Alla fyra är hållna", 4, null, null, FakeTime.Start, out var report);
            db.Reports.Add(report!);
        });
        await Planned.Change(app, "2.1", c => c.DropFromPlan(new("Ingen båt", "Styrelsen § 3", FakeTime.Today), Cast.Ombudsman.Id, FakeTime.Start, out _));
        return app;
    }

    private static async Task<Sheet> Write(AppUnderTest app, Visitor visitor, params string[] numbers) => await visitor.Follow(await Send(app, visitor, Url, numbers));

    private static async Task<HttpResponseMessage> Send(AppUnderTest app, Visitor visitor, string url, params string[] numbers)
    {
        var page = await visitor.Open(Url);
        List<KeyValuePair<string, string>> fields = [new("__RequestVerificationToken", page.Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!)];
        foreach (var number in numbers)
            fields.Add(new("chosen", (await Planned.Find(app, number)).Id.ToString()));
        using var form = new FormUrlEncodedContent(fields);
        return await visitor.Post(url, form);
    }
}
