using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.People;

/// <summary>Somebody the organisation did not know before.</summary>
[Requires(Permission.EditPeople)]
internal sealed class NewPersonPage(AppDb db, CurrentUser me, Texts texts) : PageModel, IPersonForm
{
    [BindProperty]
    public PersonForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public bool HasTwin { get; private set; }

    public async Task OnGet(string? enhet) => Units = await UnitChoices.Of(db, me, enhet);

    public async Task<IActionResult> OnPost(bool another)
    {
        await OnGet(null);
        if (!UnitChoices.Has(Units, Input.Unit))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var person = Person.Welcome(Input.Name, Input.Email, Input.Phone, Input.Unit);
        HasTwin = !another && await IsKnown(person);
        if (ModelState.Refuses(HasTwin ? PeopleRefusals.Twin : null, texts, "Input.Name"))
            return Page();
        db.People.Add(person);
        await db.SaveChangesAsync();
        TempData.Say(texts["People.New.Added", person.Name]);
        return Redirect($"/manniskor/{person.Id}");
    }

    // only among those one may see: the answer must not tell who else the organisation knows
    private Task<bool> IsKnown(Person person) => db.People.VisibleTo(me, db)
        .AnyAsync(p => (p.UnitId == person.UnitId && p.NameFolded == person.NameFolded) || (p.Email != null && p.Email == person.Email));
}
