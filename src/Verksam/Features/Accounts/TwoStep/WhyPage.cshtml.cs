using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Accounts.TwoStep;

/// <summary>Why somebody does not come in with one step, and what to do about it.</summary>
[Requires(Permission.None)]
internal sealed class WhyPage(AppDb db, CurrentUser me, Strength strength, Texts texts) : PageModel
{
    public bool HasOne { get; private set; }

    public string Roles => texts.And([.. me.Withheld.Select(g => g.RoleName).Distinct(StringComparer.Ordinal)]);

    public async Task<IActionResult> OnGet()
    {
        if (me.Withheld.Count == 0)
            return Redirect("/konto");
        HasOne = await strength.HasTwoSteps(await db.Users.SingleAsync(a => a.PersonId == new Id<Person>(me.PersonId)));
        return Page();
    }
}
