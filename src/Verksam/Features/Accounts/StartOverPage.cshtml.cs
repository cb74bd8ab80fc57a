using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Verksam.Features.Accounts;

/// <summary>For those who come before there is anything to come to, or with a link that a later start has replaced.</summary>
[AllowAnonymous]
internal sealed class StartOverPage(FirstStart start) : PageModel
{
    public async Task<IActionResult> OnGet() => await start.IsDone() ? Redirect("/") : Page();
}
