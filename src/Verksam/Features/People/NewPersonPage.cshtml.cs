using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People;

/// <summary>Somebody the organisation did not know before.</summary>
[Requires(Permission.EditPeople)]
internal sealed class NewPersonPage(AppDb db, CurrentUser me, OurTime time, Texts texts) : PageModel, IPersonForm
{
    [BindProperty]
    public PersonForm Input { get; set; } = new();

    public bool IsNew => true;

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    [BindProperty, EnumDataType(typeof(RelationKind))]
    public RelationKind Kind { get; set; }

    /// <summary>Nobody begins as somebody who was here before.</summary>
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<RelationKind>().Where(k => k != RelationKind.Former).Select(k => new SelectListItem(texts[$"People.Relation.{k}"], k.ToString()));

    public bool HasTwin { get; private set; }

    public async Task OnGet(string? enhet) => Units = await UnitChoices.Of(db, me, enhet);

    public async Task<IActionResult> OnPost(bool another)
    {
        await OnGet(null);
        if (!UnitChoices.Has(Units, Input.Unit) || Kind == RelationKind.Former)
            return NotFound();
        if (!ModelState.IsValid || Welcome(out var person) is { } no && ModelState.Refuses(no.No, texts, no.Field))
            return Page();
        HasTwin = !another && await IsKnown(person);
        if (ModelState.Refuses(HasTwin ? PeopleRefusals.Twin : null, texts, "Input.Name"))
            return Page();
        db.AddRange(person, new Relation(person.Id, Kind, person.UnitId, time.Today));
        await db.SaveChangesAsync();
        TempData.Say(texts["People.New.Added", person.Name]);
        return Redirect($"/manniskor/{person.Id}");
    }

    private (string Field, Refusal No)? Welcome(out Person person)
    {
        var no = Input.ReadWays();
        person = Person.Welcome(Input.Name, Input.Email, Input.Phone, Input.Unit);
        return no ?? Input.Describe(person, time.Today);
    }

    // only among those one may see: the answer must not tell who else the organisation knows
    private Task<bool> IsKnown(Person person) => db.People.VisibleTo(me, db)
        .AnyAsync(p => (p.UnitId == person.UnitId && p.NameFolded == person.NameFolded) || (p.Email != null && p.Email == person.Email));
}
