using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Notes;

/// <summary>What is written of one person, who may read it.</summary>
[Requires(Permission.SeePeople)]
internal sealed class NotesPage(AppDb db, CurrentUser me, OurTime time, Texts texts) : PageModel
{
    // the one that was removed, for one step back, in the browser's own locked cookie
    private const string Gone = "note-gone";

    /// <summary>Somebody is on the way to a seal, and sees to that no note tells who it is: that one goes back there.</summary>
    public const string Sealing = "skydd";

    [BindProperty(Name = "till", SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty, Required, StringLength(PersonNote.Longest)]
    public string Text { get; set; } = "";

    public Person Person { get; private set; } = null!;
    public IReadOnlyList<NoteRow> Rows { get; private set; } = [];
    public bool Edits { get; private set; }

    private string Here => $"/manniskor/{Person.Id}/{(To == Sealing ? Sealing : "anteckningar")}";

    public bool MayRemove(PersonNote note) => note.IsRemovedBy(me.PersonId, Edits);

    public async Task<IActionResult> OnGet(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        if (id.Value != me.PersonId)
            db.NoteReading(id);
        await db.SaveChangesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        db.PersonNotes.Add(new PersonNote(id, new Id<Person>(me.PersonId), Text.Trim().ReplaceLineEndings("\n"), time.Now));
        return await Done($"/manniskor/{id}", "Notes.Added");
    }

    public async Task<IActionResult> OnPostRemove(Id<Person> id, Id<PersonNote> note)
    {
        if (!await Find(id) || await db.PersonNotes.SingleOrDefaultAsync(n => n.Id == note && n.PersonId == id) is not { } known || !MayRemove(known))
            return NotFound();
        db.PersonNotes.Remove(known);
        TempData[Gone] = string.Join('|', id, known.ById, known.At.UtcTicks, known.Text);
        return await Done(Here, "Notes.Removed", $"/manniskor/{id}/anteckningar?handler=Back{(To == Sealing ? $"&till={Sealing}" : "")}");
    }

    public async Task<IActionResult> OnPostBack(Id<Person> id)
    {
        if (!await Find(id) || (TempData[Gone] as string)?.Split('|', 4) is not [var whose, var by, var ticks, var text] || whose != id.ToString())
            return NotFound();
        var author = Guid.TryParse(by, out var known) ? new Id<Person>(known) : (Id<Person>?)null;
        db.PersonNotes.Add(new PersonNote(id, author, text, new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero)));
        return await Done(Here, "Notes.Back");
    }

    private async Task<IActionResult> Done(string where, string said, string? undo = null)
    {
        await db.SaveChangesAsync();
        TempData.Say(texts[said], undo);
        return Redirect(where);
    }

    private async Task<bool> Find(Id<Person> id)
    {
        var units = db.Units.Within(me.Where(Permission.SeePeople)).Select(u => u.Id);
        if (await db.People.SingleOrDefaultAsync(p => p.Id == id && units.Contains(p.UnitId)) is not { } person)
            return false;
        Person = person;
        Edits = me.Can(Permission.EditPeople, await db.Units.Where(u => u.Id == person.UnitId).Select(u => u.Path).SingleAsync());
        Rows = await NoteRow.Of(db, id).ToListAsync();
        return true;
    }
}
