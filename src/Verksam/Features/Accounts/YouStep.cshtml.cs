using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Accounts;

/// <summary>First start, step 2: the first account. The link stops working when it is done.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.SignIn)]
internal sealed class YouStep(FirstStart start, AppDb db, IPost post, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public string Secret { get; private set; } = "";

    public bool NoMail => post is FolderPost;

    public async Task<IActionResult> OnGet(string secret)
    {
        Secret = secret;
        if (!await start.Opens(secret))
            return Redirect("/kom-igang");
        return await db.Units.AnyAsync() ? Page() : Redirect($"/kom-igang/{secret}");
    }

    public async Task<IActionResult> OnPost(string secret)
    {
        var shown = await OnGet(secret);
        if (shown is not PageResult page)
            return shown;
        if (!ModelState.IsValid)
            return page;
        var password = string.IsNullOrEmpty(Input.Password) ? null : Input.Password;
        var (account, refusal) = await start.CreateAdministrator(Input.Name, Input.Email, password);
        if (ModelState.Refuses(refusal, texts, refusal == AccountRefusals.AlreadyStarted ? "" : "Input.Password") || account is null)
            return page;
        await Session.Begin(HttpContext, account, remember: false);
        return Redirect("/planen/ta-in");
    }

    internal sealed class Form
    {
        [Required, StringLength(120)]
        public string Name { get; set; } = "";

        [Required, EmailAddress, StringLength(254)]
        public string Email { get; set; } = "";

        [StringLength(Passwords.Longest)]
        public string? Password { get; set; }
    }
}
