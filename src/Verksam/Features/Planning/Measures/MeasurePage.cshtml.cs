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

    /// <summary>Sort by sort, under a heading; null when the measure has none.</summary>
    public (string Heading, IReadOnlyList<Part> Each)? BySort { get; private set; }

    public IReadOnlyList<RowsBehind.Row> Rows { get; private set; } = [];

    public bool NamesShown => Rows.Any(r => r.Name is not null);

    public bool CanAdd => _measure is SeriesMeasure && me.Can(Permission.EditPlan, _unit.Path);

    public async Task<IActionResult> OnGet(string slug)
    {
        if (!await Find(slug))
            return NotFound();
        Input.Day = time.Today;
        Rows = await parts.Rows.Of(_measure, _unit.Id, me, HttpContext.RequestAborted);
        if (_measure is IBySort sorted)
            BySort = (texts[sorted.Sorts], await Sorted(sorted));
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

    private async Task<IReadOnlyList<Part>> Sorted(IBySort measure)
    {
        var (units, today) = (await parts.Figures.Below(_unit.Id), time.Today);
        var now = await measure.BySort(units, new DateOnly(today.Year, 1, 1), today, HttpContext.RequestAborted);
        var before = await measure.BySort(units, new DateOnly(today.Year - 1, 1, 1), today.AddYears(-1), HttpContext.RequestAborted);
        return [.. now.Concat(before).Select(s => s.Name).Distinct(StringComparer.Ordinal).Select(name => new Part(name, Of(now, name), Of(before, name)))];

        static Figure? Of(IReadOnlyList<Sort> sorts, string name) => sorts.FirstOrDefault(s => s.Name == name)?.Figure;
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

/// <summary>A measure part by part, or sort by sort, today and on the same day last year.</summary>
/// <param name="First">What the first column is.</param>
internal sealed record PartByPart(string Id, string Heading, string First, IReadOnlyList<MeasurePage.Part> Each);
