using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings.Helping;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Helping;

/// <summary>An association asks the district for help with a gathering, and the district answers and follows up.</summary>
public sealed class HelpTests
{
    [Fact]
    public async Task An_association_asks_the_district_answers_and_sees_to_it()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, days: 20);
        var (birgitta, tove) = (await app.As(Cast.AssociationChair), await app.As(Cast.Ombudsman));

        var page = await (await (await birgitta.Open(gathering.Url())).Follow("Be om hjälp")).Submit("Be om hjälp", f => (f["Input.Sort"], f["Input.What"]) = ("Material", "Tältet och 200 blad"));

        page.Text.ShouldContain("Frågan är ställd till Norrsjö distrikt.");
        page.Buttons.ShouldNotContain("Vi hjälper till, Tältet och 200 blad"); // it is not hers to answer
        (await tove.Open("/idag")).Text.ShouldContain("Alnäs ber om hjälp: Tältet och 200 blad");
        await (await tove.Open(gathering.Url() + "/hjalp")).Submit("Vi hjälper till, Tältet och 200 blad", f => f["Input.Answer"] = "Siv kör ner det på fredag.");
        await app.SendLetters();
        var letter = app.Post.HandedOver.Single(l => l.Subject == "Ni får hjälp: Samtal om skolan");
        (letter.Address, letter.Text.Contains("Siv kör ner det på fredag.", StringComparison.Ordinal)).ShouldBe((Cast.AssociationChair.Email, true));
        (await tove.Open("/idag")).Text.ShouldContain("Inget väntar på dig."); // there is time still
        app.Clock.Advance(TimeSpan.FromDays(14));
        (await (await app.As(Cast.Ombudsman)).Open("/idag")).Text.ShouldContain("Ordna det som är lovat Alnäs: Tältet och 200 blad");
        await (await birgitta.Open(gathering.Url() + "/hjalp")).Submit("Det är klart, Tältet och 200 blad");
        (await (await app.As(Cast.Ombudsman)).Open("/idag")).Text.ShouldNotContain("Ordna det som är lovat");
        (await birgitta.Open(gathering.Url())).Html.QuerySelector("#hjalp")!.TextContent.ShouldContain("Klart");
    }

    [Fact]
    public async Task No_needs_a_reason_and_only_the_unit_that_is_asked_may_answer()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, days: 20);
        var asked = await Ask(app, gathering);
        var (birgitta, tove) = (await app.As(Cast.AssociationChair), await app.As(Cast.Ombudsman));

        (await birgitta.Post($"{gathering.Url()}/hjalp?handler=Yes", await Token(birgitta, gathering, asked))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var page = await (await tove.Open(gathering.Url() + "/hjalp")).Submit("Det går inte, Två till lördagen");

        page.Errors.ShouldBe(["Skriv varför det inte går, så att de kan ordna det på annat sätt."]);
        (await app.Read(db => db.HelpRequests.SingleAsync())).State.ShouldBe(HelpState.Asked);
        await page.Submit("Det går inte, Två till lördagen", f => f["Input.Answer"] = "Alla står på torget då.");
        await app.SendLetters();
        app.Post.HandedOver.Single().Subject.ShouldBe("Ingen hjälp den här gången: Samtal om skolan");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var turned = await (await tove.Open(gathering.Url() + "/hjalp")).Submit("Vi hjälper till, Två till lördagen");
        turned.Text.ShouldNotContain("Alla står på torget då."); // that was why not
        (await turned.Submit("Det går inte, Två till lördagen")).Errors.Count.ShouldBe(1);
        page.Buttons.ShouldNotContain("Ta tillbaka, Två till lördagen"); // it is not hers
        (await (await birgitta.Open(gathering.Url() + "/hjalp")).Submit("Be om hjälp", f => f["Input.What"] = " ")).Errors.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_same_answer_sent_twice_is_one_letter()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, days: 20);
        await Ask(app, gathering);
        var form = await (await app.As(Cast.Ombudsman)).Open(gathering.Url() + "/hjalp");

        foreach (var _ in Enumerable.Range(0, 2))
        {
            await form.Submit("Vi hjälper till, Två till lördagen", f => f["Input.Answer"] = "Vi kommer.");
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            await app.SendLetters();
        }

        app.Post.HandedOver.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_did_not_get_it_has_it_before_them_until_they_take_it_away()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, days: 20);
        var asked = await Ask(app, gathering);
        await app.Write(async db => (await db.HelpRequests.SingleAsync()).Says(yes: false, "Alla står på torget då.", Cast.Ombudsman.Id, FakeTime.Start));
        var birgitta = await app.As(Cast.AssociationChair);

        (await birgitta.Open("/idag")).Text.ShouldContain("Norrsjö distrikt kan inte hjälpa till: Två till lördagen");
        (await (await app.As(Cast.Ombudsman)).Open("/idag")).Text.ShouldNotContain("Två till lördagen");
        await (await birgitta.Open(gathering.Url() + "/hjalp")).Submit("Ta bort, Två till lördagen");

        (await birgitta.Open("/idag")).Text.ShouldNotContain("kan inte hjälpa till");
        (await app.Read(db => db.HelpRequests.AnyAsync(h => h.Id == asked.Id))).ShouldBeFalse();
    }

    [Fact]
    public async Task Others_see_nothing_of_it_and_the_district_has_nobody_to_ask()
    {
        await using var app = await AppUnderTest.Start();
        var (gathering, ours) = (await Arranged.In(app, Cast.Alnas, days: 20), await Arranged.In(app, Cast.District, days: 20));
        await Ask(app, gathering);

        (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url() + "/hjalp")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url())).Text.ShouldNotContain("Två till lördagen");
        (await (await app.As(Cast.Ombudsman)).Open(ours.Url() + "/hjalp")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Cast.Ombudsman)).Open(ours.Url())).Html.QuerySelector("#hjalp").ShouldBeNull();
    }

    [Fact]
    public async Task Sent_twice_it_is_one_and_what_nobody_has_answered_is_taken_back()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, days: 20);
        var form = await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/hjalp");
        await form.Submit("Be om hjälp", f => f["Input.What"] = "Två till lördagen");

        var page = await form.Submit("Be om hjälp", f => f["Input.What"] = "Två till lördagen");

        (await app.Read(db => db.HelpRequests.CountAsync())).ShouldBe(1);
        await page.Submit("Ta tillbaka, Två till lördagen");
        (await app.Read(db => db.HelpRequests.CountAsync())).ShouldBe(0);
    }

    private static async Task<HelpRequest> Ask(AppUnderTest app, Verksam.Features.Gatherings.Gathering gathering)
    {
        var asked = new HelpRequest(gathering.Id, Cast.District.Id, Cast.AssociationChair.Id, FakeTime.Start);
        asked.Write(HelpSort.People, "Två till lördagen").ShouldBeNull();
        await app.Write(db => Task.FromResult(db.Add(asked)));
        return asked;
    }

    private static async Task<HttpContent> Token(Visitor visitor, Verksam.Features.Gatherings.Gathering gathering, HelpRequest asked)
    {
        var page = await visitor.Open(gathering.Url() + "/hjalp");
        var token = page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("request", asked.Id.ToString())]);
    }
}
