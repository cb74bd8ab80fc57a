using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Accounts;

/// <summary>Where the letter's link leads: a button. Following the link does nothing by itself, for mail scanners follow it too.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class LinkPage(SignIn signIn, Texts texts) : PageModel
{
    public void OnGet() { }

    public async Task<IActionResult> OnPost(string link)
    {
        var parts = link.Split('.');
        var known = Id<SignInTicket>.TryParse(parts[0], null, out var ticket) && parts.Length == 2;
        var entry = known ? await signIn.WithToken(ticket, parts[1]) : Entry.Spent;
        return ModelState.Refuses(entry.Refusal, texts) ? Page() : await Session.Enter(this, entry);
    }
}
