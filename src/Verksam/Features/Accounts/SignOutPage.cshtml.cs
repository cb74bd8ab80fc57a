using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Accounts;

[AllowAnonymous]
internal sealed class SignOutPage(Texts texts) : PageModel
{
    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        await Session.End(HttpContext);
        TempData.Say(texts["Accounts.SignOut.Done"]);
        return Redirect("/logga-in");
    }
}
