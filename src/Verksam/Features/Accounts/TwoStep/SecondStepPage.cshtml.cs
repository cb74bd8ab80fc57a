using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Accounts.TwoStep;

/// <summary>After the link or the password: the code from one's own device. Without the first step nobody comes here.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SecondStepPage(AppDb db, SecondSteps steps, Texts texts) : PageModel
{
    [BindProperty]
    public StepForm Input { get; set; } = new();

    public IActionResult OnGet() => Waiting.Of(HttpContext) is null ? Redirect("/logga-in") : Page();

    public async Task<IActionResult> OnPost()
    {
        if (Waiting.Of(HttpContext) is not { } waiting || await Find(waiting) is not { } account)
            return Redirect("/logga-in");
        if (!ModelState.IsValid)
            return Page();
        var refusal = await steps.Of(account) is { } second ? steps.Take(account, second, Input.Code) : AccountRefusals.WrongStep;
        if (refusal is null)
            db.Actor.Is(account.PersonId.Value, "web");
        await db.SaveChangesAsync();
        if (ModelState.Refuses(refusal, texts, "Input.Code"))
            return Page();
        Waiting.End(HttpContext);
        await Session.Begin(HttpContext, account, waiting.Remember, SignInStrength.Two);
        return LocalRedirect(Url.IsLocalUrl(waiting.Till) ? waiting.Till : "/");
    }

    private Task<Account?> Find(Waiting waiting) => db.Users.SingleOrDefaultAsync(a => a.Id == waiting.Account && a.SecurityStamp == waiting.Stamp);
}

/// <summary>A code of the moment, or a recovery code.</summary>
internal sealed class StepForm
{
    [Required, StringLength(20)]
    public string Code { get; set; } = "";
}
