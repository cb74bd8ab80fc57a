using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Living;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Planning.Versions;

/// <summary>Takes a version that was put aside for another back, with its amendments; the other is put aside instead.</summary>
[Requires(Permission.EditPlan)]
internal sealed class TakeBackPage(AppDb db, CurrentUser me, PlanPlaces places, Texts texts) : PageModel
{
    public async Task<IActionResult> OnGet(Id<PlanVersion> id) =>
        await Find(id) is { } version ? Redirect($"{await places.Of(await PlanOf(version))}/versioner") : NotFound();

    public async Task<IActionResult> OnPost(Id<PlanVersion> id)
    {
        if (await Find(id) is not { } version)
            return NotFound();
        var versions = await db.PlanVersions.Where(v => v.PlanId == version.PlanId).ToListAsync();
        var open = versions.Find(v => v.State is VersionState.Draft or VersionState.Proposal);
        open?.Discard();
        version.TakeBack(NextVersion.Free(versions));
        await db.SaveChangesAsync();
        TempData.Say(texts["Planning.TakeBack.Done", version.SourceName], open is null ? null : $"/planen/ta-tillbaka/{open.Id}");
        return Redirect(version.State == VersionState.Draft ? $"/planen/granska/{id}" : $"/planen/forslag/{id}");
    }

    private Task<PlanVersion?> Find(Id<PlanVersion> id) => db.PlanVersions.EditableBy(me, db).SingleOrDefaultAsync(v => v.Id == id && v.State == VersionState.Discarded);

    private Task<Plan> PlanOf(PlanVersion version) => db.Plans.SingleAsync(p => p.Id == version.PlanId);
}
