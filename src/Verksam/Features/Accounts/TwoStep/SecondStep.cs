using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OtpNet;
using Verksam.Kernel;

namespace Verksam.Features.Accounts.TwoStep;

/// <summary>
/// What an account asks for after the letter or the password: a code of the moment from one's own device (TOTP, RFC 6238), or one of the
/// recovery codes. Each is good once.
/// </summary>
internal sealed class SecondStep : Entity<SecondStep>, IVersioned, IAside
{
    /// <summary>Wrong codes after which none is heard for a while.</summary>
    public const int MostFailures = 5;

    public const int RecoveryCodes = 10;

    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    // no 0, 1, i, l, o: they are read on paper and typed by hand
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";

    // one step before and one after: clocks differ, and typing takes its time (RFC 6238, 5.2)
    private static readonly VerificationWindow Near = new(previous: 1, future: 1);

    private SecondStep() { }

    /// <param name="secret">As it is kept: protected.</param>
    /// <param name="step">The step of the code that showed that the device has the secret.</param>
    public SecondStep(Guid account, string secret, long step, DateTimeOffset now) =>
        (AccountId, Secret, LastStep, OnSince) = (account, secret, step, now);

    public Guid AccountId { get; private set; }
    public string Secret { get; private set; } = "";
    public DateTimeOffset OnSince { get; private set; }

    /// <summary>No code of this time step or an earlier one is taken again.</summary>
    public long LastStep { get; private set; }

    public int Failures { get; private set; }
    public DateTimeOffset? RestUntil { get; private set; }

    /// <summary>Hashes of the recovery codes that are left, with spaces between.</summary>
    public string RecoveryHashes { get; private set; } = "";

    /// <summary>One code typed twice at once: one of the two is not heard.</summary>
    public int Revision { get; set; }

    public int RecoveryLeft => Hashes.Length;

    private string[] Hashes => RecoveryHashes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Ten new ones in place of those that were; told now and never again.</summary>
    public IReadOnlyList<string> NewRecoveryCodes()
    {
        string[] codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => $"{RandomNumberGenerator.GetString(Signs, 5)}-{RandomNumberGenerator.GetString(Signs, 5)}")];
        RecoveryHashes = string.Join(' ', codes.Select(HashOf));
        return codes;
    }

    /// <summary>A wrong one is counted: save afterwards whatever the answer.</summary>
    public StepAnswer Take(string typed, byte[] key, DateTimeOffset now)
    {
        if (RestUntil > now)
            return StepAnswer.Wrong;
        var answer = IsFresh(typed, key, now) ? StepAnswer.ByCode : IsRecovery(typed) ? StepAnswer.ByRecoveryCode : StepAnswer.Wrong;
        if (answer is not StepAnswer.Wrong)
        {
            Failures = 0;
            return answer;
        }
        if (++Failures < MostFailures)
            return answer;
        (Failures, RestUntil) = (0, now + Rest);
        return StepAnswer.WrongAndRests;
    }

    /// <summary>The time step of a right code of the moment; null when it is none.</summary>
    public static long? StepOf(string typed, byte[] key, DateTimeOffset now) =>
        new Totp(key).VerifyTotp(now.UtcDateTime, Plain(typed), out var step, Near) ? step : null;

    private bool IsFresh(string typed, byte[] key, DateTimeOffset now)
    {
        if (StepOf(typed, key, now) is not { } step || step <= LastStep)
            return false;
        LastStep = step;
        return true;
    }

    private bool IsRecovery(string typed)
    {
        var hash = HashOf(typed);
        var left = Hashes.Where(h => !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(h), Encoding.ASCII.GetBytes(hash))).ToArray();
        if (left.Length == Hashes.Length)
            return false;
        RecoveryHashes = string.Join(' ', left);
        return true;
    }

    // slow on purpose: whoever gets at the database must not have them at once
    private string HashOf(string code) => Convert.ToHexStringLower(
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(Plain(code)), AccountId.ToByteArray(), 20_000, HashAlgorithmName.SHA256, 32));

    private static string Plain(string typed) => string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}

internal enum StepAnswer
{
    Wrong,
    WrongAndRests,
    ByCode,
    ByRecoveryCode,
}

internal sealed class SecondStepTable : IEntityTypeConfiguration<SecondStep>
{
    public void Configure(EntityTypeBuilder<SecondStep> builder)
    {
        builder.Ignore(s => s.RecoveryLeft);
        builder.HasIndex(s => s.AccountId).IsUnique();
        builder.HasOne<Account>().WithOne().HasForeignKey<SecondStep>(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
