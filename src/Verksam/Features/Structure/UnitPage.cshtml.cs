using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Structure;

/// <summary>What a unit is called, what it is, how to reach it and how it looks.</summary>
[Requires(Permission.EditStructure)]
internal sealed class UnitPage(AppDb db, CurrentUser me, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Unit Unit { get; private set; } = null!;

    public IReadOnlyList<string> Groups { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => KindChoices(texts);

    public static IEnumerable<SelectListItem> KindChoices(Texts texts) =>
        Enum.GetValues<UnitKind>().Select(kind => new SelectListItem(texts[$"Structure.Kind.{kind}"], kind.ToString()));

    public async Task<IActionResult> OnGet(string slug)
    {
        if (!await Find(slug))
            return NotFound();
        Input = new Form
        {
            Name = Unit.Name,
            Kind = Unit.Kind,
            Municipality = Unit.Municipality,
            Email = Unit.ContactEmail,
            Phone = Unit.ContactPhone,
            Colour = ColourChoice.Of(Unit.Colour),
            Revision = Unit.Revision,
        };
        return Page();
    }

    public async Task<IActionResult> OnPost(string slug)
    {
        if (!await Find(slug))
            return NotFound();
        if (!ModelState.IsValid
            || ModelState.Refuses(Unit.Paint(Input.Colour.Colour), texts, "Input.Colour")
            || ModelState.Refuses(Unit.Describe(Input.Name, Input.Kind, Input.Municipality, Input.Email, Input.Phone), texts, "Input.Name"))
            return Page();
        db.Expect(Unit, Input.Revision);
        await db.SaveChangesAsync();
        TempData.Say(texts["Structure.Unit.Saved", Unit.Name]);
        return Redirect($"/organisation/{slug}");
    }

    private async Task<bool> Find(string slug)
    {
        if (await db.Units.Within(me.Where(Permission.EditStructure)).SingleOrDefaultAsync(u => u.Slug == slug) is not { } unit)
            return false;
        Unit = unit;
        Groups = await db.Groups.Where(g => g.UnitId == unit.Id).OrderBy(g => g.Name).Select(g => g.Name).ToListAsync();
        return true;
    }

    internal sealed class Form
    {
        [Required, StringLength(Unit.LongestName)]
        public string Name { get; set; } = "";

        [EnumDataType(typeof(UnitKind))]
        public UnitKind Kind { get; set; }

        [StringLength(Unit.LongestMunicipality)]
        public string? Municipality { get; set; }

        [EmailAddress, StringLength(254)]
        public string? Email { get; set; }

        [StringLength(40)]
        public string? Phone { get; set; }

        public ColourChoice Colour { get; set; } = new();

        public int Revision { get; set; }
    }
}
