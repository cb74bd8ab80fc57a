using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Verksam.Kernel;

namespace Verksam.Features;

/// <summary>Sends everybody to where they belong.</summary>
[Requires(Permission.SeePlan)]
internal sealed class FrontPage : PageModel
{
    public IActionResult OnGet() => Redirect("/oversikt");
}
