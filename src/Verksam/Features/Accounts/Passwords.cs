using Microsoft.AspNetCore.Identity;
using Verksam.Kernel;

namespace Verksam.Features.Accounts;

/// <summary>
/// What a password must be: long, and not one that everybody tries. No rules about signs (NIST SP 800-63B 3.1.1.2).
/// </summary>
internal static class Passwords
{
    public const int Shortest = 12;
    public const int Longest = 200;

    private static readonly string[] Common =
        ["password", "lösenord", "losenord", "qwerty", "123456", "sommar", "välkommen", "valkommen", "abc123", "verksam", "hemligt"];

    public static Refusal? Refuses(string password)
    {
        if (password.Length is < Shortest or > Longest)
            return AccountRefusals.PasswordTooShort;
        var rest = Common.Aggregate(password.ToLowerInvariant(), (left, word) => left.Replace(word, "", StringComparison.Ordinal));
        var distinct = rest.Distinct().Count();
        return rest.Length < 6 || distinct < 4 ? AccountRefusals.PasswordCommon : null;
    }

    /// <summary>Whoever changes a password knows the one there is; where there is none, being signed in is enough.</summary>
    public static Refusal? Check(Account account, string current, IPasswordHasher<Account> hasher) =>
        account.PasswordHash is not { } hash || hasher.VerifyHashedPassword(account, hash, current) != PasswordVerificationResult.Failed
            ? null : AccountRefusals.WrongCurrentPassword;

    public static Refusal? Set(Account account, string password, IPasswordHasher<Account> hasher)
    {
        if (Refuses(password) is { } refusal)
            return refusal;
        account.PasswordHash = hasher.HashPassword(account, password);
        account.EndSessions();
        return null;
    }
}
