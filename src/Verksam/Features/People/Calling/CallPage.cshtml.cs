using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Calling;

/// <summary>One person to call at a time, and how it went. Whoever calls sees nobody else; each opening is noted.</summary>
[Requires(Permission.SeePlan)]
internal sealed class CallPage(AppDb db, CurrentUser me, CallPage.Parts parts, OurTime time, Texts texts) : PageModel
{
    // what one told before that is no slip of the finger any more
    private static readonly TimeSpan Lately = TimeSpan.FromHours(12);

    [BindProperty]
    public CallTold Told { get; set; } = new();

    public CallList List { get; private set; } = null!;
    public string Unit { get; private set; } = "";

    /// <summary>The one on the screen; null before one has begun and when nobody is in turn.</summary>
    public Person? Person { get; private set; }

    public bool IsCaller { get; private set; }
    public IReadOnlyList<CallQuestion> Questions { get; private set; } = [];
    public ILookup<Id<CallQuestion>, string> Answers { get; private set; } = Array.Empty<CallAnswer>().ToLookup(a => a.QuestionId, a => a.Said);
    public CallProgress Progress { get; private set; } = null!;

    /// <summary>The last that one told here, and who it was about.</summary>
    public (Call Call, string First)? Last { get; private set; }

    public CallScript Script => new(List, Questions, Answers, Told, Person!.First, Unit, me.Name.Split(' ')[0]);

    public async Task<IActionResult> OnGet(Id<CallList> id)
    {
        if (!await Find(id))
            return NotFound();
        await Show();
        return Page();
    }

    /// <summary>How it went, and the next.</summary>
    public async Task<IActionResult> OnPost(Id<CallList> id)
    {
        if (!await Find(id))
            return NotFound();
        await Check();
        if (!ModelState.IsValid)
            return await Again();
        TempData.Say(CallReceipts.Said(texts, await parts.Book.Write(Told, Request.Form)));
        await parts.Queue.Next(List);
        return Redirect(Here);
    }

    /// <summary>The first, or another instead of the one on the screen.</summary>
    public async Task<IActionResult> OnPostNext(Id<CallList> id)
    {
        if (!await Find(id) || !IsCaller)
            return NotFound();
        await parts.Queue.Next(List, (await parts.Queue.Held(List))?.PersonId);
        return Redirect(Here);
    }

    public async Task<IActionResult> OnPostUndo(Id<CallList> id, Id<Call> call)
    {
        if (!await Find(id) || await parts.Book.TakeBack(call) is not { } mistake)
            return NotFound();
        await parts.Queue.GiveBack(List);
        var back = await parts.Queue.TryTake(List.Id, mistake.PersonId, isInPocket: false);
        TempData.Say(texts[back is null ? "Calling.Call.UndoneTaken" : "Calling.Call.Undone"]);
        return Redirect(Here);
    }

    public async Task<IActionResult> OnPostJoin(Id<CallList> id)
    {
        if (!await Find(id))
            return NotFound();
        if (!IsCaller)
            db.Callers.Add(new Caller(id, new(me.PersonId)));
        await db.SaveChangesAsync();
        return Redirect(Here);
    }

    /// <summary>Enough for now: whoever is on the screen is free for others, and so are those in a phone.</summary>
    public async Task<IActionResult> OnPostStop(Id<CallList> id)
    {
        if (!await Find(id))
            return NotFound();
        var (kept, _) = await parts.Queue.InPhones(List);
        await parts.Queue.FreeAllOf(id, new Id<Person>(me.PersonId));
        TempData.Say(texts["Calling.Call.Stopped"] + (kept == 0 ? "" : " " + texts.Capital(texts.Count("Calling.Call.StoppedPhone", kept))));
        return Redirect("/min-sida");
    }

    private string Here => $"/ringlistor/{List.Id}/ring";

