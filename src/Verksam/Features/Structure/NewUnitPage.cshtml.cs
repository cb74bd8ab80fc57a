using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Structure;

/// <summary>A new part of the organisation, below another.</summary>
[Requires(Permission.EditStructure)]
internal sealed class NewUnitPage(AppDb db, CurrentUser me, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Unit Above { get; private set; } = null!;

    public IEnumerable<SelectListItem> Kinds => UnitPage.KindChoices(texts);

    public async Task<IActionResult> OnGet(string slug)
    {
        if (!await Find(slug))
            return NotFound();
        Input.Kind = Above.KindBelow;
        return Page();
    }

    public async Task<IActionResult> OnPost(string slug)
    {
        if (!await Find(slug))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(await Add(), texts, "Input.Name"))
            return Page();
        await db.SaveChangesAsync();
        TempData.Say(texts["Structure.New.Added", OneLine.Of(Input.Name), Above.Name]);
        return Redirect("/organisation");
    }

    private async Task<Refusal?> Add()
    {
        var unit = Above.Found(Input.Name, Input.Kind);
        if (await db.Units.AnyAsync(u => u.ParentId == Above.Id && u.Name == unit.Name))
            return StructureRefusals.AlreadyThere;
        Tree.Distinguish([unit], await db.Units.Where(u => u.Slug.StartsWith(unit.Slug)).Select(u => u.Slug).ToListAsync());
        db.Units.Add(unit);
        return null;
    }

    private async Task<bool> Find(string slug)
    {
        Above = (await db.Units.Within(me.Where(Permission.EditStructure)).SingleOrDefaultAsync(u => u.Slug == slug))!;
        return Above is not null;
    }

    internal sealed class Form
    {
        [Required, StringLength(Unit.LongestName)]
        public string Name { get; set; } = "";

        [EnumDataType(typeof(UnitKind))]
        public UnitKind Kind { get; set; }
    }
}
