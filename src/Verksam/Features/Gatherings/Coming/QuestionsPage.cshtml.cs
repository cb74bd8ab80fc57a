using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>What everybody who signs up is asked: a row a question.</summary>
[Requires(Permission.Arrange)]
internal sealed class QuestionsPage(AppDb db, CurrentUser me, Texts texts) : PageModel
{
    // so many empty rows stand below those that are written
    private const int Empty = 3;

    [BindProperty]
    public List<Line> Lines { get; set; } = [];

    public Gathering Gathering { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        Lines = [.. (await Questioning.Of(db, id, null)).Questions.Select(Line.Of), .. Enumerable.Range(0, Empty).Select(_ => new Line())];
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(Lines.Count(l => !l.IsEmpty) > GatheringQuestion.Most ? GatheringRefusals.TooMany : null, texts))
            return Page();
        var before = await db.GatheringQuestions.Where(q => q.GatheringId == id).ToListAsync();
        foreach (var (i, line) in Lines.Index().Where(l => !l.Item.IsEmpty))
            (before.Find(q => q.Id == line.Id) ?? db.GatheringQuestions.Add(new GatheringQuestion(id, i)).Entity).Write(line.Words!, line.Choices, line.Required);
        db.GatheringQuestions.RemoveRange(before.Where(q => Lines.Exists(l => l.Id == q.Id && l.IsEmpty)));
        await db.SaveChangesAsync();
        TempData.Say(texts["Coming.Questions.Saved"]);
        return Redirect($"/aktiviteter/{id}#anmal");
    }

    private async Task<bool> Find(Id<Gathering> id)
    {
        if (await db.Gatherings.AsNoTracking().EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return false;
        Gathering = gathering;
        return true;
    }

    internal sealed class Line
    {
        /// <summary>Null for a new one.</summary>
        public Id<GatheringQuestion>? Id { get; set; }

        [StringLength(GatheringQuestion.LongestWords)]
        public string? Words { get; set; }

        [StringLength(GatheringQuestion.LongestChoices)]
        public string? Choices { get; set; }

        public bool Required { get; set; }

        public bool IsEmpty => OneLine.OrNull(Words) is null;

        public static Line Of(GatheringQuestion question) => new() { Id = question.Id, Words = question.Words, Choices = string.Join(", ", question.Offered), Required = question.IsRequired };
    }
}
