using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Calling;
using Verksam.Features.Structure;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.People.Calling;

/// <summary>Call lists of the cast's units, open since today, and what their callers do.</summary>
internal static class Lists
{
    /// <summary>The members of a unit (and below), with Lena and Ahmed as callers.</summary>
    public static async Task<CallList> Open(AppUnderTest app, Unit unit, Action<CallList>? more = null)
    {
        var list = new CallList(unit.Id);
        list.Describe("Vårkampanjen", "Vi bjuder in till vårmötet.", "Hej [namn], jag heter [jag].\nFår jag fråga en sak?");
        list.Choose(RelationKind.Member, below: true);
        list.Lasts(FakeTime.Today, null);
        list.Open();
        more?.Invoke(list);
        await app.Write(db =>
        {
            db.AddRange(list, new Caller(list.Id, Cast.MemberOfAlnas.Id), new Caller(list.Id, Cast.MemberOfStora.Id));
            return Task.CompletedTask;
        });
        return list;
    }

    /// <summary>A number that everybody is asked for.</summary>
    public static async Task<CallQuestion> AskNumber(AppUnderTest app, CallList list)
    {
        var question = new CallQuestion(list.Id, 1);
        question.Ask(QuestionKind.Number, "Hur många kommer?", null);
        await app.Write(db => Task.FromResult(db.Add(question)));
        return question;
    }

    public static string Field(this CallQuestion question) => CallTold.AnswerTo + question.Id;

    public static string Ring(this CallList list) => $"/ringlistor/{list.Id}/ring";

    public static Task<int> Calls(this AppUnderTest app) => app.Read(db => db.Calls.CountAsync(c => !c.IsTakenBack));

    /// <summary>The first; when all are called there is only a page that says so.</summary>
    public static async Task<Sheet> Begin(this Visitor caller, CallList list)
    {
        var page = await caller.Open(list.Ring());
        return page.Text.Contains("Alla är ringda", StringComparison.Ordinal) ? page : await page.Submit("Visa den första");
    }

    public static Task<Sheet> Tell(this Sheet page, CallOutcome outcome, Action<Fields>? more = null) => page.Submit("Spara och visa nästa", fields =>
    {
        fields["Told.Outcome"] = outcome.ToString();
        more?.Invoke(fields);
    });

    /// <summary>Calls and tells the same of everybody until nobody is in turn; the first names in the order they came.</summary>
    public static async Task<IReadOnlyList<string>> CallAll(this Visitor caller, CallList list, CallOutcome outcome)
    {
        var names = new List<string>();
        for (var page = await caller.Begin(list); page.Html.QuerySelector("[data-call]") is not null; page = await page.Tell(outcome))
            names.Add(page.Heading);
        return names;
    }
}
