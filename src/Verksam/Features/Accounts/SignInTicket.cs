using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.Accounts;

/// <summary>
/// One request for a link and a code by e-mail. Good for fifteen minutes and once. A ticket without an account looks
/// the same from outside: no answer tells whether an address has an account.
/// </summary>
internal sealed class SignInTicket : Entity<SignInTicket>, IVersioned, IAside
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(8);

    private const int LongestTill = 500;

    /// <summary>Wrong codes after which the ticket is dead: one guess in 200,000.</summary>
    public const int MostGuesses = 5;

    private SignInTicket() { }

    /// <param name="till">Where the person was going, inside the house.</param>
    public static (SignInTicket Ticket, string Token, string Code) Issue(Guid? account, bool remember, string? till, DateTimeOffset now)
    {
        var token = NewToken();
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
        var ticket = new SignInTicket { AccountId = account, Remember = remember, ExpiresAt = now + Lifetime, TokenHash = Hash(token) };
        ticket.CodeHash = ticket.HashOfCode(code);
        ticket.Till = till?.Length <= LongestTill ? till : null;
        return (ticket, token, code);
    }

    /// <summary>For a letter that waits in somebody's post for days: a link only, no code.</summary>
    public static (SignInTicket Ticket, string Token) Invite(Guid account, DateTimeOffset now)
    {
        var token = NewToken();
        return (new SignInTicket { AccountId = account, ExpiresAt = now + InvitationLifetime, TokenHash = Hash(token) }, token);
    }

    public Guid? AccountId { get; private set; }
    public bool Remember { get; private set; }

    /// <summary>Where the person was going when the way in was asked for.</summary>
    public string? Till { get; private set; }

    public string TokenHash { get; private set; } = "";
    public string CodeHash { get; private set; } = "";
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }
    public int Guesses { get; private set; }

    /// <summary>Two guesses at once: one is not heard.</summary>
    public int Revision { get; set; }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < ExpiresAt && Guesses < MostGuesses;

    public bool Opens(string token) => Same(TokenHash, Hash(token));

    /// <summary>A wrong code is counted: save afterwards whatever the answer.</summary>
    public Refusal? UseCode(string code, DateTimeOffset now)
    {
        if (!IsOpen(now))
            return AccountRefusals.TicketSpent;
        if (AccountId is null || CodeHash.Length == 0 || !Same(CodeHash, HashOfCode(Digits(code))))
        {
            Guesses++;
            return Guesses < MostGuesses ? AccountRefusals.WrongCode : AccountRefusals.TicketSpent;
        }
        UsedAt = now;
        return null;
    }

    public Refusal? UseToken(string token, DateTimeOffset now)
    {
        if (!IsOpen(now) || AccountId is null || !Opens(token))
            return AccountRefusals.TicketSpent;
        UsedAt = now;
        return null;
    }

    private static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    // slow on purpose: six digits are few, and whoever gets at the database must not have them at once
    private string HashOfCode(string code) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(code), Id.Value.ToByteArray(), 20_000, HashAlgorithmName.SHA256, 32));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static bool Same(string a, string b) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b));

    private static string Digits(string code) => string.Concat(code.Where(char.IsAsciiDigit));
}

internal static class AccountRefusals
{
    public static readonly Refusal TicketSpent = new("Accounts.Refused.TicketSpent");
    public static readonly Refusal WrongCode = new("Accounts.Refused.WrongCode");
    public static readonly Refusal PasskeySpent = new("Accounts.Refused.PasskeySpent");
    public static readonly Refusal PasskeyRefused = new("Accounts.Refused.PasskeyRefused");
    public static readonly Refusal WrongPassword = new("Accounts.Refused.WrongPassword");
    public static readonly Refusal PasswordTooShort = new("Accounts.Refused.PasswordTooShort");
    public static readonly Refusal PasswordCommon = new("Accounts.Refused.PasswordCommon");
    public static readonly Refusal AddressTaken = new("Accounts.Refused.AddressTaken");
    public static readonly Refusal AlreadyStarted = new("Accounts.Refused.AlreadyStarted");
    public static readonly Refusal AddressMissing = new("Accounts.Refused.AddressMissing");
    public static readonly Refusal WrongCurrentPassword = new("Accounts.Refused.WrongCurrentPassword");
    public static readonly Refusal WrongStep = new("Accounts.Refused.WrongStep");
    public static readonly Refusal UseTheOther = new("Accounts.Refused.UseTheOther");
}

internal sealed class SignInTicketTable : IEntityTypeConfiguration<SignInTicket>
{
    public void Configure(EntityTypeBuilder<SignInTicket> builder)
    {
        builder.Property(t => t.TokenHash).HasMaxLength(64);
        builder.Property(t => t.CodeHash).HasMaxLength(64);
        builder.Property(t => t.Till).HasMaxLength(500);
        builder.HasIndex(t => t.ExpiresAt);
        builder.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
