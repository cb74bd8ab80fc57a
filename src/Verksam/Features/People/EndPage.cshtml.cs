using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People;

/// <summary>An assignment gets its last day.</summary>
[Requires(Permission.EditPeople)]
internal sealed class EndPage(AppDb db, CurrentUser me, IWaysIn ways, OurTime time, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Person Person { get; private set; } = null!;
    public Assignment Assignment { get; private set; } = null!;
    public Role Role { get; private set; } = null!;
    public Unit Unit { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Person> id, Id<Assignment> assignment)
    {
        if (!await Find(id, assignment))
            return NotFound();
        Input.LastDay = Assignment.From > time.Today ? Assignment.From.AddDays(-1) : time.Today;
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Person> id, Id<Assignment> assignment)
    {
        if (!await Find(id, assignment))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var others = await Administrators.RemainWithout(db, ways, assignment, Input.LastDay.AddDays(1));
        if (ModelState.Refuses(Assignment.EndedBy(me, Role, Unit, Input.LastDay, others), texts, "Input.LastDay"))
            return Page();
        await db.SaveChangesAsync();
        TempData.Say(texts["People.End.Ended", Person.Name, Role.Name.ToLowerInvariant(), time.Day(Input.LastDay)]);
        return Redirect(me.PersonId == id.Value && !me.Can(Permission.SeePeople) ? "/" : $"/manniskor/{id}");
    }

    private async Task<bool> Find(Id<Person> id, Id<Assignment> assignment)
    {
        var known = await db.Assignments.SingleOrDefaultAsync(a => a.Id == assignment && a.PersonId == id);
        if (known is null || await db.People.VisibleTo(me, db).SingleOrDefaultAsync(p => p.Id == id) is not { } person)
            return false;
        (Assignment, Person) = (known, person);
        Role = await db.Roles.SingleAsync(r => r.Id == known.RoleId);
        Unit = await db.Units.SingleAsync(u => u.Id == known.UnitId);
        return me.Can(Permission.EditPeople, Unit.Path);
    }

    internal sealed class Form
    {
        [Day]
        public DateOnly LastDay { get; set; }
    }
}
