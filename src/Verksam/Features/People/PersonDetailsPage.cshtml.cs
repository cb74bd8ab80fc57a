using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Verksam.Features.People.Belonging;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People;

/// <summary>Name, birth, language, wishes and where the person belongs; how one is reached has a page of its own.</summary>
[Requires(Permission.EditPeople)]
internal sealed class PersonDetailsPage(AppDb db, CurrentUser me, OurTime time, Texts texts) : PageModel, IPersonForm
{
    [BindProperty]
    public PersonForm Input { get; set; } = new();

    public Person Person { get; private set; } = null!;

    public bool IsSealed => Person.IsProtected;

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public async Task<IActionResult> OnGet(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        Input = PersonForm.Of(Person);
        if (id.Value != me.PersonId)
            db.NoteReading(id);
        await db.SaveChangesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Person> id)
    {
        if (!await Find(id) || !UnitChoices.Has(Units, Input.Unit))
            return NotFound();
        if (Person.IsProtected)
            ModelState.Remove("Input.Name"); // it lies under seal and is not asked for
        if (!ModelState.IsValid || Input.Describe(Person, time.Today) is { } no && ModelState.Refuses(no.No, texts, no.Field))
            return Page();
        if (ModelState.Refuses(await Moving.To(db, Person, Input.Unit, time.Today), texts, "Input.Unit"))
            return Page();
        db.Expect(Person, Input.Revision);
        await db.SaveChangesAsync();
        TempData.Say(texts["People.Details.Saved", Person.Name]);
        return Redirect($"/manniskor/{id}");
    }

    private async Task<bool> Find(Id<Person> id)
    {
        if (await db.People.EditableBy(me, db, id) is not { } person)
            return false;
        Person = person;
        Units = await UnitChoices.Of(db, me);
        return true;
    }
}
