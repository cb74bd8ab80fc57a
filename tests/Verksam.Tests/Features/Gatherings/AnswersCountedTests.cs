using Shouldly;
using Verksam.Features.Gatherings.Coming;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>One answers for all whom they bring: those who arrange read how many that is.</summary>
public sealed class AnswersCountedTests
{
    private const string Food = "Vad vill du äta?", Own = "Något att ta upp?";

    [Fact]
    public async Task An_answer_counts_with_those_who_are_brought_along()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await app.Write(db =>
        {
            db.Add(new GatheringQuestion(gathering.Id, 0)).Entity.Write(Food, "Kött, Vegetariskt", required: true);
            db.Add(new GatheringQuestion(gathering.Id, 1)).Entity.Write(Own, null, required: false);
            return Task.CompletedTask;
        });
        var (lena, yusuf, birgitta) = (await app.As(Cast.MemberOfAlnas), await app.As(Cast.GroupLeader), await app.As(Cast.AssociationChair));

        await SignUp(lena, gathering.Url(), "2", "Vegetariskt");
        (await birgitta.Open(gathering.Url() + "/anmalda")).Text.ShouldContain("Kött 0, Vegetariskt 1 (för 3 personer)");
        await SignUp(yusuf, gathering.Url(), "0", "Kött");
        (await birgitta.Open(gathering.Url() + "/anmalda")).Text.ShouldContain("Kött 1, Vegetariskt 1 (för 3 personer)");
        await SignUp(birgitta, gathering.Url(), "0", "Vegetariskt");

        var list = await birgitta.Open(gathering.Url() + "/anmalda");
        list.Text.ShouldContain("Kött 1, Vegetariskt 2 (för 4 personer)");
        list.Text.ShouldContain("Skolskjutsen 3 (för 5 personer)"); // in their own words too
    }

    private static async Task SignUp(Visitor visitor, string url, string companions, string food)
    {
        var form = await visitor.Open(url + "/anmalan");
        await form.Submit("Jag kommer", f => (f["Input.Companions"], f[form.Name(Food)], f[form.Name(Own)]) = (companions, food, "Skolskjutsen"));
    }
}
