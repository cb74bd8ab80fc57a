using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OtpNet;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;

namespace Verksam.Features.Accounts.TwoStep;

/// <summary>Turns the second step of an account on and off, and takes its codes. Whatever happens is noted and told by letter; nothing here saves.</summary>
internal sealed class SecondSteps(AppDb db, IDataProtectionProvider protection, Installation installation, OutboxBell bell)
{
    /// <summary>What the trail calls it.</summary>
    public const string What = "SecondStep";

    public const string RecoveryWhat = "RecoveryCode";

    public const string RestWhat = "SecondStepRest";

    private const int SecretBytes = 20; // as long as the hash that is used (RFC 4226, 4)

    private readonly IDataProtector _box = protection.CreateProtector("second step");

    // a phone goes by the true time, also beside a demo that lives in another month
    private DateTimeOffset Now => (installation.IsDemo ? TimeProvider.System : db.Clock).GetUtcNow();

    public Task<SecondStep?> Of(Account account) => db.SecondSteps.SingleOrDefaultAsync(s => s.AccountId == account.Id);

    /// <summary>A new secret, as it is kept.</summary>
    public string NewSecret() => _box.Protect(Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(SecretBytes)));

    /// <summary>The secret in letters, as apps take it; null when it was not protected here.</summary>
    public string? Read(string secret)
    {
        try
        {
            return _box.Unprotect(secret);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null; // the form's field was changed on its way
        }
    }

    /// <summary>On, when the code shows that the device has the secret; then the recovery codes.</summary>
    public IReadOnlyList<string>? TurnOn(Account account, string secret, string code)
    {
        if (Read(secret) is not { } letters || SecondStep.StepOf(code, Base32Encoding.ToBytes(letters), Now) is not { } step)
            return null;
        var second = new SecondStep(account.Id, secret, step, Now);
        db.SecondSteps.Add(second);
        Tell(account, TwoStepNews.On, AuditKind.Created, What);
        return second.NewRecoveryCodes();
    }

    /// <summary>Save afterwards whatever the answer: a wrong code is counted.</summary>
    public Refusal? Take(Account account, SecondStep second, string typed)
    {
        switch (second.Take(typed, Base32Encoding.ToBytes(_box.Unprotect(second.Secret)), Now))
        {
            case StepAnswer.ByCode:
                return null;
            case StepAnswer.ByRecoveryCode:
                Tell(account, TwoStepNews.Recovery, AuditKind.Removed, RecoveryWhat);
                return null;
            case StepAnswer.WrongAndRests:
                Tell(account, TwoStepNews.Rest, AuditKind.Created, RestWhat);
                return AccountRefusals.WrongStep;
            default:
                return AccountRefusals.WrongStep;
        }
    }

    public IReadOnlyList<string> NewRecoveryCodes(Account account, SecondStep second)
    {
        Tell(account, TwoStepNews.NewRecovery, AuditKind.Created, RecoveryWhat);
        return second.NewRecoveryCodes();
    }

    public void TurnOff(Account account, SecondStep second)
    {
        db.SecondSteps.Remove(second);
        Tell(account, TwoStepNews.Off, AuditKind.Removed, What);
    }

    private void Tell(Account account, TwoStepNews news, AuditKind kind, string what)
    {
        db.Note(kind, what, account.PersonId.Value);
        db.Letters.Add(TwoStepLetter.Write(account, news, db.Clock.GetUtcNow()));
        bell.Ring();
    }
}
