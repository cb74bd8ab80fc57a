using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People;

/// <summary>Makes somebody something, somewhere, from a day.</summary>
[Requires(Permission.EditPeople)]
internal sealed class NewAssignmentPage(AppDb db, CurrentUser me, Places places, OurTime time, Texts texts) : PageModel
{
    private IReadOnlyList<Place> _places = [];
    private IReadOnlyList<Role> _roles = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    public Person Person { get; private set; } = null!;

    public IEnumerable<SelectListItem> Roles => _roles.Select(r => new SelectListItem(r.Name, r.Code));

    public IEnumerable<SelectListItem> Places => Place.Choices(_places);

    public async Task<IActionResult> OnGet(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        Input.From = time.Today;
        Input.Role = _roles.FirstOrDefault(r => r.Code == StandardRoles.Member)?.Code ?? "";
        Input.Where = _places.FirstOrDefault(p => p.Unit.Id == Person.UnitId)?.Key ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Person> id)
    {
        if (!await Find(id) || Chosen() is not var (role, place))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(await Give(role, place), texts, Input.To < Input.From ? "Input.To" : "Input.Role"))
            return Page();
        await db.SaveChangesAsync();
        TempData.Say(texts["People.Give.Given", Person.Name, role.Name.ToLowerInvariant(), place.Name]);
        return Redirect($"/manniskor/{id}");
    }

    private (Role Role, Place Place)? Chosen() =>
        _roles.FirstOrDefault(r => r.Code == Input.Role) is { } role && _places.FirstOrDefault(p => p.Key == Input.Where) is { } place
            ? (role, place) : null;

    private async Task<Refusal?> Give(Role role, Place place)
    {
        var given = Assignment.Give(Person.Id, role.Id, place.Unit.Id, Input.From, Input.To, place.Group?.Id);
        var had = await db.Assignments.Where(a => a.PersonId == Person.Id).ToListAsync();
        if (given.GivenBy(me, role, place.Unit, had) is { } refusal)
            return refusal;
        db.Assignments.Add(given);
        return null;
    }

    private async Task<bool> Find(Id<Person> id)
    {
        if (await db.People.VisibleTo(me, db).SingleOrDefaultAsync(p => p.Id == id) is not { } person)
            return false;
        Person = person;
        _places = await places.WhereOneMayGive();
        var roles = await db.Roles.OrderBy(r => r.Order).ToListAsync();
        _roles = [.. roles.Where(r => _places.Any(p => me.CanAll(r.Permissions, p.Unit.Path, r.Below)))];
        return true;
    }

    internal sealed class Form
    {
        [Required]
        public string Role { get; set; } = "";

        [Required]
        public string Where { get; set; } = "";

        [Day]
        public DateOnly From { get; set; }

        [Day]
        public DateOnly? To { get; set; }
    }
}
