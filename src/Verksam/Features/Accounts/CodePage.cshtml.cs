using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Accounts;

/// <summary>"Look in your e-mail", and the place to type the code.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.SignIn)]
internal sealed class CodePage(SignIn signIn, IPost post, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public string? Email { get; private set; }

    public bool ReadLettersHere => post is FolderPost;

    public void OnGet() => Email = TempData.Peek("email") as string;

    public async Task<IActionResult> OnPost(Id<SignInTicket> id)
    {
        OnGet();
        if (!ModelState.IsValid)
            return Page();
        var entry = await signIn.WithCode(id, Input.Code);
        return ModelState.Refuses(entry.Refusal, texts, "Input.Code") ? Page() : await Session.Enter(this, entry);
    }

    public sealed class Form
    {
        [Required, StringLength(12)]
        public string Code { get; set; } = "";
    }
}
