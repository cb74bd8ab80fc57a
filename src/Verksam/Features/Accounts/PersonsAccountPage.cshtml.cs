using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Accounts;

/// <summary>Somebody else's way in: invite, invite again, end.</summary>
[Requires(Permission.EditPeople)]
internal sealed class PersonsAccountPage(AppDb db, CurrentUser me, Invitations invitations, IWaysIn ways, Texts texts) : PageModel
{
    public Person Person { get; private set; } = null!;

    public WayIn? WayIn { get; private set; }

    /// <summary>May take away the seal that the address lies under.</summary>
    public bool MayLift { get; private set; }

    public string FirstName => Person.First;

    public async Task<IActionResult> OnGet(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        if (id.Value != me.PersonId)
            db.NoteReading(id);
        await db.SaveChangesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Person> id, [FromServices] OutboxBell bell)
    {
        if (!await Find(id))
            return NotFound();
        if (ModelState.Refuses(await invitations.Invite(Person), texts))
            return Page();
        await db.SaveChangesAsync();
        bell.Ring();
        TempData.Say(texts["Accounts.Invite.Done", Person.Email]);
        return Redirect($"/manniskor/{id}");
    }

    public async Task<IActionResult> OnPostEnd(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        if (ModelState.Refuses(await invitations.End(Person), texts))
            return Page();
        await db.SaveChangesAsync();
        TempData.Say(texts["Accounts.End.Done", Person.Name]);
        return Redirect($"/manniskor/{id}");
    }

    public async Task<IActionResult> OnPostReset(Id<Person> id, [FromServices] OutboxBell bell)
    {
        if (!await Find(id))
            return NotFound();
        if (ModelState.Refuses(await invitations.Reset(Person), texts))
            return Page();
        await db.SaveChangesAsync();
        bell.Ring();
        TempData.Say(texts["Accounts.Reset.Done", Person.Name]);
        return Redirect($"/manniskor/{id}");
    }

    private async Task<bool> Find(Id<Person> id)
    {
        if (await db.People.EditableBy(me, db, id) is not { } person)
            return false;
        Person = person;
        MayLift = me.Can(Permission.SeeProtected, await db.Units.Where(u => u.Id == person.UnitId).Select(u => u.Path).SingleAsync());
        WayIn = await ways.Of(id);
        return true;
    }
}
