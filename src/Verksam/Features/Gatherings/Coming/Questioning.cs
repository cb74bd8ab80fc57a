using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>The questions of a gathering, as a form asks them and as somebody has answered.</summary>
internal sealed record Questioning(IReadOnlyList<GatheringQuestion> Questions, IReadOnlyDictionary<string, string?> Given)
{
    public static readonly Questioning Nothing = new([], new Dictionary<string, string?>());

    public static async Task<Questioning> Of(AppDb db, Id<Gathering> gathering, SignUp? own)
    {
        var questions = await db.GatheringQuestions.AsNoTracking().Where(q => q.GatheringId == gathering).OrderBy(q => q.Order).ThenBy(q => q.Id).ToListAsync();
        var given = own is null || questions.Count == 0 ? [] : await db.GatheringAnswers.AsNoTracking().Where(a => a.SignUpId == own.Id).ToListAsync();
        return new Questioning(questions, given.ToDictionary(a => a.QuestionId.ToString(), a => (string?)a.Text, StringComparer.Ordinal));
    }

    /// <summary>The same questions, with what stands in a form; what it does not ask stays as it was.</summary>
    public Questioning With(IReadOnlyDictionary<string, string?> answers) =>
        this with { Given = Questions.Select(q => q.Id.ToString()).ToDictionary(id => id, id => answers.TryGetValue(id, out var answer) ? answer : Given.GetValueOrDefault(id), StringComparer.Ordinal) };

    /// <summary>Says of each answer that is none why; true when all are answers.</summary>
    public bool Judge(ModelStateDictionary state, Texts texts)
    {
        foreach (var (question, no) in Questions.Select(q => (q, q.Judge(AnswerTo(q)))).Where(q => q.Item2 is not null))
            state.AddModelError(FieldOf(question), texts[no!]);
        return state.IsValid;
    }

    public string? AnswerTo(GatheringQuestion question) => Given.GetValueOrDefault(question.Id.ToString());

    public static string FieldOf(GatheringQuestion question) => $"Input.Answers[{question.Id}]";

    /// <summary>Keeps what was answered; an answer that was emptied goes. Whoever calls saves.</summary>
    public static async Task Keep(AppDb db, SignUp own, IReadOnlyDictionary<string, string?> answers)
    {
        var questions = await db.GatheringQuestions.AsNoTracking().Where(q => q.GatheringId == own.GatheringId).ToListAsync();
        var before = await db.GatheringAnswers.Where(a => a.SignUpId == own.Id).ToListAsync();
        foreach (var question in questions.Where(q => answers.ContainsKey(q.Id.ToString())))
        {
            var (text, known) = (OneLine.OrNull(answers[question.Id.ToString()]), before.Find(a => a.QuestionId == question.Id));
            if (text is not null)
                (known ?? db.GatheringAnswers.Add(new GatheringAnswer(own.Id, question.Id)).Entity).Write(text);
            else if (known is not null)
                db.GatheringAnswers.Remove(known);
        }
    }
}
