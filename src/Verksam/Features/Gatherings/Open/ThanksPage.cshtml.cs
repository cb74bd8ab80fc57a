using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Open;

/// <summary>After somebody has signed up: the rest stands in the letter. It says the same to everybody, so that nobody learns from it who comes.</summary>
[AllowAnonymous]
internal sealed class ThanksPage(AppDb db) : PageModel
{
    public Gathering Gathering { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (await db.Gatherings.AsNoTracking().Public().SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return NotFound();
        Gathering = gathering;
        return Page();
    }
}
