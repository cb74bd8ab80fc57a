using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Verksam.Kernel;

namespace Verksam.Features;

/// <summary>What a form needs to be taken: asked for when the net is back, by a screen that was made without anybody.</summary>
[Requires(Permission.None)]
internal sealed class TokenPage : PageModel
{
    public IActionResult OnGet([FromServices] IAntiforgery antiforgery) => new JsonResult(new { token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken });
}
