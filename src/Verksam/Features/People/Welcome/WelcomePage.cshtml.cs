using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Notes;
using Verksam.Features.People.Offers;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Welcome;

/// <summary>
/// One person who is new, on the phone: why, how to reach, what to say, what came of it, and an invitation in the same press. A contact person who
/// has no other right sees the name and how to reach, nothing else. That somebody looked is written down.
/// </summary>
[Requires(Permission.None)]
internal sealed class WelcomePage(AppDb db, CurrentUser me, WelcomePage.Parts parts, OurTime time, Texts texts) : PageModel
{
    private WelcomeTelling _telling = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    public WelcomeCase Case { get; private set; } = null!;
    public Person Person { get; private set; } = null!;
    public Unit Unit { get; private set; } = null!;
    public Welcoming Rule { get; private set; } = null!;
    public string? Contact { get; private set; }
    public IReadOnlyList<WaitingRow> Queue { get; private set; } = [];
    public IReadOnlyList<Skill> Skills { get; private set; } = [];
    public IReadOnlyList<Past> Tries { get; private set; } = [];
    public bool IsInvited { get; private set; }

    /// <summary>Whom somebody who leads may give the person to.</summary>
    public IReadOnlyList<(Id<Person> Id, string Name)> Contacts { get; private set; } = [];

    public bool MayTell => me.MayTell(Case, Unit.Path);
    public bool Edits => me.Can(Permission.EditPeople, Unit.Path);
    public bool SeesPeople => me.Can(Permission.SeePeople, Unit.Path);
    public (string Status, string Text) Left => parts.Words.Left(Case, Person);
    public (string Status, string Text) LeftOf(WaitingRow row) => parts.Words.Left(row);
    public IEnumerable<(DateOnly Day, string Said)> DaysAhead => parts.Words.DaysAhead;
    public WaitingRow? Next => Queue.FirstOrDefault(w => w.Id != Case.Id);
    public int Place => Queue.TakeWhile(w => w.Id != Case.Id).Count() + 1;
    public string Dial => string.Concat(Person.Phone?.Where(c => char.IsAsciiDigit(c) || c == '+') ?? []);

    /// <summary>Has said that they do not want to be contacted at all.</summary>
    public bool IsLeftInPeace => Case.End == WelcomeEnd.DoesNotWant;

