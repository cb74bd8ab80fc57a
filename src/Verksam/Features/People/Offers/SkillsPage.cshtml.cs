using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Fitting;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Offers;

/// <summary>The list of what people are asked whether they can and like.</summary>
[Requires(Permission.EditPeople)]
internal sealed class SkillsPage(AppDb db, CurrentUser me, IEnumerable<IFitting> fittings, OurTime time, Texts texts) : PageModel
{
    private Dictionary<Guid, string> _written = [];

    [BindProperty, StringLength(Skill.LongestName)]
    public string? Name { get; set; }

    [BindProperty]
    public Id<Unit> Unit { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    /// <summary>What a skill may lead to.</summary>
    public IEnumerable<IFitting> Fittings => fittings.OrderBy(f => f.Key, StringComparer.Ordinal);

    public string Written(Row row) => _written.GetValueOrDefault(row.Skill.Id.Value) ?? row.Skill.Name;

    public Task OnGet() => Find();

    public async Task<IActionResult> OnPost()
    {
        await Find();
        if (!UnitChoices.Has(Units, Unit))
            return NotFound();
        var skill = new Skill(Unit, "", Rows.Select(r => r.Skill.Order).DefaultIfEmpty(-1).Max() + 1);
        if (!ModelState.IsValid || ModelState.Refuses(skill.Rename(Name ?? ""), texts, nameof(Name)))
            return Page();
        db.Skills.Add(skill);
        return await Done("Offers.Added", skill.Name);
    }

    public async Task<IActionResult> OnPostRename([FromForm(Name = "names")] Dictionary<Guid, string> names, [FromForm(Name = "leads")] Dictionary<Guid, string?> leads)
    {
        await Find();
        _written = names;
        foreach (var skill in Rows.Select(r => r.Skill).Where(s => names.ContainsKey(s.Id.Value)))
        {
            if (ModelState.Refuses(skill.Rename(names[skill.Id.Value] ?? ""), texts))
                return Page();
            if (leads.TryGetValue(skill.Id.Value, out var to))
                skill.Leads(fittings.FirstOrDefault(f => f.Key == to)?.Key);
        }
        return await Done("Offers.Renamed");
    }

    /// <summary>Not asked for any more; or again. What people have said stays.</summary>
    public async Task<IActionResult> OnPostRetire(Id<Skill> skill)
    {
        await Find();
        if (Rows.FirstOrDefault(r => r.Skill.Id == skill)?.Skill is not { } known)
            return NotFound();
        known.Retire(known.RetiredOn is null ? time.Today : null);
        return await Done(known.RetiredOn is null ? "Offers.Resumed" : "Offers.Retired", known.Name);
    }

    private async Task<IActionResult> Done(string said, params object[] facts)
    {
        await db.SaveChangesAsync();
        TempData.Say(texts[said, facts]);
        return Redirect("/installningar/kan-och-vill");
    }

    private async Task Find()
    {
        var (units, order) = (db.Units.Within(me.Where(Permission.EditPeople)), db.SwedishOrder);
        Units = await UnitChoices.Of(db, me);
        Rows = await (
            from skill in db.Skills
            join unit in units on skill.UnitId equals unit.Id
            orderby unit.Path.Length, EF.Functions.Collate(unit.Name, order), skill.Order, skill.Id
            select new Row(skill, unit.Name, db.PersonSkills.Count(s => s.SkillId == skill.Id && (s.Can || s.Likes)))).ToListAsync();
    }

    /// <param name="People">How many have said something of it.</param>
    internal sealed record Row(Skill Skill, string Unit, int People);
}
