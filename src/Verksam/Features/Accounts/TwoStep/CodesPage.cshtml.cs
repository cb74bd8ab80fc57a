using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Accounts.TwoStep;

/// <summary>One's one-time codes: on with a picture and a code, off with a code, and the recovery codes.</summary>
[Requires(Permission.None)]
[EnableRateLimiting(Limits.SignIn)]
internal sealed class CodesPage(AppDb db, CurrentUser me, SecondSteps steps, Strength strength, Texts texts) : PageModel
{
    private const string Here = "/konto/engangskoder";

    [BindProperty]
    public StepForm Input { get; set; } = new();

    /// <summary>Protected: it goes with the form, so that opening the page writes nothing.</summary>
    [BindProperty]
    public string? Secret { get; set; }

    public SecondStep? Second { get; private set; }

    /// <summary>The recovery codes, this once.</summary>
    public IReadOnlyList<string> Shown { get; private set; } = [];

    public bool MustUseTheOther { get; private set; }

    private Account Account { get; set; } = null!;

    private string Plain => steps.Read(Secret!)!;

    /// <summary>In groups of four, for who types it.</summary>
    public string Letters => string.Join(' ', Plain.Chunk(4).Select(c => new string(c)));

    public string Picture => CodeDrawing.Of(CodePicture.Address(Plain, Account.Email!)).Value!;

    public async Task OnGet()
    {
        Account = await db.Users.SingleAsync(a => a.PersonId == new Id<Person>(me.PersonId));
        Second = await steps.Of(Account);
        MustUseTheOther = await strength.MustUseTheOther(Account);
        if (Secret is null || steps.Read(Secret) is null)
            Secret = steps.NewSecret();
    }

    public async Task<IActionResult> OnPost()
    {
        await OnGet();
        if (Second is not null || MustUseTheOther)
            return Redirect(Here);
        if (!ModelState.IsValid)
            return Page();
        var codes = steps.TurnOn(Account, Secret!, Input.Code);
        if (codes is null)
            return Refused(AccountRefusals.WrongStep);
        await strength.Grow(Account, User);
        await strength.EndOthers(Account, User);
        await db.SaveChangesAsync();
        Shown = codes;
        return Page();
    }

    public Task<IActionResult> OnPostRecovery() => WithCode(second => Shown = steps.NewRecoveryCodes(Account, second));

    public Task<IActionResult> OnPostOff() => WithCode(second =>
    {
        steps.TurnOff(Account, second);
        TempData.Say(texts["Accounts.TwoStep.TurnedOff"]);
    });

    private async Task<IActionResult> WithCode(Action<SecondStep> act)
    {
        await OnGet();
        if (Second is not { } second || !ModelState.IsValid)
            return Page();
        var refusal = steps.Take(Account, second, Input.Code);
        if (refusal is null)
            act(second);
        await db.SaveChangesAsync();
        return refusal is not null ? Refused(refusal) : Shown.Count > 0 ? Page() : Redirect(Here);
    }

    private PageResult Refused(Refusal refusal)
    {
        ModelState.Refuses(refusal, texts, "Input.Code");
        return Page();
    }
}
