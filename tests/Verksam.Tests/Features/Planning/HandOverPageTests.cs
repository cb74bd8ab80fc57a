using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Planning.Sharing;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

/// <summary>Somebody leaves: what one carries goes to another in one press.</summary>
public sealed class HandOverPageTests
{
    [Fact]
    public async Task All_that_one_carries_goes_to_another_and_stands_in_the_history()
    {
        await using var app = await Carrying(Cast.AssociationChair);
        app.Clock.Advance(TimeSpan.FromHours(1));
        var tove = await app.As(Cast.Ombudsman);
        var page = await (await tove.Open($"/manniskor/{Cast.AssociationChair.Id}")).Follow("Lämna över");
        page.Html.QuerySelectorAll(".rows p").Select(p => p.TextContent).ShouldBe(["Ansvarig", "Föreningens del, Alnäs", "Ersättare"]);
        page.Html.QuerySelectorAll(".crumbs a").Select(a => a.TextContent).ShouldBe(["Medlemmar", "Birgitta Åman"]);

        var done = await page.Submit("Lämna över alla tre", form => form["till"] = Cast.GroupLeader.Id.ToString());

        done.Url.ShouldBe($"/manniskor/{Cast.AssociationChair.Id}");
        done.Text.ShouldContain("Tre åtaganden är överlämnade.");
        (await Planned.Find(app, "1.1")).OwnerId.ShouldBe(Cast.GroupLeader.Id);
        var second = await Planned.Find(app, "1.2");
        (second.OwnerId, second.DeputyId).ShouldBe((Cast.DistrictChair.Id, Cast.GroupLeader.Id));
        (await app.Read(db => db.Parts.Select(p => p.OwnerId).SingleAsync())).ShouldBe(Cast.GroupLeader.Id);
        (await tove.Open("/planen/2026/1.1")).Html.QuerySelector(".log li")!.TextContent.ShouldContain("Yusuf Demir");
    }

    [Fact]
    public async Task What_the_other_cannot_carry_stays_and_is_said()
    {
        await using var app = await Carrying(Cast.AssociationChair);
        var page = await (await app.As(Cast.Ombudsman)).Open($"/manniskor/{Cast.AssociationChair.Id}/lamna-over");

        var left = await page.Submit("Lämna över alla tre", form => form["till"] = Cast.Auditor.Id.ToString()); // has no duty in Alnäs

        left.Text.ShouldContain("Två åtaganden är överlämnade. Ett är kvar: det hör till andra föreningar.");
        left.Html.QuerySelectorAll(".rows p").Select(p => p.TextContent).ShouldBe(["Föreningens del, Alnäs"]);
    }

    [Fact]
    public async Task It_is_said_to_whom_and_only_by_those_who_edit_the_plan()
    {
        await using var app = await Carrying(Cast.AssociationChair);
        var url = $"/manniskor/{Cast.AssociationChair.Id}/lamna-over";

        (await (await (await app.As(Cast.Ombudsman)).Open(url)).Submit("Lämna över alla tre")).Errors.ShouldBe(["Välj vem de ska ges till."]);
        (await (await app.As(Cast.GroupLeader)).Get(url)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.As(Cast.AssociationChair)).Open(url)).Text.ShouldContain("ansvarar inte för något"); // the district's plan is not hers to hand out
        (await Planned.Find(app, "1.1")).OwnerId.ShouldBe(Cast.AssociationChair.Id);
    }

    private static async Task<AppUnderTest> Carrying(Someone who)
    {
        var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await Planned.Change(app, "1.1", c => c.HandTo(who.Id, null, null, FakeTime.Start));
        await Planned.Change(app, "1.2", c => c.HandTo(Cast.DistrictChair.Id, who.Id, null, FakeTime.Start));
        var concerts = await Planned.Find(app, "1.1");
        await app.Write(db =>
        {
            var part = new Part(concerts.Id, Cast.Alnas.Id, FakeTime.Start);
            part.Ask(2, who.Id);
            db.Parts.Add(part);
            return Task.CompletedTask;
        });
        return app;
    }
}
