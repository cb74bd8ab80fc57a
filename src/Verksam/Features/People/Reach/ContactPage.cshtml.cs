using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Reach;

/// <summary>The e-mail addresses and numbers of one person: which there are, what is known of each, and which is tried first.</summary>
[Requires(Permission.EditPeople)]
internal sealed class ContactPage(AppDb db, CurrentUser me, IWaysIn waysIn, OurTime time, Texts texts) : PageModel
{
    // who it was and what it said, kept for one step back in the browser's own locked cookie: no address carries it
    private const string Gone = "way-gone";

    [BindProperty, StringLength(Way.Longest)]
    public string? Email { get; set; }

    [BindProperty, StringLength(40)]
    public string? Phone { get; set; }

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<PostalAddress> Addresses { get; private set; } = [];

    /// <summary>The states one may choose for a way of a kind.</summary>
    public static IEnumerable<WayState> States(WayKind kind) => kind == WayKind.Email ? [WayState.Works, WayState.Bounces, WayState.Wrong] : [WayState.Works, WayState.Wrong];

    public string Route => $"/manniskor/{Person.Id}/kontakt";

    public async Task<IActionResult> OnGet(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        if (id.Value != me.PersonId)
            db.NoteReading(id);
        await db.SaveChangesAsync();
        return Page();
    }

    public Task<IActionResult> OnPostEmail(Id<Person> id) => Add(id, WayKind.Email, Email, nameof(Email));

    public Task<IActionResult> OnPostPhone(Id<Person> id) => Add(id, WayKind.Phone, Phone, nameof(Phone));

    public async Task<IActionResult> OnPostState(Id<Person> id, Id<Way> way, WayState state)
    {
        if (!await Find(id) || Known(way) is not { } known || !Enum.IsDefined(state))
            return NotFound();
        Person.Note(known, state, time.Today);
        return await Done(texts["Reach.Noted", known.Value, texts[$"Reach.State.{known.Kind}{state}"].ToLowerInvariant()]);
    }

    public async Task<IActionResult> OnPostFirst(Id<Person> id, Id<Way> way)
    {
        if (!await Find(id) || Known(way) is not { } known)
            return NotFound();
        var before = Person.Email;
        Person.Prefer(known);
        return ModelState.Refuses(await Follow(before), texts) ? Page() : await Done(texts["Reach.IsFirst", known.Value]);
    }

    public async Task<IActionResult> OnPostRemove(Id<Person> id, Id<Way> way)
    {
        if (!await Find(id) || Known(way) is not { } known)
            return NotFound();
        var before = Person.Email;
        Person.Forget(known);
        if (ModelState.Refuses(await Follow(before), texts))
            return Page();
        TempData[Gone] = string.Join('\n', id, known.Kind, known.State, known.Value);
        return await Done(texts["Reach.Removed", known.Value], Route + "?handler=Back");
    }

    /// <summary>The last that was removed comes back, tried last.</summary>
    public async Task<IActionResult> OnPostBack(Id<Person> id)
    {
        if (!await Find(id) || (TempData[Gone] as string)?.Split('\n') is not [var whose, var kind, var state, var value] || whose != id.ToString())
            return NotFound();
        var way = Person.Reach(Enum.Parse<WayKind>(kind), value)!;
        Person.Note(way, Enum.Parse<WayState>(state), time.Today);
        return await Done(texts["Reach.IsBack", value]);
    }

    private async Task<IActionResult> Add(Id<Person> id, WayKind kind, string? written, string field)
    {
        if (!await Find(id))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(Written.Way(kind, written, out var value) ?? Unneeded(kind, value), texts, field))
            return Page();
        var before = Person.Email;
        Person.Reach(kind, value);
        return ModelState.Refuses(await Follow(before), texts, field) ? Page() : await Done(texts["Reach.Added", value]);
    }

    private Refusal? Unneeded(WayKind kind, string? value) => value is null ? ReachRefusals.NothingWritten
        : Person.Known(kind, value) is { } known ? ReachRefusals.KnownAlready with { Facts = [known.Value] } : null;

    // where letters with links go decides who gets in; what was found out of an address moves nobody's way in
    private async Task<Refusal?> Follow(string? before) =>
        Person.Email == before || await waysIn.Of(Person.Id) is null ? null
        : !await Rights.Cover(me, db, Person.Id, time.Today) ? PeopleRefusals.NotYoursToMove
        : await waysIn.Follow(Person);

    private async Task<IActionResult> Done(string said, string? undo = null)
    {
        await db.SaveChangesAsync();
        TempData.Say(said, undo);
        return Redirect(Route);
    }

    private Way? Known(Id<Way> way) => Person.Ways.FirstOrDefault(w => w.Id == way);

    private async Task<bool> Find(Id<Person> id)
    {
        if (await db.People.EditableBy(me, db, id) is not { IsProtected: false } person)
            return false;
        Person = person;
        Addresses = await db.Addresses.AsNoTracking().Where(a => a.PersonId == id).OrderBy(a => a.Kind).ToListAsync();
        return true;
    }
}
