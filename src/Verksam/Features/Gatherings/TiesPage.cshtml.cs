using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Gatherings;

/// <summary>Which commitments of the plan a gathering carries out: those that may well be, and all the others.</summary>
[Requires(Permission.Arrange)]
internal sealed class TiesPage(AppDb db, CurrentUser me, Promises promises, Texts texts) : PageModel
{
    public Gathering Gathering { get; private set; } = null!;
    public IReadOnlyList<Promises.Promised> All { get; private set; } = [];
    public IReadOnlyList<Promises.Promised> Suggested { get; private set; } = [];
    public IReadOnlySet<Id<Commitment>> Tied { get; private set; } = new HashSet<Id<Commitment>>();

    public async Task<IActionResult> OnGet(Id<Gathering> id) => await Find(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Id<Gathering> id, [FromForm(Name = "valda")] List<Id<Commitment>> chosen)
    {
        if (!await Find(id) || chosen.Exists(c => All.All(p => p.Id != c)))
            return NotFound();
        var before = await db.GatheringTies.Where(t => t.GatheringId == id).ToListAsync();
        db.GatheringTies.RemoveRange(before.Where(t => All.Any(p => p.Id == t.CommitmentId) && !chosen.Contains(t.CommitmentId)));
        db.GatheringTies.AddRange(chosen.Distinct().Where(c => before.TrueForAll(t => t.CommitmentId != c)).Select(c => new GatheringTie(id, c)));
        await db.SaveChangesAsync();
        TempData.Say(texts["Gatherings.Ties.Saved"]);
        return Redirect($"/aktiviteter/{id}");
    }

    private async Task<bool> Find(Id<Gathering> id)
    {
        if (await db.Gatherings.AsNoTracking().EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return false;
        var units = await db.CoArrangers.Where(c => c.GatheringId == id).Select(c => c.UnitId).ToListAsync();
        Gathering = gathering;
        Tied = (await db.GatheringTies.Where(t => t.GatheringId == id).Select(t => t.CommitmentId).ToListAsync()).ToHashSet();
        All = await promises.Of(OurTime.DayOf(gathering.Starts).Year, [gathering.UnitId, .. units]);
        Suggested = [.. promises.Suggested(All, $"{gathering.Title} {gathering.Lead}", gathering.Kind).Where(p => !Tied.Contains(p.Id))];
        return true;
    }
}
