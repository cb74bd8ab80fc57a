using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Audit;

namespace Verksam.Features.People.Protection;

/// <summary>Who somebody under seal is. Every reading is noted before it is shown.</summary>
[Requires(Permission.SeeProtected)]
internal sealed class IdentityPage(AppDb db, CurrentUser me) : PageModel
{
    public Person Person { get; private set; } = null!;
    public TrueIdentity Identity { get; private set; } = null!;
    public bool MayEdit { get; private set; }

    public async Task<IActionResult> OnGet(Id<Person> id)
    {
        var units = db.Units.Within(me.Where(Permission.SeeProtected)).Select(u => u.Id);
        if (await db.People.VisibleTo(me, db).SingleOrDefaultAsync(p => p.Id == id && units.Contains(p.UnitId)) is not { IsProtected: true } person)
            return NotFound();
        Person = person;
        MayEdit = await db.People.EditableBy(me, db, id) is not null;
        Identity = (await db.SealedIdentities.SingleAsync(s => s.PersonId == id)).Open();
        db.Note(AuditKind.Read, nameof(SealedIdentity), id.Value);
        await db.SaveChangesAsync();
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
