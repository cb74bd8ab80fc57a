using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Protection;

/// <summary>Changes who somebody under seal is, without lifting it: a new number, a new address. For those who may open the seal and change people there.</summary>
[Requires(Permission.SeeProtected)]
internal sealed class SealedPage(AppDb db, CurrentUser me, OurTime time, Texts texts) : PageModel
{
    [BindProperty]
    public SealedForm Input { get; set; } = new();

    public Person Person { get; private set; } = null!;

    private SealedIdentity _under = null!;

    public async Task<IActionResult> OnGet(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        Input = SealedForm.Of(_under.Open(), Person.Revision);
        db.Note(AuditKind.Read, nameof(SealedIdentity), id.Value);
        await db.SaveChangesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        var (who, field, no) = Input.Over(_under.Open(), time.Today);
        if (!ModelState.IsValid || ModelState.Refuses(no, texts, field))
            return Page();
        _under.Put(who);
        db.Expect(Person, Input.Revision);
        db.Entry(Person).Property(p => p.UnitId).IsModified = true; // the person's revision stands for what is sealed too
        await db.SaveChangesAsync();
        TempData.Say(texts["People.Details.Saved", Person.Name]);
        return Redirect($"/manniskor/{id}/skydd/identitet");
    }

    private async Task<bool> Find(Id<Person> id)
    {
        Response.Headers.CacheControl = "no-store";
        var units = db.Units.Within(me.Where(Permission.SeeProtected)).Select(u => u.Id);
        if (await db.People.EditableBy(me, db, id) is not { IsProtected: true } person || !await units.ContainsAsync(person.UnitId))
            return false;
        Person = person;
        _under = await db.SealedIdentities.SingleAsync(s => s.PersonId == id);
        return true;
    }
}
