using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Listing;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Export;

/// <summary>Takes a list out as a file that an import reads: a unit and those below it, or those who were chosen in a list.</summary>
[Requires(Permission.ExportPeople)]
internal sealed class ExportPage(AppDb db, CurrentUser me, ChosenPeople chosen, Exporting exporting, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>A choice made in a list.</summary>
    [BindProperty(Name = "val", SupportsGet = true)]
    public Guid? Choice { get; set; }

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public IEnumerable<SelectListItem> Choices => Units.Select(u => new SelectListItem(u.Name, u.Id.ToString()));
    public IEnumerable<SelectListItem> Formats => Enum.GetValues<TableFormat>().Select(f => new SelectListItem(texts[$"Export.Format.{f}"], f.ToString()));

    /// <summary>How many a choice holds that one may take out.</summary>
    public int? Chosen { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        Units = await db.Units.AsNoTracking().Within(me.Where(Permission.ExportPeople)).OrderBy(u => u.Path.Length).ThenBy(u => u.Name).ToListAsync();
        if (Choice is null)
            return Page();
        if (await chosen.Of(Choice) is not { } people)
            return NotFound();
        Chosen = await Mine(people).CountAsync();
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancelled)
    {
        await OnGet();
        var unit = Choice is null ? Units.FirstOrDefault(u => u.Id == Input.Unit) : Units is [var first, ..] ? first : null;
        if (unit is null || Choice is not null && Chosen is null)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var people = Choice is null ? db.People.VisibleTo(me, db).Where(p => db.Units.Any(u => u.Id == p.UnitId && u.Path.StartsWith(unit.Path))) : (await chosen.Of(Choice))!;
        var (file, _) = await exporting.Make(Mine(people), unit.Id, Input.Format, cancelled);
        return File(file, Exporting.ContentType(Input.Format), $"{texts["Export.FileName"]}-{unit.Slug}.{Input.Format.ToString().ToLowerInvariant()}");
    }

    // seen is not enough: where one may take lists out
    private IQueryable<Person> Mine(IQueryable<Person> people)
    {
        var units = db.Units.Within(me.Where(Permission.ExportPeople)).Select(u => u.Id);
        return people.Where(p => !p.IsProtected && units.Contains(p.UnitId));
    }

    internal sealed class Form
    {
        public Id<Unit> Unit { get; set; }

        [EnumDataType(typeof(TableFormat))]
        public TableFormat Format { get; set; }
    }
}
