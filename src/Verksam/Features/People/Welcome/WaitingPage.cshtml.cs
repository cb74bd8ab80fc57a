using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Welcome;

/// <summary>Those who are new and wait: one's own first, then for those who lead everybody's, by urgency; and who is done.</summary>
[Requires(Permission.None)]
internal sealed class WaitingPage(AppDb db, CurrentUser me, WaitingPage.Parts parts, OurTime time, Texts texts) : PageModel
{
    private const int DaysDone = 30;

    private IReadOnlyList<WaitingRow> _waiting = [];

    [BindProperty(Name = "enhet", SupportsGet = true)]
    public string? Slug { get; set; }

    public IReadOnlyList<UnitNamed> Units { get; private set; } = [];
    public UnitNamed? Unit { get; private set; }
    public IReadOnlyList<WaitingRow> Done { get; private set; } = [];
    public IReadOnlyList<(Id<Person> Id, string Name)> Contacts { get; private set; } = [];

    /// <summary>Those that were chosen in a form that comes back.</summary>
    public IReadOnlyCollection<Id<WelcomeCase>> Ticked { get; private set; } = [];

    public bool Leads => me.Can(Permission.SeePeople);
    public bool Assigns => me.Can(Permission.EditPeople);
    public IEnumerable<WaitingRow> Mine => _waiting.Where(w => w.ContactId?.Value == me.PersonId);
    public IEnumerable<WaitingRow> Others => Leads ? _waiting.Where(w => w.ContactId?.Value != me.PersonId) : [];
    public bool IsEmpty => _waiting.Count == 0;
    public (string Status, string Text) Left(WaitingRow row) => parts.Words.Left(row);

    /// <summary>Whether there is anything to do for it today.</summary>
    public bool IsInTurn(WaitingRow row) => row.HasWay && !(row.TryAgainOn > time.Today);

    public string Lead => IsEmpty ? texts[Leads ? "Welcome.List.NoneLead" : "Welcome.List.NoneMine"]
        : string.Join(' ', new[]
        {
            texts.Capital(texts.Count("Welcome.List.Waiting", Leads ? _waiting.Count : Mine.Count())),
            _waiting.Count(w => time.Today > w.Due) is > 0 and var late ? texts.Capital(texts.Count("Welcome.List.Late", late)) : null,
            _waiting.Count(w => w.ContactId is null) is > 0 and var nobody ? texts.Capital(texts.Count("Welcome.List.Nobodys", nobody)) : null,
        }.OfType<string>());

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        if (Leads)
            await parts.Desk.Settle();
        if (!await Find())
            return NotFound();
        if (_waiting.Any(w => w.ContactId?.Value != me.PersonId))
            db.Note(AuditKind.Read, What, (Unit?.Id ?? Units[0].Id).Value);
        await db.SaveChangesAsync();
        return Page();
    }

    /// <summary>That somebody read the list of who is new, in the trail.</summary>
    public const string What = "WelcomeList";

    public async Task<IActionResult> OnPostGive(Id<Person>? contact, [Bind(Prefix = "vald")] IReadOnlyList<Id<WelcomeCase>> chosen)
    {
        if (!Assigns || !await Find())
            return NotFound();
        var cases = await Chosen(chosen);
        if (!ModelState.IsValid || ModelState.Refuses(WelcomeRefusals.OfContact(contact, Contacts), texts, nameof(contact)) || cases.Count == 0)
            return Page();
        var press = parts.HandOver.Give(cases, contact!.Value);
        await db.SaveChangesAsync();
        TempData.Say(texts["Welcome.List.Given", texts.Capital(texts.Count("Welcome.List.People", cases.Count)), Contacts.First(c => c.Id == contact).Name],
            $"{Back}{(Slug is null ? '?' : '&')}handler=Back&tryck={press}");
        return Redirect(Back);
    }

    /// <summary>Those who were given in that press go back to whoever had them.</summary>
    public async Task<IActionResult> OnPostBack([FromQuery(Name = "tryck")] string? press)
    {
        if (!Assigns || await parts.HandOver.TakeBack(press) is not (> 0 and var count))
            return NotFound();
        await db.SaveChangesAsync();
        TempData.Say(texts["Welcome.List.GivenBack", texts.Capital(texts.Count("Welcome.List.People", count))]);
        return Redirect(Back);
    }

    public async Task<IActionResult> OnPostNotNew([Bind(Prefix = "vald")] IReadOnlyList<Id<WelcomeCase>> chosen)
    {
        if (!Assigns || !await Find())
            return NotFound();
        var cases = await Chosen(chosen);
        cases.ForEach(c => c.Close(WelcomeEnd.NotNew, time.Today));
        await db.SaveChangesAsync();
        TempData.Say(texts["Welcome.List.Closed", texts.Capital(texts.Count("Welcome.List.People", cases.Count))], Undo(cases));
        return Redirect(Back);
    }

    public async Task<IActionResult> OnPostReopen([FromQuery(Name = "om")] IReadOnlyList<Id<WelcomeCase>> again)
    {
        if (!Assigns)
            return NotFound();
        var editable = db.Units.Within(me.Where(Permission.EditPeople)).Select(u => u.Id);
        var cases = await db.WelcomeCases.Where(c => again.Contains(c.Id) && c.End == WelcomeEnd.NotNew && editable.Contains(c.UnitId)).ToListAsync();
        cases.ForEach(c => c.Reopen());
        await db.SaveChangesAsync();
        return Redirect(Back);
    }

    private string Back => Slug is null ? "/nya-medlemmar" : $"/nya-medlemmar?enhet={Uri.EscapeDataString(Slug)}";

    private static string Undo(IEnumerable<WelcomeCase> cases) => "/nya-medlemmar?handler=Reopen" + string.Concat(cases.Select(c => $"&om={c.Id}"));

    private async Task<List<WelcomeCase>> Chosen(IReadOnlyList<Id<WelcomeCase>> chosen)
    {
        Ticked = chosen;
        return await parts.HandOver.Mine().Where(c => chosen.Contains(c.Id)).ToListAsync();
    }

    private async Task<bool> Find()
    {
        var order = db.SwedishOrder;
        Units = await db.Units.Within(me.Where(Permission.SeePeople)).OrderBy(u => u.Path.Length).ThenBy(u => EF.Functions.Collate(u.Name, order))
            .Select(u => new UnitNamed(u.Id, u.Slug, u.Name, u.Path)).ToListAsync();
        Unit = Units.FirstOrDefault(u => u.Slug == Slug);
        if (!string.IsNullOrEmpty(Slug) && Unit is null)
            return false;
        _waiting = await parts.Queue.Waiting(Unit?.Path);
        Done = await parts.Queue.Done(Unit?.Path, time.Today.AddDays(-DaysDone));
        if (Assigns)
            Contacts = await parts.Queue.Possible();
        return true;
    }

    internal sealed record UnitNamed(Id<Unit> Id, string Slug, string Name, string Path);

    /// <summary>What the page asks.</summary>
    internal sealed class Parts(WelcomeDesk desk, WelcomeQueue queue, WelcomeWords words, HandOver handOver)
    {
        public WelcomeDesk Desk => desk;
        public WelcomeQueue Queue => queue;
        public WelcomeWords Words => words;
        public HandOver HandOver => handOver;
    }
}
