using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Accounts;

/// <summary>One's own way in: password, language, and out everywhere.</summary>
[Requires(Permission.None)]
[EnableRateLimiting(Limits.SignIn)]
internal sealed class AccountPage(AppDb db, CurrentUser me, IPasswordHasher<Account> hasher, TimeProvider clock, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Account Account { get; private set; } = null!;
    public string Name => me.Name;
    public bool HasPassword => Account.PasswordHash is not null;
    public string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public async Task OnGet() => Account = await db.Users.SingleAsync(a => a.PersonId == new Id<Person>(me.PersonId));

    public async Task<IActionResult> OnPostPassword()
    {
        await OnGet();
        if (!ModelState.IsValid
            || ModelState.Refuses(Passwords.Check(Account, Input.Current ?? "", hasher), texts, "Input.Current")
            || ModelState.Refuses(Passwords.Set(Account, Input.New, hasher), texts, "Input.New"))
            return Page();
        await EndAll();
        await db.SaveChangesAsync();
        var session = await HttpContext.AuthenticateAsync(Session.Scheme);
        await Session.Begin(HttpContext, Account, session.Properties?.IsPersistent == true, me.CameInTwoSteps ? SignInStrength.Two : SignInStrength.One);
        TempData.Say(texts["Accounts.Mine.PasswordSaved"]);
        return Redirect("/konto");
    }

    public async Task<IActionResult> OnPostReminders(bool pause)
    {
        await OnGet();
        Account.RemindersPaused = pause;
        db.Note(AuditKind.Changed, nameof(Account), me.PersonId);
        await db.SaveChangesAsync();
        TempData.Say(texts[pause ? "Accounts.Mine.Paused" : "Accounts.Mine.Unpaused"]);
        return Redirect("/konto");
    }

    public async Task<IActionResult> OnPostEverywhere()
    {
        await OnGet();
        Account.EndSessions();
        await EndAll();
        await db.SaveChangesAsync();
        await HttpContext.SignOutAsync(Session.Scheme);
        TempData.Say(texts["Accounts.Mine.OutEverywhere"]);
        return Redirect("/logga-in");
    }

    private async Task EndAll()
    {
        foreach (var session in await db.SignInSessions.Where(s => s.AccountId == Account.Id && s.EndedAt == null).ToListAsync())
            session.End(clock.GetUtcNow());
    }

    internal sealed class Form
    {
        [StringLength(Passwords.Longest)]
        public string? Current { get; set; }

        [StringLength(1_000)]
        public string New { get; set; } = "";
    }
}
