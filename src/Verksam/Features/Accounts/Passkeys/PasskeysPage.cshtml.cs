using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Accounts.TwoStep;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Accounts.Passkeys;

/// <summary>The devices whose lock lets one in.</summary>
[Requires(Permission.None)]
[EnableRateLimiting(Limits.SignIn)]
internal sealed class PasskeysPage(AppDb db, CurrentUser me, PasskeyRing ring, Installation installation, Texts texts) : PageModel
{
    public IReadOnlyList<UserPasskeyInfo> Keys { get; private set; } = [];

    public bool CanBeMade => installation.PasskeyDomain is not null;

    private Account Account { get; set; } = null!;

    public async Task OnGet()
    {
        Account = await db.Users.SingleAsync(a => a.PersonId == new Id<Person>(me.PersonId));
        Keys = [.. (await ring.Of(Account)).OrderBy(k => k.CreatedAt)];
    }

    public async Task<IActionResult> OnPostOptions()
    {
        await OnGet();
        return new JsonResult(await ring.OfferNew(Account, me.Name));
    }

    public async Task<IActionResult> OnPost(Id<PasskeyChallenge> challenge, string credential, [FromServices] Strength strength)
    {
        await OnGet();
        if (ModelState.Refuses(await Refuses(strength), texts))
            return Page();
        await strength.Grow(Account, User); // saved with the key or not at all
        if (ModelState.Refuses(await ring.Add(Account, challenge, credential ?? ""), texts))
            return Page();
        TempData.Say(texts["Accounts.Passkeys.Saved"]);
        return Redirect("/konto/nycklar");
    }

    public async Task<IActionResult> OnPostRemove(string id, [FromServices] Strength strength)
    {
        await OnGet();
        if (ModelState.Refuses(await Refuses(strength), texts))
            return Page();
        await ring.Remove(Account, id);
        TempData.Say(texts["Accounts.Passkeys.Removed"]);
        return Redirect("/konto/nycklar");
    }
    private async Task<Refusal?> Refuses(Strength strength) => await strength.MustUseTheOther(Account) ? AccountRefusals.UseTheOther : null;
}
