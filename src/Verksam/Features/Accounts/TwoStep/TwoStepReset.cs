using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;

namespace Verksam.Features.Accounts.TwoStep;

/// <summary>For who has lost the device: no codes, no passkeys, and out everywhere. The letter or the password is the way in again.</summary>
internal static class TwoStepReset
{
    public static async Task Of(Account account, AppDb db)
    {
        db.SecondSteps.RemoveRange(await db.SecondSteps.Where(s => s.AccountId == account.Id).ToListAsync());
        db.UserPasskeys.RemoveRange(await db.UserPasskeys.Where(p => p.UserId == account.Id).ToListAsync());
        foreach (var session in await db.SignInSessions.Where(s => s.AccountId == account.Id && s.EndedAt == null).ToListAsync())
            session.End(db.Clock.GetUtcNow());
        account.EndSessions();
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        db.Note(AuditKind.Removed, SecondSteps.What, account.PersonId.Value);
        db.Letters.Add(TwoStepLetter.Write(account, TwoStepNews.Reset, db.Clock.GetUtcNow()));
    }
}
