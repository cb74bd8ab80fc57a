using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People;

/// <summary>Name, address, phone and where the person belongs.</summary>
[Requires(Permission.EditPeople)]
internal sealed class PersonDetailsPage(AppDb db, CurrentUser me, IWaysIn ways, OurTime time, Texts texts) : PageModel, IPersonForm
{
    [BindProperty]
    public PersonForm Input { get; set; } = new();

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public async Task<IActionResult> OnGet(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        Input = new() { Name = Person.Name, Email = Person.Email, Phone = Person.Phone, Unit = Person.UnitId, Revision = Person.Revision };
        if (id.Value != me.PersonId)
            db.NoteReading(id);
        await db.SaveChangesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Person> id)
    {
        if (!await Find(id) || !UnitChoices.Has(Units, Input.Unit))
            return NotFound();
        var moved = Person.Email != OneLine.OrNull(Input.Email);
        if (!ModelState.IsValid || ModelState.Refuses(Person.Describe(Input.Name, Input.Email, Input.Phone), texts, "Input.Name"))
            return Page();
        if (moved && ModelState.Refuses(await Follow(), texts, "Input.Email"))
            return Page();
        Person.MoveTo(Input.Unit);
        db.Expect(Person, Input.Revision);
        await db.SaveChangesAsync();
        TempData.Say(texts["People.Details.Saved", Person.Name]);
        return Redirect($"/manniskor/{id}");
    }

    // where letters with links go decides who gets in
    private async Task<Refusal?> Follow() =>
        await ways.Of(Person.Id) is null ? null
        : !await Rights.Cover(me, db, Person.Id, time.Today) ? PeopleRefusals.NotYoursToMove
        : await ways.Follow(Person);

    private async Task<bool> Find(Id<Person> id)
    {
        if (await db.People.EditableBy(me, db, id) is not { } person)
            return false;
        Person = person;
        Units = await UnitChoices.Of(db, me);
        return true;
    }
}