    public bool MayCall => Person.Phone is not null && !Person.DoNotCall && !IsLeftInPeace;
    public IEnumerable<string> Script => (Rule.Script ?? texts["Welcome.Script"]).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Replace("{namn}", Person.First, StringComparison.OrdinalIgnoreCase).Replace("{jag}", me.Name.Split(' ')[0], StringComparison.OrdinalIgnoreCase));

    public string Since => string.Join(' ', new[]
    {
        SeesPeople && Person.BirthYear is { } year ? texts["Welcome.Age", time.Today.Year - year] : null,
        $"{Unit.Name}.",
        texts.Capital(texts[$"Welcome.Since.{Case.Cause}", time.Day(Case.Since)]) + ".",
    }.OfType<string>());

    public async Task<IActionResult> OnGet(Id<WelcomeCase> id)
    {
        if (!await Find(id))
            return NotFound();
        await Fill();
        Input.Invite = true;
        db.NoteReading(Person.Id);
        await db.SaveChangesAsync();
        return Page();
    }

    public Task<IActionResult> OnPost(Id<WelcomeCase> id) => Tell(id, Input.Skills.Count > 0 ? CallOutcome.WantsTo : CallOutcome.Reached);

    public Task<IActionResult> OnPostNoAnswer(Id<WelcomeCase> id) => Tell(id, CallOutcome.NoAnswer);

    public Task<IActionResult> OnPostLater(Id<WelcomeCase> id) => Tell(id, CallOutcome.CallBack);

    public Task<IActionResult> OnPostWrong(Id<WelcomeCase> id) => Tell(id, CallOutcome.WrongNumber);

    public Task<IActionResult> OnPostNo(Id<WelcomeCase> id) => Tell(id, CallOutcome.DoesNotWant);

    public async Task<IActionResult> OnPostInvite(Id<WelcomeCase> id)
    {
        if (!await Find(id) || !MayTell)
            return NotFound();
        await Fill();
        if (ModelState.Refuses(IsLeftInPeace ? WelcomeRefusals.LeftInPeace : _telling.Invite(Rule.Invite, IsInvited, out _), texts))
            return Page();
        await db.SaveChangesAsync();
        TempData.Say(texts["Welcome.Told.Invited", Person.Name]);
        return Redirect($"/nya-medlemmar/{id}");
    }

    public async Task<IActionResult> OnPostUndo(Id<WelcomeCase> id, [FromQuery(Name = "vad")] Id<WelcomeTry> mistake)
    {
        if (!await Find(id) || !MayTell || await db.WelcomeTries.SingleOrDefaultAsync(t => t.Id == mistake && t.CaseId == id) is not { } made)
            return NotFound();
        var all = await _telling.TakeBack(made);
        await db.SaveChangesAsync();
        TempData.Say(texts[all ? "Welcome.Told.Undone" : "Welcome.Told.UndoneButSent", Person.Name]);
        return Redirect($"/nya-medlemmar/{id}");
    }

    private async Task<IActionResult> Tell(Id<WelcomeCase> id, CallOutcome outcome)
    {
        if (!await Find(id) || !MayTell)
            return NotFound();
        await Fill();
        if (!ModelState.IsValid || ModelState.Refuses(_telling.Tell(outcome, Input, Rule.Invite, Skills, out var made), texts))
            return Page();
        await db.SaveChangesAsync();
        TempData.Say(texts[$"Welcome.Told.{outcome}", Person.Name, And(made!)], $"/nya-medlemmar/{id}?handler=Undo&vad={made!.Id}");
        return Redirect(Next is { } next ? $"/nya-medlemmar/{next.Id}" : "/nya-medlemmar");
    }

    // what more came of it; after a wrong number what there is to do next
    private string And(WelcomeTry made) => made.Outcome != CallOutcome.WrongNumber ? made.Left.Invitation is null ? "" : " " + texts["Welcome.Told.AndInvited"]
        : " " + (Person.Phone is { } other ? texts["Welcome.WrongThen.Phone", other] : Person.Email is not null ? texts["Welcome.WrongThen.Email"]
        : texts[Edits ? "Welcome.WrongThen.Find" : "Welcome.WrongThen.Ask", Unit.Name]);

    private async Task<bool> Find(Id<WelcomeCase> id)
    {
        if (await db.WelcomeCases.VisibleTo(me, db, time.Today).SingleOrDefaultAsync(c => c.Id == id) is not { } found)
            return false;
        Case = found;
        Person = await db.People.SingleAsync(p => p.Id == found.PersonId);
        Unit = await db.Units.SingleAsync(u => u.Id == found.UnitId);
        _telling = new WelcomeTelling(db, Case, Person, new Id<Person>(me.PersonId), time.Now);
        return true;
    }

    private async Task Fill()
    {
        Rule = await db.RulesOf(Unit.Path);
        Queue = await parts.Queue.Beside(Case);
        Skills = await db.SkillsIn(Unit.Path);
        Contacts = Edits && Case.IsOpen ? await parts.Queue.Possible() : [];
        IsInvited = await db.WelcomeInvitations.AnyAsync(i => i.CaseId == Case.Id);
        Contact = await db.People.Where(p => p.Id == Case.ContactId).Select(p => p.Name).SingleOrDefaultAsync();
        Tries = await (
            from made in db.WelcomeTries
            where made.CaseId == Case.Id
            from caller in db.People.Where(p => p.Id == made.ById).DefaultIfEmpty()
            orderby made.At descending
            select new Past(made.Id, made.At, made.Outcome, caller == null ? null : caller.Name)).ToListAsync();
    }

    internal sealed record Past(Id<WelcomeTry> Id, DateTimeOffset At, CallOutcome Outcome, string? By);

    internal sealed class Form
    {
        public bool Invite { get; set; }

        [StringLength(PersonNote.Longest)]
        public string? Note { get; set; }

        public DateOnly? Again { get; set; }

        public List<Guid> Skills { get; set; } = [];
    }

    /// <summary>What the page asks.</summary>
    internal sealed class Parts(WelcomeQueue queue, WelcomeWords words)
    {
        public WelcomeQueue Queue => queue;
        public WelcomeWords Words => words;
    }
}
