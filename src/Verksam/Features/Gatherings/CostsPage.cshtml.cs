using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings;

/// <summary>What a gathering has cost, row by row, against what may be spent.</summary>
[Requires(Permission.Arrange)]
internal sealed class CostsPage(AppDb db, CurrentUser me, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Gathering Gathering { get; private set; } = null!;
    public IReadOnlyList<GatheringCost> Costs { get; private set; } = [];
    public decimal Sum => Costs.Sum(c => c.Amount);

    public async Task<IActionResult> OnGet(Id<Gathering> id) => await Find(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(Costs.Count >= GatheringCost.Most ? GatheringRefusals.TooMany : null, texts))
            return Page();
        if (Costs.All(c => c.Id != Input.Asked)) // one that is there already was sent twice
            await Keep(new GatheringCost(id, Input.What, Input.Amount!.Value, Input.Asked));
        return Redirect($"/aktiviteter/{id}/kostnader");
    }

    private async Task Keep(GatheringCost cost)
    {
        try
        {
            db.GatheringCosts.Add(cost);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException before) when (Database.IsBefore(before))
        {
            db.ChangeTracker.Clear();
        }
    }

    public async Task<IActionResult> OnPostRemove(Id<Gathering> id, Id<GatheringCost> cost)
    {
        if (!await Find(id) || Costs.FirstOrDefault(c => c.Id == cost) is not { } found)
            return NotFound();
        db.GatheringCosts.Remove(found);
        await db.SaveChangesAsync();
        TempData.Say(texts["Gatherings.Cost.Removed", found.What]);
        return Redirect($"/aktiviteter/{id}/kostnader");
    }

    private async Task<bool> Find(Id<Gathering> id)
    {
        if (await db.Gatherings.AsNoTracking().EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return false;
        (Gathering, Costs) = (gathering, await db.GatheringCosts.Where(c => c.GatheringId == id).OrderBy(c => c.Id).ToListAsync());
        return true;
    }

    internal sealed class Form
    {
        public Id<GatheringCost>? Asked { get; set; }

        [Required, StringLength(GatheringCost.LongestWhat)]
        public string What { get; set; } = "";

        [Required, Amount(0, 100_000_000)]
        public decimal? Amount { get; set; }
    }
}
