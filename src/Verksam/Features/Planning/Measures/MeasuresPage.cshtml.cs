using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Planning.Measures;

/// <summary>Every figure that the plan can follow, and the ones kept by hand.</summary>
[Requires(Permission.SeePlan)]
internal sealed class MeasuresPage(AppDb db, CurrentUser me, MeasurePanels panels, Figures figures, Texts texts) : PageModel
{
    private Unit? _unit;

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<MeasurePanel> Panels { get; private set; } = [];

    public bool CanEdit => _unit is not null && me.Can(Permission.EditPlan, _unit.Path);

    public async Task OnGet()
    {
        _unit = await db.Units.SingleOrDefaultAsync(u => u.ParentId == null);
        Panels = _unit is null ? [] : await panels.Of(_unit.Id);
    }

    public async Task<IActionResult> OnPost()
    {
        _unit = await db.Units.SingleOrDefaultAsync(u => u.ParentId == null);
        if (!CanEdit)
            return NotFound();
        if (!ModelState.IsValid)
        {
            await OnGet();
            return Page();
        }
        var series = new Series(_unit!.Id, Input.Name, Input.Adds);
        db.Series.Add(series);
        await db.SaveChangesAsync();
        TempData.Say(texts["Planning.Measures.Created"]);
        return Redirect($"/matt/{(await figures.Find(series.Code))!.Slug}");
    }

    internal sealed class Form
    {
        [Required, StringLength(120)]
        public string Name { get; set; } = "";

        public bool Adds { get; set; } = true;
    }
}
