using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.Accounts.Passkeys;

/// <summary>What a device has been asked to sign. Kept here and taken once, so that an answer that somebody has overheard is worth nothing.</summary>
internal sealed class PasskeyChallenge : Entity<PasskeyChallenge>, IAside
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private PasskeyChallenge() { }

    /// <param name="account">Whose new key it is for; null when somebody wants in.</param>
    public PasskeyChallenge(Guid? account, string state, DateTimeOffset now)
    {
        AccountId = account;
        State = state;
        ExpiresAt = now + Lifetime;
    }

    public Guid? AccountId { get; private set; }
    public string State { get; private set; } = "";
    public DateTimeOffset ExpiresAt { get; private set; }
}

internal sealed class PasskeyChallengeTable : IEntityTypeConfiguration<PasskeyChallenge>
{
    public void Configure(EntityTypeBuilder<PasskeyChallenge> builder)
    {
        builder.HasIndex(c => c.ExpiresAt);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
