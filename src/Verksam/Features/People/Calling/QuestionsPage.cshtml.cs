using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.People.Calling;

/// <summary>What is asked of everybody on a list, in its order. A question that somebody has answered stays as it was asked.</summary>
[Requires(Permission.EditPeople)]
internal sealed class QuestionsPage(AppDb db, CurrentUser me, Texts texts) : PageModel
{
    private const int Most = 12;

    [BindProperty]
    public Form Input { get; set; } = new();

    public CallList List { get; private set; } = null!;
    public IReadOnlyList<CallQuestion> Questions { get; private set; } = [];
    public IReadOnlyList<Id<CallQuestion>> Answered { get; private set; } = [];
    public bool MayAdd => Questions.Count < Most;
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<QuestionKind>().Select(k => new SelectListItem(texts[$"Calling.Question.Kind.{k}"], k.ToString()));

    public async Task<IActionResult> OnGet(Id<CallList> id) => await Find(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Id<CallList> id)
    {
        if (!await Find(id) || !MayAdd)
            return NotFound();
        var question = new CallQuestion(id, Questions.Select(q => q.Order).DefaultIfEmpty().Max() + 1);
        var no = question.Ask(Input.Kind, Input.Text ?? "", Input.Options);
        if (!ModelState.IsValid || ModelState.Refuses(no, texts, no == CallingRefusals.TooFewOptions ? "Input.Options" : "Input.Text"))
            return Page();
        db.CallQuestions.Add(question);
        return await Save("Calling.Question.Added");
    }

    public async Task<IActionResult> OnPostRemove(Id<CallList> id, Id<CallQuestion> question)
    {
        if (!await Find(id) || Questions.FirstOrDefault(q => q.Id == question) is not { } gone)
            return NotFound();
        if (Answered.Contains(question))
            return await Save(CallingRefusals.QuestionAnswered.Code);
        db.CallQuestions.Remove(gone);
        return await Save("Calling.Question.Removed");
    }

    /// <summary>One step up.</summary>
    public async Task<IActionResult> OnPostUp(Id<CallList> id, Id<CallQuestion> question)
    {
        if (!await Find(id) || Questions.FirstOrDefault(q => q.Id == question) is not { } moved)
            return NotFound();
        if (Questions.TakeWhile(q => q != moved).LastOrDefault() is { } above)
            (above.Order, moved.Order) = (moved.Order, above.Order);
        return await Save("Calling.Question.Moved");
    }

    private async Task<IActionResult> Save(string said)
    {
        await db.SaveChangesAsync();
        TempData.Say(texts[said]);
        return Redirect($"/ringlistor/{List.Id}/fragor");
    }

    private async Task<bool> Find(Id<CallList> id)
    {
        if (await db.CallLists.LedBy(me, db).SingleOrDefaultAsync(l => l.Id == id) is not { } list)
            return false;
        List = list;
        Questions = await db.CallQuestions.Where(q => q.ListId == id).OrderBy(q => q.Order).ToListAsync();
        Answered = await db.CallAnswers.Where(a => db.CallQuestions.Any(q => q.Id == a.QuestionId && q.ListId == id)).Select(a => a.QuestionId).Distinct().ToListAsync();
        return true;
    }

    internal sealed class Form
    {
        [Required, StringLength(CallQuestion.LongestText)]
        public string? Text { get; set; }

        [EnumDataType(typeof(QuestionKind))]
        public QuestionKind Kind { get; set; }

        [StringLength(CallQuestion.LongestOptions)]
        public string? Options { get; set; }
    }
}
