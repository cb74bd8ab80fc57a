using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Accounts;

/// <summary>The way in: a link by e-mail, or a password.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.SignIn)]
internal sealed class SignInPage(SignIn signIn, CurrentUser me, IDemoPeople demo, Installation installation, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Where the person was going; only inside the house.</summary>
    [BindProperty(Name = "till", SupportsGet = true)]
    public string? Till { get; set; }

    public bool HasPasskeys => installation.PasskeyDomain is not null;

    public bool PasswordTried { get; private set; }

    public IReadOnlyList<DemoPerson> DemoPeople { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (me.IsKnown) // a cookie whose session has ended is nobody's
            return Onward();
        if (!await signIn.AnybodyCan())
            return Redirect("/kom-igang");
        DemoPeople = await demo.All();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!string.IsNullOrEmpty(Input.Password))
            return await OnPostPassword(); // the Enter key presses the first button, whichever field one is in
        if (!ModelState.IsValid)
            return await OnGet();
        var ticket = await signIn.SendLink(Input.Email, Input.Remember, Url.IsLocalUrl(Till) ? Till : null);
        TempData["email"] = Input.Email;
        return Redirect($"/logga-in/kod/{ticket}");
    }

    public async Task<IActionResult> OnPostPassword()
    {
        PasswordTried = true;
        var (account, refusal) = ModelState.IsValid ? await signIn.WithPassword(Input.Email, Input.Password ?? "") : (null, null);
        if (account is null)
        {
            ModelState.Refuses(refusal, texts, "Input.Password");
            return await OnGet();
        }
        return await Session.Enter(this, account, Input.Remember, Till);
    }

    public async Task<IActionResult> OnPostDemo([FromForm] string email)
    {
        if (await demo.Find(email) is not { } account)
            return NotFound();
        return await Session.Enter(this, account, remember: false, Till);
    }

    private IActionResult Onward() => LocalRedirect(Url.IsLocalUrl(Till) ? Till! : "/");

    public sealed class Form
    {
        [Required, EmailAddress, StringLength(254)]
        public string Email { get; set; } = "";

        [StringLength(Passwords.Longest)]
        public string? Password { get; set; }

        public bool Remember { get; set; }
    }
}
