using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Accounts.Passkeys;

/// <summary>Where the sign-in page's script takes the device's answer; opened by itself it leads back.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.SignIn)]
internal sealed class PasskeyEntryPage(PasskeyRing ring, Texts texts) : PageModel
{
    public IActionResult OnGet() => Redirect("/logga-in");

    public async Task<IActionResult> OnPostOptions() => new JsonResult(await ring.OfferEntry());

    public async Task<IActionResult> OnPost(Id<PasskeyChallenge> challenge, string credential, string? till, bool remember)
    {
        var (account, refusal) = await ring.Enter(challenge, credential ?? "");
        if (ModelState.Refuses(refusal, texts) || account is null)
            return Page();
        await Session.Begin(HttpContext, account, remember, SignInStrength.Two);
        return LocalRedirect(Url.IsLocalUrl(till) ? till : "/");
    }
}
