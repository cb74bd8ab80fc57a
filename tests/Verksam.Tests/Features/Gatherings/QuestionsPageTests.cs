using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Kernel.Jobs;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>Those who arrange ask what they need to know, whoever comes answers.</summary>
public sealed class QuestionsPageTests
{
    [Fact]
    public async Task A_member_answers_and_those_who_arrange_see_and_count_the_answers()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var birgitta = await app.As(Cast.AssociationChair);
        await Ask(birgitta, gathering);
        var lena = await app.As(Cast.MemberOfAlnas);

        var form = await (await lena.Open(gathering.Url())).Follow("Jag kommer");
        var page = await form.Submit("Jag kommer", f => (f[form.Name("Vad vill du äta?")], f[form.Name("Något att ta upp?")]) = ("Vegetariskt", "Skolskjutsen"));

        page.Text.ShouldContain("Du är anmäld till ”Samtal om skolan”.");
        var list = await birgitta.Open(gathering.Url() + "/anmalda");
        list.Text.ShouldContain("Vad vill du äta? Vegetariskt");
        list.Text.ShouldContain("Något att ta upp? Skolskjutsen");
        list.Text.ShouldContain("Kött 0, Vegetariskt 1");
        list.Text.ShouldContain("Skolskjutsen 1");
    }

    [Theory]
    [InlineData("", "Svara på den här frågan.")]
    [InlineData("Fisk", "Välj ett av svaren.")]
    public async Task Without_an_answer_that_is_one_nobody_signs_up(string answer, string why)
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        await Ask(await app.As(Cast.AssociationChair), gathering);
        foreach (var url in new[] { gathering.Url() + "/anmalan", $"/kalender/{gathering.Id}" })
        {
            var form = await (await app.As(Cast.MemberOfAlnas)).Open(url);

            var page = await form.Submit(form.Buttons.Single(b => b is "Jag kommer" or "Anmäl mig"), f =>
            {
                (f[form.Name("Vad vill du äta?")], f[form.Name("Något att ta upp?")]) = (answer, "Kom ihåg mig");
                if (url.StartsWith("/kalender", StringComparison.Ordinal))
                    (f["Input.Name"], f["Input.Email"], f["Input.Agrees"]) = ("Disa", "disa@example.org", "true");
            });

            page.Errors.ShouldBe([why], url);
            page.Html.QuerySelector($"[name='{form.Name("Något att ta upp?")}']")!.GetAttribute("value").ShouldBe("Kom ihåg mig");
        }
        (await app.Read(db => db.SignUps.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task To_leave_and_take_it_back_keeps_the_answers_and_they_are_erased_a_month_afterwards()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await Ask(await app.As(Cast.AssociationChair), gathering);
        var form = await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url() + "/anmalan");
        var page = await form.Submit("Jag kommer", f => f[form.Name("Vad vill du äta?")] = "Kött");

        page = await (await page.Submit("Jag kan inte komma")).Submit("Ångra");

        page.Text.ShouldContain("Du kommer");
        (await app.Read(db => db.GatheringAnswers.SingleAsync())).Text.ShouldBe("Kött");
        app.Clock.Advance(TimeSpan.FromDays(38));
        await app.Work<IEnumerable<IJob>>(jobs => jobs.Single(j => j.Name == OldNeeds.JobName).Run(app.Clock.GetUtcNow(), CancellationToken.None));
        (await app.Read(db => db.GatheringAnswers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_question_that_is_emptied_goes_and_one_made_like_another_asks_the_same()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var birgitta = await app.As(Cast.AssociationChair);
        await Ask(birgitta, gathering);

        await (await birgitta.Open(gathering.Url() + "/fragor")).Submit("Spara", f => f["Lines[1].Words"] = "");
        await (await birgitta.Open($"/aktiviteter/ny?som={gathering.Id}")).Submit("Spara utkastet");

        var all = await app.Read(db => db.GatheringQuestions.AsNoTracking().ToListAsync());
        all.Select(q => (q.Words, q.Choices, q.IsRequired)).ShouldBe([("Vad vill du äta?", "Kött\nVegetariskt", true), ("Vad vill du äta?", "Kött\nVegetariskt", true)]);
        all.Select(q => q.GatheringId).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Who_may_not_arrange_may_not_ask()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);

        (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url() + "/fragor")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task Ask(Visitor visitor, Gathering gathering) => await (await visitor.Open(gathering.Url() + "/fragor")).Submit("Spara", f =>
    {
        (f["Lines[0].Words"], f["Lines[0].Choices"], f["Lines[0].Required"]) = ("Vad vill du äta?", "Kött, Vegetariskt", "true");
        f["Lines[1].Words"] = "Något att ta upp?";
    });
}
