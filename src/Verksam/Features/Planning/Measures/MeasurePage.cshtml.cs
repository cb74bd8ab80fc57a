using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Planning.Measures;

/// <summary>One measure: part by part, and the rows behind it. Names only for those who may see people, and then it is noted.</summary>
[Requires(Permission.SeePlan)]
internal sealed class MeasurePage(AppDb db, CurrentUser me, MeasurePage.Parts parts, OurTime time, Texts texts) : PageModel
{
    private Unit _unit = null!;
    private IMeasure _measure = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    public MeasurePanel Panel { get; private set; } = null!;
    public IReadOnlyList<Part> ByUnit { get; private set; } = [];
    public IReadOnlyList<RowsBehind.Row> Rows { get; private set; } = [];

    public string Said(Figure? figure) => MeasurePanel.Said(figure?.Compared, figure?.Of is not null) ?? texts["Planning.Measures.NotMeasured"];

    public bool NamesShown => Rows.Any(r => r.Name is not null);

    public bool CanAdd => _measure is SeriesMeasure && me.Can(Permission.EditPlan, _unit.Path);

    public async Task<IActionResult> OnGet(string slug)
    {
        if (!await Find(slug))
            return NotFound();
        Input.Day = time.Today;
        Rows = await parts.Rows.Of(_measure, _unit.Id, me, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPost(string slug)
    {
        if (!await Find(slug) || !CanAdd)
            return NotFound();
        if (Input.Day > time.Today)
            ModelState.AddModelError("Input.Day", texts["Planning.Measures.NotYet"]); // it would be kept and seen by nobody
        if (!ModelState.IsValid)
            return Page();
        db.SeriesPoints.Add(new SeriesPoint(((SeriesMeasure)_measure).Series, Input.Day, Input.Value!.Value, new Id<Person>(me.PersonId)));
        await db.SaveChangesAsync();
        TempData.Say(texts["Planning.Measures.Saved"]);
        return Redirect($"/matt/{slug}");
    }

    private async Task<bool> Find(string slug)
    {
        if (await db.Units.SingleOrDefaultAsync(u => u.ParentId == null) is not { } root || await parts.Figures.At(slug) is not { } measure)
            return false;
        (_unit, _measure) = (root, measure);
        Panel = (await parts.Panels.Of(root.Id)).Single(p => p.Slug == slug);
        var now = await parts.Figures.ByUnit(measure, root.Id, time.Today);
        var before = await parts.Figures.ByUnit(measure, root.Id, time.Today.AddYears(-1));
        var names = await db.Units.OrderBy(u => u.Path.Length).ThenBy(u => u.Name).Select(u => new { u.Id, u.Name }).ToListAsync();
        ByUnit = [.. names.Where(u => now.ContainsKey(u.Id) || before.ContainsKey(u.Id)).Select(u => new Part(u.Name, now.GetValueOrDefault(u.Id), before.GetValueOrDefault(u.Id)))];
        return true;
    }

    internal sealed record Part(string Name, Figure? Now, Figure? Before);

    /// <summary>What the page asks.</summary>
    internal sealed class Parts(Figures figures, MeasurePanels panels, RowsBehind rows)
    {
        public Figures Figures => figures;
        public MeasurePanels Panels => panels;
        public RowsBehind Rows => rows;
    }

    internal sealed class Form
    {
        public DateOnly Day { get; set; }

        [Required, Amount(-10_000_000, 10_000_000)]
        public decimal? Value { get; set; }
    }
}
