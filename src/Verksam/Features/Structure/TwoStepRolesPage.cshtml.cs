using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Structure;

/// <summary>Which roles give what they give only to who came in with two factors. For an administrator of the whole.</summary>
[Requires(Permission.Administer)]
internal sealed class TwoStepRolesPage(AppDb db, CurrentUser me, Texts texts) : PageModel
{
    public IReadOnlyList<Role> Roles { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!await db.Units.AnyAsync(u => u.ParentId == null && me.Where(Permission.Administer).Select(g => g.Path).Contains(u.Path)))
            return NotFound();
        Roles = await db.Roles.OrderBy(r => r.Order).ToListAsync();
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid[] chosen)
    {
        if (await OnGet() is not PageResult page)
            return NotFound();
        // whoever asks it of others, perhaps of oneself, has shown that it works
        if (ModelState.Refuses(chosen.Length > 0 && !me.CameInTwoSteps ? StructureRefusals.OneStepOnly : null, texts))
            return page;
        foreach (var role in Roles)
            role.InTwoSteps = chosen.Contains(role.Id.Value);
        await db.SaveChangesAsync();
        TempData.Say(texts["Structure.TwoStep.Saved"]);
        return Redirect("/installningar/tva-steg");
    }
}
