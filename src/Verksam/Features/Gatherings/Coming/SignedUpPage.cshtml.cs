using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>Who comes and who waits, for those who arrange; that it was read is noted.</summary>
[Requires(Permission.Arrange)]
internal sealed class SignedUpPage(AppDb db, CurrentUser me, Seating seating, GatheringWords words, Texts texts) : PageModel
{
    public Gathering Gathering { get; private set; } = null!;
    public ILookup<SignUpState, Row> All { get; private set; } = Array.Empty<Row>().ToLookup(_ => SignUpState.Left);
    public ILookup<Id<SignUp>, string> Answers { get; private set; } = Array.Empty<string>().ToLookup(_ => default(Id<SignUp>));

    /// <summary>How many who come have said what; in their own words where nothing was there to choose.</summary>
    public IReadOnlyList<(string Question, IReadOnlyList<Answered> Answers)> Said { get; private set; } = [];

    public GatheringWords Words => words;

    public int Count => All[SignUpState.Coming].Sum(s => 1 + s.SignUp.Companions);

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        foreach (var person in All.SelectMany(s => s).Select(s => s.SignUp.PersonId).OfType<Id<Person>>())
            db.NoteReading(person);
        await db.SaveChangesAsync();
        return Page();
    }

    /// <summary>Somebody has said by phone that they do not come.</summary>
    public Task<IActionResult> OnPostRemove(Id<Gathering> id, [FromForm(Name = "vem")] Id<SignUp> who) => Act(id, who, seating.Leave, "Coming.Removed");

    /// <summary>Somebody has said by phone that they take the seat that is held for them.</summary>
    public Task<IActionResult> OnPostTake(Id<Gathering> id, [FromForm(Name = "vem")] Id<SignUp> who) => Act(id, who, seating.Take, "Coming.TookIt");

    private async Task<IActionResult> Act(Id<Gathering> id, Id<SignUp> who, Func<SignUp, Task<Refusal?>> act, string said)
    {
        if (!await Find(id) || All.SelectMany(s => s).Select(s => s.SignUp).SingleOrDefault(s => s.Id == who) is not { } own)
            return NotFound();
        if (ModelState.Refuses(await act(own), texts))
            return Page();
        TempData.Say(texts[said]);
        return Redirect($"/aktiviteter/{id}/anmalda");
    }

    private async Task<bool> Find(Id<Gathering> id)
    {
        if (await db.Gatherings.AsNoTracking().EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return false;
        Gathering = gathering;
        All = (await (
            from own in db.SignUps.AsNoTracking()
            where own.GatheringId == id && own.State != SignUpState.Left
            from person in db.People.Where(p => p.Id == own.PersonId).DefaultIfEmpty()
            from guest in db.Guests.Where(u => u.Id == own.GuestId).DefaultIfEmpty()
            orderby own.At, own.Id
            select new Row(own, person != null ? person.Name : guest != null ? guest.Name : null, person != null ? person.Phone : guest != null ? guest.Email : null, person != null && person.Email == null)).ToListAsync()).ToLookup(s => s.SignUp.State);
        await Answer(id);
        return true;
    }

    private async Task Answer(Id<Gathering> id)
    {
        var questions = (await Questioning.Of(db, id, null)).Questions;
        var given = await db.GatheringAnswers.AsNoTracking().Where(a => db.SignUps.Any(s => s.Id == a.SignUpId && s.GatheringId == id)).ToListAsync();
        var asked = questions.ToDictionary(q => q.Id, q => q.Words);
        Answers = given.Where(a => asked.ContainsKey(a.QuestionId)).ToLookup(a => a.SignUpId, a => $"{asked[a.QuestionId]} {a.Text}");
        var coming = All[SignUpState.Coming].ToDictionary(s => s.SignUp.Id, s => 1 + s.SignUp.Companions);
        var told = given.Where(a => coming.ContainsKey(a.SignUpId)).ToLookup(a => a.QuestionId, a => (a.Text, coming[a.SignUpId]));
        Said = [.. questions.Select(q => (q.Words, Counted(q, told[q.Id]))).Where(q => q.Item2.Count > 0)];
    }

    private static IReadOnlyList<Answered> Counted(GatheringQuestion question, IEnumerable<(string Text, int People)> answers) => question.Choices is null
        ? [.. answers.GroupBy(a => a.Text, StringComparer.CurrentCultureIgnoreCase).Select(a => new Answered(a.Key, a.Count(), a.Sum(p => p.People))).OrderByDescending(a => a.Count).ThenBy(a => a.Answer, StringComparer.CurrentCulture)]
        : [.. question.Offered.Select(o => new Answered(o, answers.Count(a => a.Text == o), answers.Where(a => a.Text == o).Sum(a => a.People)))];

    /// <summary>An answer, how many gave it, and how many those are with whom they bring: one answers for all.</summary>
    internal sealed record Answered(string Answer, int Count, int People);

    /// <param name="Name">Null when it was a guest and is forgotten.</param>
    /// <param name="Reached">A number, or the address of one without an account.</param>
    /// <param name="IsToldByPhone">No letter reaches them.</param>
    internal sealed record Row(SignUp SignUp, string? Name, string? Reached, bool IsToldByPhone)
    {
        public bool IsGuest => SignUp.PersonId is null;
    }
}
