using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Verksam.Features.Accounts;

[AllowAnonymous]
internal sealed class SignOutPage : PageModel
{
    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        await HttpContext.SignOutAsync(Session.Scheme);
        return Redirect("/logga-in");
    }
}
