using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Verksam.Kernel;

namespace Verksam.Features;

/// <summary>Sends everybody to where they belong: those who have a duty to how the plan stands, others to what they can do.</summary>
[Requires(Permission.None)]
internal sealed class FrontPage(CurrentUser me) : PageModel
{
    public IActionResult OnGet() => Redirect(me.Withheld.Count > 0 ? "/konto/tva-steg" : me.HasDuty ? "/oversikt" : "/min-sida");
}
