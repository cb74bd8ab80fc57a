using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Notes;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Protection;

/// <summary>A person's identity is put under seal, or the seal is taken away: why is written down.</summary>
[Requires(Permission.SeeProtected)]
internal sealed class ProtectionPage(AppDb db, CurrentUser me, IWaysIn ways, OurTime time, Texts texts) : PageModel
{
    [BindProperty, Required, StringLength(300)]
    public string Why { get; set; } = "";

    public Person Person { get; private set; } = null!;

    /// <summary>Those who can open who it is, today.</summary>
    public IReadOnlyList<Watcher> Watchers { get; private set; } = [];

    /// <summary>Notes on the person, which no seal hides.</summary>
    public IReadOnlyList<NoteRow> Notes { get; private set; } = [];

    /// <summary>Those that hold the name, or a part of it.</summary>
    public IEnumerable<NoteRow> Telling => Notes.Where(n => Person.IsToldBy(n.Note.Text));

    public bool Edits { get; private set; }

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
        if (!await Find(id) || Person.IsProtected)
            return NotFound();
        // the reason is kept in the trail, where no name may stand
        if (!ModelState.IsValid || ModelState.Refuses(Person.IsToldBy(Why) ? ProtectionRefusals.NoNames : null, texts, nameof(Why)))
            return Page();
        var addresses = await db.Addresses.Where(a => a.PersonId == id).ToListAsync();
        db.SealedIdentities.Add(Person.Seal(texts["Protection.Mask", Person.MaskCode], addresses, time.Now));
        db.Addresses.RemoveRange(addresses);
        return await Done("Protection.Sealed");
    }

    public async Task<IActionResult> OnPostLift(Id<Person> id)
    {
        if (!await Find(id) || await db.SealedIdentities.SingleOrDefaultAsync(s => s.PersonId == id) is not { } under)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        db.Addresses.AddRange(Person.Unseal(under));
        db.SealedIdentities.Remove(under);
        return await Done("Protection.Lifted");
    }

    private async Task<IActionResult> Done(string said)
    {
        db.Actor.Because(OneLine.Of(Why));
        await db.SaveChangesAsync();
        TempData.Say(texts[said, Person.Name]);
        return Redirect($"/manniskor/{Person.Id}");
    }

    private async Task<bool> Find(Id<Person> id)
    {
        var units = db.Units.Within(me.Where(Permission.SeeProtected)).Select(u => u.Id);
        if (await db.People.VisibleTo(me, db).SingleOrDefaultAsync(p => p.Id == id && units.Contains(p.UnitId)) is not { } person)
            return false;
        Person = person;
        var path = await db.Units.Where(u => u.Id == person.UnitId).Select(u => u.Path).SingleAsync();
        Watchers = await Watcher.Of(db, ways, id, path, Permission.SeeProtected, time.Today).ToListAsync();
        Notes = await NoteRow.Of(db, id).ToListAsync();
        Edits = me.Can(Permission.EditPeople, path);
        return true;
    }
}

internal static class ProtectionRefusals
{
    public static readonly Refusal NoNames = new("Protection.Refused.NoNames");
}
