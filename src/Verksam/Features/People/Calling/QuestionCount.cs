using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.People.Calling;

/// <summary>What was answered to one question, counted; never by whom it was asked.</summary>
/// <param name="Answers">What was said, and how many said it: in the order of the choices, else the most first.</param>
internal sealed record QuestionCount(CallQuestion Question, IReadOnlyList<(string Said, int Count)> Answers)
{
    /// <summary>How many answers there are.</summary>
    public int All => Answers.Sum(a => a.Count);

    /// <summary>Of a number: the sum of what can be read as one.</summary>
    public decimal? Sum => Question.Kind == QuestionKind.Number && All > Unread ? Answers.Sum(a => (CallQuestion.NumberIn(a.Said) ?? 0) * a.Count) : null;

    /// <summary>Of a number, when there are several: what they come to in the middle.</summary>
    public decimal? Mean => All - Unread > 1 ? Sum / (All - Unread) : null;

    /// <summary>Of a number: how many were taken in before what is none was refused.</summary>
    public int Unread => Question.Kind == QuestionKind.Number ? Answers.Where(a => CallQuestion.NumberIn(a.Said) is null).Sum(a => a.Count) : 0;

    public static async Task<IReadOnlyList<QuestionCount>> Of(CallList list, AppDb db)
    {
        var id = list.Id;
        var questions = await db.CallQuestions.Where(q => q.ListId == id).OrderBy(q => q.Order).AsNoTracking().ToListAsync();
        var counts = await (
            from answer in db.CallAnswers
            join call in db.Calls on answer.CallId equals call.Id
            where call.ListId == id && !call.IsTakenBack
            group answer by new { answer.QuestionId, answer.Said } into same
            select new { same.Key.QuestionId, same.Key.Said, Count = same.Count() }).ToListAsync();
        return [.. questions.Select(q => new QuestionCount(q, Sort(q, counts.Where(c => c.QuestionId == q.Id).Select(c => (c.Said, c.Count)))))];
    }

    private static IReadOnlyList<(string Said, int Count)> Sort(CallQuestion question, IEnumerable<(string Said, int Count)> said) => question.IsChosen
        ? [.. question.Choices.Select(choice => (choice, said.FirstOrDefault(s => s.Said == choice).Count))]
        : [.. said.OrderByDescending(s => s.Count).ThenBy(s => s.Said, StringComparer.CurrentCulture)];
}
