using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Calling;

/// <summary>
/// What a phone asks for by script: people to keep for an evening (a first name and a number each), and a place to send what came of it.
/// Whoever was given somebody may tell of it, also when the list is closed or one is no caller any more.
/// </summary>
[Requires(Permission.None)]
internal sealed class PocketPage(AppDb db, CurrentUser me, CallPage.Parts parts, OurTime time, Texts texts) : PageModel
{
    [BindProperty]
    public CallTold Told { get; set; } = new();

    /// <summary>Opened by hand: there is nothing to see.</summary>
    public async Task<IActionResult> OnGet(Id<CallList> id) => await Find(id) is null ? NotFound() : Redirect("/ringlistor/kvall");

    public async Task<IActionResult> OnPostTake(Id<CallList> id)
    {
        if (await Find(id) is not { PocketSize: > 0 } list)
            return NotFound();
        var leases = await parts.Queue.Pocket(list);
        var people = await People(leases);
        people.ForEach(p => db.NoteReading(p.Id));
        await db.SaveChangesAsync();
        return new JsonResult(new { lasts = CallLease.LastsInPocket.TotalMilliseconds, list = await About(list), people = people.Select(p => Kept(p, leases.First(l => l.PersonId == p.Id))), said = people.Count > 0 ? null : await Nobody(list) });
    }

    /// <summary>One call, as it was told; said in words what became of it. The same once more changes nothing.</summary>
    public async Task<IActionResult> OnPostEntry(Id<CallList> id)
    {
        var taken = ModelState.IsValid ? await parts.Book.Write(Told, Request.Form) : CallTaken.No;
        if (taken.Receipt == CallReceipt.NotYours)
            return NotFound();
        if (Told.Done)
            await MoveOn(id, taken.Person);
        return new JsonResult(new { receipt = taken.Receipt.ToString(), said = CallReceipts.Said(texts, taken), unread = CallReceipts.Unread(texts, taken) });
    }

    /// <summary>The phone has let go of whom it kept: others may call them.</summary>
    public async Task<IActionResult> OnPostBack(Id<CallList> id)
    {
        var self = new Id<Person>(me.PersonId);
        if (!await db.CallLeases.AnyAsync(l => l.ListId == id && l.ById == self))
            return NotFound();
        await parts.Queue.FreeAllOf(id, self);
        return new EmptyResult();
    }

    // what is sent later moves on as what is saved at once does, if the one it tells of is still on the screen
    private async Task MoveOn(Id<CallList> id, Id<Person> told)
    {
        if (await Find(id) is { } list && (await parts.Queue.Held(list))?.PersonId == told)
            await parts.Queue.Next(list, told);
    }

    /// <summary>"Ingen är ledig nu. Åtta är redan i någon annans telefon."</summary>
    private async Task<string> Nobody(CallList list)
    {
        var (_, others) = await parts.Queue.InPhones(list);
        return others == 0 ? texts["Calling.Pocket.Nobody"] : $"{texts["Calling.Pocket.Nobody"]} {texts.Capital(texts.Count("Calling.Pocket.Others", others))}";
    }

    private async Task<CallList?> Find(Id<CallList> id) =>
        await db.CallLists.CallableBy(me, db, time.Today).AsNoTracking().SingleOrDefaultAsync(l => l.Id == id) is { } list
            && (await db.HasSaidYes(me, id) || await db.CallLists.LedBy(me, db).AnyAsync(l => l.Id == id)) ? list : null;

    private Task<List<Person>> People(IReadOnlyList<CallLease> leases)
    {
        var ids = leases.Select(l => l.PersonId).ToList();
        return db.People.Where(p => ids.Contains(p.Id)).AsNoTracking().ToListAsync();
    }

    private object Kept(Person person, CallLease lease) => new
    {
        ticket = parts.Tickets.Write(new CallTicket(lease.ListId, person.Id, lease.ById, lease.At, person.Phone)),
        first = person.First,
        phone = person.Phone,
        dial = Dialling.Of(person.Phone ?? ""),
    };

    private async Task<object> About(CallList list)
    {
        var unit = await db.Units.Where(u => u.Id == list.UnitId).Select(u => u.Name).SingleAsync();
        var questions = await db.CallQuestions.Where(q => q.ListId == list.Id).OrderBy(q => q.Order).AsNoTracking().ToListAsync();
        var script = new CallScript(list, questions, Array.Empty<string>().ToLookup(_ => default(Id<CallQuestion>)), Told, CallScript.Person, unit, me.Name.Split(' ')[0]);
        return new
        {
            id = list.Id.ToString(),
            name = list.Name,
            purpose = list.Purpose,
            script = script.Steps, // the first name is put in on the phone
            questions = questions.Select(q => new { id = q.Id.ToString(), kind = q.Kind.ToString(), text = q.Text, choices = q.Kind == QuestionKind.YesNo ? [] : q.Choices }),
        };
    }
}
