using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Planning.Measures;

/// <summary>One measure: part by part, and the rows behind it. Names only for those who may see people, and then it is noted.</summary>
[Requires(Permission.SeePlan)]
internal sealed class MeasurePage(AppDb db, CurrentUser me, MeasurePage.Parts parts, OurTime time, Texts texts) : PageModel
{
    private const int MostRows = 200;

    private Unit _unit = null!;
    private IMeasure _measure = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    public MeasurePanel Panel { get; private set; } = null!;
    public IReadOnlyList<Part> ByUnit { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool NamesShown => Rows.Any(r => r.Name is not null);

    public bool CanAdd => _measure is SeriesMeasure && me.Can(Permission.EditPlan, _unit.Path);

    public async Task<IActionResult> OnGet(string code)
    {
        if (!await Find(code))
            return NotFound();
        Input.Day = time.Today;
        await ReadRows();
        return Page();
    }

    public async Task<IActionResult> OnPost(string code)
    {
        if (!await Find(code) || !CanAdd)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var series = (await db.Series.ToListAsync()).Single(s => s.Code == code);
        db.SeriesPoints.Add(new SeriesPoint(series.Id, Input.Day, Input.Value!.Value, new Id<Person>(me.PersonId)));
        await db.SaveChangesAsync();
        TempData.Say(texts["Planning.Measures.Saved"]);
        return Redirect($"/matt/{Uri.EscapeDataString(code)}");
    }

    private async Task<bool> Find(string code)
    {
        if (await db.Units.SingleOrDefaultAsync(u => u.ParentId == null) is not { } root || await parts.Figures.Find(code) is not { } measure)
            return false;
        (_unit, _measure) = (root, measure);
        Panel = (await parts.Panels.Of(root.Id)).Single(p => p.Code == code);
        var now = await parts.Figures.ByUnit(measure, root.Id, time.Today);
        var before = await parts.Figures.ByUnit(measure, root.Id, time.Today.AddYears(-1));
        var names = await db.Units.OrderBy(u => u.Path.Length).ThenBy(u => u.Name).Select(u => new { u.Id, u.Name }).ToListAsync();
        ByUnit = [.. names.Where(u => now.ContainsKey(u.Id) || before.ContainsKey(u.Id)).Select(u => new Part(u.Name, now.GetValueOrDefault(u.Id), before.GetValueOrDefault(u.Id)))];
        return true;
    }

    private async Task ReadRows()
    {
        var rows = await _measure.Rows(await parts.Figures.Below(_unit.Id), new DateOnly(time.Today.Year, 1, 1), time.Today, MostRows, HttpContext.RequestAborted);
        var ids = rows.Where(r => r.Person is not null).Select(r => new Id<Person>(r.Person!.Value)).ToList();
        var names = await db.People.VisibleTo(me, db).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id.Value, p => p.Name);
        Rows = [.. rows.Select(r => new Row(r.Day, r.What, r.Person is { } person ? names.GetValueOrDefault(person) : null))];
        if (names.Keys.All(id => id == me.PersonId))
            return;
        db.Audit.Add(new AuditEntry(AuditKind.Read, nameof(IMeasure), Guid.Empty, db.Actor, time.Now, $"{{\"measure\":[\"{_measure.Code}\",\"{names.Count}\"]}}"));
        await db.SaveChangesAsync();
    }

    internal sealed record Part(string Name, Figure? Now, Figure? Before);

    internal sealed record Row(DateOnly Day, string What, string? Name);

    /// <summary>What the page asks.</summary>
    internal sealed class Parts(Figures figures, MeasurePanels panels)
    {
        public Figures Figures => figures;
        public MeasurePanels Panels => panels;
    }

    internal sealed class Form
    {
        public DateOnly Day { get; set; }

        [Required, Range(-10_000_000, 10_000_000)]
        public decimal? Value { get; set; }
    }
}
