using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Living;
using Verksam.Kernel;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Planning.Deciding;

/// <summary>The board's meetings about a plan, and the next one.</summary>
[Requires(Permission.EditPlan)]
internal sealed class SittingsPage(AppDb db, Agendas agendas, OurTime time) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Plan Plan { get; private set; } = null!;
    public string PlanUrl { get; private set; } = "";
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGet(int year, string? unit)
    {
        if (!await Find(unit, year))
            return NotFound();
        Input = new Form { Name = Rows is [var last, ..] ? last.Name : "", On = time.Today.AddDays(7) };
        return Page();
    }

    public async Task<IActionResult> OnPost(int year, string? unit)
    {
        if (!await Find(unit, year))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var sitting = await agendas.Call(Plan, Input.Name, Input.On, time.Now);
        await db.SaveChangesAsync();
        return Redirect($"{PlanUrl}/styrelsen/{sitting.Id}");
    }

    private async Task<bool> Find(string? unit, int year)
    {
        if (await agendas.Plan(unit, year) is not var (plan, _, _))
            return false;
        (Plan, PlanUrl) = (plan, PlanPlaces.Of(unit, year));
        Rows = await db.Sittings.Where(s => s.PlanId == plan.Id).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).Take(100)
            .Select(s => new Row(s.Id, s.Name, s.On, db.Matters.Count(m => m.SittingId == s.Id), db.Matters.Count(m => m.SittingId == s.Id && m.State == MatterState.Waiting))).ToListAsync();
        return true;
    }

    internal sealed record Row(Id<Sitting> Id, string Name, DateOnly On, int Matters, int Waiting);

    internal sealed class Form
    {
        [Required, StringLength(Sitting.LongestName)]
        public string Name { get; set; } = "";

        [Day]
        public DateOnly On { get; set; }
    }
}