    private async Task Check()
    {
        if (Told.Outcome is null && ModelState.IsValid)
            ModelState.Refuses(CallingRefusals.NoOutcome, texts, "Told.Outcome");
        foreach (var (_, question) in await parts.Book.Unread(Told, List.Id, Request.Form))
            ModelState.Refuses(CallingRefusals.NotANumber, texts, $"{CallTold.AnswerTo}{question.Id}");
    }

    private async Task<IActionResult> Again()
    {
        var told = Told;
        await Show();
        Told = told;
        Answers = Questions.SelectMany(q => q.Written(CallTold.AnswersTo(q.Id.Value, Request.Form)).Select(said => (q.Id, said))).ToLookup(a => a.Id, a => a.said);
        return Page();
    }

    private async Task<bool> Find(Id<CallList> id)
    {
        if (await db.CallLists.CallableBy(me, db, time.Today).AsNoTracking().SingleOrDefaultAsync(l => l.Id == id) is not { } list)
            return false;
        List = list;
        IsCaller = await db.CallLists.LedBy(me, db).AnyAsync(l => l.Id == id) || await db.HasSaidYes(me, id);
        return true;
    }

    private async Task Show()
    {
        Unit = await db.Units.Where(u => u.Id == List.UnitId).Select(u => u.Name).SingleAsync();
        Progress = await CallProgress.Of(List, parts.People);
        if (!IsCaller)
            return;
        Questions = await db.CallQuestions.Where(q => q.ListId == List.Id).OrderBy(q => q.Order).AsNoTracking().ToListAsync();
        var lease = await parts.Queue.Held(List);
        await Recall(lease);
        if (lease is not null)
            await Show(lease);
        await db.SaveChangesAsync();
    }

    private async Task Show(CallLease lease)
    {
        Person = await db.People.AsNoTracking().SingleAsync(p => p.Id == lease.PersonId);
        Told.Ticket = parts.Tickets.Write(new CallTicket(List.Id, Person.Id, lease.ById, lease.At, Person.Phone));
        db.NoteReading(Person.Id);
    }

    // what I have told of the one on the screen goes on; else the last one can be undone
    private async Task Recall(CallLease? lease)
    {
        var (self, id) = (new Id<Person>(me.PersonId), List.Id);
        Told = new() { Entry = Guid.CreateVersion7(), Telling = 1 };
        var calls = db.Calls.Where(c => c.ById == self && c.ListId == id).OrderByDescending(c => c.ArrivedAt).AsNoTracking();
        if (lease is not null && await calls.FirstOrDefaultAsync(c => c.PersonId == lease.PersonId && (c.IsTakenBack || c.ArrivedAt >= lease.At)) is { } call)
            await Recall(call);
        var lately = db.Clock.GetUtcNow() - Lately;
        var last = await calls.Where(c => !c.IsTakenBack && c.ArrivedAt > lately && (lease == null || c.PersonId != lease.PersonId)).FirstOrDefaultAsync();
        if (last is not null)
            Last = (last, (await db.People.AsNoTracking().SingleAsync(p => p.Id == last.PersonId)).First);
    }

    private async Task Recall(Call call)
    {
        Told = new()
        {
            Entry = call.Entry,
            Telling = call.Telling + 1,
            Outcome = call.IsTakenBack ? null : call.Outcome,
            CallBack = call.CallBackAt is { } at ? TimeZoneInfo.ConvertTime(at, OurTime.Zone).DateTime : null,
            Note = call.Note,
            Peace = call.AskedForPeace,
        };
        Answers = (await db.CallAnswers.Where(a => a.CallId == call.Id).AsNoTracking().ToListAsync()).ToLookup(a => a.QuestionId, a => a.Said);
    }

    internal sealed class Parts(CallQueue queue, CallBook book, CallTickets tickets, OnLists people)
    {
        public OnLists People => people;
        public CallQueue Queue => queue;
        public CallBook Book => book;
        public CallTickets Tickets => tickets;
    }
}
