using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.Accounts.TwoStep;

/// <summary>How strong the session is in which somebody changes the ways in, and what that lets one do.</summary>
internal sealed class Strength(AppDb db, CurrentUser me)
{
    public async Task<bool> HasTwoSteps(Account account) =>
        await db.SecondSteps.AnyAsync(s => s.AccountId == account.Id) || await db.UserPasskeys.AnyAsync(p => p.UserId == account.Id);

    /// <summary>
    /// Whoever has only a mailbox or a password must not get at what a role keeps behind two steps by adding, or taking away, a second step of another's.
    /// </summary>
    public async Task<bool> MustUseTheOther(Account account) => me.Withheld.Count > 0 && await HasTwoSteps(account);

    /// <summary>The first second step of an account was just shown to be there: the session need not be begun anew.</summary>
    public async Task Grow(Account account, ClaimsPrincipal user)
    {
        if (!await HasTwoSteps(account) && await Here(account, user) is { } session)
            session.Grow();
    }

    public async Task EndOthers(Account account, ClaimsPrincipal user)
    {
        var here = await Here(account, user);
        foreach (var session in await db.SignInSessions.Where(s => s.AccountId == account.Id && s.EndedAt == null).ToListAsync())
        {
            if (session != here)
                session.End(db.Clock.GetUtcNow());
        }
    }

    private async Task<SignInSession?> Here(Account account, ClaimsPrincipal user) =>
        Id<SignInSession>.TryParse(user.FindFirstValue(ClaimTypes.Sid), null, out var id)
            ? await db.SignInSessions.SingleOrDefaultAsync(s => s.Id == id && s.AccountId == account.Id) : null;
}
